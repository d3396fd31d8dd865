import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { Crowd, manners, placeAs } from '../../../scripts/surveil/crowd.ts';
import { dayOfTrading, stageOf, type Setting, type Stage } from '../../../scripts/surveil/stage.ts';
import { seeded } from '../../../scripts/crash/random.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const setting: Setting = { people: 12, model: 'continuous', issueCents: 1_000, units: 4_000 };

/** A quiet market at half past ten on its first day: nobody but those of the test does anything. */
function quiet(changes: Partial<Setting> = {}, at = 10.5): Stage {
  const stage = stageOf(seeded(7), { ...setting, ...changes });
  stage.lane.passTo(dayOfTrading(0) + at * hour);
  return stage;
}
const who = ({ investors }: Stage, at: number): PersonId => investors[at] as PersonId;
const sells = (stage: Stage, by: number, quantity: number, priceCents = 1_000): number | null =>
  placeAs(stage, who(stage, by), { side: 'sell', priceCents, quantity });
const buys = (stage: Stage, by: number, quantity: number, priceCents = 1_000): number | null =>
  placeAs(stage, who(stage, by), { side: 'buy', priceCents, quantity });
const cancels = (stage: Stage, by: number, order: number | null): void =>
  void stage.lane.give(who(stage, by), { kind: 'orders.cancel', order: order ?? 0 });
const later = (stage: Stage, ms: number): void => stage.lane.passTo(stage.lane.now + ms);
const found = ({ lane }: Stage): string[] => lane.findings.map(({ detector }) => detector);
/** Units from one to the other, with nobody else in between. */
function passes(stage: Stage, from: number, to: number, quantity: number, apartMs = 10 * second): void {
  sells(stage, from, quantity);
  later(stage, apartMs);
  buys(stage, to, quantity);
}

describe('wash and circular trades', () => {
  it('are found where one human being trades with themselves by two accounts (SRV-1)', () => {
    const stage = quiet({ doubles: [[1, 2]] });
    passes(stage, 1, 2, 5);
    expect(found(stage)).to.deep.equal(['wash_trade']);
    expect(stage.lane.findings[0]?.subjects).to.have.members([who(stage, 1), who(stage, 2)]);
  });
  it('are found where two pass the same units to and fro, and not where units go one way (SRV-1)', () => {
    const [fro, one] = [quiet(), quiet()];
    for (let time = 0; time < 2; time += 1) {
      passes(fro, 1, 2, 40);
      later(fro, 5 * minute);
      passes(fro, 2, 1, 40);
      later(fro, 5 * minute);
    }
    for (let time = 0; time < 4; time += 1) {
      passes(one, 1, 2, 40);
      later(one, 5 * minute);
    }
    expect([found(fro), found(one)]).to.deep.equal([['wash_trade'], []]);
  });
  it('are not told of two who turned around once among much else (SRV-1)', () => {
    const stage = quiet();
    passes(stage, 1, 2, 40);
    later(stage, 5 * minute);
    passes(stage, 2, 1, 40);
    expect(found(stage)).to.deep.equal([]);
  });
  it('are found where units come back over two others, and not where they do not come back (SRV-2)', () => {
    const [round, open] = [quiet(), quiet()];
    for (const [from, to] of [
      [1, 2],
      [2, 3],
      [3, 1],
    ] as const) {
      passes(round, from, to, 50);
      passes(open, from, to === 1 ? 4 : to, 50);
      later(round, 3 * minute);
      later(open, 3 * minute);
    }
    expect([found(round), found(open)]).to.deep.equal([['circular_trade'], []]);
  });
  it('are not told of a circle of other quantities (SRV-2)', () => {
    const stage = quiet();
    passes(stage, 1, 2, 50);
    later(stage, 3 * minute);
    passes(stage, 2, 3, 30);
    later(stage, 3 * minute);
    passes(stage, 3, 1, 80);
    expect(found(stage)).to.deep.equal([]);
  });
});

describe('matched orders', () => {
  it('are found at the third time moments apart, not at the second, and not minutes apart (SRV-3)', () => {
    const [soon, slow] = [quiet(), quiet()];
    for (const times of [2, 3]) {
      passes(soon, 1, 2, 10 * times, 2 * second);
      later(soon, minute + second);
      if (times === 2) passes(soon, 1, 2, 17, 2 * second);
      if (times === 2) expect(found(soon)).to.deep.equal([]);
      later(soon, 2 * minute);
      passes(slow, 1, 2, 10 * times, minute);
      later(slow, 2 * minute);
    }
    passes(slow, 1, 2, 10, minute);
    expect([found(soon), found(slow)]).to.deep.equal([['matched_orders'], []]);
  });
});

describe('layering', () => {
  /** Shows sell orders, buys a little from somebody else, and takes them back after a while. */
  function show(stage: Stage, keptMs: number): void {
    sells(stage, 5, 10, 1_000);
    const layers = [1_010, 1_020, 1_030].map((price) => sells(stage, 1, 100, price));
    later(stage, 20 * second);
    buys(stage, 1, 10, 1_000);
    later(stage, keptMs);
    for (const order of layers) cancels(stage, 1, order);
    later(stage, 10 * minute);
  }
  it('is found the second time that what was shown goes at once (SRV-4)', () => {
    const stage = quiet();
    show(stage, 10 * second);
    expect(found(stage)).to.deep.equal([]);
    show(stage, 10 * second);
    expect(found(stage)).to.deep.equal(['layering']);
  });
  it('is not told of orders that stay, or that are small beside the trade (SRV-4)', () => {
    const stage = quiet();
    for (let time = 0; time < 3; time += 1) show(stage, 5 * minute);
    for (let time = 0; time < 3; time += 1) {
      sells(stage, 5, 100, 1_000);
      const own = sells(stage, 1, 120, 1_020);
      later(stage, 20 * second);
      buys(stage, 1, 100, 1_000);
      cancels(stage, 1, own);
      later(stage, 5 * minute);
    }
    expect(found(stage)).to.deep.equal([]);
  });
});

describe('large orders of a call', () => {
  const freeze = dayOfTrading(0) + 9 * hour + 58 * minute;
  function call(): Stage {
    const stage = quiet({ model: 'auction' }, 9.6);
    for (const by of [4, 5, 6]) buys(stage, by, 60, 990);
    return stage;
  }
  it('that leave in the last minute are found when the call freezes (SRV-5)', () => {
    const stage = call();
    const order = buys(stage, 1, 400, 1_010);
    stage.lane.passTo(freeze - 20 * second);
    cancels(stage, 1, order);
    expect(found(stage)).to.deep.equal([]);
    stage.lane.passTo(freeze + second);
    expect(found(stage)).to.deep.equal(['auction_cancel']);
  });
  it('that leave earlier, are small or come back are not told (SRV-5)', () => {
    const [early, small, back] = [call(), call(), call()];
    const [one, two, three] = [buys(early, 1, 400), buys(small, 1, 60), buys(back, 1, 400)];
    early.lane.passTo(freeze - 5 * minute);
    cancels(early, 1, one);
    for (const stage of [small, back]) stage.lane.passTo(freeze - 20 * second);
    cancels(small, 1, two);
    cancels(back, 1, three);
    buys(back, 1, 380, 1_020);
    for (const stage of [early, small, back]) stage.lane.passTo(freeze + second);
    expect([found(early), found(small), found(back)]).to.deep.equal([[], [], []]);
  });
});

describe('prices that somebody makes', () => {
  /** Sell orders of others at these prices, then somebody takes them one after the other. */
  function climb(stage: Stage, takers: readonly number[]): void {
    const prices = [1_000, 1_010, 1_030, 1_040, 1_060, 1_070];
    prices.forEach((price, at) => {
      sells(stage, 6 + (at % 4), 20, price);
      later(stage, 30 * second);
      buys(stage, takers[at % takers.length] as number, 20, price);
      later(stage, 2 * minute);
    });
  }
  it('are found where one buyer drives them up, and not where many do (SRV-6)', () => {
    const [alone, many] = [quiet(), quiet()];
    climb(alone, [1]);
    climb(many, [1, 2, 3, 4, 5, 10]);
    expect(found(alone)).to.include('price_spike');
    expect(found(many)).to.deep.equal([]);
  });
  it('are found where the same one makes the last price of two sessions (SRV-7)', () => {
    const stage = quiet();
    for (const day of [0, 1]) {
      stage.lane.passTo(dayOfTrading(day) + 17 * hour);
      passes(stage, 4, 5, 10);
      stage.lane.passTo(dayOfTrading(day) + 17.5 * hour - 30 * second);
      sells(stage, 6 + day, 10, 1_030);
      buys(stage, 1, 10, 1_030);
      stage.lane.passTo(dayOfTrading(day) + 17.6 * hour);
      expect(found(stage)).to.deep.equal(day === 0 ? [] : ['marking_close']);
    }
  });
  it('are not told of where the last trades of two sessions are those of two (SRV-7)', () => {
    const stage = quiet();
    for (const day of [0, 1]) {
      stage.lane.passTo(dayOfTrading(day) + 17 * hour);
      passes(stage, 4, 5, 10);
      stage.lane.passTo(dayOfTrading(day) + 17.5 * hour - 30 * second);
      sells(stage, 6 + day, 10, 1_030);
      buys(stage, 1 + day, 10, 1_030);
      stage.lane.passTo(dayOfTrading(day) + 17.6 * hour);
    }
    expect(found(stage)).to.deep.equal([]);
  });
});

describe('concentration', () => {
  function gather(stage: Stage, buyers: readonly number[]): void {
    for (let time = 0; time < 70; time += 1) {
      sells(stage, 5 + (time % 7), 20);
      later(stage, 20 * second);
      buys(stage, buyers[time % buyers.length] as number, 20);
      later(stage, 3 * minute);
    }
  }
  it('is found where one gathers what many give, and not where four do (SRV-8)', () => {
    const [one, four] = [quiet(), quiet()];
    gather(one, [1]);
    gather(four, [1, 2, 3, 4]);
    expect(found(one)).to.include('concentration');
    expect(found(four)).not.to.include('concentration');
  });
  it('is found where buying brings somebody to a quarter of an issue (SRV-8)', () => {
    const stage = quiet({ people: 5, units: 100 });
    const total = [...(stage.lane.state.venue.register.holders.get(stage.listing)?.values() ?? [])];
    const all = total.reduce((sum, { units }) => sum + units, 0);
    const held = (by: number): number =>
      stage.lane.state.venue.register.holders.get(stage.listing)?.get(who(stage, by))?.units ?? 0;
    const [small] = [0, 1, 2, 3, 4].toSorted((a, b) => held(a) - held(b)) as [number];
    for (const by of [0, 1, 2, 3, 4].filter((one) => one !== small)) {
      if (held(small) < all / 4)
        passes(stage, by, small, Math.min(held(by), Math.ceil(all / 4) - held(small)));
      later(stage, 5 * minute);
    }
    expect(held(small)).to.be.at.least(all / 4);
    expect(found(stage)).to.deep.equal(['concentration']);
  });
});

describe('collusion after the allotment', () => {
  function ring(stage: Stage, prices: readonly number[], members: readonly number[]): void {
    prices.forEach((price, at) => {
      const [from, to] = [
        members[at % members.length] as number,
        members[(at + 1) % members.length] as number,
      ];
      sells(stage, from, 20 + 3 * at, price);
      later(stage, 20 * second);
      buys(stage, to, 20 + 3 * at, price);
      later(stage, 8 * minute);
    });
  }
  const rising = [1_000, 1_010, 1_020, 1_030, 1_040, 1_050];
  it('is found where a few trade among themselves at rising prices (SRV-9)', () => {
    const stage = quiet();
    ring(stage, rising, [1, 2, 3]);
    expect(found(stage)).to.include('allotment_collusion');
  });
  it('is not told of where prices fall, many take part, or the issue is long past (SRV-9)', () => {
    const [falling, many, late] = [quiet(), quiet(), quiet()];
    ring(falling, rising.toReversed(), [1, 2, 3]);
    ring(many, rising, [1, 2, 3, 4, 5, 6, 7]);
    late.lane.passTo(dayOfTrading(24) + 10.5 * hour);
    ring(late, rising, [1, 2, 3]);
    for (const stage of [falling, many, late]) expect(found(stage)).not.to.include('allotment_collusion');
  });
});

describe('insiders', () => {
  const insiders = (closed: boolean) => ({
    isInsider: (_: unknown, person: PersonId) => person === ('per_b' as PersonId),
    isClosed: () => closed,
  });
  it('are found by an order in a closed period, and nobody else is, nor they outside of it (SRV-10)', () => {
    const [closed, open] = [true, false].map((one) => quiet({ parts: { insiders: insiders(one) } })) as [
      Stage,
      Stage,
    ];
    for (const stage of [closed, open]) {
      buys(stage, 1, 5, 990);
      buys(stage, 2, 5, 990);
    }
    expect([found(closed), found(open)]).to.deep.equal([['insider_trading'], []]);
  });
});

describe('payments', () => {
  const pays = (stage: Stage, by: number, amountCents: number): void =>
    void stage.lane.give(who(stage, by), { kind: 'wallet.topUp', amountCents });
  it('just below the threshold are found at the third within three days (SRV-11)', () => {
    const [soon, far, lower] = [quiet(), quiet(), quiet()];
    for (let time = 0; time < 3; time += 1) {
      pays(soon, 1, 999_999);
      later(soon, 20 * hour);
      pays(far, 1, 999_999);
      later(far, 50 * hour);
      pays(lower, 1, 799_999);
      later(lower, hour);
    }
    expect([found(soon), found(far), found(lower)]).to.deep.equal([['structuring'], [], []]);
  });
  it('from €10,000 on are recorded, once a day and person (SRV-12)', () => {
    const stage = quiet();
    pays(stage, 1, 999_999);
    pays(stage, 1, 1_000_000);
    pays(stage, 1, 1_500_000);
    pays(stage, 2, 1_000_000);
    const { findings } = stage.lane;
    expect(findings.map(({ detector, severity }) => [detector, severity])).to.deep.equal([
      ['large_transaction', 'record'],
      ['large_transaction', 'record'],
    ]);
  });
});

describe('records read again', () => {
  it('give the same findings in the same order (SRV-14)', () => {
    const told = [1, 2].map(() => {
      const stage = stageOf(seeded(3), { ...setting, people: 150 });
      const crowd = new Crowd(stage, manners.many, seeded(4));
      for (const at of crowd.moments(0)) {
        stage.lane.passTo(at);
        crowd.act();
      }
      passes(stage, 1, 2, 30);
      stage.lane.give(who(stage, 1), { kind: 'wallet.topUp', amountCents: 2_000_000 });
      return stage.lane.findings;
    });
    expect(told[0]).to.deep.equal(told[1]).and.to.have.length.above(0);
  });
});

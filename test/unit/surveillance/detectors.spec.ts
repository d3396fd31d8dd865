import { expect } from 'chai';
import { dayOfTrading, type Stage } from '../../../scripts/surveil/stage.ts';
import {
  buys,
  cancels,
  found,
  hour,
  later,
  minute,
  passes,
  quiet,
  second,
  sells,
  who,
} from '../../support/quiet-market.ts';

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

import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { seeded } from '../../../scripts/crash/random.ts';
import { Crowd, manners } from '../../../scripts/surveil/crowd.ts';
import { dayOfTrading, stageOf, type Stage } from '../../../scripts/surveil/stage.ts';
import {
  buys,
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
      const stage = stageOf(seeded(3), { people: 150, model: 'continuous', issueCents: 1_000, units: 4_000 });
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

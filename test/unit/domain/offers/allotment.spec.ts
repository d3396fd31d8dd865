import type { CommitmentId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../../server/src/domain/core/index.ts';
import { allot, tierOrder, type Request } from '../../../../server/src/domain/offers/index.ts';
import type { Tier } from '../../../../server/src/domain/people/index.ts';

const lot = 10;
const none = { community: 0, retail: 0, institutional: 0 };

/** A book drawn as a table: who, tier, lots, when; the n-th line is commitment cn. */
type Line = readonly [string, Tier, number, number];
const book = (...lines: readonly Line[]): Request[] =>
  lines.map(([investor, tier, lots, placedAt], n) => ({
    commitment: `c${n + 1}` as CommitmentId,
    investor: investor as PersonId,
    tier,
    units: lots * lot,
    placedAt,
  }));
/** Lots that each line of the book receives. */
function lotsOf(requests: readonly Request[], lots: number, reserves = none): number[] {
  const { allocations } = allot(requests, { totalUnits: lots * lot, lot, reserves });
  const given = new Map(allocations.map(([id, , units]) => [id, units / lot]));
  return requests.map(({ commitment }) => given.get(commitment)!);
}

describe('the allotment inside a tier (ALT-3)', () => {
  const cases: readonly (readonly [string, number, readonly Line[], readonly number[]])[] = [
    [
      'fills everybody while there is enough',
      10,
      [
        ['a', 'retail', 4, 1],
        ['b', 'retail', 6, 2],
      ],
      [4, 6],
    ],
    [
      'fills small requests first and cuts the others to one level',
      10,
      [
        ['a', 'retail', 1, 9],
        ['b', 'retail', 8, 1],
        ['c', 'retail', 9, 2],
        ['d', 'retail', 3, 3],
      ],
      [1, 3, 3, 3],
    ],
    [
      'gives a lot that is over to the earliest',
      11,
      [
        ['a', 'retail', 9, 3],
        ['b', 'retail', 9, 1],
        ['c', 'retail', 9, 2],
      ],
      [3, 4, 4],
    ],
    [
      'gives none of it to who is filled, however early',
      7,
      [
        ['a', 'retail', 2, 1],
        ['b', 'retail', 9, 3],
        ['c', 'retail', 9, 2],
      ],
      [2, 2, 3],
    ],
    [
      'at equal stamps to who asks for less',
      3,
      [
        ['a', 'retail', 9, 1],
        ['b', 'retail', 5, 1],
      ],
      [1, 2],
    ],
    [
      'at equal stamps and requests by the id of the investor',
      3,
      [
        ['b', 'retail', 9, 1],
        ['a', 'retail', 9, 1],
      ],
      [1, 2],
    ],
    [
      'with less than one lot each, one each to the earliest',
      2,
      [
        ['a', 'retail', 5, 3],
        ['b', 'retail', 5, 1],
        ['c', 'retail', 5, 2],
      ],
      [0, 1, 1],
    ],
    [
      'counts an investor once, however many commitments',
      6,
      [
        ['a', 'retail', 3, 1],
        ['a', 'retail', 3, 2],
        ['b', 'retail', 6, 3],
      ],
      [3, 0, 3],
    ],
    [
      'fills the earlier of them first',
      8,
      [
        ['a', 'retail', 3, 2],
        ['a', 'retail', 3, 1],
        ['b', 'retail', 6, 3],
      ],
      [1, 3, 4],
    ],
    [
      'a small commitment placed together with a big one wins no lot that is over',
      3,
      [
        ['a', 'retail', 1, 1],
        ['a', 'retail', 8, 1],
        ['b', 'retail', 5, 1],
      ],
      [1, 0, 2],
    ],
  ];
  for (const [what, lots, lines, expected] of cases) {
    it(what, () => expect(lotsOf(book(...lines), lots)).to.deep.equal(expected));
  }
});

describe('the allotment among tiers (ALT-2)', () => {
  const each: readonly Line[] = [
    ['i', 'institutional', 50, 1],
    ['r', 'retail', 50, 2],
    ['c', 'community', 50, 3],
  ];
  const cases: readonly (readonly [string, number, typeof none, readonly Line[], readonly number[]])[] = [
    ['without reserves goes in the order of the tiers', 60, none, each, [0, 10, 50]],
    [
      'keeps every reserve',
      60,
      { community: 2_000, retail: 3_000, institutional: 5_000 },
      each,
      [30, 18, 12],
    ],
    [
      'gives what nobody reserved in the order of the tiers',
      60,
      { ...none, institutional: 5_000 },
      each,
      [30, 0, 30],
    ],
    [
      'an unused reserve flows down',
      60,
      { community: 5_000, retail: 0, institutional: 0 },
      [
        ['c', 'community', 10, 3],
        ['r', 'retail', 15, 2],
        ['i', 'institutional', 50, 1],
      ],
      [10, 15, 35],
    ],
    [
      'it flows down before what nobody reserved, and not up',
      60,
      { community: 0, retail: 5_000, institutional: 0 },
      [
        ['c', 'community', 50, 3],
        ['r', 'retail', 10, 2],
        ['i', 'institutional', 50, 1],
      ],
      [30, 10, 20],
    ],
    [
      'the reserve of the last tier goes back to the first',
      60,
      { ...none, institutional: 5_000 },
      [
        ['c', 'community', 50, 3],
        ['r', 'retail', 50, 2],
      ],
      [50, 10],
    ],
    [
      'a reserve is a whole number of lots, rounded down',
      7,
      { ...none, institutional: 2_600 },
      each,
      [1, 0, 6],
    ],
  ];
  for (const [what, lots, reserves, lines, expected] of cases) {
    it(what, () => expect(lotsOf(book(...lines), lots, reserves)).to.deep.equal(expected));
  }
  it('serves community, retail, institutional, in this order', () => {
    expect(tierOrder).to.deep.equal(['community', 'retail', 'institutional']);
  });
  it('says for every tier how it fared', () => {
    const { tiers } = allot(book(...each), {
      totalUnits: 605,
      lot,
      reserves: { ...none, institutional: 5_000 },
    });
    expect(tiers).to.deep.equal([
      {
        tier: 'community',
        reserved: 0,
        offered: 300,
        requested: 500,
        allotted: 300,
        level: 300,
        commitments: 1,
      },
      { tier: 'retail', reserved: 0, offered: 0, requested: 500, allotted: 0, level: 0, commitments: 1 },
      {
        tier: 'institutional',
        reserved: 300,
        offered: 300,
        requested: 500,
        allotted: 300,
        level: 300,
        commitments: 1,
      },
    ]);
  });
  it('of nobody allots nothing', () => {
    expect(allot([], { totalUnits: 100, lot, reserves: none }).allocations).to.deep.equal([]);
  });
  for (const units of [15, 0, -10]) {
    it(`a request of ${units} units is a bug`, () => {
      const [request] = book(['a', 'retail', 1, 1]);
      expect(() => allot([{ ...request!, units }], { totalUnits: 100, lot, reserves: none })).to.throw(
        Impossible,
      );
    });
  }
});

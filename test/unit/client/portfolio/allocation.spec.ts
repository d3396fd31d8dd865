import { expect } from 'chai';
import * as fc from 'fast-check';
import { partsOf } from '../../../../client/src/features/portfolio/allocation.ts';
import { property } from '../../../support/property.ts';

const parts = (sums: readonly (readonly [string, number])[]) =>
  partsOf(
    sums,
    ([name]) => name,
    ([, cents]) => cents,
  );

describe('how what is invested is spread', () => {
  it('adds up what has the same name, largest first', () => {
    expect(
      parts([
        ['bond', 100],
        ['share', 250],
        ['bond', 50],
      ]),
    ).to.deep.equal([
      { name: 'share', cents: 250, bps: 6_250 },
      { name: 'bond', cents: 150, bps: 3_750 },
    ]);
  });

  it('gives the rest of rounding to the parts that lost most, earlier ones first', () => {
    expect(
      parts([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]).map(({ bps }) => bps),
    ).to.deep.equal([3_334, 3_333, 3_333]);
  });

  it('has no parts where nothing is invested', () => {
    expect(parts([])).to.deep.equal([]);
    expect(parts([['gift', 0]])).to.deep.equal([]);
  });

  const sums = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 10 ** 11 })), {
    minLength: 1,
  });
  property('always makes a whole of the parts', 300, [sums], (list) => {
    const found = parts(list);
    const total = list.reduce((sum, [, one]) => sum + one, 0);
    expect(found.reduce((sum, { bps }) => sum + bps, 0)).to.equal(10_000);
    expect(found.reduce((sum, each) => sum + each.cents, 0)).to.equal(total);
  });
});

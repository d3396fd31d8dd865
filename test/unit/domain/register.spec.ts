import { millis, type ListingId, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../server/src/domain/core/index.ts';
import { evolveRegister, initialRegister } from '../../../server/src/domain/register/index.ts';

const [listing, other] = ['lst_1' as ListingId, 'lst_2' as ListingId];
const [ines, ivo] = ['per_ines' as PersonId, 'per_ivo' as PersonId];
const issued = (where: ListingId, holder: PersonId, units: number, costCents: number, at: number) =>
  ({ kind: 'register.issued', listing: where, holder, units, costCents, at: millis(at) }) as const;

describe('the register of holders', () => {
  it('keeps one line a holder and listing, with what was paid and since when', () => {
    const state = initialRegister();
    evolveRegister(state, issued(listing, ines, 10, 10_000, 5));
    evolveRegister(state, issued(listing, ivo, 3, 3_000, 6));
    evolveRegister(state, issued(other, ines, 1, 500, 7));
    evolveRegister(state, issued(listing, ines, 2, 2_000, 8));
    expect(state.holders.get(listing)).to.deep.equal(
      new Map([
        [ines, { units: 12, costCents: 12_000, since: 5 }],
        [ivo, { units: 3, costCents: 3_000, since: 6 }],
      ]),
    );
    expect(state.holders.get(other)?.get(ines)?.units).to.equal(1);
  });
  for (const units of [0, -1]) {
    it(`an issue of ${units} units is a bug`, () => {
      expect(() => evolveRegister(initialRegister(), issued(listing, ines, units, 0, 1))).to.throw(
        Impossible,
      );
    });
  }
});

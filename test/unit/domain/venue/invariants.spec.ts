import { expect } from 'chai';
import { account } from '../../../../server/src/domain/ledger/index.ts';
import { violations, type VenueState } from '../../../../server/src/domain/venue/index.ts';
import { cast, cmt, lst, ofr } from '../../../support/domain-cast.ts';
import { given, offerIn } from '../../../support/given.ts';

/** What the audit of a sound venue says after one thing in it was spoiled. */
function spoiled(spoil: (state: VenueState) => void): string[] {
  const { venue } = given(offerIn('funded'));
  expect(violations(venue.state)).to.deep.equal([]);
  spoil(venue.state);
  return violations(venue.state);
}
const inesUnits = account.units(lst(1), cast.ines);

describe('the audit of a venue finds', () => {
  it('a commitment that is not there', () => {
    expect(spoiled((state) => state.offers.commitments.delete(cmt(1)))).to.include(
      'ofr_1 names cmt_1, which does not exist',
    );
  });
  it('a sum of commitments that is not theirs', () => {
    const found = spoiled((state) => (state.offers.offers.get(ofr(1))!.committedCents += 1));
    expect(found).to.deep.equal(['ofr_1 says 200001 committed, it is 200000']);
  });
  it('more received than asked for', () => {
    const found = spoiled((state) => (state.offers.commitments.get(cmt(1))!.allottedUnits = 110));
    expect(found).to.include('cmt_1 received more than it asked for');
    expect(found).to.include('ofr_1 allotted 200 units by tier, 210 by commitment');
  });
  it('more raised than the hard cap', () => {
    const found = spoiled((state) => (state.offers.offers.get(ofr(1))!.proceedsCents = 1_000_001));
    expect(found).to.deep.equal(['ofr_1 raised more than its hard cap']);
  });
  it('a holding that the ledger does not know', () => {
    const found = spoiled((state) => (state.register.holders.get(lst(1))!.get(cast.ines)!.units += 1));
    expect(found).to.deep.equal([
      'per_ines holds 101 of lst_1, the ledger says 100',
      'lst_1 has 200 units issued, its register says 201',
    ]);
  });
  it('units held in the ledger that the register does not know', () => {
    const found = spoiled((state) => {
      state.ledger.accounts.get(inesUnits)!.available += 5;
      state.ledger.accounts.get(account.outside(lst(1)))!.available -= 5;
    });
    expect(found).to.have.length(2);
  });
  it('whatever the ledger’s own audit finds', () => {
    expect(
      spoiled((state) => (state.ledger.accounts.get(account.cash(cast.ines))!.available += 1)),
    ).to.deep.equal(['EUR sums to 1']);
  });
});

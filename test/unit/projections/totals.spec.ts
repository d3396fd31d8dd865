import { expect } from 'chai';
import { initialVenue } from '../../../server/src/domain/venue/index.ts';
import { totalsOf } from '../../../server/src/projections/deal-flow.ts';
import { cast, ofr } from '../../support/domain-cast.ts';
import { given, offerIn } from '../../support/given.ts';

describe('The sums of the venue', () => {
  it('are nothing in a venue where nothing happened', () => {
    expect(totalsOf(initialVenue())).to.deep.equal({
      openOffers: 0,
      committedCents: 0,
      raisedCents: 0,
      commitments: 0,
      fundedVentures: 0,
      holders: 0,
    });
  });

  it('count what is committed while offers run, and what is raised when they are funded', () => {
    const { venue } = given(offerIn('open'));
    expect(totalsOf(venue.state)).to.include({
      openOffers: 1,
      committedCents: 200_000,
      commitments: 2,
      holders: 0,
    });
    venue.passTo(venue.now + 60 * 86_400_000);
    expect(venue.state.offers.offers.get(ofr(1))?.status).to.equal('funded');
    expect(totalsOf(venue.state)).to.include({
      openOffers: 0,
      raisedCents: 200_000,
      fundedVentures: 1,
      holders: 2,
    });
  });

  it('count every holder once, however many listings they hold', () => {
    const { venue } = given(offerIn('funded'));
    expect(totalsOf(venue.state).holders).to.equal(2);
    const at = venue.now;
    const issue = {
      kind: 'register.issued',
      listing: 'lst_2' as never,
      units: 10,
      costCents: 10_000,
      at,
    } as const;
    venue.fold({ ...issue, holder: cast.ines });
    expect(totalsOf(venue.state).holders).to.equal(2);
    venue.fold({ ...issue, holder: cast.caio });
    expect(totalsOf(venue.state).holders).to.equal(3);
  });
});

import { commitmentStatuses, listingStatuses, offerStatuses } from '@piazza/shared/contract';
import { expect } from 'chai';
import { violations } from '../../../server/src/domain/venue/index.ts';
import { castOf, type Cast } from '../../support/cast.ts';
import { commitmentIn, listingIn, offerIn } from '../../support/listings.ts';
import { openVenue, type TestVenue } from '../../support/server.ts';

describe('the cast of the stories over HTTP', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  afterEach(() => expect(venue.venue.exchange.peek(violations)).to.deep.equal([]));

  for (const status of listingStatuses) {
    it(`brings a listing to ${status}`, async () => {
      const listingId = await listingIn(cast, status);
      expect(await cast.enzo.api.call('listings.read', { params: { listingId } })).to.have.property(
        'status',
        status,
      );
    });
  }
  for (const status of offerStatuses) {
    if (status === 'allotting') continue;
    it(`brings an offer to ${status}`, async () => {
      const { offerId } = await offerIn(cast, status);
      const offer = await venue.client().call('offers.read', { params: { offerId } });
      expect(offer.progress).to.have.property('status', status);
    });
  }
  for (const status of commitmentStatuses) {
    // No call sees `allotted`, and nothing is ever charging on a venue of play money.
    if (status === 'allotted' || status === 'charging') continue;
    it(`brings a commitment to ${status}`, async () => {
      const commitmentId = await commitmentIn(cast, status);
      expect(await cast.ines.api.call('commitments.read', { params: { commitmentId } })).to.have.property(
        'status',
        status,
      );
    });
  }
});

describe('the venue on a disk', () => {
  it('serves the same stories, and leaves nothing behind', async () => {
    const venue = await openVenue({ stores: 'lmdb' });
    const cast = await castOf(venue);
    const { offerId } = await offerIn(cast, 'funded');
    const { items } = await cast.enzo.api.call('offers.holders', { params: { offerId } });
    expect(items.map(({ units }) => units as number)).to.deep.equal([100, 100]);
    await venue.close();
  });
});

import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { approve, listingIn } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const reason = 'The closing time has passed';

describe('LST-9: an approved listing whose times have passed', () => {
  let venue: TestVenue;
  let cast: Cast;
  let params: { readonly listingId: ListingId };
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    params = { listingId: await listingIn(cast, 'approved') };
    await cast.pass(200 * day);
  });
  after(() => venue.close());
  const shownTo = (who: keyof Pick<Cast, 'enzo' | 'olga' | 'ines'>) =>
    cast[who].api.call('listings.read', { params });
  const admitted = async () => {
    const { items } = await venue.client().call('dealFlow.read');
    return items.find(({ kind, listingId }) => kind === 'listing_admitted' && listingId === params.listingId);
  };

  it('cannot be published, and goes back to its issuer alone, with the reason and without its approvals', async () => {
    expect(await cast.enzo.api.refusal('listings.publish', { params })).to.equal('terms_invalid');
    const ask = { params, body: { reason } };
    expect(await cast.elsa.api.refusal('listings.revise', ask)).to.equal('not_allowed');
    expect(await cast.olga.api.refusal('listings.revise', ask)).to.equal('not_allowed');
    const back = await cast.enzo.api.call('listings.revise', ask);
    expect(back.status).to.equal('changes_requested');
    expect(back.transitions.at(-1)).to.include({ from: 'approved', by: 'Enzo Esposito', reason });
    const { items } = await cast.olga.api.call('review.queue');
    expect(items.find(({ id }) => id === params.listingId)).to.include({ approvals: 0 });
  });

  it('tells its issuer nothing of what they did themselves', async () => {
    const { items } = await cast.enzo.api.call('me.notices');
    expect(items.map(({ kind }) => kind))
      .to.include('listing_approved')
      .and.not.include('listing_changes_requested');
  });

  it('is not public meanwhile, nor are the words its issuer writes now', async () => {
    const { draft, revision } = await shownTo('enzo');
    const texts = { ...draft.texts, title: 'Nobody has read this' };
    const later = cast.completeDraft().facts;
    await cast.enzo.api.call('listings.saveDraft', {
      params,
      body: { revision, draft: { texts, facts: later } },
    });
    expect(await cast.ines.api.refusal('listings.read', { params })).to.equal('not_found');
    expect(JSON.stringify(await admitted())).not.to.contain('Nobody has read this');
    expect(await admitted()).to.include({ title: (await shownTo('olga')).organisation.name });
  });

  it('is published once two operators have approved it anew', async () => {
    await cast.enzo.api.call('listings.submit', { params });
    expect(
      await cast.olga.api.refusal('review.approve', {
        params,
        body: { contentHash: 'f'.repeat(64), ...gates },
      }),
    ).to.equal('illegal_state');
    await cast.olga.api.call('review.take', { params });
    await approve(cast.olga, await shownTo('olga'));
    expect(await cast.enzo.api.refusal('listings.publish', { params })).to.equal('illegal_state');
    await cast.oreste.api.call('review.take', { params });
    await approve(cast.oreste, await shownTo('olga'));
    expect((await shownTo('ines')).draft.texts.title).to.equal('Nobody has read this');
    expect(await admitted()).to.include({ title: 'Nobody has read this' });
    expect((await cast.enzo.api.call('listings.publish', { params })).status).to.equal('live');
  });
});

const gates = {
  intentional: true,
  measurable: true,
  additional: true,
  noConflictOfInterest: true,
  reason: 'Complete and plausible',
};

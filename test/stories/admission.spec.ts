import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { approve, listingIn } from '../support/listings.ts';
import { changeRole } from '../support/proposals.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('a listing that four eyes admit', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  const confirmed = {
    intentional: true,
    measurable: true,
    additional: true,
    noConflictOfInterest: true,
    reason: 'Complete and plausible',
  };

  it('needs two operators who are two persons, and only those who took it', async () => {
    const params = { listingId: await listingIn(cast, 'under_review') };
    const { contentHash } = await cast.olga.api.call('listings.read', { params });
    const body = { contentHash, ...confirmed };
    const third = await cast.join('ottavia@example.org', { displayName: 'Ottavia', roles: ['operator'] });
    expect(await third.api.refusal('review.approve', { params, body })).to.equal('not_reviewer');
    const once = await cast.olga.api.call('review.approve', { params, body });
    expect(once.status).to.equal('under_review');
    expect(await cast.olga.api.refusal('review.approve', { params, body })).to.equal('same_reviewer');
    expect(await cast.olga.api.refusal('review.take', { params })).to.equal('same_reviewer');
    const twice = await cast.oreste.api.call('review.approve', { params, body });
    expect(twice.status).to.equal('approved');
    expect(
      twice.reviews.filter(({ verdict }) => verdict === 'approved').map(({ reviewerName }) => reviewerName),
    ).to.deep.equal(['Olga Orsini', 'Oreste Oddo']);
  });
  it('is not admitted by who stands on its other side', async () => {
    const listingId = await listingIn(cast, 'submitted');
    await changeRole(cast, cast.enzo.id, 'operator', true);
    expect(await cast.enzo.api.refusal('review.take', { params: { listingId } })).to.equal(
      'conflict_of_interest',
    );
    await changeRole(cast, cast.enzo.id, 'operator', false);
    expect(await cast.enzo.api.refusal('review.take', { params: { listingId } })).to.equal('not_allowed');
  });
  it('is admitted only as it was read, and every gate confirmed', async () => {
    const params = { listingId: await listingIn(cast, 'under_review') };
    const { contentHash } = await cast.olga.api.call('listings.read', { params });
    const ask = (changes: object) =>
      cast.olga.api.refusal('review.approve', { params, body: { contentHash, ...confirmed, ...changes } });
    expect(await ask({ contentHash: 'f'.repeat(64) })).to.equal('content_changed');
    for (const gate of ['intentional', 'measurable', 'additional'])
      expect(await ask({ [gate]: false })).to.equal('gates_not_confirmed');
    expect(await ask({ noConflictOfInterest: false })).to.equal('conflict_of_interest');
  });
  it('begins again with new eyes after changes were asked for, with what was said on its fields', async () => {
    const listingId = await listingIn(cast, 'under_review');
    const params = { listingId };
    const first = await approve(cast.olga, await cast.olga.api.call('listings.read', { params }));
    expect(first.reviews.at(-1)?.verdict).to.equal('approved');
    const comments = [{ field: 'texts.counterfactual', text: 'Da quali dati?' }];
    await cast.oreste.api.call('review.requestChanges', {
      params,
      body: { comments, reason: 'Una risposta manca' },
    });
    const seen = await cast.enzo.api.call('listings.read', { params });
    expect(seen.status).to.equal('changes_requested');
    expect(seen.reviews.at(-1)).to.deep.include({
      comments,
      reason: 'Una risposta manca',
      reviewerName: 'Oreste Oddo',
    });
    const draft = cast.completeDraft({ texts: { counterfactual: 'I dati della Regione' } });
    const { revision } = seen;
    const saved = await cast.enzo.api.call('listings.saveDraft', { params, body: { revision, draft } });
    expect(await cast.enzo.api.refusal('listings.saveDraft', { params, body: { revision, draft } })).to.equal(
      'stale_revision',
    );
    expect(saved.contentHash).not.to.equal(seen.contentHash);
    await cast.enzo.api.call('listings.submit', { params });
    const body = { contentHash: saved.contentHash, ...confirmed };
    expect(await cast.olga.api.refusal('review.approve', { params, body })).to.equal('illegal_state');
    await cast.olga.api.call('review.take', { params });
    const again = await cast.olga.api.call('review.approve', { params, body });
    expect(again.status, 'the approval of the first round no longer counts').to.equal('under_review');
  });
  it('LST-8: is nobody’s business before: neither for the public nor for another enterprise', async () => {
    const params = { listingId: await listingIn(cast, 'under_review') };
    for (const api of [venue.client(), cast.elsa.api, cast.ines.api, cast.adele.api])
      expect(await api.refusal('listings.read', { params })).to.equal('not_found');
  });
  it('shows the public neither reviewers nor reasons once it is admitted', async () => {
    const params = { listingId: await listingIn(cast, 'approved') };
    const view = await venue.client().call('listings.read', { params });
    expect(view).to.deep.include({ status: 'approved', reviews: [], transitions: [], gaps: [] });
  });
});

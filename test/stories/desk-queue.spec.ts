import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { identify } from '../support/identities.ts';
import { listingIn } from '../support/listings.ts';
import { nothingProposed, proposed } from '../support/proposals.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('the one queue of the desk', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  const queueOf = (player: Player, query: object = {}) =>
    player.api.call('queue.list', { query: { limit: 100, ...query } });

  it('DSK-1: holds whatever waits, what is due first at the top, with age, due time and what is at stake', async () => {
    await nothingProposed(cast);
    const object = await listingIn(cast, 'submitted');
    const proposal = await proposed(cast.oreste);
    const { items, counts } = await queueOf(cast.olga);
    expect(items.map(({ dueAt }) => dueAt)).to.deep.equal(
      items.map(({ dueAt }) => dueAt).toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity)),
    );
    const listing = items.find((item) => item.object === object);
    const now = venue.venue.exchange.now();
    expect(listing).to.deep.include({ kind: 'listing', status: 'submitted', name: 'Orto Condiviso' });
    expect(listing?.dueAt).to.equal((listing?.since ?? 0) + policy.queueDueMs.listing);
    expect(listing?.since).to.be.within(now - 60_000, now);
    expect(listing?.stakes.amount).to.be.above(0);
    expect(items.find((item) => item.object === proposal.id)).to.deep.include({
      kind: 'proposal',
      dueAt: proposal.expiresAt,
      stakes: { amount: null, code: 'policy_change' },
      overdue: false,
    });
    expect(counts.waiting).to.equal(items.length);
    for (const { kind, waiting } of counts.kinds)
      expect(items.filter((item) => item.kind === kind).length, kind).to.equal(waiting);
  });
  it('DSK-1: shows each what their roles see to: an administrator no listing', async () => {
    const { items, counts } = await queueOf(cast.adele);
    expect([...new Set(items.map(({ kind }) => kind))]).to.deep.equal(['proposal']);
    expect(counts.kinds.map(({ kind }) => kind)).to.deep.equal(['proposal']);
    expect(await cast.ines.api.refusal('queue.list')).to.equal('not_allowed');
  });
  it('DSK-1: is filtered by kind, by whose, by what is late', async () => {
    const object = await listingIn(cast, 'submitted');
    const params = { object } as never;
    await cast.olga.api.call('queue.assign', { params, body: { to: 'me' } });
    const objects = async (player: Player, query: object) =>
      (await queueOf(player, query)).items.map((item) => item.object);
    expect(await objects(cast.olga, { whose: 'mine' })).to.deep.equal([object]);
    expect(await objects(cast.oreste, { whose: 'mine' })).to.deep.equal([]);
    expect(await objects(cast.oreste, { whose: 'unassigned' })).not.to.include(object);
    expect(await objects(cast.oreste, { kind: 'listing' })).to.include(object);
    expect(await objects(cast.oreste, { kind: 'listing', overdue: 'yes' })).to.deep.equal([]);
    await cast.pass(policy.queueDueMs.listing + 1_000);
    const late = await queueOf(cast.oreste, { kind: 'listing', overdue: 'yes' });
    expect(late.items.map((item) => item.object)).to.include(object);
    expect(late.items.every(({ overdue }) => overdue)).to.equal(true);
  });
  it('DSK-1: loses what is decided, and tells every open desk', async () => {
    const proposal = await proposed(cast.oreste);
    const socket = await cast.olga.socket();
    await cast.oreste.api.call('approvals.withdraw', { params: { proposalId: proposal.id } });
    await socket.push('changed', ({ topics }) => topics.includes('queue'));
    expect((await queueOf(cast.olga)).items.some(({ object }) => object === proposal.id)).to.equal(false);
    expect(
      await cast.olga.api.refusal('queue.assign', { params: { object: proposal.id }, body: { to: 'me' } }),
    ).to.equal('not_found');
  });
  it('DSK-2: is given to a colleague, who sees it as theirs', async () => {
    const object = await listingIn(cast, 'submitted');
    const params = { object } as never;
    const given = await cast.olga.api.call('queue.assign', { params, body: { to: cast.oreste.id } });
    expect(given.assignee).to.deep.equal({ id: cast.oreste.id, name: 'Oreste Oddo', mine: false });
    const { items, colleagues } = await queueOf(cast.oreste, { object });
    expect(items[0]?.assignee?.mine).to.equal(true);
    expect(colleagues.map(({ name }) => name)).to.include.members([
      'Olga Orsini',
      'Oreste Oddo',
      'Adele Abate',
    ]);
    const nobody = await cast.oreste.api.call('queue.assign', { params, body: { to: 'nobody' } });
    expect(nobody.assignee).to.equal(null);
  });
  it('DSK-3: who declares an interest is a reviewer no longer, and everybody inside sees it', async () => {
    const listingId = await listingIn(cast, 'under_review');
    const params = { object: listingId } as never;
    const body = { conflict: true, reason: 'My sister works there' };
    const item = await cast.olga.api.call('queue.declare', { params, body });
    expect(item.declared).to.equal('conflict');
    const view = await cast.oreste.api.call('listings.read', { params: { listingId } });
    expect(view.reviews.at(-1)).to.include({ verdict: 'stepped_back', reviewerName: 'Olga Orsini' });
    expect(await cast.olga.api.refusal('review.take', { params: { listingId } })).to.equal(
      'conflict_of_interest',
    );
  });
  it('DSK-5: keeps what was sent back beside what was handed in anew', async () => {
    const listingId = await listingIn(cast, 'changes_requested');
    const params = { listingId };
    const sent = await cast.olga.api.call('listings.read', { params });
    expect(sent.previous).to.deep.equal(sent.draft);
    const draft = cast.completeDraft({ texts: { team: 'Quindici persone, tre socie nuove' } });
    await cast.enzo.api.call('listings.saveDraft', { params, body: { revision: sent.revision, draft } });
    await cast.enzo.api.call('listings.submit', { params });
    const again = await cast.olga.api.call('listings.read', { params });
    expect(again.previous).to.deep.equal(sent.draft);
    expect(again.draft.texts.team).to.equal('Quindici persone, tre socie nuove');
    const admitted = await listingIn(cast, 'approved');
    const seen = await venue.client().call('listings.read', { params: { listingId: admitted } });
    expect(seen.previous).to.equal(null);
  });
  it('DSK-6: says how the desk stands', async () => {
    const figures = await cast.olga.api.call('queue.figures');
    const { counts } = await queueOf(cast.olga);
    expect(figures).to.include({ waiting: counts.waiting, overdue: counts.overdue });
    const listings = venue.venue.exchange.peek(({ listings: all }) => [...all.listings.values()]);
    for (const { status, listings: count } of figures.pipeline)
      expect(listings.filter((one) => one.status === status).length, status).to.equal(count);
    expect(figures.medianResponseMs).to.be.a('number');
    expect(figures.oldestSince).to.be.at.most(venue.venue.exchange.now());
  });
  it('DSK-1: holds identities that investors have submitted, until somebody has looked', async () => {
    const rosa = await cast.join('rosa@example.org', { displayName: 'Rosa Rossi', roles: ['investor'] });
    const seen = async () =>
      (await queueOf(cast.olga, { kind: 'identity' })).items.filter(({ object }) => object === rosa.id);
    await identify(rosa, cast.oreste, async () => {
      const [item] = await seen();
      expect(item).to.include({ name: 'Rosa Rossi', status: 'submitted' });
      expect(item?.dueAt).to.equal((item?.since ?? 0) + policy.queueDueMs.identity);
    });
    expect(await seen()).to.deep.equal([]);
  });
});

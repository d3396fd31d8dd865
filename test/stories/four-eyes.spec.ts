import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Refusal } from '../support/api-client.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { oneHuman } from '../support/identities.ts';
import { approve, listingIn } from '../support/listings.ts';
import { agree, changeRole, proposalIn, proposed } from '../support/proposals.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const reason = 'Seen, and as it should be';

describe('four eyes by person', () => {
  let venue: TestVenue;
  let cast: Cast;
  let ottavia: Player;
  /** Another account of Olga's, which the venue knows to be hers by its tax code. */
  let olgasOther: Player;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    ottavia = await cast.join('ottavia@example.org', { displayName: 'Ottavia', roles: ['operator'] });
    olgasOther = await cast.join('o.orsini@example.org', { displayName: 'O. Orsini', roles: ['operator'] });
    await oneHuman(cast.olga, olgasOther, ottavia);
  });
  after(() => venue.close());

  /** How each of the calls ended: done, or refused with a code. */
  const endings = async (calls: readonly Promise<unknown>[]): Promise<string[]> => {
    const settled = await Promise.allSettled(calls);
    return settled.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Refusal).code));
  };
  const tierOf = (player: Player) =>
    venue.venue.exchange.peek(({ people }) => people.people.get(player.id)?.tier);

  it('APR-6: two who agree at the same moment: exactly one does it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const proposal = await proposed(olgasOther);
      const both = await endings([agree(cast.oreste, proposal), agree(ottavia, proposal)]);
      expect(both.toSorted()).to.deep.equal(['done', 'illegal_state']);
      const settings = await venue.client().call('approvals.settings');
      const done = settings.items.find(({ name }) => name === 'maxOrderValueCents');
      expect(done?.versions.length, 'once').to.equal(round + 1);
      expect(String(done?.present)).to.equal(proposal.act.facts[0]?.after);
    }
  });
  it('APR-6: two who admit a listing at the same moment: exactly one does it', async () => {
    const listingId = await listingIn(cast, 'under_review');
    const params = { listingId };
    const view = await ottavia.api.call('review.take', { params });
    await approve(cast.olga, view);
    const both = await endings([approve(cast.oreste, view), approve(ottavia, view)]);
    expect(both.toSorted()).to.deep.equal(['done', 'illegal_state']);
    const { transitions } = await cast.olga.api.call('listings.read', { params });
    expect(transitions.filter(({ to }) => to === 'approved')).to.have.length(1);
  });
  it('APR-2: an agreement sent again after the document changed is refused', async () => {
    const params = { personId: cast.ivo.id };
    const body = { tier: 'institutional', reason } as const;
    const first = await cast.olga.api.call('people.setTier', { params, body });
    const other = await cast.olga.api.call('people.setTier', {
      params,
      body: { ...body, tier: 'community' },
    });
    await agree(cast.oreste, other);
    expect(await ottavia.api.refusal('approvals.approve', asked(first))).to.equal('content_changed');
    expect(tierOf(cast.ivo)).to.equal('community');
    const seen = await ottavia.api.call('approvals.read', { params: { proposalId: first.id } });
    expect(seen).to.include({ stale: true, barred: 'content_changed', status: 'waiting' });

    const listingId = await listingIn(cast, 'changes_requested');
    const draft = await cast.enzo.api.call('listings.read', { params: { listingId } });
    await cast.enzo.api.call('listings.saveDraft', {
      params: { listingId },
      body: { revision: draft.revision, draft: cast.completeDraft({ texts: { team: 'Altre persone' } }) },
    });
    await cast.enzo.api.call('listings.submit', { params: { listingId } });
    await ottavia.api.call('review.take', { params: { listingId } });
    const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
    const replay = { params: { listingId }, body: { contentHash: draft.contentHash, ...gates, reason } };
    expect(await ottavia.api.refusal('review.approve', replay)).to.equal('content_changed');
  });
  const asked = ({ id, contentHash }: { readonly id: string; readonly contentHash: string }) => ({
    params: { proposalId: id as never },
    body: { contentHash, reason },
  });
  it('APR-5: an agreement that comes too late is refused', async () => {
    const id = await proposalIn(cast, 'expired');
    const { contentHash } = await ottavia.api.call('approvals.read', { params: { proposalId: id } });
    expect(await ottavia.api.refusal('approvals.approve', asked({ id, contentHash }))).to.equal(
      'approval_expired',
    );
  });
  it('APR-3: nobody agrees to their own from a second account: a role, a tier, the policy', async () => {
    const second = await proposed(cast.olga);
    expect(await olgasOther.api.refusal('approvals.approve', asked(second))).to.equal('same_person');
    expect(await olgasOther.api.refusal('approvals.refuse', asked(second))).to.equal('same_person');
    const tier = await cast.olga.api.call('people.setTier', {
      params: { personId: cast.ines.id },
      body: { tier: 'community', reason },
    });
    expect(await olgasOther.api.refusal('approvals.approve', asked(tier))).to.equal('same_person');
    await changeRole(cast, cast.olga.id, 'administrator', true, cast.oreste);
    const role = await cast.olga.api.call('people.setRole', {
      params: { personId: cast.vera.id },
      body: { role: 'enterprise', granted: true, reason },
    });
    expect(await olgasOther.api.refusal('approvals.approve', asked(role))).to.equal('same_person');
    expect((await agree(cast.oreste, role)).checker?.name).to.equal('Oreste Oddo');
    await changeRole(cast, cast.olga.id, 'administrator', false, cast.oreste);
  });
  it('APR-8: nor review a listing twice, or one’s own enterprise’s, from a second account', async () => {
    const params = { listingId: await listingIn(cast, 'submitted') };
    await cast.olga.api.call('review.take', { params });
    expect(await olgasOther.api.refusal('review.take', { params })).to.equal('same_person');
  });
  it('APR-7: a role withdrawn a moment ago agrees to nothing, over HTTP and on a socket that is open', async () => {
    const sara = await cast.join('sara@example.org', { displayName: 'Sara', roles: ['operator'] });
    const socket = await sara.socket();
    const proposal = await proposed(cast.oreste);
    await socket.push('notice', ({ kind }) => kind === 'proposal_waiting');
    await changeRole(cast, sara.id, 'operator', false);
    await socket.push('notice', ({ kind }) => kind === 'role_withdrawn');
    expect(await sara.api.refusal('approvals.approve', asked(proposal))).to.equal('not_allowed');
    expect(await sara.api.refusal('queue.list')).to.equal('not_allowed');
    const desk = await ottavia.socket();
    const told = socket.pushes('changed').length;
    const decided = ({ topics }: { topics: string[] }): boolean => topics.includes(`proposal:${proposal.id}`);
    await agree(ottavia, proposal);
    await desk.push('changed', decided);
    expect(socket.pushes('changed').slice(told).some(decided)).to.equal(false);
    expect(socket.raw.connected, 'the session itself goes on').to.equal(true);
  });
  it('APR-10: those who may agree are told, and the maker in the end; whom it is about is not', async () => {
    const news = async (player: Player, about: string) => {
      const { items } = await player.api.call('me.notices', { query: { limit: 20 } });
      return items.filter(({ subject }) => subject['proposal'] === about).map(({ kind }) => kind);
    };
    const proposal = await cast.adele.api.call('people.setRole', {
      params: { personId: ottavia.id },
      body: { role: 'verifier', granted: true, reason },
    });
    expect(await news(cast.oreste, proposal.id)).to.deep.equal(['proposal_waiting']);
    await agree(cast.oreste, proposal);
    expect(await news(cast.adele, proposal.id)).to.deep.equal(['proposal_approved']);
    expect(await news(ottavia, proposal.id)).to.deep.equal([]);
  });
  it('APR-1: leaves who proposed and who agreed, and why, in the trail of the proposal', async () => {
    const done = await agree(cast.oreste, await proposed(cast.olga));
    expect(done).to.deep.include({ status: 'approved', decidedReason: 'Seen, and as it should be' });
    const trail = await cast.olga.api.call('audit.read', { query: { object: done.id } });
    expect(trail.items.map(({ by, kind }) => [by, kind])).to.deep.equal([
      ['Oreste Oddo', 'approvals.approve'],
      ['Olga Orsini', 'approvals.propose'],
    ]);
  });
  it('APR-11: a number agreed for a later day is public at once and holds from that day', async () => {
    const from = millis(venue.venue.exchange.now() + 3 * 86_400_000);
    const act = { kind: 'policy_change', setting: 'orderCollar', value: 4_000, from } as const;
    const proposal = await cast.olga.api.call('approvals.propose', { body: { act, reason } });
    expect(proposal.act.facts).to.deep.include({ name: 'from', before: null, after: String(from) });
    await agree(cast.oreste, proposal);
    const collar = async () =>
      (await venue.client().call('approvals.settings')).items.find(({ name }) => name === 'orderCollar');
    const before = await collar();
    expect(before?.present).to.equal(before?.table);
    expect(before?.versions[0]).to.include({ value: 4_000, from, maker: cast.olga.displayName });
    await cast.passTo(from - 1);
    expect((await collar())?.present).to.equal(before?.table);
    await cast.passTo(from);
    expect((await collar())?.present).to.equal(4_000);
    const late = { body: { act: { ...act, value: 3_000 }, reason } };
    expect(await cast.olga.api.refusal('approvals.propose', late)).to.equal('setting_date_invalid');
  });
});

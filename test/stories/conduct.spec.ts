import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { cents, millis } from '@piazza/shared/values';
import { tellByOf } from '../../server/src/domain/conduct/index.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { complaint } from '../support/conduct.ts';
import { Refusal } from '../support/api-client.ts';
import { listingIn } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const dayMs = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What a call was refused with. */
async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (refused) {
    if (refused instanceof Refusal) return refused;
    throw refused;
  }
  throw new Error('it was not refused');
}

describe('how the venue itself behaves', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());

  const told = async (player: Cast['ines']): Promise<string[]> =>
    (await player.api.call('me.notices', { query: { limit: 20 } })).items.map(({ kind }) => kind);

  it('CON-1 CON-2: a complaint is acknowledged at once, put off with a reason, answered and closed; its author reads it all', async () => {
    const filed = await cast.ines.api.call('complaints.file', { body: complaint() });
    expect(filed.dueAt - filed.at).to.equal(policy.complaintAnswerMs);
    expect(filed.form).to.deep.equal(complaint());
    expect(await told(cast.ines)).to.include('complaint_received');
    const params = { complaintId: filed.id };
    const late = await cast.olga.api.call('complaints.extend', {
      params,
      body: { days: 10, words: 'The issuer was asked for its records' },
    });
    expect(late.dueAt - filed.dueAt).to.equal(10 * dayMs);
    await cast.olga.api.call('complaints.answer', { params, body: { words: 'The sheet is corrected.' } });
    await cast.olga.api.call('complaints.close', {
      params,
      body: { outcome: 'upheld', words: 'You were right.' },
    });
    const read = await cast.ines.api.call('complaints.read', { params });
    expect(read.status).to.equal('closed');
    expect(read.extensions.map(({ words }) => words)).to.deep.equal(['The issuer was asked for its records']);
    expect(read.answers.map(({ words }) => words)).to.deep.equal(['The sheet is corrected.']);
    expect(read.closed).to.include({ outcome: 'upheld', words: 'You were right.' });
    expect(await told(cast.ines)).to.include.members([
      'complaint_extended',
      'complaint_answered',
      'complaint_closed',
    ]);
    const again = cast.olga.api.call('complaints.answer', { params, body: { words: 'Once more' } });
    expect((await refusal(again)).code).to.equal('complaint_closed');
  });

  it('CON-11: who complains is told in ten working days whether it is admissible; until then it waits in the queue', async () => {
    const filed = await cast.ivo.api.call('complaints.file', { body: complaint() });
    const params = { complaintId: filed.id };
    expect(filed).to.include({ admissible: null, tellBy: tellByOf(filed.at), overdue: false });
    const waiting = async () =>
      (await cast.olga.api.call('queue.list', { query: { kind: 'complaint', object: filed.id } })).items[0];
    expect(await waiting()).to.include({ dueAt: filed.tellBy, overdue: false });
    await cast.passTo(filed.tellBy + 1);
    expect(await waiting()).to.deep.include({
      overdue: true,
      stakes: { amount: null, code: 'admissibility' },
    });
    expect((await cast.ivo.api.call('complaints.read', { params })).overdue).to.equal(true);
    const admitted = await cast.olga.api.call('complaints.admit', { params });
    expect(admitted).to.deep.include({
      admissible: { is: true, at: venue.venue.exchange.now() },
      overdue: false,
    });
    expect(await waiting()).to.deep.include({
      dueAt: filed.dueAt,
      stakes: { amount: null, code: 'answer' },
    });
    expect(await told(cast.ivo)).to.include('complaint_admissible');
    const otherwise = { params, body: { outcome: 'inadmissible', words: 'Not ours after all' } } as const;
    const refused = await refusal(cast.olga.api.call('complaints.close', otherwise));
    expect(refused.code).to.equal('admissibility_told');
    const other = await cast.ivo.api.call('complaints.file', { body: complaint() });
    const body = { outcome: 'inadmissible', words: 'It is about another venue.' } as const;
    await cast.olga.api.call('complaints.close', { params: { complaintId: other.id }, body });
    const read = await cast.ivo.api.call('complaints.read', { params: { complaintId: other.id } });
    expect(read.admissible?.is).to.equal(false);
    expect(read.closed?.words).to.equal(body.words);
    expect(await told(cast.ivo)).to.include('complaint_inadmissible');
    const register = await cast.olga.api.call('reports.csv', {
      params: { report: 'complaints' },
      query: { language: 'en', from: day(filed.at - dayMs), to: day(filed.at + 60 * dayMs) },
    });
    const rowOf = (id: string): string => register.split('\r\n').find((line) => line.startsWith(id)) ?? '';
    expect(rowOf(other.id)).to.match(/,no,.*,not admissible,no,no$/);
    expect(rowOf(filed.id)).to.match(/,yes,.*,yes,no$/);
  });

  it('CON-3: nobody whom a complaint names, and not its author, decides on it', async () => {
    const named = await cast.ines.api.call('complaints.file', {
      body: complaint({ people: `Signora ${cast.olga.displayName}` }),
    });
    const params = { complaintId: named.id };
    const body = { words: 'There is nothing in it' };
    const own = await refusal(cast.olga.api.call('complaints.answer', { params, body }));
    expect(own.code).to.equal('conflict_of_interest');
    const queue = await cast.olga.api.call('queue.list', { query: { kind: 'complaint' } });
    expect(queue.items.map(({ object }) => object)).not.to.include(named.id);
    await cast.oreste.api.call('complaints.answer', { params, body });
    const mine = await cast.oreste.api.call('complaints.file', { body: complaint() });
    const answer = cast.oreste.api.call('complaints.answer', { params: { complaintId: mine.id }, body });
    expect((await refusal(answer)).code).to.equal('conflict_of_interest');
  });

  it('CON-4: a declared interest is public without a name, and keeps its author from what it touches', async () => {
    const words = 'My sister sits on their board';
    const declared = await cast.olga.api.call('conflicts.declare', {
      body: { interest: 'family', organisationId: cast.organisation, words },
    });
    const register = await venue.client().call('conflicts.register');
    expect(register.items.map(({ id }) => id)).to.include(declared.id);
    expect(JSON.stringify(register)).not.to.include(words).and.not.to.include(cast.olga.displayName);
    const { organisations } = await cast.olga.api.call('conflicts.list');
    expect(organisations.map(({ id }) => id)).to.include.members([cast.organisation, cast.otherOrganisation]);
    const check = (organisationId: typeof cast.organisation) => ({
      params: { organisationId },
      body: {
        item: 'register_extract' as const,
        clear: false,
        documentId: null,
        reason: 'To be looked at again',
      },
    });
    const barred = cast.olga.api.call('dossier.check', check(cast.organisation));
    expect((await refusal(barred)).code).to.equal('conflict_of_interest');
    await cast.olga.api.call('dossier.check', check(cast.otherOrganisation));
    const object = await listingIn(cast, 'submitted');
    const declaredBy = async ({ api }: Cast['olga']) =>
      (await api.call('queue.list', { query: { object } })).items[0]?.declared;
    expect([await declaredBy(cast.olga), await declaredBy(cast.oreste)]).to.deep.equal([
      'conflict',
      'nothing',
    ]);
    const given = cast.oreste.api.call('queue.assign', { params: { object }, body: { to: cast.olga.id } });
    expect((await refusal(given)).code).to.equal('conflict_of_interest');
    await cast.oreste.api.call('queue.assign', { params: { object }, body: { to: 'me' } });
    const end = { params: { conflictId: declared.id } };
    expect((await refusal(cast.oreste.api.call('conflicts.end', end))).code).to.equal('not_found');
    await cast.olga.api.call('conflicts.end', end);
    expect((await refusal(cast.olga.api.call('conflicts.end', end))).code).to.equal('declaration_ended');
  });

  it('CON-5: fees change when two persons agree, thirty days ahead at the earliest; until then nothing is asked', async () => {
    const now = venue.venue.exchange.now();
    const fees = { commitmentBps: 0, tradeBps: 10, successBps: 200, admission: cents(0), reason: 'To pay' };
    const soon = { body: { ...fees, from: millis(now + policy.feeNoticeMs - 1) } };
    expect((await refusal(cast.olga.api.call('fees.propose', soon))).code).to.equal('fee_date_invalid');
    const from = millis(now + policy.feeNoticeMs + 2 * dayMs);
    const proposal = await cast.olga.api.call('fees.propose', { body: { ...fees, from } });
    const check = {
      params: { proposalId: proposal.id },
      body: { contentHash: proposal.contentHash, reason: 'Announced in time' },
    };
    expect((await refusal(cast.olga.api.call('approvals.approve', check))).code).to.equal('same_person');
    await cast.oreste.api.call('approvals.approve', check);
    expect((await venue.client().call('fees.read')).present.tradeBps).to.equal(0);
    await cast.passTo(from);
    const after = await venue.client().call('fees.read');
    expect(after.present).to.include({ tradeBps: 10, successBps: 200 });
    expect(after.versions).to.have.length(1);
  });
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { policy } from '@piazza/shared/policy';
import type { ComplaintId, DocumentId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { complaint } from '../support/conduct.ts';
import { sound } from '../support/files.ts';
import { madeUpIdentity } from '../support/protection.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';

/** Whether those very bytes lie anywhere below the folder, whatever file they are in. */
function holds(folder: string, bytes: Uint8Array): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .some((path) => readFileSync(path).includes(Buffer.from(bytes)));
}

describe('The story of what is kept by law, and then is not', () => {
  let kit: OpenKit;
  let venue: TestVenue;
  let cast: Cast;
  let zita: Player;
  let idle: Player;
  let complaintId: ComplaintId;
  let erasedAt: number;
  let endedAt: number;
  /** Keys and envelopes as they lay on the disk. */
  const traces: Record<'complaint' | 'identity' | 'file', Uint8Array[]> = {
    complaint: [],
    identity: [],
    file: [],
  };
  const words = { complaint: 'Il foglio tace sul mutuo', identity: 'CONSERVATA 1' };

  const folder = (): string => {
    if (kit.config === undefined || !('dataDir' in kit.config)) throw new Error('no folder');
    return kit.config.dataDir;
  };
  const state = <T>(pick: Parameters<TestVenue['venue']['exchange']['peek']>[0]): T =>
    venue.venue.exchange.peek(pick) as T;
  const bytesAt = async (...keys: string[]): Promise<Uint8Array[]> => {
    const found = await Promise.all(keys.map((key) => kit.vault.get(key)));
    // Copies: what a store hands out may be its own memory.
    return found.map((entry, index) => {
      if (entry === undefined) throw new Error(`nothing at ${keys[index]}`);
      return Uint8Array.from(entry.value);
    });
  };
  const onDisk = (what: keyof typeof traces): boolean[] =>
    traces[what].map((bytes) => holds(folder(), bytes));
  const passTo = async (at: number): Promise<void> => {
    const stepMs = policy.clockJumpMaxMs;
    while (venue.venue.exchange.now() + stepMs < at) await cast.pass(stepMs);
    await cast.passTo(at);
  };

  before(async () => {
    kit = await storeKits.find(({ name }) => name === 'lmdb')!.open();
    venue = await openVenue({ kit });
    cast = await castOf(venue);
    const newcomer = { roles: ['investor'], isNew: true } as const;
    zita = await cast.join('zita@example.org', { displayName: 'Zita Zanetti', ...newcomer });
    idle = await cast.join('idle@example.org', { displayName: 'Ilde Oziosa', ...newcomer });
  });
  after(async () => {
    await venue.close();
    await kit.destroy();
  });

  it('SEC-10: somebody is told what the law keeps beyond their account, and until when', async () => {
    expect((await zita.api.call('security.erasure')).kept).to.deep.equal([]);
    await zita.api.call('protection.submitIdentity', { body: madeUpIdentity(words.identity) });
    expect((await zita.api.call('security.erasure')).kept, 'no relation yet').to.deep.equal([]);
    await cast.olga.api.call('protection.reviewIdentity', {
      params: { personId: zita.id },
      body: { revision: 1, verdict: 'approve', reason: 'Seen' },
    });
    const filed = await zita.api.call('complaints.file', {
      body: complaint({ description: words.complaint }),
    });
    complaintId = filed.id;
    const params = { complaintId };
    await cast.olga.api.call('complaints.close', {
      params,
      body: { outcome: 'upheld', words: 'You are right' },
    });
    endedAt = (await zita.api.call('complaints.read', { params })).endedAt ?? 0;
    const now = venue.venue.exchange.now();
    const { kept } = await zita.api.call('security.erasure');
    expect(kept.map(({ kind }) => kind)).to.deep.equal(['identity', 'complaints']);
    expect(kept[0]?.until).to.be.within(now + policy.identityKeptMs, now + policy.identityKeptMs + 60_000);
    expect(kept[1]?.until).to.equal(endedAt + policy.complaintsKeptMs);
  });

  it('CON-6 CON-7: an erasure leaves that, under keys of its own, and the desk reads it', async () => {
    const subjects = {
      complaint: state<string>(({ conduct }) => conduct.complaints.get(complaintId)?.subject),
      identity: state<string>(({ protection }) => protection.people.get(zita.id)?.identitySubjects[0]),
    };
    const refs = {
      complaint: state<string>(({ conduct }) => conduct.complaints.get(complaintId)?.words.ref),
      identity: state<string>(({ protection }) => protection.people.get(zita.id)?.identity?.details.ref),
    };
    for (const what of ['complaint', 'identity'] as const)
      traces[what] = await bytesAt(`key/${subjects[what]}`, `doc/${refs[what]}`);
    await cast.pass(86_400_000);
    await zita.api.call('security.erase', { body: { confirmation: zita.email, giveBack: true } });
    erasedAt = state<number>(({ people }) => people.people.get(zita.id)?.erasure?.completedAt);
    const read = await cast.olga.api.call('complaints.read', { params: { complaintId } });
    expect(read.form?.description).to.equal(words.complaint);
    expect(read.closed?.words).to.equal('You are right');
    const identity = await cast.olga.api.call('protection.identity', { params: { personId: zita.id } });
    expect(identity.details?.taxCode).to.equal(words.identity);
    expect(identity).to.include({ email: '', displayName: 'erased · cancellato' });
    const listed = await cast.olga.api.call('protection.identities', { query: { limit: 100 } });
    expect(listed.items.map(({ personId }) => personId)).not.to.include(zita.id);
    expect([...onDisk('complaint'), ...onDisk('identity')]).to.deep.equal([true, true, true, true]);
  });

  it('CON-7: of whoever never had a relation with the venue nothing is left', async () => {
    await idle.api.call('protection.submitIdentity', { body: madeUpIdentity('OZIOSA 1') });
    const subject = state<string>(({ protection }) => protection.people.get(idle.id)?.identitySubjects[0]);
    const [key] = await bytesAt(`key/${subject}`);
    await idle.api.call('security.erase', { body: { confirmation: idle.email, giveBack: true } });
    expect(await kit.vault.get(`key/${subject}`)).to.equal(undefined);
    expect(holds(folder(), key!)).to.equal(false);
    const identity = await cast.olga.api.call('protection.identity', { params: { personId: idle.id } });
    expect(identity.details).to.equal(null);
  });

  it('CON-9: a file of an organisation that never had an issue is kept from the day it came', async () => {
    await cast.pass(86_400_000);
    const path = `/api/v1/organisations/${cast.organisation}/documents`;
    const reply = await fetch(`${venue.url}${path}?name=nota.txt&kind=other&visibility=issuer`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${cast.enzo.token}`,
        'content-type': 'application/octet-stream',
        'X-Piazza': '1',
      },
      body: sound.txt,
    });
    const { id } = (await reply.json()) as { readonly id: DocumentId };
    const ref = state<string>(({ documents }) => documents.byId.get(id)?.content.ref);
    traces.file = await bytesAt(`chunk/${ref}/000000`);
    expect(onDisk('file')).to.deep.equal([true]);
  });

  it('CON-6 CON-7 CON-9: a millisecond before its time it is there, at its time its key, words and bytes are gone', async () => {
    const ends = [
      ['complaint', endedAt + policy.complaintsKeptMs],
      ['identity', erasedAt + policy.identityKeptMs],
    ] as const;
    for (const [what, until] of ends) {
      await passTo(until - 1);
      await venue.venue.sweepOld();
      expect(onDisk(what), `${what} before`).to.deep.equal([true, true]);
      await passTo(until);
      expect(await venue.venue.sweepOld()).to.be.above(0);
      expect(onDisk(what), `${what} after`).to.deep.equal([false, false]);
    }
    const uploadedAt = state<number>(({ documents }) => [...documents.byId.values()].at(-1)?.at);
    expect(onDisk('file')).to.deep.equal([true]);
    await passTo(uploadedAt + policy.documentsKeptMs);
    await venue.venue.sweepOld();
    expect(onDisk('file')).to.deep.equal([false]);
    expect(await venue.venue.sweepOld(), 'nothing is left to go').to.equal(0);
  });

  it('CON-6: the register keeps its place, and the journal verifies to the same state', async () => {
    const read = await cast.olga.api.call('complaints.read', { params: { complaintId } });
    expect(read).to.deep.include({ status: 'closed', form: null });
    const person: PersonId = zita.id;
    const identity = await cast.olga.api.call('protection.identity', { params: { personId: person } });
    expect(identity.details).to.equal(null);
    const before = venue.stateHash();
    await venue.close();
    kit = await kit.reopen();
    venue = await openVenue({ kit });
    expect(venue.stateHash()).to.equal(before);
  });
});

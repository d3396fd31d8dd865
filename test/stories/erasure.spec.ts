import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { run } from '../../scripts/journal/run.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { takeSnapshot } from '../../server/src/kernel/snapshot.ts';
import { pathOf, type WireRequest } from '../support/api-client.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { catalogueOf, exampleOf, refill, type Catalogue } from '../support/catalogue.ts';
import { mailedToken } from '../support/mails.ts';
import { findIn, findInFolder } from '../support/plain-search.ts';
import { planted } from '../support/planting.ts';
import { furtherSession, madePasskey, twoFactorOn } from '../support/security.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';

const password = 'il porto di notte piove';
const email = 'zenobia.tramontana@esempio-privato.example';
const displayName = 'Zenobià Tramontana-Qwerty';
/** No two words alike, and none that anything else would write. */
const mint = (): string => `Zq${randomBytes(9).toString('hex')}`;

interface Sent {
  readonly name: EndpointName;
  readonly status: number;
  readonly words: readonly string[];
}

/** What only the venue's own people write of a person, sealed under that person's key. */
const written: readonly EndpointName[] = endpointNames.filter((name) => {
  const { access, params, method } = contract[name] as EndpointRecord;
  const byOperators =
    Array.isArray(access) && (access.includes('operator') || access.includes('administrator'));
  return byOperators && method !== 'GET' && params !== undefined && 'personId' in params.shape;
});
/** What an investor may write; how they sign in and prove themselves is not among it. */
const theirs: readonly EndpointName[] = endpointNames.filter((name) => {
  const { access, method } = contract[name] as EndpointRecord;
  const may = access === 'signed_in' || (Array.isArray(access) && access.includes('investor'));
  return may && method !== 'GET' && !name.startsWith('security.') && !name.startsWith('auth.');
});

/** What is kept beyond an account for the time of the law, and where operators read it (CON-6, CON-7). */
const keptByLaw: ReadonlySet<EndpointName> = new Set([
  'protection.submitIdentity',
  'protection.reviewIdentity',
  'complaints.file',
]);
const showsKept: ReadonlySet<EndpointName> = new Set(['protection.identity', 'complaints.read']);

describe('The story of a person who is erased', () => {
  let kit: OpenKit;
  let venue: TestVenue;
  let cast: Cast;
  let catalogue: Catalogue;
  let zenobia: Player;
  let exported: Buffer;
  let hashBefore: string;
  const log: string[] = [];
  const words = [email, displayName, password];
  const sent: Sent[] = [];
  const heard = (line: string): void => void log.push(line);
  const folder = (): string => {
    if (kit.config === undefined || !('dataDir' in kit.config)) throw new Error('no folder');
    return kit.config.dataDir;
  };

  before(async () => {
    kit = await storeKits.find(({ name }) => name === 'lmdb')!.open();
    venue = await openVenue({ kit, heard });
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
  });
  after(async () => {
    await venue.close();
    await kit.destroy();
  });

  const send = async (name: EndpointName, asked: WireRequest, token?: string): Promise<Response> => {
    const endpoint: EndpointRecord = contract[name];
    const headers: Record<string, string> = { 'X-Piazza': '1' };
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    if (asked.body !== undefined) headers['Content-Type'] = 'application/json';
    const body = asked.body === undefined ? null : JSON.stringify(asked.body);
    return fetch(venue.url + pathOf(endpoint, asked), { method: endpoint.method, headers, body });
  };
  const write = async (name: EndpointName, token: string, over: Readonly<Record<string, string>> = {}) => {
    const example = exampleOf(contract[name], { ...catalogue, ...over });
    const params = { ...example.params };
    if ('personId' in params && 'person' in over) params['personId'] = over['person'] ?? '';
    const { request, words: fresh } = planted(name, { ...example, params }, mint);
    if (fresh.length === 0) return;
    words.push(...fresh);
    sent.push({ name, status: (await send(name, request, token)).status, words: fresh });
  };

  it('the search finds a planted word in every form, and none where there is none', () => {
    const place = mkdtempSync(join(tmpdir(), 'piazza-search-'));
    try {
      const word = 'Zenobià-Qwerty-Planted';
      const forms: Readonly<Record<string, Buffer>> = {
        plain: Buffer.from(`before ${word} after`),
        utf16: Buffer.from(`before ${word} after`, 'utf16le'),
        json: Buffer.from('{"name":"Zenobi\\u00e0-Qwerty-Planted"}'),
        base64: Buffer.from(Buffer.from(`x${word}yz`).toString('base64')),
        other64: Buffer.from(Buffer.from(`xx${word}`).toString('base64url')),
        gz: Buffer.concat([randomBytes(50), gzipSync(JSON.stringify({ word }))]),
        hex: Buffer.from(Buffer.from(word).toString('hex')),
      };
      for (const [name, bytes] of Object.entries(forms)) {
        writeFileSync(join(place, name), bytes);
        expect(findInFolder(place, [word]), name).not.to.be.empty;
        rmSync(join(place, name));
      }
      writeFileSync(join(place, 'nothing'), Buffer.from('Zenobia-Qwerty-Planted'));
      expect(findInFolder(place, [word])).to.be.empty;
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('lives on the venue: registers by mail, signs in with two factors, and writes into every field there is', async () => {
    const registration = { email, password, displayName, role: 'investor', locale: 'it' } as const;
    await venue.client().call('auth.register', { body: registration });
    const token = await mailedToken(cast, email);
    await venue.client().call('auth.verifyEmail', { body: { token } });
    const begun = await venue.client().call('auth.login', { body: { email, password } });
    const { accessToken, me } = begun;
    const api = venue.client(accessToken);
    zenobia = { ...cast.ines, id: me.id, me, email, password, displayName, token: accessToken, api };
    await api.call('wallet.topUp', { body: { amount: 500_000 as never } });
    await furtherSession(cast, zenobia);
    await madePasskey(api);
    await venue.client().call('auth.requestPasswordReset', { body: { email } });

    for (const name of theirs) {
      catalogue = await refill(cast, catalogue, contract[name]);
      await write(name, accessToken);
    }
    for (const name of written) {
      const author = (contract[name] as EndpointRecord).access.includes('operator') ? cast.olga : cast.adele;
      await write(name, author.token, { person: me.id });
    }
    // A name that was changed by the walk is as personal as the first.
    await api.call('me.update', { body: { displayName, locale: 'it' } });
    const { recoveryCodes } = await twoFactorOn(api);
    words.push(...recoveryCodes);
    const taken = sent.filter(({ status }) => status < 300).map(({ name }) => name);
    expect(taken).to.include.members(['me.update', 'board.post', 'board.reply', 'protection.submitIdentity']);
  });

  it('SEC-6: takes everything along as one file: every word of theirs that the venue holds is in it', async () => {
    const response = await send('security.export', {}, zenobia.token);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-disposition')).to.match(/^attachment; filename="piazza-per_/);
    exported = Buffer.from(await response.arrayBuffer());
    const own = JSON.parse(exported.toString('utf8')) as Readonly<Record<string, unknown>>;
    expect(own).to.include.keys(
      'profile',
      'standing',
      'wallet',
      'commitments',
      'protection',
      'board',
      'statement',
      'orderUpdates',
      'notices',
      'security',
      'mails',
      'texts',
    );
    const kept = sent.filter(
      ({ name, status }) => status < 300 && theirs.includes(name) && name !== 'me.update',
    );
    for (const { name, words: fresh } of kept)
      for (const word of fresh) expect(findIn(exported, [word], 'export'), `${name} ${word}`).not.to.be.empty;
    expect(findIn(exported, [email], 'export')).not.to.be.empty;
    expect(findIn(exported, [displayName], 'export')).not.to.be.empty;
    for (const secret of [password, 'passwordHash', 'refreshToken'])
      expect(exported.includes(secret)).to.be.false;
  });

  it('SEC-7: is not erased while money or posts stand in the way, and is told what does', async () => {
    // The one of before may have run out while others' time went by.
    await write('board.post', zenobia.token);
    const { obstacles } = await zenobia.api.call('security.erasure');
    expect(obstacles).to.include.members(['money', 'open_posts']);
    const wrong = { confirmation: 'somebody@else.example', giveBack: true };
    expect(await zenobia.api.refusal('security.erase', { body: wrong })).to.equal('confirmation_wrong');
    const body = { confirmation: email, giveBack: true };
    expect(await zenobia.api.refusal('security.erase', { body })).to.equal('erasure_blocked');
    for (const post of venue.venue.exchange.peek(({ board }) => [...board.posts.values()]))
      if (post.author === zenobia.id)
        await zenobia.api.call('board.withdraw', { params: { postId: post.id } });
    for (const commitment of venue.venue.exchange.peek(
      ({ offers }) => offers.byInvestor.get(zenobia.id) ?? [],
    ))
      await zenobia.api.call('commitments.revoke', { params: { commitmentId: commitment } });
    for (const complaint of venue.venue.exchange.peek(({ conduct }) => [...conduct.complaints.values()]))
      if (complaint.person === zenobia.id)
        await zenobia.api.call('complaints.withdraw', { params: { complaintId: complaint.id } });
    await zenobia.api.call('orders.cancelAll', { body: { listingId: null } });
    expect((await zenobia.api.call('security.erasure')).obstacles).to.deep.equal(['money']);
    const kept = { confirmation: email, giveBack: false };
    expect(await zenobia.api.refusal('security.erase', { body: kept })).to.equal('erasure_blocked');
  });

  it('SEC-7: others are told what keeps them', async () => {
    const told = async ({ api }: Player) => (await api.call('security.erasure')).obstacles;
    expect(await told(cast.ines)).to.include.members(['money', 'units', 'open_orders']);
    expect(await told(cast.adele)).to.include('last_administrator');
    expect(await told(cast.elsa)).to.include('sole_representative');
  });

  it('SEC-8: is erased when she confirms it: no session, no way in, no name', async () => {
    const socket = await venue.socket(zenobia.token);
    const { seq } = venue.venue.exchange.peek(() => ({ seq: venue.venue.exchange.durableSeq }));
    const stores = await kit.beside();
    await takeSnapshot({ journal: stores.journal, snapshots: stores.snapshots, upTo: seq });
    await zenobia.api.call('security.erase', { body: { confirmation: email, giveBack: true } });
    expect(await zenobia.api.refusal('me.read')).to.equal('session_expired');
    expect(await venue.client().refusal('auth.login', { body: { email, password } })).to.equal(
      'wrong_credentials',
    );
    expect(await socket.cut()).to.equal('session_ended');
    const people = await cast.olga.api.call('people.list', { query: { limit: 100 } });
    const left = people.items.find(({ id }) => id === zenobia.id);
    expect(left).to.include({ email: '' });
    expect(left?.displayName).to.equal('erased · cancellato');
    expect(left?.roles).to.deep.equal([]);
    const erasure = venue.venue.exchange.peek((state) => state.people.people.get(zenobia.id)?.erasure);
    expect(erasure?.completedAt).to.be.a('number');
    await stores.close();
  });

  it('SEC-9: leaves no plaintext behind: not in the data folder, the logs, or anything that can be exported but what the law keeps', async () => {
    // Sealed under keys of their own; read by operators where they look at that very thing, and nowhere else.
    const kept = sent.filter(({ name }) => keptByLaw.has(name)).flatMap(({ words: fresh }) => fresh);
    expect(kept).not.to.be.empty;
    expect(words).to.have.length.above(25);
    expect(new Set(words).size).to.equal(words.length);
    await venue.venue.context.historySettled();
    const stores = await kit.beside();
    const { journal, snapshots } = stores;
    await takeSnapshot({ journal, snapshots, upTo: venue.venue.exchange.durableSeq });
    await stores.close();
    expect(findInFolder(folder(), words)).to.deep.equal([]);
    expect(log).to.have.length.above(100);
    expect(findIn(Buffer.from(log.join('')), words, 'log')).to.deep.equal([]);
    for (const name of endpointNames) {
      const endpoint: EndpointRecord = contract[name];
      if (endpoint.method !== 'GET') continue;
      const asked = exampleOf(endpoint, { ...catalogue, investor: zenobia.id });
      for (const who of [cast.olga, cast.adele, cast.enzo, cast.ines]) {
        const reply = await send(name, asked, who.token);
        const bytes = Buffer.from(await reply.arrayBuffer());
        const wanted =
          who === cast.olga && showsKept.has(name) ? words.filter((word) => !kept.includes(word)) : words;
        expect(findIn(bytes, wanted, `${name} for ${who.displayName}`)).to.deep.equal([]);
      }
    }
  });

  it('SEC-9: leaves a journal that verifies, exports without her, and replays to the same state', async () => {
    const told = async (...argv: string[]) => {
      const lines: string[] = [];
      const out = { write: (text: string | Uint8Array) => lines.push(String(text)) > 0 } as never;
      const code = await run([...argv, '--data', folder()], {}, { out, err: out });
      return { code, text: lines.join('') };
    };
    await venue.venue.exchange.settled();
    expect((await told('verify')).code).to.equal(0);
    const { code, text } = await told('export');
    expect(code).to.equal(0);
    expect(text).to.include('people.erased');
    expect(findIn(Buffer.from(text), words, 'journal')).to.deep.equal([]);
    const stores = await kit.beside();
    hashBefore = venue.stateHash();
    const { state } = await restore({ journal: stores.journal, head: stores.head });
    expect(stateHash(state.venue)).to.equal(hashBefore);
    await stores.close();
  });

  it('SEC-8: stays erased over a restart, and her address is free for whoever holds it then', async () => {
    await venue.close();
    kit = await kit.reopen();
    venue = await openVenue({ kit, heard });
    expect(venue.stateHash()).to.equal(hashBefore);
    expect(await venue.venue.identity.accounts.findByEmail(email)).to.equal(undefined);
    const body = { email, password, displayName: 'Altra Persona', role: 'investor', locale: 'it' } as const;
    await venue.client().call('auth.register', { body });
  });
});

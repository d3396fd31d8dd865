import { policy } from '@piazza/shared/policy';
import type { DocumentView, Problem } from '@piazza/shared/contract';
import type { DocumentId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { eicar, sound, unsound, unsoundNames } from '../support/files.ts';
import { listingIn, published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { problemIn, wireTo, type Wire } from '../support/wire.ts';

interface Sent {
  readonly status: number;
  readonly body: Problem & DocumentView;
}

describe('documents of issuers', () => {
  let kit: OpenKit;
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  before(async () => {
    const memory = storeKits.find(({ name }) => name === 'memory');
    if (memory === undefined) throw new Error('no stores in memory');
    kit = await memory.open();
    venue = await openVenue({ kit });
    cast = await castOf(venue);
    wire = wireTo(venue.url);
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  const pathOf = (name: string, more = ''): string =>
    `/api/v1/organisations/${cast.organisation}/documents?name=${encodeURIComponent(name)}&kind=other&visibility=issuer${more}`;
  const send = async (
    name: string,
    body: Uint8Array,
    who: Player = cast.enzo,
    key?: string,
  ): Promise<Sent> => {
    const headers = {
      authorization: `Bearer ${who.token}`,
      'content-type': 'application/octet-stream',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const reply = await wire.send({ method: 'POST', path: pathOf(name), headers, body });
    return { status: reply.status, body: JSON.parse(reply.text) as Sent['body'] };
  };
  const filesKept = async (): Promise<number> =>
    (await kit.vault.list('file/')).length + (await kit.vault.list('chunk/')).length;
  const nothingKept = async (act: () => Promise<void>): Promise<void> => {
    const [files, hash] = [await filesKept(), venue.stateHash()];
    await act();
    expect(await filesKept(), 'no byte of it').to.equal(files);
    expect(venue.stateHash()).to.equal(hash);
  };
  const download = async (id: DocumentId, who?: Player) =>
    wire.send({
      path: `/api/v1/documents/${id}/content`,
      headers: who === undefined ? {} : { authorization: `Bearer ${who.token}` },
    });

  for (const [type, bytes] of Object.entries(sound))
    it(`ISS-9: takes ${type}, and gives it back byte by byte`, async () => {
      const { status, body } = await send(`Prova ${type}`, bytes);
      expect(status).to.equal(201);
      expect(body).to.include({ type, size: bytes.length });
      expect((await download(body.id, cast.enzo)).bytes.equals(bytes)).to.equal(true);
    });

  describe('ISS-9: refused by code, nothing kept', () => {
    for (const [what, bytes] of Object.entries(unsound))
      it(what, () =>
        nothingKept(async () => {
          const { body } = await send('Statuto.pdf', bytes);
          expect(body).to.include({ code: 'document_refused' });
          expect(body.facts?.['why']).to.equal('type');
        }),
      );
    it('an empty file, and a request without a body', () =>
      nothingKept(async () => {
        expect((await send('Statuto.pdf', new Uint8Array(0))).body.facts).to.deep.equal({ why: 'empty' });
        const headers = { authorization: `Bearer ${cast.enzo.token}` };
        const bare = await wire.send({ method: 'POST', path: pathOf('Statuto.pdf'), headers });
        expect(problemIn(bare).facts).to.deep.equal({ why: 'empty' });
      }));
    it('names that lead elsewhere, hide, or say something else', () =>
      nothingKept(async () => {
        for (const name of unsoundNames) {
          const { body } = await send(name, sound.pdf);
          expect(body, JSON.stringify(name)).to.include({ code: 'document_refused' });
          expect(body.facts?.['why']).to.equal('name');
        }
      }));
    it('names with control characters, and none at all, are malformed', () =>
      nothingKept(async () => {
        for (const name of ['a\u0000.pdf', 'a\nb.pdf', 'a\u007f.pdf', '', 'x'.repeat(201)])
          expect((await send(name, sound.pdf)).body, JSON.stringify(name)).to.include({
            code: 'malformed_request',
          });
      }));
    it('ISS-13: the test file of EICAR', () =>
      nothingKept(async () => {
        expect((await send('a.txt', eicar)).body.facts).to.deep.equal({ why: 'malware' });
      }));
    it('one byte too many, told before or after', () =>
      nothingKept(async () => {
        const large = Buffer.alloc(policy.documentMaxBytes + 1, 'x');
        expect((await send('a.txt', large)).body).to.include({ code: 'payload_too_large' });
      }));
    it('a body of another kind, or of somebody who may not send one, is not even read', () =>
      nothingKept(async () => {
        const headers = { authorization: `Bearer ${cast.enzo.token}`, 'content-type': 'application/json' };
        const json = await wire.send({ method: 'POST', path: pathOf('a.txt'), headers, body: '{}' });
        expect(problemIn(json).code).to.equal('unsupported_media_type');
        for (const [who, code] of [
          [cast.ines, 'not_allowed'],
          [cast.elsa, 'not_allowed'],
        ] as const)
          expect((await send('a.txt', sound.txt, who)).body).to.include({ code });
        const nobody = await wire.send({
          method: 'POST',
          path: pathOf('a.txt'),
          headers: { 'content-type': 'application/octet-stream' },
          body: Buffer.alloc(100_000),
        });
        expect(problemIn(nobody).code).to.equal('not_authenticated');
      }));
  });

  it('ISS-9: takes exactly as many bytes as the policy says', async () => {
    const { status, body } = await send('grande.txt', Buffer.alloc(policy.documentMaxBytes, 'x'));
    expect(status, JSON.stringify(body)).to.equal(201);
    await cast.enzo.api.call('documents.remove', {
      params: { documentId: body.id },
      body: { reason: 'Too large' },
    });
  });

  it('a request sent again under its key is one document, and one file', async () => {
    const before = await filesKept();
    const [one, other] = [
      await send('due.txt', sound.txt, cast.enzo, 'the-same-key-1'),
      await send('due.txt', sound.txt, cast.enzo, 'the-same-key-1'),
    ];
    expect(other.body.id).to.equal(one.body.id);
    expect(await filesKept()).to.equal(before + 2);
    const changed = await send('due.txt', Buffer.from('other bytes'), cast.enzo, 'the-same-key-1');
    expect(changed.body).to.include({ code: 'key_reused' });
    expect(await filesKept()).to.equal(before + 2);
  });

  it('ISS-10: what is sent at once fills the quota and not a byte more; what is refused leaves nothing', async () => {
    const bytes = Buffer.alloc(policy.documentMaxBytes, 'y');
    const params = { organisationId: cast.organisation };
    const { storage } = await cast.enzo.api.call('dossier.read', { params });
    const room = Math.floor((storage.mostBytes - storage.bytes) / bytes.length);
    const sent = await Promise.all(Array.from({ length: room + 3 }, (_, one) => send(`g${one}.txt`, bytes)));
    const taken = sent.filter(({ status }) => status === 201);
    expect(taken).to.have.length(room);
    for (const { status, body } of sent)
      if (status !== 201) expect(body).to.include({ code: 'document_quota_exceeded' });
    const files = [...(await kit.vault.list('file/'))];
    const kept = venue.venue.exchange.peek(({ documents }) =>
      [...documents.byId.values()].filter(({ removed }) => removed === null),
    );
    expect(files.map(({ key }) => key)).to.have.members(kept.map(({ content }) => `file/${content.ref}`));
    for (const { body } of taken)
      await cast.enzo.api.call('documents.remove', {
        params: { documentId: body.id },
        body: { reason: 'Room' },
      });
  });

  it('ISS-11: one that is removed is destroyed; that it was there stays known to the issuer', async () => {
    const { body } = await send('via.txt', Buffer.from('a text that goes away'));
    const before = await filesKept();
    await cast.enzo.api.call('documents.remove', {
      params: { documentId: body.id },
      body: { reason: 'Wrong one' },
    });
    expect(await filesKept()).to.equal(before - 2);
    expect(problemIn(await download(body.id, cast.enzo)).code).to.equal('not_found');
    const { items } = await cast.enzo.api.call('documents.ofOrganisation', {
      params: { organisationId: cast.organisation },
    });
    expect(items.find(({ id }) => id === body.id)?.removedAt).to.be.a('number');
  });

  it('ISS-11: with the key of the organisation all of them are gone', async () => {
    const gina = await cast.join('gina-e@example.org', { displayName: 'Gina', roles: ['enterprise'] });
    const profile = { name: 'Breve', legalForm: 'ets', place: '', website: '', about: '' } as const;
    const { id: organisationId } = await gina.api.call('organisations.create', { body: profile });
    const { id } = await gina.api.call('documents.upload', {
      params: { organisationId },
      query: { name: 'a.txt', kind: 'other', visibility: 'public' },
      bytes: sound.txt,
    });
    const { subject, ref } = venue.venue.exchange.peek(({ organisations, documents }) => ({
      subject: organisations.organisations.get(organisationId)?.subject ?? '',
      ref: documents.byId.get(id)?.content.ref ?? '',
    }));
    expect((await download(id)).status).to.equal(200);
    await venue.venue.context.vault.eraseSubject(subject);
    expect(problemIn(await download(id)).code).to.equal('not_found');
    for (const prefix of ['file/', 'chunk/', 'owned/'])
      for (const { key } of await kit.vault.list(prefix)) expect(key).not.to.include(ref);
  });

  it('ISS-12: is served to be kept, under its name in any alphabet, and can do nothing', async () => {
    const { body } = await send('Bilancio “società” 2025.txt'.replaceAll(/[“”]/g, '’'), sound.txt);
    const { headers, status } = await download(body.id, cast.enzo);
    expect(status).to.equal(200);
    expect(headers['content-type']).to.equal('application/octet-stream');
    expect(headers['content-disposition']).to.match(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''[!-~]+$/,
    );
    expect(decodeURIComponent(/''(.+)$/.exec(headers['content-disposition'] ?? '')?.[1] ?? '')).to.equal(
      body.name,
    );
    expect(headers['x-content-type-options']).to.equal('nosniff');
    expect(headers['content-security-policy']).to.match(/default-src 'none'.*sandbox/);
    expect(headers['cache-control']).to.equal('no-store');
  });

  it('ISS-12: is there for those alone who may see it', async () => {
    const { listingId: live } = await published(cast);
    const draft = await listingIn(cast, 'draft');
    const params = { organisationId: cast.organisation };
    const bring = async (
      who: Player,
      visibility: 'public' | 'issuer' | 'operators',
      listingId?: typeof live,
    ) =>
      (
        await who.api.call('documents.upload', {
          params,
          query: {
            name: 'x.txt',
            kind: 'other',
            visibility,
            ...(listingId === undefined ? {} : { listingId }),
          },
          bytes: sound.txt,
        })
      ).id;
    const documents = {
      open: await bring(cast.enzo, 'public'),
      own: await bring(cast.enzo, 'issuer'),
      desk: await bring(cast.olga, 'operators'),
      ofLive: await bring(cast.enzo, 'public', live),
      ofDraft: await bring(cast.enzo, 'public', draft),
    };
    const seen: Readonly<Record<string, readonly [Player | undefined, readonly (keyof typeof documents)[]]>> =
      {
        'the public': [undefined, ['open', 'ofLive']],
        'an investor': [cast.ines, ['open', 'ofLive']],
        'another issuer': [cast.elsa, ['open', 'ofLive']],
        'the issuer': [cast.enzo, ['open', 'own', 'ofLive', 'ofDraft']],
        'an operator': [cast.olga, ['open', 'own', 'desk', 'ofLive', 'ofDraft']],
      };
    for (const [who, [player, may]] of Object.entries(seen)) {
      const api = player?.api ?? venue.client();
      const { items } = await api.call('documents.ofOrganisation', { params });
      for (const [name, id] of Object.entries(documents)) {
        const allowed = (may as readonly string[]).includes(name);
        expect((await download(id, player)).status, `${who}: ${name}`).to.equal(allowed ? 200 : 404);
        expect(
          items.some((one) => one.id === id),
          `${who} lists ${name}`,
        ).to.equal(allowed);
      }
    }
    expect(await cast.ines.api.refusal('documents.ofListing', { params: { listingId: draft } })).to.equal(
      'not_found',
    );
    const ofLive = await venue.client().call('documents.ofListing', { params: { listingId: live } });
    expect(ofLive.items.map(({ id }) => id)).to.include.members([documents.open, documents.ofLive]);
    expect(ofLive.items.map(({ id }) => id)).not.to.include(documents.ofDraft);
  });
});

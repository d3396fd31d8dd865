import type { CommitmentId, ListingId, OfferId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Cast, Player } from '../support/cast.ts';
import { everyGet, openHeldVenue, patienceMs, refusal, type HeldVenue } from '../support/held.ts';
import { acknowledged, commit } from '../support/listings.ts';
import { agree } from '../support/proposals.ts';
import { pause, waitFor, whenQuiet } from '../support/wait.ts';

for (const stores of ['memory', 'lmdb'] as const) {
  describe(`JNL-1: No reply shows an undurable effect (${stores})`, () => {
    let held: HeldVenue;
    let cast: Cast;
    let offerId: OfferId;
    before(async () => {
      held = await openHeldVenue(stores);
      ({ cast } = held);
      offerId = held.catalogue.offer;
    });
    after(() => held.venue.close());

    const durableSeq = (): number => held.venue.venue.exchange.durableSeq;
    const nextId = (prefix: string): string => `${prefix}_${(durableSeq() + 1).toString(36)}`;
    const settled = () => held.venue.venue.exchange.settled();
    const place = (who: Player, units: number) => () => commit(who, offerId, units);
    const placeRequest = (units: number) => ({
      params: { offerId },
      body: { units: units as never, acknowledgements: acknowledged },
    });

    /** Papers about what was executed, of which there is nothing yet. */
    const unexecuted: Readonly<Record<string, number>> = {
      'statements.commitmentNote': 409,
      'statements.tradeNote': 404,
    };
    it('whatever is read', async () => {
      const answers = await held.whileHeld(place(cast.ines, 20), everyGet(held));
      for (const [name, status] of Object.entries(answers))
        if (name !== 'itself') expect(status, name).to.equal(unexecuted[name] ?? 200);
    });

    it('by its own reply, and what is read then shows it', async () => {
      const { api } = cast.ines;
      const { committed } = (await api.call('offers.read', { params: { offerId } })).progress;
      const amount = 30_000;
      const answers = await held.whileHeld(place(cast.ines, 30), {
        offer: async () =>
          (await api.call('offers.read', { params: { offerId } })).progress.committed - committed,
        feed: async () => (await api.call('dealFlow.read')).items[0]?.amount,
        mine: async () => (await api.call('commitments.mine')).items[0]?.amount,
        notice: async () => (await api.call('me.notices')).items[0]?.kind,
        audit: async () =>
          (await cast.olga.api.call('audit.read', { query: { object: offerId } })).items[0]?.by,
      });
      const { displayName: audit } = cast.ines;
      expect(answers).to.deep.include({
        offer: amount,
        feed: amount,
        mine: amount,
        notice: 'commitment_placed',
        audit,
      });
    });

    it('by a socket’s calls', async () => {
      const { ivo, nobody } = held.sockets;
      const answers = await held.whileHeld(
        () => ivo.call('placeCommitment', { key: 'held-0001', ...placeRequest(20) }),
        {
          feed: async () => (await nobody.call('subscribeDealFlow', {})).items.at(-1)?.amount,
          resumed: async () => (await nobody.call('subscribeDealFlow', { after: 0 as never })).mode,
          offer: () => nobody.call('subscribeOffer', { offerId }),
          'an offer that does not exist': () => nobody.emit('subscribeOffer', { offerId: nextId('ofr') }),
          'a refused session': () => ivo.emit('renewSession', { accessToken: cast.ines.token }),
          'a renewed session': () => ivo.call('renewSession', { accessToken: cast.ivo.token }),
        },
      );
      expect(answers['feed']).to.equal(20_000);
    });

    it('by any push', async () => {
      const sockets = Object.entries(held.sockets);
      const counts = (): number[] => sockets.map(([, { received }]) => received.length);
      await whenQuiet(() => counts().reduce((sum, count) => sum + count, 0));
      const before = counts();
      let during: number[] = [];
      await held.whileHeld(place(cast.ines, 40), {
        'what came meanwhile': async () => {
          await pause(patienceMs / 2);
          during = counts();
          return new Promise((told) => void settled().then(told));
        },
      });
      expect(during).to.deep.equal(before);
      const came = sockets.map(([name, socket]) =>
        waitFor(`the commitment at ${name}`, () =>
          socket.pushes('dealFlow').find(({ items }) => items[0]?.amount === 40_000),
        ),
      );
      await Promise.all(came);
      expect(held.sockets.ines.pushes('notice').at(-1)?.kind).to.equal('commitment_placed');
    });

    it('by the same key, over either road', async () => {
      const request = placeRequest(20);
      const key = 'held-0002';
      const post = async () => (await cast.ines.api.keyed(key, 'commitments.place', request)).id;
      const answers = await held.whileHeld(post, {
        http: post,
        socket: async () => (await held.sockets.ines.call('placeCommitment', { key, ...request })).id,
        'another request': () => refusal(cast.ines.api.keyed(key, 'commitments.place', placeRequest(30))),
      });
      expect(answers['http']).to.equal(answers['itself']);
      expect(answers['socket']).to.equal(answers['itself']);
      expect(answers['another request']).to.equal('key_reused');
    });

    it('by a rejection that depends on it', async () => {
      const { caio } = cast;
      await held.whileHeld(place(caio, 20), {});
      const mine = (await caio.api.call('commitments.mine')).items[0]!.id;
      const revoke = () => caio.api.call('commitments.revoke', { params: { commitmentId: mine } });
      const answers = await held.whileHeld(revoke, {
        'revoked twice': () => refusal(revoke()),
        'by socket': () =>
          held.sockets.ines.emit('revokeCommitment', { key: 'held-0003', params: { commitmentId: mine } }),
      });
      expect(answers['revoked twice']).to.equal('illegal_state');
      expect(answers['by socket']).to.deep.include({ ok: false });
    });

    it('by a refusal of ownership, or of a role', async () => {
      const { adele, elsa, enzo, ines, ivo, piera } = cast;
      const profile = { name: 'Nuova', legalForm: 'other', place: '', website: '', about: '' } as const;
      const params = { organisationId: nextId('org') as never };
      const foreign = await held.whileHeld(() => elsa.api.call('organisations.create', { body: profile }), {
        'another’s organisation': () =>
          refusal(enzo.api.call('organisations.update', { params, body: profile })),
        'no organisation': () =>
          refusal(
            enzo.api.call('organisations.proceeds', { params: { organisationId: 'org_zzz' as never } }),
          ),
      });
      expect(foreign['another’s organisation']).to.equal('not_allowed');
      const commitmentId = nextId('cmt') as CommitmentId;
      const hidden = await held.whileHeld(place(ines, 20), {
        'another’s commitment': () => refusal(ivo.api.call('commitments.read', { params: { commitmentId } })),
      });
      expect(hidden['another’s commitment']).to.equal('not_found');
      /** The last of the two persons agrees while the flush is held. */
      const role = async (granted: boolean) => {
        const body = { role: 'operator', granted, reason: 'The desk needs hands' } as const;
        const waiting = await adele.api.call('people.setRole', { params: { personId: piera.id }, body });
        return () => agree(cast.olga, waiting);
      };
      const asks = (answer: Promise<unknown>) =>
        refusal(answer.then(() => 0)).then((code) => code.split(':')[0]);
      const queue = () => asks(piera.api.call('review.queue'));
      const mail = () => asks(piera.api.call('desk.mail'));
      expect(await held.whileHeld(await role(true), { queue, mail })).to.include({
        queue: 'answered',
        mail: 'answered',
      });
      expect(await held.whileHeld(await role(false), { queue, mail })).to.include({
        queue: 'not_allowed',
        mail: 'not_allowed',
      });
    });

    it('by the statement, as a page or as CSV', async () => {
      const { api } = cast.ivo;
      const answers = await held.whileHeld(
        () => api.call('wallet.topUp', { body: { amount: 123_45 as never } }),
        {
          page: async () => (await api.call('wallet.statement')).items[0]?.change,
          csv: async () => (await api.call('wallet.statementCsv')).trimEnd().split('\r\n').at(-1),
        },
      );
      expect(answers['page']).to.equal('123.45');
      expect(answers['csv']).to.contain('123.45');
    });

    it('by health or metrics, which go on answering and tell of what is durable', async () => {
      const before = durableSeq();
      const health = async () =>
        ((await (await fetch(`${held.venue.url}/healthz`)).json()) as { durableSeq: number }).durableSeq;
      const metric = async () =>
        Number(
          /^piazza_durable_seq (\d+)$/m.exec(await (await fetch(`${held.venue.url}/metrics`)).text())?.[1],
        );
      const gate = held.journal.hold();
      const placed = place(cast.ines, 20)();
      await gate.reached;
      expect([await health(), await metric()]).to.deep.equal([before, before]);
      gate.open();
      await placed;
      expect([await health(), await metric()]).to.deep.equal([before + 1, before + 1]);
    });

    it('by a name that was read after the rest', async () => {
      const { ines, ivo, olga } = cast;
      const rename = () => ines.api.call('me.update', { body: { displayName: 'Ines Ignota', locale: 'it' } });
      const names = async () =>
        (await olga.api.call('people.list', { query: { limit: 100 } })).items
          .map(({ displayName }) => displayName)
          .join();
      expect(await held.between(place(ivo, 20), names, rename)).not.to.contain('Ignota');
      expect(await names()).to.contain('Ines Ignota');
      const params = { organisationId: cast.organisation };
      const {
        id: _id,
        since: _since,
        fictional: _fictional,
        ...profile
      } = await ines.api.call('organisations.read', { params });
      const found = () =>
        cast.enzo.api.call('organisations.update', { params, body: { ...profile, name: 'Orto Ignoto' } });
      const feed = async () =>
        (await ivo.api.call('dealFlow.read')).items.map(({ organisationName }) => organisationName).join();
      expect(await held.between(place(ivo, 20), feed, found)).not.to.contain('Ignoto');
      expect(await feed()).to.contain('Orto Ignoto');
    });

    it('by the first push after it', async () => {
      const params = { organisationId: cast.organisation };
      const {
        id: _id,
        since: _since,
        fictional: _fictional,
        ...profile
      } = await cast.ines.api.call('organisations.read', { params });
      const again = () =>
        cast.enzo.api.call('organisations.update', { params, body: { ...profile, name: 'Orto Segreto' } });
      const shown = (): string =>
        held.sockets.nobody
          .pushes('dealFlow')
          .flatMap(({ items }) => items.map((item) => item.organisationName))
          .join();
      const early = await held.between(
        place(cast.ivo, 20),
        async () => {
          await settled();
          await pause(80);
          return `shown: ${shown()}`;
        },
        again,
      );
      expect(early).not.to.contain('Segreto');
    });

    it('even of a draft that is not there yet', async () => {
      const listingId = nextId('lst') as ListingId;
      const { enzo, olga } = cast;
      const create = () => enzo.api.call('listings.create', { body: { organisationId: cast.organisation } });
      const answers = await held.whileHeld(create, {
        mine: async () => (await enzo.api.call('listings.read', { params: { listingId } })).id,
        desk: async () => (await olga.api.call('listings.read', { params: { listingId } })).id,
        public: () => refusal(held.venue.client().call('listings.read', { params: { listingId } })),
      });
      expect(answers).to.deep.include({ mine: listingId, desk: listingId, public: 'not_found' });
    });
  });
}

import type { DealFlowItem, OfferProgress } from '@piazza/shared/contract';
import type { ListingId, OfferId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { commit, listingIn, published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketClient } from '../support/socket-client.ts';
import { eventually, pause, waitFor } from '../support/wait.ts';

describe('what sockets are told', () => {
  let venue: TestVenue;
  let cast: Cast;
  let offerId: OfferId;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    ({ offerId } = await published(cast));
  });
  after(() => venue.close());

  const acknowledgements = {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
  };
  /** Straight to the core, as fast as it goes; who reads it over HTTP would be slower than the feed under test. */
  const commitAndRevoke = async (who: Name): Promise<void> => {
    const { exchange } = venue.venue;
    const place = { kind: 'commitments.place', offer: offerId, units: 20, acknowledgements } as const;
    const { commitment } = await exchange.command(place, cast[who].id);
    await exchange.command({ kind: 'commitments.revoke', commitment: commitment as never }, cast[who].id);
  };
  const history = async (): Promise<DealFlowItem[]> => {
    const found: DealFlowItem[] = [];
    for (;;) {
      const after = found.at(-1)?.seq ?? 0;
      const { items } = await venue.client().call('dealFlow.read', { query: { after, limit: 200 } });
      if (items.length === 0) return found;
      found.push(...items);
    }
  };

  describe('API-4: of the deal flow', () => {
    it('begins with the newest items for who has none, and with what was missed for who has some', async () => {
      for (let at = 0; at < 40; at += 1) await commitAndRevoke('ines');
      const all = await history();
      expect(all.length).to.be.above(80);
      const socket = await venue.socket();
      const fresh = await socket.call('subscribeDealFlow', {});
      expect(fresh).to.deep.include({ mode: 'snapshot', items: all.slice(-50) });
      expect(fresh.totals.seq).to.equal(all.at(-1)?.seq);
      const resumed = await socket.call('subscribeDealFlow', { after: all[10]!.seq });
      expect(resumed).to.deep.include({ mode: 'resumed', items: all.slice(11) });
      const nothing = await socket.call('subscribeDealFlow', { after: all.at(-1)!.seq });
      expect(nothing).to.deep.include({ mode: 'resumed', items: [] });
      const future = await socket.call('subscribeDealFlow', { after: (all.length + 1) as never });
      expect(future, 'of another venue, perhaps').to.deep.include({
        mode: 'snapshot',
        items: all.slice(-50),
      });
      socket.close();
    });
    it('gives a snapshot to who has missed too much to be told one by one', async () => {
      await Promise.all(Array.from({ length: 260 }, () => commitAndRevoke('ines')));
      const all = await history();
      const socket = await venue.socket();
      const far = await socket.call('subscribeDealFlow', { after: all[all.length - 502]!.seq });
      expect(far).to.deep.include({ mode: 'snapshot', items: all.slice(-50) });
      const near = await socket.call('subscribeDealFlow', { after: all[all.length - 501]!.seq });
      expect(near).to.deep.include({ mode: 'resumed', items: all.slice(-500) });
      socket.close();
    });
    it('loses nothing between the first read and the first push, however often the line breaks meanwhile', async () => {
      const seen = new Map<number, DealFlowItem>();
      let last = (await history()).at(-1)!.seq;
      const from = last;
      let pushes = 0;
      const enough = (): boolean => pushes > 5;
      const over = new AbortController();
      const take = (items: readonly DealFlowItem[]): void => {
        for (const item of items) {
          const known = seen.get(item.seq);
          // Twice rather than never; but twice the same.
          if (known !== undefined) expect(item).to.deep.equal(known);
          else expect(item.seq, 'no gap').to.equal(last + 1);
          seen.set(item.seq, item);
          last = item.seq > last ? item.seq : last;
        }
      };
      const listen = async (): Promise<void> => {
        while (!over.signal.aborted) {
          const socket = await venue.socket();
          const start = await socket.call('subscribeDealFlow', { after: last });
          take(start.items);
          await pause(Math.random() * 60);
          socket.raw.disconnect();
          for (const { items } of socket.pushes('dealFlow')) {
            pushes += 1;
            take(items);
          }
        }
      };
      const listening = listen();
      const trade = async (who: Name): Promise<void> => {
        // A quick machine commits faster than a line comes up, so trading goes on until enough was pushed.
        for (let at = 0; at < 150 || !enough(); at += 1) {
          await commitAndRevoke(who);
          if (at % 10 === 0) await pause(Math.random() * 20);
        }
      };
      await Promise.all([trade('ines'), trade('ivo'), trade('caio')]);
      over.abort();
      await listening;
      const socket = await venue.socket();
      take((await socket.call('subscribeDealFlow', { after: last })).items);
      expect(pushes, 'some of it was pushed').to.be.above(5);
      const after = (await history()).filter(({ seq }) => seq > from);
      expect([...seen.values()]).to.deep.equal(after);
      expect(after.length).to.be.at.least(900);
    });
    it('is the same to everybody who listens all along, in frames of which each follows the last', async () => {
      const sockets = await Promise.all([venue.socket(), cast.ines.socket(), cast.olga.socket()]);
      for (const socket of sockets) await socket.call('subscribeDealFlow', {});
      const before = (await history()).length;
      await Promise.all([commitAndRevoke('ines'), commitAndRevoke('ivo'), commitAndRevoke('tito')]);
      const all = await history();
      const fed = (socket: SocketClient): DealFlowItem[] =>
        socket.pushes('dealFlow').flatMap(({ items }) => items);
      for (const socket of sockets) {
        await socket.push('dealFlow', ({ totals }) => totals.seq === all.length);
        expect(fed(socket)).to.deep.equal(all.slice(before));
        const { totals } = socket.pushes('dealFlow').at(-1)!;
        expect(totals).to.deep.equal((await venue.client().call('dealFlow.read', {})).totals);
        socket.close();
      }
    });
    it('is not sent to who did not ask for it', async () => {
      const [socket, other] = [await venue.socket(), await venue.socket()];
      await other.call('subscribeDealFlow', {});
      await commitAndRevoke('ines');
      await other.push('dealFlow');
      await pause(30);
      expect(socket.pushes('dealFlow')).to.deep.equal([]);
      socket.close();
    });
  });

  describe('of an offer', () => {
    it('is where it stands at the subscription, and every change of it after', async () => {
      const { offerId: watched } = await published(cast);
      const socket = await venue.socket();
      const read = async (): Promise<OfferProgress> =>
        (await venue.client().call('offers.read', { params: { offerId: watched } })).progress;
      expect(await socket.call('subscribeOffer', { offerId: watched })).to.deep.equal(await read());
      const { id, reflectionEndsAt } = await commit(cast.ines, watched, 100);
      const own = ({ committed }: OfferProgress): boolean => committed === 100_000;
      expect(await socket.push('offerProgress', own)).to.deep.equal(await read());
      await cast.ines.api.call('commitments.revoke', { params: { commitmentId: id } });
      expect(
        await socket.push('offerProgress', ({ committed, investors }) => committed === 0 && investors === 0),
      ).to.deep.equal(await read());
      await commit(cast.ivo, watched, 200);
      await cast.passTo(reflectionEndsAt ?? 0);
      await socket.push('offerProgress', ({ captured }) => captured === 200_000);
      await cast.pass(40 * day);
      await socket.push('offerProgress', ({ status }) => status === 'funded');
      const steps = socket.pushes('offerProgress');
      expect(
        steps.every((one) => one.offerId === watched),
        'of no other offer',
      ).to.equal(true);
      expect(steps.at(-1)).to.deep.equal(await read());
      socket.close();
    });
    it('ends with the unsubscription', async () => {
      const { offerId: watched } = await published(cast);
      const [leaves, stays] = [await venue.socket(), await venue.socket()];
      for (const socket of [leaves, stays]) await socket.call('subscribeOffer', { offerId: watched });
      await leaves.call('unsubscribeOffer', { offerId: watched });
      await commit(cast.ines, watched, 100);
      const moved = ({ committed }: OfferProgress): boolean => committed > 0;
      await stays.push('offerProgress', moved);
      expect(leaves.pushes('offerProgress').filter(moved)).to.deep.equal([]);
    });
    it('is of so many offers as a screen can show, and not of more', async () => {
      const { exchange } = venue.venue;
      const [enzo, olga, oreste] = [cast.enzo.id, cast.olga.id, cast.oreste.id];
      const texts = await venue.venue.exchange.read(
        (state) => [...state.listings.listings.values()][0]!.content,
      );
      const now = exchange.now();
      const content = { ...texts, facts: { ...texts.facts, closesAt: now + 30 * day, hardCap: 100_000 } };
      const confirmed = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
      const socket = await venue.socket();
      const outcomes: string[] = [];
      for (let at = 0; at < 201; at += 1) {
        const create = { kind: 'listings.create', organisation: cast.organisation, content } as const;
        const listing = (await exchange.command(create, enzo)).listing as ListingId;
        await exchange.command({ kind: 'listings.submit', listing }, enzo);
        for (const reviewer of [olga, oreste])
          await exchange.command({ kind: 'review.take', listing }, reviewer);
        const { contentHash, texts: words } = content;
        const approve = { kind: 'review.approve', listing, contentHash, ...confirmed, words } as const;
        for (const reviewer of [olga, oreste]) await exchange.command(approve, reviewer);
        const { offer } = await exchange.command({ kind: 'offers.publish', listing }, enzo);
        const ack = await socket.emit('subscribeOffer', { offerId: offer });
        outcomes.push(ack.ok ? 'followed' : (ack.rejection?.code ?? 'failed'));
      }
      expect(outcomes.slice(0, 200).every((one) => one === 'followed')).to.equal(true);
      expect(outcomes[200]).to.equal('rate_limited');
      socket.close();
    });
  });

  it('of the venue’s clock, is told to everybody', async () => {
    const socket = await venue.socket();
    await cast.pass(3_600_000);
    const { now, clockOffsetMs } = await socket.push('venueClock');
    const read = await venue.client().call('venue.read');
    expect({ now, clockOffsetMs }).to.deep.equal({ now: read.now, clockOffsetMs: read.clockOffsetMs });
    socket.close();
  });

  it('API-5: in private, never reaches anybody else', async () => {
    const { offerId: watched } = await published(cast);
    const names = ['ines', 'ivo', 'elsa', 'nora'] as const;
    const sockets = Object.fromEntries(
      await Promise.all([
        ...names.map(async (name): Promise<[string, SocketClient]> => [name, await cast[name].socket()]),
        venue.socket().then((socket): [string, SocketClient] => ['nobody', socket]),
      ]),
    ) as Record<(typeof names)[number] | 'nobody', SocketClient>;
    for (const socket of Object.values(sockets)) {
      await socket.call('subscribeDealFlow', {});
      await socket.call('subscribeOffer', { offerId: watched });
    }
    const { id: commitmentId } = await commit(cast.ines, watched, 100);
    await commit(cast.ivo, watched, 200);
    const draft = await listingIn(cast, 'submitted');
    const withdrawn = await listingIn(cast, 'cancelled');
    await cast.ines.api.call('wallet.topUp', { body: { amount: 777 as never } });
    await cast.ines.api.call('commitments.revoke', { params: { commitmentId } });
    await sockets.ines.push('notice', ({ kind }) => kind === 'commitment_revoked');
    for (const name of ['ines', 'ivo'] as const)
      await eventually(() =>
        expect(sockets[name].pushes('changed').flatMap(({ topics }) => topics)).to.include.members([
          'wallet',
          'commitments',
          'notices',
        ]),
      );
    await pause(100);
    for (const [name, socket] of Object.entries(sockets)) {
      const text = JSON.stringify(socket.received);
      const own = name === 'ines';
      expect(text.includes(commitmentId), `${name} and the commitment of Ines`).to.equal(own);
      expect(text.includes(cast.ines.id), `${name} and the id of Ines`).to.equal(false);
      expect(text.includes(draft), `${name} and the draft of Enzo`).to.equal(false);
      expect(text.includes(withdrawn), `${name} and what Enzo withdrew unseen`).to.equal(false);
      expect(text, name).not.to.match(/Innocenti|example\.org|"7\.77"/);
      const topics = socket.pushes('changed').flatMap((one) => one.topics);
      if (name !== 'ines' && name !== 'ivo')
        expect(
          topics.filter((topic) => /^(?:wallet|commitment|notices|queue|people|me)/.test(topic)),
          name,
        ).to.deep.equal([]);
    }
    expect(await waitFor('the public news', () => sockets.nobody.pushes('dealFlow').at(-1))).to.have.property(
      'items',
    );
  });
});

import type { MarketSnapshot } from '@piazza/shared/contract';
import { expect } from 'chai';
import { startCore, type Core } from '../../server/src/core.ts';
import { MarketFeed } from '../../server/src/realtime/market-feed.ts';
import { castOf, type Cast } from '../support/cast.ts';
import type { FaultyJournal } from '../support/faulty-journal.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { OpenKit } from '../support/stores.ts';
import { openHeldFloor } from '../support/held-venue.ts';
import { pause, whenQuiet } from '../support/wait.ts';

describe('the mirrors of the markets', () => {
  describe('FED-3: show what is durable, and nothing else', () => {
    let venue: TestVenue;
    let cast: Cast;
    let floor: Floor;
    let journal: FaultyJournal;
    before(async () => {
      ({ venue, journal, cast, floor } = await openHeldFloor());
    });
    after(() => venue.close());

    it('neither in a frame nor in a snapshot, while a flush is under way', async () => {
      const { listingId } = floor;
      const socket = await venue.socket();
      await socket.call('subscribeMarket', { listingId });
      const own = await cast.ines.socket();
      await own.call('subscribeOrders', {});
      await venue.venue.context.historySettled();
      const before = venue.venue.context.marketSnapshot(listingId);
      const frames = await whenQuiet(() => socket.pushes('marketFrame').length);
      const gate = journal.hold();
      const placed = floor.place('ines', { side: 'sell', priceCents: 1_010, quantity: 5 });
      await gate.reached;
      await pause(100);
      expect(floor.book().asks, 'the core has it').to.deep.equal([[1_010, 5]]);
      expect(venue.venue.context.marketSnapshot(listingId)?.asks).to.deep.equal(before?.asks);
      expect(venue.venue.context.marketSnapshot(listingId)?.seq).to.equal(before?.seq);
      expect(socket.pushes('marketFrame')).to.have.lengthOf(frames);
      expect(own.pushes('orderUpdates')).to.deep.equal([]);
      gate.open();
      await placed;
      const frame = await socket.push('marketFrame', ({ asks }) => asks.length > 0);
      expect(frame.asks).to.deep.equal([[1_010, 5]]);
      await own.push('orderUpdates');
    });
  });

  describe('after a restart', () => {
    let venue: TestVenue;
    let core: Core;
    let stores: OpenKit;
    let floor: Floor;
    let shownBefore: MarketSnapshot;
    before(async () => {
      let kit: OpenKit | undefined;
      venue = await openVenue({
        around: (opened) => {
          kit = opened;
          return opened;
        },
      });
      floor = await openFloor(await castOf(venue), 'continuous');
      await floor.toContinuous();
      for (let at = 0; at < 70; at += 1) {
        await floor.place(at % 2 === 0 ? 'ines' : 'ivo', { side: 'sell', priceCents: 1_000, quantity: 1 });
        await floor.place(at % 2 === 0 ? 'ivo' : 'ines', { side: 'buy', priceCents: 1_000, quantity: 1 });
      }
      await floor.place('ines', { side: 'sell', priceCents: 1_020, quantity: 3 });
      const { listingId } = floor;
      shownBefore = await venue.client().call('markets.book', { params: { listingId } });
      stores = await kit!.beside();
      await venue.close();
      const { epoch } = await stores.election.claim();
      const fatal = (error: unknown): void => {
        throw error;
      };
      const { clock } = venue;
      core = await startCore({ stores, mode: 'SIMULATION', clock, realClock: clock, epoch, fatal });
    });
    after(async () => {
      await core.exchange.stop();
      await stores.close();
    });

    const opened = (): MarketFeed => {
      const { exchange, publisher } = core;
      const feed = new MarketFeed({
        exchange,
        history: stores.history,
        published: () => publisher.settled(),
        durableSeq: () => exchange.durableSeq,
        tickMs: 5,
      });
      publisher.listen(feed.take);
      return feed;
    };

    it('begin as they were, with the newest trades', async () => {
      const feed = opened();
      await feed.start();
      const { seq, at, ...shown } = feed.snapshot(floor.listingId)!;
      const { seq: oldSeq, at: oldAt, ...known } = shownBefore;
      expect(shown).to.deep.equal(known);
      expect(shown.trades).to.have.lengthOf(50);
      expect(seq).to.be.at.least(oldSeq);
      expect(at).to.be.at.least(oldAt);
      feed.close();
    });
    it('are right also where orders come while they are made', async () => {
      const { cast, listingId } = floor;
      const order = {
        kind: 'orders.place',
        listing: listingId,
        type: 'limit',
        timeInForce: 'gtc',
        lastDay: 0,
        minimumQuantity: 0,
        selfMatch: 'cancel_newest',
        quantity: 1,
      } as const;
      const trade = async (count: number): Promise<void> => {
        for (let at = 0; at < count; at += 1) {
          const [a, b] = at % 2 === 0 ? [cast.ines.id, cast.ivo.id] : [cast.ivo.id, cast.ines.id];
          const sold = core.exchange.command({ ...order, side: 'sell', priceCents: 1_000 }, a);
          const bought = core.exchange.command({ ...order, side: 'buy', priceCents: 1_000 }, b);
          const away = core.exchange.command({ ...order, side: 'buy', priceCents: 960 - (at % 7) * 5 }, b);
          await Promise.all([sold, bought, away]);
        }
      };
      for (let round = 0; round < 15; round += 1) {
        const trading = trade(20);
        await pause(round % 5);
        const feed = opened();
        await feed.start();
        await trading;
        await core.exchange.settled();
        await core.publisher.settled();
        const { bids, trades, last, seq } = feed.snapshot(listingId)!;
        const market = core.exchange.peek((state) => state.markets.markets.get(listingId)!);
        const quantities = bids.map(([, quantity]) => quantity);
        expect(quantities.reduce((a, b) => a + b, 0)).to.equal((round + 1) * 20);
        expect(trades.map(({ number }) => number)).to.deep.equal(
          Array.from({ length: 50 }, (_, at) => market.trades - at),
        );
        expect(last).to.equal(1_000);
        expect(seq).to.equal(core.exchange.durableSeq);
        feed.close();
      }
    });
  });
});

import { checksumOf } from '@piazza/shared/depth';
import type { MarketFrame, MarketSnapshot } from '@piazza/shared/contract';
import { expect } from 'chai';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { minute } from '../support/draft.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { MarketFollower } from '../support/market-follower.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { pause, waitFor } from '../support/wait.ts';

/** A small random number generator, so that a failure can be repeated. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const people: readonly Name[] = ['ines', 'ivo'];
/** Between two frames. */
const tickMs = 20;

describe(`the feed of a market (SEED=${seed})`, () => {
  let venue: TestVenue;
  let cast: Cast;
  let floor: Floor;
  before(async () => {
    venue = await openVenue({ config: { marketTickMs: tickMs } });
    cast = await castOf(venue);
    floor = await openFloor(cast, 'continuous');
    await floor.toContinuous();
  });
  after(() => venue.close());

  const read = (): Promise<MarketSnapshot> =>
    venue.client().call('markets.book', { params: { listingId: floor.listingId } });
  const follow = async (): Promise<MarketFollower> => {
    const follower = new MarketFollower(floor.listingId);
    await follower.over(await venue.socket());
    return follower;
  };
  /** Until the client has heard of everything, without its asking again. */
  const caughtUp = async (client: MarketFollower): Promise<void> => {
    await venue.venue.context.historySettled();
    const { seq } = await read();
    await waitFor('the newest frame', () => ((client.follower.seq ?? -1) >= seq ? true : undefined));
  };
  /** So many random orders near €10, of which many trade, and some are cancelled. */
  const play = async (count: number, draw: (below: number) => number): Promise<void> => {
    const resting: { readonly who: Name; readonly order: number }[] = [];
    for (let at = 0; at < count; at += 1) {
      const who = people[draw(2)]!;
      const old = draw(4) === 0 ? resting.splice(draw(resting.length), 1)[0] : undefined;
      // Gone already, where it traded: refused, and nothing else.
      if (old !== undefined) await floor.cancel(old.who, old.order).catch(() => undefined);
      const wish = {
        side: draw(2) === 0 ? ('buy' as const) : ('sell' as const),
        priceCents: [970, 975, 980, 985, 990, 995, 1_000, 1_010, 1_020, 1_030][draw(10)]!,
        quantity: 1 + draw(3),
      };
      const order = await floor.place(who, wish).catch(() => undefined);
      if (order !== undefined) resting.push({ who, order });
    }
  };
  const clear = async (): Promise<void> => {
    const { exchange } = venue.venue;
    for (const who of people)
      await exchange.command({ kind: 'orders.cancelAll', listing: floor.listingId }, cast[who].id);
  };

  it('FED-1: begins with the whole book, and every order moves all who follow to the venue’s own', async () => {
    await floor.place('ines', { side: 'sell', priceCents: 1_010, quantity: 5 });
    await floor.place('ivo', { side: 'buy', priceCents: 990, quantity: 4 });
    const [early, late] = [await follow(), new MarketFollower(floor.listingId)];
    expect(early.follower.book.asks).to.deep.equal([[1_010, 5]]);
    expect(early.follower.book.bids).to.deep.equal([[990, 4]]);
    await play(150, chance(seed));
    await late.over(await venue.socket());
    await play(150, chance(seed + 1));
    for (const client of [early, late]) {
      await caughtUp(client);
      const { bids, asks } = floor.book();
      expect(client.follower.book.bids).to.deep.equal(bids);
      expect(client.follower.book.asks).to.deep.equal(asks);
      expect(client.resyncs).to.equal(0);
      expect(client.asked).to.equal(1);
    }
    const snapshot = await read();
    expect({ bids: snapshot.bids, asks: snapshot.asks }).to.deep.equal(floor.book());
    expect(snapshot.checksum).to.equal(checksumOf(snapshot));
    expect(early.trades.size, 'some of it traded').to.be.above(20);
    const count = venue.venue.exchange.peek((state) => state.markets.markets.get(floor.listingId)!.trades);
    expect([...early.trades.keys()]).to.deep.equal(Array.from({ length: count }, (_, at) => at + 1));
    const newest = [...early.trades.values()].toReversed().slice(0, 50);
    expect(snapshot.trades).to.deep.equal(newest);
    expect(snapshot.last).to.equal(newest[0]!.price);
  });
  it('FED-2: sends one frame a tick, each of which begins where the one before ended', async () => {
    const client = await follow();
    const before = client.frames.length;
    const began = performance.now();
    await clear();
    await play(300, chance(seed + 2));
    await caughtUp(client);
    const frames = client.frames.slice(before);
    const ticks = Math.ceil((performance.now() - began) / tickMs);
    expect(frames.length, '300 orders and more').to.be.within(1, Math.min(ticks + 1, 299));
    for (const [at, frame] of frames.entries()) {
      expect(frame.seq).to.be.above(frame.prevSeq);
      if (at > 0) expect(frame.prevSeq).to.equal(frames[at - 1]!.seq);
      expect(frame, 'no change of the session').not.to.have.any.keys('session', 'indicative', 'reference');
    }
  });
  it('asks again after frames were lost, and ends at the venue’s book all the same', async () => {
    const draw = chance(seed + 3);
    const client = await follow();
    let heard = 0;
    client.loses = () => (heard += 1) % 3 === 2;
    for (let round = 0; round < 8; round += 1) {
      await play(50, draw);
      await pause(25);
    }
    client.loses = () => false;
    await floor.place('ines', { side: 'buy', priceCents: 960, quantity: 1 });
    await waitFor('a book that follows', () => (client.follower.seq === null ? undefined : true));
    await caughtUp(client);
    expect({ bids: [...client.follower.book.bids], asks: [...client.follower.book.asks] }).to.deep.equal(
      floor.book(),
    );
    expect(client.resyncs).to.be.above(0);
  });
  it('loses nothing to connections that break, however often', async () => {
    const clients = Array.from({ length: 10 }, () => new MarketFollower(floor.listingId));
    const draw = chance(seed + 4);
    const over = new AbortController();
    let drops = 0;
    const enough = (): boolean => drops > 50;
    const live = async (client: MarketFollower): Promise<void> => {
      for (;;) {
        const socket = await venue.socket();
        await client.over(socket);
        if (over.signal.aborted) return;
        await pause(draw(60));
        drops += 1;
        socket.raw.disconnect();
      }
    };
    const living = clients.map(live);
    for (let round = 0; round < 10 || !enough(); round += 1) {
      await play(60, chance(seed + 5 + round));
      await pause(20);
    }
    over.abort();
    await Promise.all(living);
    await floor.place('ines', { side: 'buy', priceCents: 960, quantity: 1 });
    for (const client of clients) {
      await caughtUp(client);
      const { book } = client.follower;
      expect({ bids: [...book.bids], asks: [...book.asks] }).to.deep.equal(floor.book());
    }
    expect(drops).to.be.above(50);
  });
  it('ends with the unsubscription, and is of admitted listings only', async () => {
    const [leaves, stays] = [await venue.socket(), await venue.socket()];
    for (const socket of [leaves, stays])
      await socket.call('subscribeMarket', { listingId: floor.listingId });
    await leaves.call('unsubscribeMarket', { listingId: floor.listingId });
    await floor.place('ines', { side: 'buy', priceCents: 960, quantity: 1 });
    await stays.push('marketFrame');
    expect(leaves.pushes('marketFrame')).to.deep.equal([]);
    const ack = await stays.emit('subscribeMarket', { listingId: 'lst_zzzz' });
    expect(ack).to.deep.equal({ ok: false, rejection: { code: 'not_found' } });
  });

  describe('in a session', () => {
    let hall: Floor;
    let frames: () => MarketFrame[];
    before(async () => {
      hall = await openFloor(cast, 'auction');
      const socket = await venue.socket();
      const first = await socket.call('subscribeMarket', { listingId: hall.listingId });
      expect(first).to.deep.include({ bids: [], asks: [], trades: [], last: null, indicative: null });
      expect(first.session.phase).to.equal('closed');
      expect(first.reference).to.equal(1_000);
      frames = () => socket.pushes('marketFrame');
    });
    const seen = (what: string, holds: (frame: MarketFrame) => boolean): Promise<MarketFrame> =>
      waitFor(what, () => frames().findLast(holds));

    it('FED-4: tells every phase, and while prices form what the call would give', async () => {
      await hall.act('start');
      await seen('the call', ({ session }) => session?.phase === 'call');
      await hall.place('ines', { side: 'sell', priceCents: 1_000, quantity: 7 });
      await hall.place('ivo', { side: 'buy', priceCents: 1_020, quantity: 10 });
      const forming = await seen('an indicative price', ({ indicative }) => (indicative?.volume ?? 0) > 0);
      expect(forming.indicative).to.deep.equal({ price: 1_020, volume: 7, surplus: 3 });
      await hall.place('ines', { side: 'sell', priceCents: 1_010, quantity: 3 });
      const balanced = await seen('more volume', ({ indicative }) => indicative?.volume === 10);
      expect(balanced.indicative).to.deep.equal({ price: 1_010, volume: 10, surplus: 0 });
      await hall.place('ines', { side: 'sell', priceCents: 1_030, quantity: 1 });
      const aside = await seen('an order far off', ({ asks }) => asks.some(([price]) => price === 1_030));
      expect(aside).not.to.have.property('indicative');
    });
    it('tells the trades of the auction, its price as the new reference, and that no price forms any more', async () => {
      await cast.pass(7 * minute);
      await seen('the trades', ({ trades }) => trades.length > 0);
      const closed = await seen('the end', ({ session }) => session?.phase === 'closed');
      const traded = frames().flatMap(({ trades }) => trades);
      expect(
        traded.map(({ number, price, quantity, aggressor }) => [number, price, quantity, aggressor]),
      ).to.deep.equal([
        [1, 1_010, 7, 'auction'],
        [2, 1_010, 3, 'auction'],
      ]);
      expect(frames().find(({ reference }) => reference !== undefined)?.reference).to.equal(1_010);
      expect(closed.indicative).to.equal(null);
      const snapshot = await venue.client().call('markets.book', { params: { listingId: hall.listingId } });
      expect(snapshot).to.deep.include({ reference: 1_010, last: 1_010, indicative: null });
      expect({ bids: snapshot.bids, asks: snapshot.asks }).to.deep.equal(hall.book());
      expect(
        frames().every(({ bids, asks }) => bids.length + asks.length < 10),
        'changed levels only',
      ).to.equal(true);
    });
  });
});

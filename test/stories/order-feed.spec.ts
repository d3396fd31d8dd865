import type { OrderUpdate } from '@piazza/shared/contract';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { pause } from '../support/wait.ts';

/** Between two frames. */
const tickMs = 20;

describe('FED-5: the stream of one’s own orders', () => {
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

  const history = async (who: 'ines' | 'ivo'): Promise<OrderUpdate[]> => {
    const found: OrderUpdate[] = [];
    for (;;) {
      const query = { after: found.at(-1)?.seq ?? 0, limit: 200 };
      const { items } = await cast[who].api.call('orders.updates', { query });
      if (items.length === 0) return found;
      found.push(...items);
    }
  };
  const placeAndCancel = async (who: 'ines' | 'ivo'): Promise<void> => {
    await floor.cancel(who, await floor.place(who, { side: 'sell', priceCents: 1_040, quantity: 1 }));
  };

  it('tells each side of a trade its own part, in frames of a tick, and nobody else anything', async () => {
    const [ines, ivo, other] = [await cast.ines.socket(), await cast.ivo.socket(), await cast.tito.socket()];
    const [mine, his] = [await history('ines'), await history('ivo')];
    for (const socket of [ines, ivo, other]) await socket.call('subscribeOrders', {});
    const sold = await floor.place('ines', { side: 'sell', priceCents: 1_000, quantity: 5 });
    await floor.place('ivo', { side: 'buy', priceCents: 1_000, quantity: 2 });
    await floor.cancel('ines', sold);
    await ines.push('orderUpdates', ({ items }) => items.some(({ kind }) => kind === 'cancelled'));
    const heard = ines.pushes('orderUpdates').flatMap(({ items }) => items);
    expect(
      heard.map(({ seq, kind, quantity, remaining }) => [seq - mine.length, kind, quantity, remaining]),
    ).to.deep.equal([
      [1, 'placed', 5, 5],
      [2, 'traded', 2, 3],
      [3, 'cancelled', 3, 0],
    ]);
    expect(heard).to.deep.equal((await history('ines')).slice(mine.length));
    await ivo.push('orderUpdates', ({ items }) => items.some(({ kind }) => kind === 'traded'));
    expect(ivo.pushes('orderUpdates').flatMap(({ items }) => items)).to.deep.equal(
      (await history('ivo')).slice(his.length),
    );
    expect(other.pushes('orderUpdates')).to.deep.equal([]);
    for (const socket of [ines, ivo, other]) socket.close();
  });
  it('conflates what a tick brings into one frame', async () => {
    const socket = await cast.ines.socket();
    await socket.call('subscribeOrders', {});
    const began = performance.now();
    await Promise.all(Array.from({ length: 90 }, () => placeAndCancel('ines')));
    const last = (await history('ines')).at(-1)!.seq;
    await socket.push('orderUpdates', ({ items }) => items.at(-1)!.seq === last);
    const ticks = Math.ceil((performance.now() - began) / tickMs);
    expect(socket.pushes('orderUpdates').length).to.be.at.most(Math.min(ticks + 1, 179));
    expect(socket.pushes('orderUpdates').flatMap(({ items }) => items)).to.have.lengthOf(180);
    socket.close();
  });
  it('resumes after what one has, and begins with its end where that is too far back', async () => {
    for (let round = 0; round < 3; round += 1)
      await Promise.all(Array.from({ length: 90 }, () => placeAndCancel('ines')));
    const all = await history('ines');
    expect(
      all.map(({ seq }) => seq),
      'gapless',
    ).to.deep.equal(all.map((_, at) => at + 1));
    expect(all.length).to.be.above(520);
    const newest = all.length;
    const socket = await cast.ines.socket();
    const fresh = await socket.call('subscribeOrders', {});
    expect(fresh).to.deep.equal({ mode: 'snapshot', items: all.slice(-50), newest });
    const resumed = await socket.call('subscribeOrders', { after: (newest - 500) as never });
    expect(resumed).to.deep.equal({ mode: 'resumed', items: all.slice(-500), newest });
    const far = await socket.call('subscribeOrders', { after: (newest - 501) as never });
    expect(far).to.deep.equal({ mode: 'snapshot', items: all.slice(-50), newest });
    const future = await socket.call('subscribeOrders', { after: (newest + 1) as never });
    expect(future.mode, 'of another venue, perhaps').to.equal('snapshot');
    const nothing = await socket.call('subscribeOrders', { after: newest as never });
    expect(nothing).to.deep.equal({ mode: 'resumed', items: [], newest });
    socket.close();
  });
  it('loses nothing and tells nothing twice over connections that break', async () => {
    const before = await history('ines');
    let last = before.length;
    const taken: OrderUpdate[] = [];
    let pushed = 0;
    const enough = (): boolean => pushed > 50;
    const take = (items: readonly OrderUpdate[]): void => {
      for (const item of items) {
        if (item.seq <= last) continue;
        expect(item.seq, 'no gap').to.equal(last + 1);
        taken.push(item);
        last = item.seq;
      }
    };
    const over = new AbortController();
    const listen = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const socket = await cast.ines.socket();
        const start = await socket.call('subscribeOrders', { after: last as never });
        expect(start.mode).to.equal('resumed');
        take(start.items);
        await pause(Math.random() * 80);
        socket.raw.disconnect();
        for (const { items } of socket.pushes('orderUpdates')) {
          pushed += items.length;
          take(items);
        }
      }
    };
    const listening = listen();
    // A quick machine trades faster than a line comes up, so it goes on until enough was pushed.
    for (let at = 0; at < 300 || !enough(); at += 1) {
      await placeAndCancel('ines');
      if (at % 7 === 0) await pause(Math.random() * 15);
    }
    over.abort();
    await listening;
    const socket = await cast.ines.socket();
    take((await socket.call('subscribeOrders', { after: last as never })).items);
    expect(taken).to.deep.equal((await history('ines')).slice(before.length));
    expect(pushed, 'some of it was pushed').to.be.above(50);
    socket.close();
  });
});

import type { Socket as TcpSocket } from 'node:net';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { MarketFollower } from '../support/market-follower.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketClient } from '../support/socket-client.ts';
import { pause, waitFor } from '../support/wait.ts';

/** The TCP connection under a client: what is paused here is not even read from the kernel. */
const tcpOf = ({ raw }: SocketClient): TcpSocket => {
  const { transport } = raw.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } };
  return transport.ws._socket;
};

describe('FED-7: a follower of a market that stops reading', () => {
  let venue: TestVenue;
  let cast: Cast;
  let floor: Floor;
  before(async () => {
    venue = await openVenue({ config: { marketTickMs: 0 } });
    cast = await castOf(venue);
    floor = await openFloor(cast, 'continuous');
    await floor.toContinuous();
  });
  after(() => venue.close());

  const connections = async (): Promise<number> => {
    const text = await (await fetch(`${venue.url}/metrics`)).text();
    return Number(/piazza_connections (\d+)/.exec(text)?.[1]);
  };
  const trade = async (count: number): Promise<void> => {
    const { place } = floor;
    const turns = Array.from({ length: count }, (_, at) => at % 2 === 0);
    await Promise.all(
      turns.flatMap((even) => [
        place(even ? 'ines' : 'ivo', { side: 'sell', priceCents: 1_000, quantity: 1 }),
        place(even ? 'ivo' : 'ines', { side: 'buy', priceCents: 1_000, quantity: 1 }),
      ]),
    );
  };

  it('is cut with its reason, while those who read are served on', async () => {
    const [slow, quick] = [await venue.socket(), await venue.socket()];
    const reader = new MarketFollower(floor.listingId);
    await reader.over(quick);
    await slow.call('subscribeMarket', { listingId: floor.listingId });
    tcpOf(slow).pause();
    // A frame of every order's own, until what the kernels of both sides take is full as well.
    for (let round = 0; round < 400 && (await connections()) === 2; round += 1) {
      await trade(100);
      await venue.venue.context.historySettled();
      // The reader shares this process, so it must be let read.
      await pause(1);
    }
    expect(await connections()).to.equal(1);
    expect(quick.raw.connected).to.equal(true);
    const { seq } = venue.venue.context.marketSnapshot(floor.listingId)!;
    await waitFor('the reader', () => ((reader.follower.seq ?? 0) >= seq ? true : undefined));
    expect({ bids: [...reader.follower.book.bids], asks: [...reader.follower.book.asks] }).to.deep.equal(
      floor.book(),
    );
    tcpOf(slow).resume();
    expect(await slow.cut()).to.equal('too_slow');
    quick.close();
  });
});

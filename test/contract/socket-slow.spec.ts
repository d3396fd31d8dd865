import type { Socket as TcpSocket } from 'node:net';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { acknowledged, published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketClient } from '../support/socket-client.ts';
import { pause, waitFor } from '../support/wait.ts';
import { wireTo } from '../support/wire.ts';

/** The TCP connection under a client: what is paused here is not even read from the kernel. */
const tcpOf = ({ raw }: SocketClient): TcpSocket => {
  const { transport } = raw.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } };
  return transport.ws._socket;
};

describe('API-7: a client that stops reading', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    const { offerId } = await published(cast);
    const { exchange } = venue.venue;
    // Some 150 KB of feed for who asks for all of it.
    const place = {
      kind: 'commitments.place',
      offer: offerId,
      units: 20,
      acknowledgements: acknowledged,
    } as const;
    for (let at = 0; at < 230; at += 1) {
      const { commitment } = await exchange.command(place, cast.ines.id);
      await exchange.command({ kind: 'commitments.revoke', commitment: commitment as never }, cast.ines.id);
    }
  });
  after(() => venue.close());

  const connections = async (): Promise<number> => {
    const text = await (await fetch(`${venue.url}/metrics`)).text();
    return Number(/piazza_connections (\d+)/.exec(text)?.[1]);
  };
  /** Asks for the whole feed that many times without reading an answer. */
  const stuff = (socket: SocketClient, times: number): void => {
    tcpOf(socket).pause();
    for (let at = 0; at < times; at += 1) socket.raw.emit('subscribeDealFlow', { after: 0 }, () => undefined);
  };

  it('is cut once more than 256 KB wait for it, and finds the reason when it reads again', async () => {
    const [slow, quick] = [await cast.ines.socket(), await cast.ivo.socket()];
    expect(await connections()).to.equal(2);
    // Beyond what the kernels of both sides take, which is a few megabytes.
    stuff(slow, 120);
    await waitFor('the cut', async () => ((await connections()) === 1 ? true : undefined));
    expect(quick.raw.connected, 'nobody else is').to.equal(true);
    tcpOf(slow).resume();
    expect(await slow.cut()).to.equal('too_slow');
    quick.close();
  });
  it('is dropped without its farewell when it goes on not reading', async () => {
    const slow = await cast.ines.socket();
    stuff(slow, 120);
    await waitFor('the cut', async () => ((await connections()) === 0 ? true : undefined));
    await pause(5_300);
    tcpOf(slow).resume();
    expect(await slow.cut()).to.equal(undefined);
  });
  it('is cut too when it polls and does not come for what it asked', async () => {
    const wire = wireTo(venue.url);
    const path = '/socket.io/?EIO=4&transport=polling';
    const { sid } = JSON.parse((await wire.send({ path })).text.slice(1)) as { sid: string };
    const post = (body: string) => wire.send({ method: 'POST', path: `${path}&sid=${sid}`, body });
    await post('40');
    await waitFor('the connection', async () => ((await connections()) === 1 ? true : undefined));
    for (let at = 0; at < 4; at += 1) await post(`42${at}["subscribeDealFlow",{"after":0}]`);
    await waitFor('the cut', async () => ((await connections()) === 0 ? true : undefined));
    expect((await wire.send({ path: `${path}&sid=${sid}` })).text).to.match(/"bye",\{"reason":"too_slow"\}/);
    // The close itself comes with the next poll; without it the engine keeps the connection for half a minute.
    expect((await wire.send({ path: `${path}&sid=${sid}` })).text).to.match(/1$/);
    wire.close();
  });
  it('that only pauses for a moment is not cut', async () => {
    const slow = await cast.ines.socket();
    stuff(slow, 1);
    const ack = slow.emit('unsubscribeOffer', { offerId: 'ofr_1' });
    await pause(1_300);
    expect(await connections()).to.equal(1);
    tcpOf(slow).resume();
    expect((await ack).ok).to.equal(true);
    slow.close();
  });
});

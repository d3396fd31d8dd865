import { socketCalls, type SocketCallRecord } from '@piazza/shared/contract';
import { rejectionStatus } from '@piazza/shared/rejections';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { violations } from '../../server/src/domain/venue/index.ts';
import { decodeExactly } from '../support/api-client.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketAck, SocketClient } from '../support/socket-client.ts';
import { waitFor, whenQuiet } from '../support/wait.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const names = [
  'subscribeMarket',
  'unsubscribeMarket',
  'subscribeOrders',
  'placeOrder',
  'amendOrder',
  'cancelOrder',
  'sendOrders',
] as const;
const pushes = ['marketFrame', 'orderUpdates', 'dealFlow', 'bye', 'changed'];

/** Values of which none is what a field means, and some look like it. */
const odd = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    '',
    '__proto__',
    'constructor',
    'toString',
    'lst_1',
    'ord_1',
    'ord_zzzzzzzzzzzz',
    'lst___proto__',
    '10.10',
    '-10.10',
    '010.10',
    '1e3',
    'NaN',
    '99999999999999999999.00',
    -1,
    0,
    -0,
    1.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e300,
    [],
    {},
    [[]],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

describe(`FED-8: whatever comes over a socket about markets (SEED=${seed})`, () => {
  let venue: TestVenue;
  let cast: Cast;
  let floor: Floor;
  let socket: SocketClient;
  let keys = 0;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    floor = await openFloor(cast, 'continuous');
    await floor.toContinuous();
    socket = await cast.ines.socket();
  });
  after(() => venue.close());

  const draw = <T>(arbitrary: fc.Arbitrary<T>, at: number): T =>
    fc.sample(arbitrary, { seed: seed + at, numRuns: 1 })[0] as T;
  const order = (): Record<string, unknown> => ({
    side: 'sell',
    type: 'limit',
    price: '10.10',
    quantity: 1,
    timeInForce: 'gtc',
  });
  const good = (name: (typeof names)[number]): Record<string, unknown> => {
    const key = `fuzz-key-${(keys += 1)}`;
    const { listingId } = floor;
    switch (name) {
      case 'subscribeMarket':
      case 'unsubscribeMarket':
        return { listingId };
      case 'subscribeOrders':
        return { after: 0 };
      case 'placeOrder':
        return { key, params: { listingId }, body: order() };
      case 'amendOrder':
        return { key, params: { orderId: 'ord_1' }, body: { quantity: 5 } };
      case 'cancelOrder':
        return { key, params: { orderId: 'ord_1' } };
      case 'sendOrders':
        return { items: [{ act: 'place', key, listingId, order: order() }] };
    }
  };
  /** The request with something odd in one of its places, or one more field. */
  const spoil = (request: unknown, at: number): unknown => {
    if (typeof request !== 'object' || request === null || draw(fc.nat(3), at) === 0)
      return draw(odd, at + 1);
    const fields = [...Object.keys(request), '__proto__', 'extra'];
    const field = draw(fc.constantFrom(...fields), at + 2);
    const inner = spoil((request as Record<string, unknown>)[field] ?? {}, at + 3);
    const members = Object.entries(request).filter(([name]) => name !== field);
    const pairs = [...members, [field, inner]].map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`,
    );
    return Array.isArray(request) ? [inner] : JSON.parse(`{${pairs.join(',')}}`);
  };
  const codesIn = (ack: SocketAck): string[] => {
    if (!ack.ok) return [ack.rejection?.code ?? `failed: ${ack.error ?? 'without a word'}`];
    const items = (ack.value as { items?: SocketAck[] } | null)?.items;
    if (!Array.isArray(items) || !items.every((one) => typeof one === 'object' && 'ok' in one)) return [];
    return items.flatMap(codesIn);
  };

  it('is refused by a code of the list or does what the contract says; the venue goes on and its books are right', async () => {
    const met = new Map<string, number>();
    for (let at = 0; at < 1_500; at += 1) {
      const name = names[at % names.length]!;
      const request = spoil(good(name), at * 100);
      const ack = await socket.emit(name, request);
      const call: SocketCallRecord = socketCalls[name];
      if (ack.ok) decodeExactly(call.reply, ack.value);
      for (const code of codesIn(ack)) {
        expect(Object.keys(rejectionStatus), `${name} ${JSON.stringify(request)}`).to.include(code);
        met.set(code, (met.get(code) ?? 0) + 1);
      }
    }
    expect(met.get('malformed_request')).to.be.above(500);
    expect(venue.venue.exchange.peek(violations)).to.deep.equal([]);
    expect(socket.raw.connected).to.equal(true);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
  it('needs a function to be answered; frames of the venue’s own kind are not answered at all', async () => {
    const hash = venue.stateHash();
    for (const name of names)
      for (const last of [undefined, null, 5, 'x', {}, [], { apply: 1 }]) {
        socket.raw.emit(name, good(name));
        socket.raw.emit(name, good(name), last);
      }
    const forged = {
      listingId: floor.listingId,
      prevSeq: 0,
      seq: 2 ** 53,
      bids: [['10.00', 5]],
      asks: [],
      trades: [],
    };
    for (const name of pushes)
      socket.raw.emit(name, forged, () => {
        throw new Error(`${name} was answered`);
      });
    expect((await socket.emit('unsubscribeMarket', { listingId: floor.listingId })).ok).to.equal(true);
    expect(venue.stateHash()).to.equal(hash);
  });
  it('with forged seqs resumes nothing that was not there, and tells nobody else’s', async () => {
    for (const after of [-1, 1.5, '5', 2 ** 53, -0.5, NaN, null, { valueOf: 5 }])
      expect((await socket.emit('subscribeOrders', { after })).ok, JSON.stringify(after)).to.equal(false);
    const far = await socket.call('subscribeOrders', { after: (2 ** 53 - 1) as never });
    expect(far.mode).to.equal('snapshot');
    const other = await cast.tito.socket();
    expect(await other.call('subscribeOrders', { after: 0 as never })).to.deep.equal({
      mode: 'resumed',
      items: [],
      newest: 0,
    });
  });
  it('sent again as it was is one order, however often and over however many sockets', async () => {
    const [request, batch] = [good('placeOrder'), good('sendOrders')];
    const size = (): number =>
      venue.venue.exchange.peek((state) => state.markets.markets.get(floor.listingId)!.book.size);
    const before = size();
    const others = await Promise.all(Array.from({ length: 5 }, () => cast.ines.socket()));
    const acks = await Promise.all(
      others.flatMap((one) => [
        one.emit('placeOrder', request),
        one.emit('sendOrders', batch),
        one.emit('placeOrder', request),
      ]),
    );
    expect(acks.every(({ ok }) => ok)).to.equal(true);
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size, 'two answers in all').to.equal(2);
    expect(size() - before).to.equal(2);
    for (const one of others) one.close();
  });
  it('of a market that is followed twice comes once', async () => {
    const reader = await venue.socket();
    for (let time = 0; time < 3; time += 1)
      await reader.call('subscribeMarket', { listingId: floor.listingId });
    const frames = (): number => reader.pushes('marketFrame').length;
    const before = await whenQuiet(frames);
    await floor.place('ivo', { side: 'buy', priceCents: 960, quantity: 1 });
    await waitFor('the frame', () => (frames() > before ? true : undefined));
    expect(await whenQuiet(frames)).to.equal(before + 1);
    reader.close();
  });
});

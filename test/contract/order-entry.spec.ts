import type { OrderId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Cast } from '../support/cast.ts';
import type { Floor } from '../support/floor.ts';
import { patienceMs } from '../support/held.ts';
import type { FaultyJournal } from '../support/faulty-journal.ts';
import type { TestVenue } from '../support/server.ts';
import type { SocketClient } from '../support/socket-client.ts';
import { openHeldFloor } from '../support/held-venue.ts';
import { eventually, pause } from '../support/wait.ts';
import { problemIn, wireTo, type RawReply, type RawRequest, type Wire } from '../support/wire.ts';

const usual = 'application/json';
/** Says the same, in a way that only Express reads. */
const unusual = 'application/json;  charset="UTF-8"';
const order = { side: 'sell', type: 'limit', price: '10.10', quantity: 1, timeInForce: 'gtc' };

describe('order entry over HTTP', () => {
  let venue: TestVenue;
  let journal: FaultyJournal;
  let cast: Cast;
  let floor: Floor;
  let wire: Wire;
  let socket: SocketClient;
  before(async () => {
    ({ venue, journal, cast, floor } = await openHeldFloor({ config: { requestsPerMinute: 10_000 } }));
    wire = wireTo(venue.url);
    socket = await cast.ines.socket();
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  let keys = 0;
  const newKey = (): string => `entry-key-${(keys += 1)}`;
  const places = (body: unknown, type = usual, headers: OutgoingHttpHeaders = {}): RawRequest => ({
    method: 'POST',
    path: `/api/v1/markets/${floor.listingId}/orders`,
    headers: { authorization: `Bearer ${cast.ines.token}`, 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const cancels = (orderId: string, headers: OutgoingHttpHeaders = {}): RawRequest => ({
    method: 'DELETE',
    path: `/api/v1/orders/${orderId}`,
    headers: { authorization: `Bearer ${cast.ines.token}`, ...headers },
  });
  const idIn = ({ text }: RawReply): OrderId => (JSON.parse(text) as { orderId: OrderId }).orderId;
  const resting = async (): Promise<OrderId> => idIn(await wire.send(places(order)));

  describe('answers as Express does', () => {
    /** What differs by nature, and what only pages need. */
    const own = new Set(['date', 'vary', 'content-security-policy', 'ratelimit']);
    const shown = ({ status, headers, text }: RawReply) => ({
      status,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name))),
      text: text.replaceAll(/ord_[0-9a-z]+/g, 'ord_n'),
    });
    const both = async (one: (type: string) => RawRequest): Promise<RawReply> => {
      const [short, long] = [await wire.send(one(usual)), await wire.send(one(unusual))];
      const { headers } = shown(long);
      expect(shown(short)).to.deep.equal({ ...shown(long), headers: { ...headers, ...lengthOf(short) } });
      expect(short.headers['ratelimit']).to.match(/^"10000-in-1min"; r=\d+; t=\d+$/);
      expect(short.headers['content-security-policy']).to.include("frame-ancestors 'none'");
      return short;
    };
    /** An id may be a letter longer than the one before. */
    const lengthOf = ({ headers }: RawReply) => ({ 'content-length': headers['content-length'] });

    it('to an order that rests', async () => {
      expect((await both((type) => places(order, type))).status).to.equal(201);
    });
    it('to one that the core refuses', async () => {
      const reply = await both((type) => places({ ...order, price: '10.11' }, type));
      expect(problemIn(reply).code).to.equal('off_tick');
    });
    it('to a form that the contract does not know', async () => {
      for (const body of [
        { ...order, extra: 1 },
        { ...order, quantity: 1.5 },
        {},
        [],
        [order],
        'null',
        '{',
        '"x"',
        '7',
      ]) {
        const reply = await both((type) => places(body, type));
        expect(problemIn(reply).code, JSON.stringify(body)).to.equal('malformed_request');
      }
    });
    it('to nobody, to somebody whose token is none, and to somebody who may not', async () => {
      for (const authorization of ['', 'Bearer x', 'Basic x', `Bearer ${cast.olga.token}`]) {
        const reply = await both((type) => places(order, type, { authorization }));
        expect(reply.status, authorization).to.be.oneOf([401, 403]);
      }
    });
    it('to a key that is none', async () => {
      const reply = await both((type) => places(order, type, { 'idempotency-key': 'short' }));
      expect(problemIn(reply).facts).to.deep.equal({ fields: ['Idempotency-Key'] });
    });
    it('to the same key again, whichever of them took it first', async () => {
      for (const types of [
        [usual, unusual],
        [unusual, usual],
      ] as const) {
        const key = { 'idempotency-key': newKey() };
        const [first, again] = [
          await wire.send(places(order, types[0], key)),
          await wire.send(places(order, types[1], key)),
        ];
        expect([first.status, again.text]).to.deep.equal([201, first.text]);
        const other = await wire.send(places({ ...order, quantity: 2 }, types[1], key));
        expect(problemIn(other).code).to.equal('key_reused');
      }
    });
    it('by the same limit of requests', async () => {
      const left = ({ headers }: RawReply): number =>
        Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
      // Again, where the minute ended in between.
      await eventually(async () => {
        const replies = [];
        for (const type of [usual, unusual, usual]) replies.push(await wire.send(places({}, type)));
        const counts = replies.map(left);
        expect(counts).to.deep.equal([counts[0]!, counts[0]! - 1, counts[0]! - 2]);
      });
    });
  });

  it('cancels once, and gives the recorded outcome to the same key', async () => {
    const id = await resting();
    const key = { 'idempotency-key': newKey() };
    const first = await wire.send(cancels(id, key));
    expect([first.status, JSON.parse(first.text)]).to.deep.equal([200, { orderId: id, cancelled: 1 }]);
    expect((await wire.send(cancels(id, key))).text).to.equal(first.text);
    expect(problemIn(await wire.send(cancels(id))).code).to.equal('not_found');
  });
  it('says nothing of another’s order', async () => {
    const id = await resting();
    const reply = await wire.send(cancels(id, { authorization: `Bearer ${cast.ivo.token}` }));
    expect(problemIn(reply).code).to.equal('not_found');
    await wire.send(cancels(id));
  });
  it('takes a body that comes in pieces, and bodies one after the other', async () => {
    const text = JSON.stringify({ ...order, minimumQuantity: null });
    expect((await wire.send(places(text))).status).to.equal(201);
    const spaced = `${' '.repeat(15_000)}${JSON.stringify(order)}`;
    for (let times = 0; times < 3; times += 1) expect((await wire.send(places(spaced))).status).to.equal(201);
    const large = await wire.send(places(`${' '.repeat(20_000)}${JSON.stringify(order)}`));
    expect(problemIn(large).code).to.equal('payload_too_large');
  });

  it('JNL-1: no road tells of an order before it is durable, nor of a refusal that came after it', async () => {
    const known = { key: newKey(), params: { listingId: floor.listingId }, body: order };
    await socket.emit('placeOrder', known);
    const [one, two] = [await resting(), await resting()];
    const gate = journal.hold();
    const told: string[] = [];
    const first = wire.send(places(order));
    await gate.reached;
    const roads: Record<string, Promise<unknown>> = {
      'the first': first,
      'an order by HTTP': wire.send(places(order)),
      'a cancel by HTTP': wire.send(cancels(one)),
      'a refusal of the core': wire.send(places({ ...order, price: '10.11' })),
      'a refusal of the edge': wire.send(
        places(order, usual, { authorization: `Bearer ${cast.olga.token}` }),
      ),
      'an order by socket': socket.emit('placeOrder', { ...known, key: newKey() }),
      'a cancel by socket': socket.emit('cancelOrder', { key: newKey(), params: { orderId: two } }),
      'a known key': socket.emit('placeOrder', known),
      'a key that was used': socket.emit('placeOrder', { ...known, body: { ...order, quantity: 2 } }),
      'a batch': socket.emit('sendOrders', {
        items: [{ act: 'place', key: newKey(), listingId: floor.listingId, order }],
      }),
    };
    const waiting = Object.entries(roads).map(async ([name, road]) => {
      await road;
      told.push(name);
    });
    await pause(patienceMs);
    expect(told).to.deep.equal([]);
    gate.open();
    await Promise.all(waiting);
    expect(told).to.have.length(Object.keys(roads).length);
  });
});

import type { OrderId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketClient } from '../support/socket-client.ts';
import { problemIn, wireTo, type Wire } from '../support/wire.ts';

/** An answer by any road: taken, or the refusal with its facts. */
interface Answer {
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

const order = { side: 'sell', type: 'limit', price: '10.10', quantity: 1, timeInForce: 'gtc' };
/** As many as are allowed at once: at one a second, those of two seconds. */
const burst = 2;

describe('API-9: orders of one account, by all its roads', () => {
  let venue: TestVenue;
  let cast: Cast;
  let floor: Floor;
  let wire: Wire;
  let socket: SocketClient;
  let other: SocketClient;
  before(async () => {
    venue = await openVenue({ config: { ordersPerSecond: 1 } });
    cast = await castOf(venue);
    floor = await openFloor(cast, 'continuous');
    await floor.toContinuous();
    wire = wireTo(venue.url);
    [socket, other] = [await cast.ines.socket(), await cast.ines.socket()];
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  let keys = 0;
  const newKey = (): string => `throttle-key-${(keys += 1)}`;
  const item = (key = newKey()) => ({ act: 'place', key, listingId: floor.listingId, order });
  const byHttp = async (type: string): Promise<Answer> => {
    const reply = await wire.send({
      method: 'POST',
      path: `/api/v1/markets/${floor.listingId}/orders`,
      headers: { authorization: `Bearer ${cast.ines.token}`, 'content-type': type },
      body: JSON.stringify(order),
    });
    if (reply.status === 201) return { code: 'taken' };
    const { code, facts } = problemIn(reply);
    expect(reply.headers['retry-after']).to.equal(String(facts?.['retryAfter']));
    return { code, facts };
  };
  const bySocket = async (over: SocketClient, name: 'placeOrder' | 'sendOrders'): Promise<Answer> => {
    const single = { key: newKey(), params: { listingId: floor.listingId }, body: order };
    const ack = await over.emit(name, name === 'placeOrder' ? single : { items: [item()] });
    if (!ack.ok) return { code: ack.rejection?.code ?? 'failed', facts: ack.rejection?.detail };
    return name === 'placeOrder' ? { code: 'taken' } : itemsIn(ack.value)[0]!;
  };
  const itemsIn = (value: unknown): Answer[] =>
    (
      value as {
        items: { ok: boolean; rejection?: { code: string; detail?: Record<string, unknown> } }[];
      }
    ).items.map(({ rejection }) =>
      rejection === undefined ? { code: 'taken' } : { code: rejection.code, facts: rejection.detail },
    );
  const sent = async (items: readonly object[], over = socket): Promise<Answer[]> => {
    const ack = await over.emit('sendOrders', { items });
    if (!ack.ok) throw new Error(`refused as a whole: ${JSON.stringify(ack)}`);
    return itemsIn(ack.value);
  };
  const countOf = (answers: readonly Answer[]): number =>
    answers.filter(({ code }) => code === 'taken').length;
  /** Takes all that may be placed now. */
  const spend = async (): Promise<void> => {
    await sent(Array.from({ length: 10 }, () => item()));
  };

  const roads: Readonly<Record<string, () => Promise<Answer>>> = {
    'the short way of HTTP': () => byHttp('application/json'),
    'the long way of HTTP': () => byHttp('application/json;  charset="UTF-8"'),
    'a single call of a socket': () => bySocket(socket, 'placeOrder'),
    'a single call of another socket': () => bySocket(other, 'placeOrder'),
    'a batch': () => bySocket(other, 'sendOrders'),
  };
  for (const [road, place] of Object.entries(roads))
    it(`are counted together: ${road} finds what a batch has spent`, async () => {
      await spend();
      const began = performance.now();
      const answers = await Promise.all(Array.from({ length: 20 }, place));
      const grown = Math.ceil((performance.now() - began) / 1_000) + 1;
      expect(countOf(answers)).to.be.at.most(grown);
      for (const { code, facts } of answers.filter((one) => one.code !== 'taken')) {
        expect(code).to.equal('rate_limited');
        expect(facts?.['waitMs']).to.be.within(1, 1_000);
        expect(facts?.['retryAfter']).to.equal(1);
      }
    });
  it('let their burst through, and leave nothing of what they refuse: it comes again under its key', async () => {
    await cast.pass(1_000);
    await spend();
    const keyed = Array.from({ length: 10 }, () => item());
    const first = await sent(keyed);
    expect(countOf(first)).to.be.at.most(burst);
    const at = first.findIndex(({ code }) => code === 'rate_limited');
    const records = venue.venue.exchange.durableSeq;
    const [refused] = await sent([keyed[at]!]);
    if (refused?.code === 'rate_limited')
      expect(venue.venue.exchange.durableSeq, 'nothing is written of it').to.equal(records);
    let answer = refused;
    for (; answer?.code === 'rate_limited'; [answer] = await sent([keyed[at]!])) {
      const waitMs = Number(answer.facts?.['waitMs']);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    expect(answer).to.deep.equal({ code: 'taken' });
  });
  it('keep nobody else waiting', async () => {
    await spend();
    const ivo = await cast.ivo.socket();
    expect(countOf(await sent([item(), item()], ivo))).to.equal(burst);
  });
  it('never keep what was ordered from being cancelled: one, several, all', async () => {
    const wish = { side: 'sell', priceCents: 1_020, quantity: 1 } as const;
    for (let at = 0; at < 4; at += 1) await floor.place('ines', wish);
    await spend();
    const { items } = await cast.ines.api.call('orders.mine');
    expect(items).to.have.length.above(3);
    const ids = items.map(({ id }) => id);
    const cancel = (orderId: OrderId) => ({ act: 'cancel', key: newKey(), orderId });
    expect(countOf(await sent([cancel(ids[0]!), cancel(ids[1]!), item()]))).to.be.within(2, 3);
    await cast.ines.api.call('orders.cancel', { params: { orderId: ids[2]! } });
    await spend();
    const { cancelled } = await cast.ines.api.call('orders.cancelAll', { body: { listingId: null } });
    expect(cancelled).to.be.at.least(items.length - 3);
    expect((await cast.ines.api.call('orders.mine')).items).to.deep.equal([]);
  });
});

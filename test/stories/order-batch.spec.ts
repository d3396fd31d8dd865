import type { OrderItem } from '@piazza/shared/contract';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { openFloor, type Floor } from '../support/floor.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { SocketAck, SocketClient } from '../support/socket-client.ts';

interface ItemAck {
  readonly ok: boolean;
  readonly value?: { readonly orderId: string; readonly filled: number; readonly resting: number };
  readonly rejection?: { readonly code: string; readonly detail?: { readonly fields: string[] } };
}

describe('FED-6: orders in batches over the socket', () => {
  let venue: TestVenue;
  let cast: Cast;
  let floor: Floor;
  let socket: SocketClient;
  let flushes = 0;
  let keys = 0;
  before(async () => {
    venue = await openVenue({
      around: (stores) => {
        const { journal } = stores;
        const counted = new Proxy(journal, {
          get: (target, name) => {
            if (name === 'append') flushes += 1;
            const found: unknown = Reflect.get(target, name, target);
            return typeof found === 'function' ? (found.bind(target) as unknown) : found;
          },
        });
        return { ...stores, journal: counted };
      },
    });
    cast = await castOf(venue);
    floor = await openFloor(cast, 'continuous');
    await floor.toContinuous();
    socket = await cast.ines.socket();
  });
  after(() => venue.close());

  const key = (): string => `batch-key-${(keys += 1)}`;
  const sell = (price: string, quantity: number, more: object = {}): Record<string, unknown> => ({
    act: 'place',
    key: key(),
    listingId: floor.listingId,
    order: { side: 'sell', type: 'limit', price, quantity, timeInForce: 'gtc' },
    ...more,
  });
  const send = async (items: readonly unknown[], over = socket): Promise<ItemAck[]> => {
    const ack = await over.emit('sendOrders', { items });
    if (!ack.ok) throw new Error(`refused as a whole: ${JSON.stringify(ack)}`);
    return (ack.value as { items: ItemAck[] }).items;
  };
  const codes = (acks: readonly ItemAck[]): string[] =>
    acks.map(({ ok, rejection }) => (ok ? 'taken' : (rejection?.code ?? 'without a code')));
  const seqNow = (): number => venue.venue.exchange.durableSeq;

  it('are taken in their order, share a flush, and are answered one by one', async () => {
    const items = Array.from({ length: 100 }, (_, at) => sell(`10.${at % 2 === 0 ? '10' : '20'}`, 1));
    const [from, before] = [seqNow(), flushes];
    const acks = await send(items);
    // One, unless the machine takes so long that the core lets others have their turn in between.
    expect(flushes - before).to.be.within(1, 20);
    expect(seqNow() - from).to.equal(100);
    const ids = acks.map(({ value }) => Number.parseInt(value!.orderId.slice(4), 36));
    expect(ids, 'of records in a row').to.deep.equal(ids.map((_, at) => from + at + 1));
    const orders = acks.map(({ value }) => ({ act: 'cancel', key: key(), orderId: value!.orderId }));
    expect(new Set(codes(await send(orders)))).to.deep.equal(new Set(['taken']));
    expect(floor.book().asks).to.deep.equal([]);
  });
  it('may place, amend and cancel, and see what the items before them did', async () => {
    const [resting] = await send([sell('10.10', 5)]);
    const { orderId } = resting!.value!;
    const acks = await send([
      { act: 'amend', key: key(), orderId, change: { quantity: 3 } },
      sell('10.20', 4),
      { act: 'cancel', key: key(), orderId },
      { act: 'cancel', key: key(), orderId },
    ]);
    expect(codes(acks)).to.deep.equal(['taken', 'taken', 'taken', 'not_found']);
    expect(acks[2]!.value).to.deep.equal({ orderId, cancelled: 3 });
    expect(floor.book().asks).to.deep.equal([[1_020, 4]]);
    await send([{ act: 'cancel', key: key(), orderId: acks[1]!.value!.orderId }]);
  });
  it('refuse a bad item for itself and take the rest', async () => {
    const bad: unknown[] = [
      null,
      'x',
      5,
      [],
      {},
      { act: 'place' },
      { act: 'toString', key: key() },
      { act: ['place'], key: key() },
      sell('10.10', 1, { extra: 1 }),
      JSON.parse(`{"act":"cancel","key":"${key()}","orderId":"ord_1","__proto__":{"polluted":true}}`),
      { ...sell('10.10', 1), key: 7 },
      { ...sell('10.10', 1), key: 'short' },
      { ...sell('10.10', 1), key: undefined },
      { ...sell('10.10', 1), listingId: '__proto__' },
      { ...sell('10.10', 1), listingId: ['lst_1'] },
      { ...sell('10.10', 1), order: null },
      { ...sell('10.10', 1), order: [] },
      sell('10.1', 1),
      sell('-10.10', 1),
      sell('1e3', 1),
      sell('10.10', 0),
      sell('10.10', -1),
      sell('10.10', 1.5),
      sell('10.10', 2 ** 53),
      sell('10.10', 1_000_000_001),
      sell('10.10', '1' as never),
      { act: 'cancel', key: key(), orderId: '__proto__' },
      { act: 'cancel', key: key(), orderId: 5 },
      { act: 'amend', key: key(), orderId: 'ord_1', change: { quantity: -5 } },
      { act: 'amend', key: key(), orderId: 'ord_1', change: { quantity: 1e300 } },
    ];
    const hash = venue.stateHash();
    for (const acks of [await send(bad)]) {
      expect(codes(acks)).to.deep.equal(bad.map(() => 'malformed_request'));
      for (const { rejection } of acks) expect(rejection?.detail?.fields).to.be.an('array').that.is.not.empty;
    }
    expect(venue.stateHash()).to.equal(hash);
    const mixed = await send([bad[0], sell('10.10', 1), sell('10.11', 1), bad[3], sell('10.20', 500)]);
    expect(codes(mixed)).to.deep.equal([
      'malformed_request',
      'taken',
      'off_tick',
      'malformed_request',
      'insufficient_units',
    ]);
    await send([{ act: 'cancel', key: key(), orderId: mixed[1]!.value!.orderId }]);
  });
  it('refuse a bad frame as a whole', async () => {
    const wrong: unknown[] = [
      null,
      {},
      [],
      { items: [] },
      { items: {} },
      { items: 'x' },
      { items: [sell('10.10', 1)], more: 1 },
      { items: Array.from({ length: 101 }, () => sell('10.10', 1)) },
      JSON.parse('{"items":[{"act":"cancel"}],"__proto__":{"polluted":true}}'),
    ];
    const hash = venue.stateHash();
    for (const request of wrong) {
      const ack: SocketAck = await socket.emit('sendOrders', request);
      expect(ack.ok, JSON.stringify(request)?.slice(0, 80)).to.equal(false);
      expect(ack).to.have.nested.property('rejection.code', 'malformed_request');
    }
    expect(venue.stateHash()).to.equal(hash);
  });
  it('are answered with what was recorded when they are sent again', async () => {
    const items = [sell('10.10', 2), sell('10.20', 500), sell('10.20', 1)];
    const first = await send(items);
    const from = seqNow();
    expect(await send(items)).to.deep.equal(first);
    expect(
      await send([{ ...(items[0] as object), order: { ...(items[0]!['order'] as object), quantity: 9 } }]),
    ).to.deep.equal([{ ok: false, rejection: { code: 'key_reused' } }]);
    expect(seqNow()).to.be.at.most(from + 1);
    const open = first.filter(({ ok }) => ok).map(({ value }) => value!.orderId);
    await send(open.map((orderId) => ({ act: 'cancel', key: key(), orderId })));
  });
  it('are whoever’s to send is signed in; what may be in them is each item’s own', async () => {
    const from = async (player: Player | null): Promise<string> => {
      const other = player === null ? await venue.socket() : await player.socket();
      const ack = await other.emit('sendOrders', { items: [sell('10.10', 1)] });
      return ack.ok
        ? String(codes((ack.value as { items: ItemAck[] }).items))
        : `whole: ${ack.rejection?.code ?? 'failed'}`;
    };
    expect(await from(null)).to.equal('whole: not_authenticated');
    expect(await from(cast.olga)).to.equal('not_allowed');
  });
  it('count as many calls as they have items', async () => {
    const limited = await openVenue({ config: { socketCallsPerSecond: 50 } });
    const player = (await castOf(limited)).ines;
    const wary = await player.socket();
    const items: OrderItem[] = Array.from({ length: 60 }, () => ({
      act: 'amend' as const,
      key: key(),
      orderId: 'ord_1' as never,
      change: { quantity: 1 as never },
    }));
    expect(codes(await send(items, wary))[0]).to.equal('not_found');
    const second = await wary.emit('sendOrders', { items });
    expect(second.ok ? undefined : second.rejection?.code).to.equal('rate_limited');
    expect(codes(await send(items.slice(0, 30), wary)), 'what is left of it').to.have.lengthOf(30);
    const cancels = Array.from({ length: 100 }, () => ({ act: 'cancel', key: key(), orderId: 'ord_1' }));
    expect(codes(await send(cancels, wary)), 'a measure of its own').to.have.lengthOf(100);
    await limited.close();
  });
});

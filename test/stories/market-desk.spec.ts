import type { Notice, OrderUpdate } from '@piazza/shared/contract';
import { romeDay, type ListingId, type OrderId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { day, hour, minute } from '../support/draft.ts';
import { act, bringToContinuous, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { changeRole } from '../support/proposals.ts';
import { losesRoleAsBefore } from '../support/roles.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const noticesOf = async ({ api }: Player): Promise<Notice[]> => (await api.call('me.notices')).items;
const newest = async ({ api }: Player): Promise<OrderUpdate | undefined> =>
  (await api.call('orders.updates', { query: { limit: 1 } })).items[0];

describe('Markets under supervision', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listingId: ListingId;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    listingId = await openedMarket(cast);
  });
  beforeEach(async () => {
    if ((await readMarket(cast, listingId)).session.phase !== 'continuous')
      await bringToContinuous(cast, listingId);
  });
  after(() => venue.close());
  const block = (blocked: boolean, target: object, cancelOrders = false) =>
    cast.olga.api.call('desk.blockTrading', {
      body: { target: target as never, blocked, cancelOrders, reason: 'As the story goes' },
    });

  it('MKT-8: a halt and its end reach holders and those with orders, and everybody in the deal flow', async () => {
    await buys(cast.tito, listingId, { price: 2_400, quantity: 1 });
    await act(cast, listingId, 'halt');
    const refused = await cast.tito.api.refusal('orders.place', {
      params: { listingId },
      body: { side: 'buy', type: 'limit', price: 2_400 as never, quantity: 1 as never, timeInForce: 'gtc' },
    });
    expect(refused).to.equal('market_closed');
    await act(cast, listingId, 'resume');
    for (const who of [cast.ines, cast.ivo, cast.tito]) {
      const kinds = (await noticesOf(who)).map(({ kind }) => kind);
      expect(kinds.slice(0, 2)).to.deep.equal(['trading_resumed', 'trading_halted']);
    }
    expect((await noticesOf(cast.caio)).some(({ kind }) => kind.startsWith('trading'))).to.equal(false);
    const { items } = await venue.client().call('dealFlow.read', { query: { limit: 2 } });
    expect(items.map(({ kind }) => kind)).to.deep.equal(['trading_resumed', 'trading_halted']);
    await cast.tito.api.call('orders.cancelAll', { body: { listingId } });
  });

  it('MKT-9: another’s order does not exist, nor one that is gone, nor another spelling of one’s own', async () => {
    const { orderId } = await buys(cast.tito, listingId, { price: 2_400, quantity: 2 });
    const cancel = (who: Player, id: string) =>
      who.api.refusal('orders.cancel', { params: { orderId: id as never } });
    expect(await cancel(cast.caio, orderId)).to.equal('not_found');
    expect(await cancel(cast.tito, orderId.replace('ord_', 'ord_0'))).to.equal('not_found');
    const amended = await cast.tito.api.call('orders.amend', {
      params: { orderId },
      body: { price: 2_380 as never },
    });
    expect(amended).to.include({ orderId, resting: 2 });
    expect(await newest(cast.tito)).to.include({ kind: 'amended', price: 2_380, quantity: 2, remaining: 2 });
    await cast.tito.api.call('orders.cancel', { params: { orderId } });
    expect(await cancel(cast.tito, orderId)).to.equal('not_found');
    expect(await newest(cast.tito)).to.include({ kind: 'cancelled', reason: 'owner', remaining: 0 });
  });

  it('MKT-10: an order good till a day is refused for a day that is none, and ends with its day', async () => {
    const place = (goodTill: string | null) => ({
      params: { listingId },
      body: {
        side: 'buy' as const,
        type: 'limit' as const,
        price: 2_400 as never,
        quantity: 1 as never,
        timeInForce: 'gtd' as const,
        goodTill,
      },
    });
    for (const wrong of ['2027-02-31', '2020-01-01', '2099-12-31', null])
      expect(await cast.tito.api.refusal('orders.place', place(wrong)), String(wrong)).to.equal(
        'good_till_invalid',
      );
    const today = romeDay(venue.venue.exchange.now() as never);
    await cast.tito.api.call('orders.place', place(today));
    const { items } = await cast.tito.api.call('orders.mine', { query: { listingId } });
    expect(items.map(({ goodTill }) => goodTill)).to.deep.equal([today]);
    await cast.pass(day);
    expect((await cast.tito.api.call('orders.mine')).items).to.deep.equal([]);
    const [notice] = await noticesOf(cast.tito);
    expect(notice?.kind).to.equal('orders_expired');
    expect(notice?.subject).to.deep.equal({ listing: listingId, count: '1' });
  });

  it('MKT-11: the dead man’s switch cancels everything unless it is held, and says so', async () => {
    const arm = (afterMs: number) => cast.tito.api.call('orders.cancelAllAfter', { body: { afterMs } });
    await buys(cast.tito, listingId, { price: 2_400, quantity: 1 });
    const { dueAt } = await arm(minute);
    expect((await cast.tito.api.call('orders.mine')).cancelAllAt).to.equal(dueAt);
    await arm(hour);
    await cast.pass(2 * minute);
    expect((await cast.tito.api.call('orders.mine')).items).to.have.length(1);
    await cast.pass(hour);
    const { items, cancelAllAt } = await cast.tito.api.call('orders.mine');
    expect([items, cancelAllAt]).to.deep.equal([[], null]);
    expect(await newest(cast.tito)).to.include({ kind: 'cancelled', reason: 'dead_man' });
    expect((await noticesOf(cast.tito))[0]?.kind).to.equal('orders_dead_man');
    expect(await arm(0)).to.deep.equal({ dueAt: null });
  });

  it('MKT-12: the kill switch stops an account, a listing or the venue, is listed, and undone', async () => {
    await sells(cast.ines, listingId, { price: 2_600, quantity: 5 });
    const account = { scope: 'account', personId: cast.ines.id };
    const { accounts } = await block(true, account);
    expect(accounts).to.deep.equal([{ personId: cast.ines.id, displayName: 'Ines Innocenti' }]);
    expect(await newest(cast.ines)).to.include({ kind: 'cancelled', reason: 'operator' });
    expect((await noticesOf(cast.ines))[0]?.kind).to.equal('orders_withdrawn');
    const again = await cast.olga.api.refusal('desk.blockTrading', {
      body: { target: account as never, blocked: true, cancelOrders: false, reason: 'Once more' },
    });
    expect(again).to.equal('nothing_to_change');
    expect((await block(false, account)).accounts).to.deep.equal([]);
    await buys(cast.tito, listingId, { price: 2_400, quantity: 1 });
    expect((await block(true, { scope: 'listing', listingId }, true)).listings).to.deep.equal([listingId]);
    expect((await readMarket(cast, listingId)).blocked).to.equal(true);
    expect((await cast.tito.api.call('orders.mine')).items).to.deep.equal([]);
    await block(false, { scope: 'listing', listingId });
    expect((await block(true, { scope: 'venue' })).venue).to.equal(true);
    expect((await block(false, { scope: 'venue' })).venue).to.equal(false);
    const { items } = await cast.olga.api.call('audit.read', { query: { object: listingId, limit: 20 } });
    expect(items.map(({ kind }) => kind)).to.include.members([
      'desk.blockTrading',
      'markets.open',
      'markets.act',
    ]);
    expect(items.map(({ kind }) => kind)).not.to.include('orders.place');
  });

  it('ACC-8: who loses the role of investor leaves no order behind, and is told', async () => {
    await sells(cast.ivo, listingId, { price: 2_600, quantity: 5 });
    await changeRole(cast, cast.ivo.id, 'investor', false);
    expect((await cast.ivo.api.call('orders.mine')).items).to.deep.equal([]);
    expect(await newest(cast.ivo)).to.include({ kind: 'cancelled', reason: 'owner_barred', quantity: 5 });
    const kinds = (await noticesOf(cast.ivo)).slice(0, 2).map(({ kind }) => kind);
    expect(kinds).to.have.members(['orders_withdrawn', 'role_withdrawn']);
    await changeRole(cast, cast.ivo.id, 'investor', true);
    expect((await sells(cast.ivo, listingId, { price: 2_600, quantity: 5 })).resting).to.equal(5);
    await cast.ivo.api.call('orders.cancelAll', { body: { listingId } });
  });

  it('API-10: what rests of somebody without the role they cancel by every road, and place nothing', async () => {
    const orders = [];
    for (const price of [2_600, 2_620, 2_640, 2_660])
      orders.push((await sells(cast.ivo, listingId, { price, quantity: 1 })).orderId);
    losesRoleAsBefore(venue, cast.ivo.id);
    const [one, two, three] = orders as [OrderId, OrderId, OrderId];
    const refused = await cast.ivo.api.refusal('orders.amend', {
      params: { orderId: one },
      body: { price: 2_680 as never },
    });
    expect(refused).to.equal('not_allowed');
    await cast.ivo.api.call('orders.cancel', { params: { orderId: one } });
    const socket = await cast.ivo.socket();
    const single = { key: 'barred-key-1', params: { orderId: two } };
    expect((await socket.emit('cancelOrder', single)).ok).to.equal(true);
    const order = { side: 'sell', type: 'limit', price: '26.00', quantity: 1, timeInForce: 'gtc' };
    const batch = [
      { act: 'cancel', key: 'barred-key-2', orderId: three },
      { act: 'place', key: 'barred-key-3', listingId, order },
    ];
    const ack = await socket.emit('sendOrders', { items: batch });
    expect(ack.ok && ack.value).to.deep.equal({
      items: [
        { ok: true, value: { orderId: three, cancelled: 1 } },
        { ok: false, rejection: { code: 'not_allowed' } },
      ],
    });
    const all = await cast.ivo.api.call('orders.cancelAll', { body: { listingId: null } });
    expect(all).to.deep.equal({ cancelled: 1, kept: 0 });
  });
});

import { dayText } from '@piazza/shared/calendar';
import { expect } from 'chai';
import { declareBy } from '../../server/src/domain/duties/index.ts';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import {
  dayAhead,
  decidesReport,
  dutiesOf,
  enters,
  filesReport,
  noticesOf,
  passToReport,
  refusedOrder,
} from '../support/duties.ts';
import { act, bringToContinuous, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('Insiders of an issue and what managers trade', () => {
  let venue: TestVenue;
  let cast: Cast;
  beforeEach(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  afterEach(() => venue.close());

  it('DUT-9: an insider trades before a closed period and after it, not in it, by no account; others do', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.tito.email);
    await act(cast, listingId, 'start');
    const { orderId } = await buys(cast.tito, listingId, { price: 2_300, quantity: 1 });
    await passToReport(cast, listingId, -29);
    expect(await noticesOf(cast.tito, listingId)).to.include('closed_period_begun');
    if ((await readMarket(cast, listingId)).session.phase === 'closed') await act(cast, listingId, 'start');
    expect(await refusedOrder(cast.tito, listingId)).to.equal('closed_period');
    const amend = { params: { orderId }, body: { price: 2_350 as never } };
    expect(await cast.tito.api.refusal('orders.amend', amend)).to.equal('closed_period');
    expect((await buys(cast.ivo, listingId, { price: 2_300, quantity: 1 })).orderId).to.match(/^ord_/);
    await cast.tito.api.call('orders.cancel', { params: { orderId } });
    await filesReport(cast, listingId);
    await decidesReport(cast.olga, listingId);
    expect((await buys(cast.tito, listingId, { price: 2_300, quantity: 1 })).orderId).to.match(/^ord_/);
  });

  it('DUT-8: a manager’s trade is late from the fourth business day on, and public', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.tito.email);
    const traded = Math.floor(Date.parse(dayAhead(cast, 0)) / day);
    const declare = (who: Player, entry: number | null) =>
      who.api.call('insiders.declareTrade', {
        params: { listingId },
        body: {
          entry,
          side: 'buy',
          quantity: 10 as never,
          price: 2_400 as never,
          on: dayText(traded),
          onVenue: true,
        },
      });
    await cast.passTo(Date.parse(`${dayText(declareBy(traded))}T12:00:00Z`));
    await declare(cast.tito, null);
    await cast.pass(day);
    await declare(cast.enzo, 1);
    const { trades } = await dutiesOf(cast.ines, listingId);
    expect(trades.map(({ late, manager }) => ({ late, manager }))).to.deep.equal([
      { late: true, manager: 'Anna Prova' },
      { late: false, manager: 'Anna Prova' },
    ]);
    expect(trades[0]?.yearAmount).to.equal(48_000);
  });

  it('DUT-12 DUT-13 DUT-14: a manager who trades here is reminded, the desk sees what stays undeclared, one button declares it', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.ines.email);
    await bringToContinuous(cast, listingId);
    const trade = async (quantity: number) => {
      await sells(cast.ivo, listingId, { price: 2_500, quantity });
      await buys(cast.ines, listingId, { price: 2_500, quantity });
      await sells(cast.ines, listingId, { price: 2_500, quantity });
      await buys(cast.ivo, listingId, { price: 2_500, quantity });
    };
    await trade(50);
    expect(
      (await noticesOf(cast.ines, listingId)).filter((kind) => kind.startsWith('manager')),
    ).to.deep.equal(['manager_trade_seen']);
    const [below] = (await dutiesOf(cast.ines, listingId)).toDeclare;
    expect(below).to.include({
      own: true,
      owed: false,
      overdue: false,
      amount: 250_000,
      yearAmount: 250_000,
    });
    expect(below?.trades.map(({ side, quantity }) => [side, quantity])).to.deep.equal([
      ['buy', 50],
      ['sell', 50],
    ]);
    // Below the threshold it is the manager's own affair.
    for (const other of [cast.enzo, cast.olga, cast.ivo])
      expect((await dutiesOf(other, listingId)).toDeclare).to.deep.equal([]);
    for (let round = 0; round < 4; round += 1) await trade(90);
    expect(
      (await noticesOf(cast.ines, listingId)).filter((kind) => kind.startsWith('manager')),
    ).to.deep.equal(['manager_trade_owed', 'manager_trade_seen']);
    const waiting = async () =>
      (await cast.olga.api.call('queue.list', { query: { kind: 'manager_trade' } })).items;
    expect(await waiting()).to.deep.equal([]);
    expect((await dutiesOf(cast.enzo, listingId)).toDeclare[0]).to.include({ own: false, owed: true });
    await act(cast, listingId, 'close');
    const dueAt = (await dutiesOf(cast.ines, listingId)).toDeclare[0]?.dueAt ?? 0;
    await cast.passTo(dueAt + 1_000);
    const [late] = await waiting();
    expect(late).to.include({ kind: 'manager_trade', object: `${listingId}.trades`, overdue: true });
    expect((await dutiesOf(cast.olga, listingId)).toDeclare[0]?.overdue).to.equal(true);
    expect((await dutiesOf(cast.ivo, listingId)).toDeclare).to.deep.equal([]);

    const on = (await dutiesOf(cast.ines, listingId)).toDeclare[0]?.on ?? '';
    await cast.ines.api.call('insiders.declareSeen', { params: { listingId }, body: { entry: null, on } });
    expect(await waiting()).to.deep.equal([]);
    const { trades, toDeclare } = await dutiesOf(cast.ivo, listingId);
    expect(toDeclare).to.deep.equal([]);
    expect(trades.map(({ side, quantity, late: isLate }) => [side, quantity, isLate])).to.deep.equal([
      ['sell', 410, true],
      ['buy', 410, true],
    ]);
    expect(trades[0]?.yearAmount).to.equal(2_050_000);
  });

  it('DUT-7: the insider list keeps every version, for its issuer and operators alone', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, null);
    const params = { listingId, entry: 1 };
    const on = dayAhead(cast, 0);
    const facts = { name: 'Anna Prova', email: null, why: 'Left the office', manager: false, from: on };
    await cast.enzo.api.call('insiders.amend', { params, body: { ...facts, until: on } });
    const { insiders } = await cast.olga.api.call('insiders.list', { params: { listingId } });
    expect(insiders[0]?.versions.map(({ why }) => why)).to.deep.equal([
      'Left the office',
      'Keeps the accounts',
    ]);
    // An account that is not named again stays the entry's.
    await enters(cast, listingId, cast.tito.email);
    const second = { params: { listingId, entry: 2 }, body: { ...facts, manager: true, until: null } };
    await cast.enzo.api.call('insiders.amend', second);
    const { insiders: after } = await cast.olga.api.call('insiders.list', { params: { listingId } });
    expect(after[1]).to.include({ hasAccount: true, manager: true, why: 'Left the office' });
    expect(await cast.elsa.api.refusal('insiders.list', { params: { listingId } })).to.equal('not_allowed');
    const text = await cast.enzo.api.call('insiders.export', { params: { listingId } });
    expect(text.trim().split('\r\n')).to.have.length(5);
    expect(text).to.include('Keeps the accounts');
  });
});

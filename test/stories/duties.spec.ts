import { declareBy } from '../../server/src/domain/duties/index.ts';
import { dayText } from '@piazza/shared/calendar';
import { romeDay, millis, type ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { dayAhead, decidesReport, dutiesOf, enters, filesReport, impactReport } from '../support/duties.ts';
import { act, bringToContinuous, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const kindsOf = async ({ api }: Player, listingId: ListingId): Promise<string[]> =>
  (await api.call('me.notices')).items
    .filter(({ subject }) => subject['listing'] === listingId)
    .map(({ kind }) => kind);

describe('What an issue owes after it was funded', () => {
  let venue: TestVenue;
  let cast: Cast;
  beforeEach(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  afterEach(() => venue.close());

  /** To so many days after the day a report is due, at noon. */
  const passToDay = async (listingId: ListingId, after: number): Promise<void> => {
    const { dueOn } = await impactReport(cast.olga, listingId);
    const target = Date.parse(`${dueOn}T11:00:00Z`) + after * day;
    // The clock takes no jump longer than this.
    while (target - venue.venue.exchange.now() > 300 * day) await cast.pass(300 * day);
    await cast.passTo(target);
  };
  const placed = (who: Player, listingId: ListingId) =>
    who.api.refusal('orders.place', {
      params: { listingId },
      body: { side: 'buy', type: 'limit', price: 2_400 as never, quantity: 1 as never, timeInForce: 'gtc' },
    });

  it('DUT-1 DUT-2 DUT-3 DUT-5 DUT-6: reminded, late, suspended after 30 days, trading again once the report is accepted', async () => {
    const listingId = await openedMarket(cast);
    await passToDay(listingId, -30);
    expect(await kindsOf(cast.enzo, listingId)).to.include('impact_report_due');
    await passToDay(listingId, 1);
    expect((await kindsOf(cast.enzo, listingId))[0]).to.equal('impact_report_late');
    expect((await impactReport(cast.ines, listingId)).late).to.equal(true);
    await passToDay(listingId, 30);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal(null);
    await act(cast, listingId, 'close').catch(() => undefined);
    await passToDay(listingId, 31);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal('report_late');
    expect(await placed(cast.ines, listingId)).to.equal('trading_suspended');
    expect(await kindsOf(cast.ines, listingId)).to.include('trading_stopped_report_late');
    const start = { act: 'start', reason: 'Let us try' } as const;
    expect(await cast.olga.api.refusal('markets.act', { params: { listingId }, body: start })).to.equal(
      'trading_suspended',
    );
    const { items } = await cast.olga.api.call('duties.overdue');
    expect(items.map(({ report }) => [report.listingId, report.kind])).to.deep.include([listingId, 'impact']);

    const before = await cast.enzo.api.call('organisations.proceeds', {
      params: { organisationId: cast.organisation },
    });
    await filesReport(cast, listingId);
    expect((await dutiesOf(cast.ines, listingId)).stop, 'filed is not accepted').to.equal('report_late');
    await decidesReport(cast.olga, listingId);
    const after = await dutiesOf(cast.ines, listingId);
    expect(after.stop).to.equal(null);
    expect(after.reports.some(({ filing, late }) => filing?.figure === 11 && late)).to.equal(true);
    expect((await kindsOf(cast.ines, listingId))[0]).to.equal('trading_allowed');
    // DUT-6: what was kept of the proceeds is the issuer's now.
    const proceeds = await cast.enzo.api.call('organisations.proceeds', {
      params: { organisationId: cast.organisation },
    });
    expect(before.retained).to.be.greaterThan(0);
    expect(proceeds).to.deep.equal({
      received: before.received + before.retained,
      retained: 0,
    });
    // The next session of its calendar is the first.
    expect((await readMarket(cast, listingId)).session.phase).to.equal('closed');
    await cast.pass(day);
    await act(cast, listingId, 'start').catch(() => undefined);
    expect((await buys(cast.tito, listingId, { price: 2_400, quantity: 1 })).orderId).to.match(/^ord_/);
  });

  it('DUT-4: twelve months late it is delisted: orders leave, the market is closed for good, holders keep their units', async () => {
    const listingId = await openedMarket(cast);
    await act(cast, listingId, 'start');
    const { orderId } = await sells(cast.ines, listingId, { price: 2_600, quantity: 5 });
    await passToDay(listingId, 364);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal('report_late');
    expect((await dutiesOf(cast.ines, listingId)).delistedAt).to.equal(null);
    await passToDay(listingId, 367);
    const { stop, delistedAt } = await dutiesOf(cast.ines, listingId);
    expect({ stop, delisted: delistedAt !== null }).to.deep.equal({ stop: 'delisted', delisted: true });
    const { status } = await venue.client().call('listings.read', { params: { listingId } });
    expect(status).to.equal('delisted');
    expect((await readMarket(cast, listingId)).session.phase).to.equal('closed');
    const open = await cast.ines.api.call('orders.mine');
    expect(open.items.some((one) => one.id === orderId)).to.equal(false);
    expect(await kindsOf(cast.ines, listingId)).to.include('trading_stopped_delisted');
    const { items } = await cast.ines.api.call('holdings.mine');
    expect(items.find((one) => one.listingId === listingId)?.units).to.equal(100);
    expect(await placed(cast.ines, listingId)).to.equal('trading_suspended');
    await cast.pass(400 * day);
    expect((await readMarket(cast, listingId)).session.phase).to.equal('closed');
  });

  it('DUT-9: an insider trades before a closed period and after it, not in it, by no account; others do', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.tito.email);
    await act(cast, listingId, 'start');
    const { orderId } = await buys(cast.tito, listingId, { price: 2_300, quantity: 1 });
    await passToDay(listingId, -29);
    expect(await kindsOf(cast.tito, listingId)).to.include('closed_period_begun');
    if ((await readMarket(cast, listingId)).session.phase === 'closed') await act(cast, listingId, 'start');
    expect(await placed(cast.tito, listingId)).to.equal('closed_period');
    const amend = { params: { orderId }, body: { price: 2_350 as never } };
    expect(await cast.tito.api.refusal('orders.amend', amend)).to.equal('closed_period');
    expect((await buys(cast.ivo, listingId, { price: 2_300, quantity: 1 })).orderId).to.match(/^ord_/);
    await cast.tito.api.call('orders.cancel', { params: { orderId } });
    await filesReport(cast, listingId);
    await decidesReport(cast.olga, listingId);
    expect((await buys(cast.tito, listingId, { price: 2_300, quantity: 1 })).orderId).to.match(/^ord_/);
  });

  it('DUT-10: an operator ends a closed period, with a reason, once the news is out', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.tito.email);
    await passToDay(listingId, -10);
    const { id: reportId } = await impactReport(cast.olga, listingId);
    await cast.olga.api.call('duties.endClosedPeriod', {
      params: { reportId },
      body: { reason: 'The figures are in the newspapers' },
    });
    await act(cast, listingId, 'start').catch(() => undefined);
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
    expect((await kindsOf(cast.ines, listingId)).filter((kind) => kind.startsWith('manager'))).to.deep.equal([
      'manager_trade_seen',
    ]);
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
    expect((await kindsOf(cast.ines, listingId)).filter((kind) => kind.startsWith('manager'))).to.deep.equal([
      'manager_trade_owed',
      'manager_trade_seen',
    ]);
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

  it('DUT-11: nobody trades on the three days before a payment; on its day trading may go on', async () => {
    const listingId = await openedMarket(cast);
    const on = dayAhead(cast, 10);
    const body = { on, words: 'Interest' };
    const params = { listingId };
    const soon = { on: dayAhead(cast, 4), words: 'Interest' };
    expect(await cast.enzo.api.refusal('duties.declarePayment', { params, body: soon })).to.equal(
      'payment_day_invalid',
    );
    await cast.enzo.api.call('duties.declarePayment', { params, body });
    const noon = Date.parse(`${on}T11:00:00Z`);
    await cast.passTo(noon - 4 * day);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal(null);
    await cast.passTo(noon - 3 * day);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal('payment');
    expect(await placed(cast.ines, listingId)).to.equal('trading_suspended');
    await cast.passTo(noon);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal(null);
    expect(romeDay(millis(venue.venue.exchange.now()))).to.equal(on);
  });
});

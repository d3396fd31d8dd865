import { romeDay, millis, type DocumentId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import {
  attaches,
  dayAhead,
  decidesReport,
  dutiesOf,
  enters,
  filesReport,
  impactReport,
  noticesOf,
  passToReport,
  refusedOrder,
} from '../support/duties.ts';
import { act, buys, fundedIssue, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('What an issue owes after it was funded', () => {
  let venue: TestVenue;
  let cast: Cast;
  beforeEach(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  afterEach(() => venue.close());

  it('DUT-1 DUT-2 DUT-3 DUT-5 DUT-6: reminded, late, suspended after 30 days, trading again once the report is accepted', async () => {
    const listingId = await openedMarket(cast);
    await passToReport(cast, listingId, -30);
    expect(await noticesOf(cast.enzo, listingId)).to.include('impact_report_due');
    await passToReport(cast, listingId, 1);
    expect((await noticesOf(cast.enzo, listingId))[0]).to.equal('impact_report_late');
    expect((await impactReport(cast.ines, listingId)).late).to.equal(true);
    await passToReport(cast, listingId, 30);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal(null);
    await act(cast, listingId, 'close').catch(() => undefined);
    await passToReport(cast, listingId, 31);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal('report_late');
    expect(await refusedOrder(cast.ines, listingId)).to.equal('trading_suspended');
    expect(await noticesOf(cast.ines, listingId)).to.include('trading_stopped_report_late');
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
    expect((await noticesOf(cast.ines, listingId))[0]).to.equal('trading_allowed');
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
    await passToReport(cast, listingId, 364);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal('report_late');
    expect((await dutiesOf(cast.ines, listingId)).delistedAt).to.equal(null);
    await passToReport(cast, listingId, 367);
    const { stop, delistedAt } = await dutiesOf(cast.ines, listingId);
    expect({ stop, delisted: delistedAt !== null }).to.deep.equal({ stop: 'delisted', delisted: true });
    const { status } = await venue.client().call('listings.read', { params: { listingId } });
    expect(status).to.equal('delisted');
    expect((await readMarket(cast, listingId)).session.phase).to.equal('closed');
    const open = await cast.ines.api.call('orders.mine');
    expect(open.items.some((one) => one.id === orderId)).to.equal(false);
    expect(await noticesOf(cast.ines, listingId)).to.include('trading_stopped_delisted');
    const { items } = await cast.ines.api.call('holdings.mine');
    expect(items.find((one) => one.listingId === listingId)?.units).to.equal(100);
    expect(await refusedOrder(cast.ines, listingId)).to.equal('trading_suspended');
    await cast.pass(400 * day);
    expect((await readMarket(cast, listingId)).session.phase).to.equal('closed');
  });

  it('DUT-10: an operator ends a closed period, with a reason, once the news is out', async () => {
    const listingId = await openedMarket(cast);
    await enters(cast, listingId, cast.tito.email);
    await passToReport(cast, listingId, -10);
    const { id: reportId } = await impactReport(cast.olga, listingId);
    await cast.olga.api.call('duties.endClosedPeriod', {
      params: { reportId },
      body: { reason: 'The figures are in the newspapers' },
    });
    await act(cast, listingId, 'start').catch(() => undefined);
    expect((await buys(cast.tito, listingId, { price: 2_300, quantity: 1 })).orderId).to.match(/^ord_/);
  });

  it('DUT-15: documents go with a report: sent, taken away again before it is filed, read by the operator, kept once it is filed', async () => {
    const listingId = await fundedIssue(cast);
    const [first, second] = [
      await attaches(cast, listingId, 'Prove.csv'),
      await attaches(cast, listingId, 'Foto.csv'),
    ];
    const body = { reason: 'Taken away from a report before it was handed in' };
    await cast.enzo.api.call('documents.remove', { params: { documentId: second }, body });
    const { id: reportId } = await impactReport(cast.enzo, listingId);
    const filing = { words: 'Undici famiglie sono entrate in casa, su quaranta.', figure: 11 };
    const files = (documents: DocumentId[]) =>
      cast.enzo.api.refusal('duties.file', { params: { reportId }, body: { ...filing, documents } });
    expect(await files([first, second]), 'what was removed goes with nothing').to.equal('not_found');
    await cast.enzo.api.call('duties.file', {
      params: { reportId },
      body: { ...filing, documents: [first] },
    });
    const read = await impactReport(cast.olga, listingId);
    expect(read.filing?.documents).to.deep.equal([first]);
    const { items } = await cast.olga.api.call('documents.ofListing', { params: { listingId } });
    const sent = items.filter(({ kind }) => kind === 'impact_evidence');
    expect(sent.map(({ id, name, visibility }) => [id, name, visibility])).to.deep.equal([
      [first, 'Prove.csv', 'issuer'],
    ]);
    const removal = { params: { documentId: first }, body };
    expect(await cast.enzo.api.refusal('documents.remove', removal)).to.equal('document_in_use');
    await decidesReport(cast.olga, listingId);
    expect(await cast.enzo.api.refusal('documents.remove', removal)).to.equal('document_in_use');
    // The report is public, what only the issuer and operators see is not.
    const accepted = (await dutiesOf(cast.ines, listingId)).reports.find(({ id }) => id === reportId);
    expect(accepted?.filing?.documents).to.deep.equal([]);
    await cast.enzo.api.call('documents.show', {
      params: { documentId: first },
      body: { visibility: 'public' },
    });
    const shown = (await dutiesOf(cast.ines, listingId)).reports.find(({ id }) => id === reportId);
    expect(shown?.filing?.documents).to.deep.equal([first]);
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
    expect(await refusedOrder(cast.ines, listingId)).to.equal('trading_suspended');
    await cast.passTo(noon);
    expect((await dutiesOf(cast.ines, listingId)).stop).to.equal(null);
    expect(romeDay(millis(venue.venue.exchange.now()))).to.equal(on);
  });
});

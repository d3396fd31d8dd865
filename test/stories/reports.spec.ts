import { expect } from 'chai';
import { reportNames, type ReportName } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import type { ApiClient } from '../support/api-client.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import { readPdf } from '../support/pdf.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

interface Asked {
  readonly language?: 'en' | 'it';
  readonly from?: string;
  readonly to?: string;
  readonly listingId?: ListingId;
}

describe('Reports of the desk', () => {
  let venue: TestVenue;
  let cast: Cast;
  let market: ListingId;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    market = await openedMarket(cast);
    await bringToContinuous(cast, market);
    await sells(cast.ines, market, { price: 2_500, quantity: 3 });
    await buys(cast.tito, market, { price: 2_500, quantity: 2 });
  });
  after(() => venue.close());

  const asked = ({ language = 'en', from, to, ...more }: Asked) => {
    const year = new Date(venue.venue.exchange.now()).getUTCFullYear();
    return { language, from: from ?? `${year}-01-01`, to: to ?? `${year}-12-31`, ...more };
  };
  const request = (report: ReportName, query: Asked) => ({ params: { report }, query: asked(query) });
  /** Rows as objects by column. Cells of these reports hold neither commas nor quotes. */
  async function rowsOf(report: ReportName, query: Asked = {}): Promise<Record<string, string>[]> {
    const text = await cast.olga.api.call('reports.csv', request(report, query));
    const [head = '', ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    const columns = head.split(',');
    return lines.map((line) =>
      Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])),
    );
  }
  const refused = (api: ApiClient, query: Asked, report: ReportName = 'projects') =>
    api.refusal('reports.csv', request(report, query));

  it('RPT-1: the list of projects tells each decided offer, what it raised and from whom', async () => {
    const rows = await rowsOf('projects');
    const state = venue.venue.exchange.peek(({ offers }) =>
      [...offers.offers.values()].filter(({ status }) => status === 'funded'),
    );
    const row = rows.find((one) => one['Listing'] === market);
    const offer = state.find(({ listing }) => listing === market);
    expect(rows.filter((one) => one['Status'] === 'funded')).to.have.length(state.length);
    expect(row?.['Raised (EUR)']).to.equal(((offer?.proceedsCents ?? 0) / 100).toFixed(2));
    expect(Number(row?.['Non-sophisticated investors'])).to.equal(
      new Set(
        venue.venue.exchange.peek(({ offers }) =>
          (offer?.commitments ?? [])
            .map((id) => offers.commitments.get(id))
            .filter((one) => one !== undefined && one.allottedUnits > 0 && one.reflectionEndsAt !== null)
            .map((one) => one?.investor),
        ),
      ).size,
    );
    expect(await rowsOf('projects', { from: '2020-01-01', to: '2020-12-31' })).to.deep.equal([]);
  });

  it('RPT-3: the records of orders tell every step, and their trades add up to the tape', async () => {
    const orders = await rowsOf('orders', { listingId: market });
    const trades = await rowsOf('trades', { listingId: market });
    const traded = orders.filter((one) => one['Event'] === 'traded');
    const sum = (rows: readonly Record<string, string>[]): number =>
      rows.reduce((all, one) => all + Number(one['Quantity']), 0);
    expect(trades.length).to.be.above(0);
    expect(sum(traded)).to.equal(2 * sum(trades));
    expect(orders.map((one) => one['At (UTC)'])).to.deep.equal(
      orders.map((one) => one['At (UTC)']).toSorted((a = '', b = '') => (a < b ? -1 : 1)),
    );
    expect(new Set(orders.map((one) => one['Account'])))
      .to.include(cast.ines.id)
      .and.to.include(cast.tito.id);
    expect(await refused(cast.olga.api, {}, 'orders')).to.equal('not_found');
  });

  it('RPT-2: a complaint and a conflict stand in their registers without their words', async () => {
    await cast.olga.api.call('conflicts.declare', {
      body: { interest: 'family', organisationId: null, words: 'My sister works there' },
    });
    const [conflict] = await rowsOf('conflicts');
    expect(conflict).to.include({ Person: cast.olga.id, Interest: 'family' });
    expect(JSON.stringify(await rowsOf('conflicts'))).not.to.contain('sister');
    const text = await cast.olga.api.call('reports.csv', request('complaints', {}));
    expect(text).to.contain('Answer due at (UTC)').and.to.contain('Late');
  });

  it('RPT-4: the default rates claim nothing that the venue does not know', async () => {
    const { bytes } = await cast.olga.api.call('reports.pdf', request('default_rates', {}));
    expect(readPdf(bytes).text.replaceAll(/\s+/g, ' ')).to.contain(
      'the venue pays no holders, and counts no default',
    );
  });

  it('RPT-5: reports are the desk’s alone, refuse what makes no sense, and print the same in both languages', async () => {
    expect(await refused(cast.ines.api, {})).to.equal('not_allowed');
    expect(await refused(venue.client(), {})).to.equal('not_authenticated');
    expect(await refused(cast.olga.api, { from: '2026-02-02', to: '2026-02-01' })).to.equal(
      'report_period_invalid',
    );
    expect(await refused(cast.olga.api, { from: '2024-01-01', to: '2026-02-01' })).to.equal(
      'report_period_invalid',
    );
    for (const report of reportNames) {
      const query = report === 'orders' || report === 'trades' ? { listingId: market } : {};
      for (const language of ['en', 'it'] as const) {
        const one = await cast.olga.api.call('reports.pdf', request(report, { ...query, language }));
        const two = await cast.olga.api.call('reports.pdf', request(report, { ...query, language }));
        expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes)), report).to.equal(true);
        const { text } = readPdf(one.bytes);
        expect(text).to.contain(language === 'en' ? 'Page 1 of' : 'Pagina 1 di');
      }
    }
    const { text } = readPdf(
      (await cast.olga.api.call('reports.pdf', request('orders', { listingId: market }))).bytes,
    );
    expect(text).to.contain(cast.ines.id);
  });
});

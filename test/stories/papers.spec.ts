import { expect } from 'chai';
import type { ListingId } from '@piazza/shared/values';
import { castOf, type Cast } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import { readPdf } from '../support/pdf.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('Papers about one’s own account', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listingId: ListingId;
  /** Days in Rome of the trades below. */
  let today: string;
  const dateOf = (at: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(at);
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    listingId = await openedMarket(cast);
    await bringToContinuous(cast, listingId);
    today = dateOf(venue.venue.exchange.now());
    await sells(cast.ines, listingId, { price: 2_600, quantity: 30 });
    await buys(cast.tito, listingId, { price: 2_600, quantity: 20 });
    await cast.pass(2 * day);
  });
  after(() => venue.close());

  const statement = (who: Cast['ines'], to = today, language: 'it' | 'en' = 'en') =>
    who.api.call('statements.pdf', { query: { language, from: dateOf(Date.parse(to) - 300 * day), to } });

  it('PAP-1: a statement says what was held and what moved, as of the end of its last day', async () => {
    const { bytes, name } = await statement(cast.tito);
    const { text, lang, roles } = readPdf(bytes);
    expect(name).to.match(/^statement-.*-en\.pdf$/);
    expect(lang).to.equal('en');
    expect(roles.filter((role) => role === 'H1' || role === 'H2')).to.deep.equal(['H1', 'H2', 'H2']);
    expect(text).to.contain('Bought').and.to.contain('-520.00 EUR').and.to.contain(cast.tito.id);
    expect(text).to.contain(listingId);
    expect(readPdf((await statement(cast.tito, today, 'it')).bytes).text).to.contain('Acquisto');
  });

  it('PAP-2: the same days give the same bytes, whatever has happened since, a new name included', async () => {
    const before = await statement(cast.tito);
    await buys(cast.tito, listingId, { price: 2_600, quantity: 5 });
    await cast.tito.api.call('me.update', { body: { displayName: 'Un altro nome', locale: 'it' } as never });
    await cast.pass(3 * day);
    expect((await statement(cast.tito)).bytes).to.deep.equal(before.bytes);
    const later = await statement(cast.tito, dateOf(venue.venue.exchange.now() - day));
    expect(readPdf(later.bytes).text).to.contain('Un altro nome');
    expect(readPdf(before.bytes).text).not.to.contain('Un altro nome');
  });

  it('PAP-2: refuses days that are not over, run backwards or are too many', async () => {
    const now = dateOf(venue.venue.exchange.now());
    for (const [from, to] of [
      [now, now],
      [today, dateOf(Date.parse(today) - day)],
      [dateOf(Date.parse(today) - 366 * day), today],
    ] as const) {
      const query = { language: 'en', from, to } as const;
      expect(await cast.tito.api.refusal('statements.pdf', { query }), `${from} ${to}`).to.equal(
        'report_period_invalid',
      );
    }
  });

  it('PAP-3: a contract note for a trade, to either side and to nobody else', async () => {
    const asked = { params: { listingId, trade: 1 }, query: { language: 'en' } } as const;
    const { text } = readPdf((await cast.tito.api.call('statements.tradeNote', asked)).bytes);
    for (const fact of ['Bought on the market', '26.00', '520.00', '20', cast.tito.id])
      expect(text).to.contain(fact);
    const sold = readPdf((await cast.ines.api.call('statements.tradeNote', asked)).bytes).text;
    expect(sold).to.contain('Sold on the market').and.to.contain(cast.ines.id);
    expect(await cast.caio.api.refusal('statements.tradeNote', asked)).to.equal('not_found');
  });

  it('PAP-3: a contract note for an allotment, and none where nothing was delivered', async () => {
    const own = (await cast.ines.api.call('commitments.mine', { query: {} })).items[0];
    const params = { commitmentId: own!.id };
    const { bytes } = await cast.ines.api.call('statements.commitmentNote', {
      params,
      query: { language: 'it' },
    });
    const { text } = readPdf(bytes);
    expect(text).to.contain('Assegnazione in un’offerta').and.to.contain('2500.00').and.to.contain(own!.id);
  });

  it('PAP-4: the tax summary tells purchases, sales at average cost, and their gain', async () => {
    const year = Number(today.slice(0, 4));
    const text = await cast.ines.api.call('statements.tax', { query: { year } });
    const rows = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(rows[0]).to.equal('kind,at,listing,title,units,amount,cost,gain,fees,reference');
    const sold = rows.filter((row) => row.startsWith('sold,')).map((row) => row.split(','));
    // 25 units at €26.00 that had cost €25.00 each.
    const sum = (at: number) => sold.reduce((total, row) => total + Number(row[at]), 0);
    expect([sum(4), sum(5), sum(6), sum(7)]).to.deep.equal([25, 650, 625, 25]);
    expect(rows.some((row) => row.startsWith(`bought,`) && row.includes('2500.00'))).to.equal(true);
    const none = await cast.ines.api.call('statements.tax', { query: { year: year - 3 } });
    expect(none.replace('\uFEFF', '').trimEnd().split('\r\n')).to.have.length(1);
  });
});

import type { MarketSnapshot } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { minute } from '../support/draft.ts';
import { act, bringToCall, bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import type { TestVenue } from '../support/server.ts';
import { Promptness } from '../support/promptness.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually, longMs, waitFor } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

/** What a page shows of a book, best first: price and units as they are written. */
const shownBook = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const prices = [...document.querySelectorAll<HTMLElement>('main [data-place]')];
    const rows = prices.map((price) => ({
      side: price.dataset['place']?.split(':')[0] ?? '',
      text: `${price.textContent} ${price.closest('tr')?.children[2]?.textContent}`,
    }));
    const of = (side: string) => rows.filter((row) => row.side === side).map(({ text }) => text);
    return [
      ...of('bid').map((text) => `bid ${text}`),
      ...of('ask')
        .toReversed()
        .map((text) => `ask ${text}`),
    ];
  });

const euro = (cents: number): string => `€${(cents / 100).toFixed(2)}`;

/** The same of the book that the venue answers with. */
const tenBest = ({ bids, asks }: MarketSnapshot): string[] => [
  ...bids.slice(0, 10).map(([price, units]) => `bid ${euro(price)} ${units}`),
  ...asks.slice(0, 10).map(([price, units]) => `ask ${euro(price)} ${units}`),
];

describe('the page of a market', () => {
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let listingId: ListingId;
  let say: Say;
  let nora: Visitor;
  const promptness = new Promptness('SCR-6: a change of the market is seen within a second');

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    say = await wordsOf('en');
    cast = await castOf(site as unknown as TestVenue);
    listingId = await openedMarket(cast);
    nora = await browser.visitor('Nora', { origin: site.url });
    await nora.page.goto(`/markets/${listingId}`);
    await settled(nora.page);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const read = () => site.client().call('markets.book', { params: { listingId } });
  /** Waits until the page shows the book that the venue has. */
  const sameBook = (page: Page) =>
    waitFor('the book of the venue on the page', async () => {
      const [shown, theirs] = [await shownBook(page), tenBest(await read())];
      return JSON.stringify(shown) === JSON.stringify(theirs) ? shown : undefined;
    });
  const region = (page: Page, name: string) => page.getByRole('region', { name });

  it('teaches what will be here while nobody has traded', async () => {
    const { page } = nora;
    await page.getByText(say('trading:phaseText.closed')).waitFor();
    await page.getByText(say('market:book.emptyTitle')).waitFor();
    await page.getByText(say('market:auctions.empty')).waitFor();
    await page.getByText(say('trading:chart.empty')).waitFor();
    await page.getByText(say('market:how.callText')).waitFor();
    await axe(page);
  });

  it('SCR-6: shows a call with its indicative price, then its result, then continuous trading, without a reload', async () => {
    const { page } = nora;
    await bringToCall(cast, listingId);
    await promptness.of('a call', page.getByText(say('trading:phaseText.call')).waitFor());
    const call = region(page, say('market:call.title'));
    await call.getByText(say('market:call.nothing')).first().waitFor();
    await sells(cast.ines, listingId, { price: 2_400, quantity: 10 });
    await buys(cast.tito, listingId, { price: 2_500, quantity: 15 });
    await promptness.of('its price', call.getByText('€25.00', { exact: true }).waitFor());
    await call.getByText(say('market:call.buyers', { units: '5' }), { exact: true }).waitFor();
    expect(await sameBook(page)).to.deep.equal(['bid €25.00 15', 'ask €24.00 10']);
    await page.getByText(say('trading:ladder.crossed')).waitFor();
    await axe(page);
    await nora.screenshot('market/call');

    await cast.pass(7 * minute);
    await promptness.of('its end', page.getByText(say('trading:phaseText.continuous')).waitFor());
    await call.waitFor({ state: 'detached' });
    expect(await sameBook(page)).to.deep.equal(['bid €25.00 5']);
    const tape = page.getByRole('table', { name: say('trading:tape.caption') });
    const newest = tape.getByRole('row').nth(1);
    await newest.getByText('€25.00').waitFor();
    await newest.getByText(say('trading:tape.auction')).waitFor();
    const auctions = page.getByRole('table', { name: say('market:auctions.title') });
    await auctions.getByText('€25.00').waitFor();

    await sells(cast.ivo, listingId, { price: 2_500, quantity: 2 });
    await promptness.of('a trade', newest.getByText(say('trading:tape.sell')).waitFor());
    expect(await sameBook(page)).to.deep.equal(['bid €25.00 3']);
    await axe(page);
    promptness.judge(1_000);
  });

  it('SCR-6: keeps the venue’s own book through many changes, and through a venue that is started again', async () => {
    const { page } = nora;
    for (let round = 0; round < 60; round += 1) {
      const away = (round % 12) * 20;
      await buys(cast.tito, listingId, { price: 2_480 - away, quantity: 1 + (round % 7) });
      await sells(cast.ines, listingId, { price: 2_520 + away, quantity: 1 });
      if (round % 20 === 7) await sells(cast.ivo, listingId, { price: 2_480, quantity: 3 });
    }
    expect(await sameBook(page)).to.have.length(20);
    const lost = page.getByText(say('market:stale.lost'));
    const seen = async (): Promise<void> => {
      await lost.waitFor();
      await nora.screenshot('market/lost', { fullPage: false });
    };
    await site.restart(seen());
    await buys(cast.tito, listingId, { price: 2_500, quantity: 4 });
    await lost.waitFor({ state: 'hidden', timeout: 2 * longMs });
    await sameBook(page);
    await nora.screenshot('market/continuous');
    const outage = /ERR_CONNECTION_REFUSED|WebSocket connection|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
    expect(nora.complaints.filter((each) => !outage.test(each))).to.deep.equal([]);
  });

  it('SCR-7: moves through the book by keyboard and takes a price into the order; own orders are marked', async () => {
    const { page, complaints } = await browser.visitor('Tito', { origin: site.url });
    await signIn(page, cast.tito);
    await page.goto(`/markets/${listingId}`);
    await settled(page);
    await page.waitForFunction(() => document.documentElement.lang === 'it');
    await sameItalianBook(page);
    await page.locator('#ticket-quantity').waitFor();
    await eventually(async () =>
      expect(await page.locator('main [data-place][tabindex="0"]').count()).to.equal(1),
    );
    await page.locator('[data-place="bid:0"]').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    const isAt = (place: string) => page.locator(`[data-place="${place}"]:focus`).waitFor();
    await isAt('ask:0');
    await page.keyboard.press('End');
    await isAt('bid:9');
    await page.keyboard.press('Home');
    await isAt('ask:9');
    await page.locator('[data-place="ask:0"]').focus();
    await page.keyboard.press('Enter');
    await waitFor('the price in the order', async () => {
      const values = await page
        .locator('main input')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
      return values.some((value) => value.startsWith('25,2')) ? true : undefined;
    });
    const best = page.locator('main tr', { has: page.locator('[data-place="bid:0"]') });
    await best.locator('td').first().filter({ hasText: '●' }).waitFor();
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  const sameItalianBook = (page: Page) =>
    waitFor('a book on the page', async () =>
      (await page.locator('main [data-place]').count()) === 20 ? true : undefined,
    );

  it('SCR-7: says in words and tables what the charts draw, and hands out all trades', async () => {
    const { page } = nora;
    await page.getByRole('button', { name: say('trading:chart.asTable') }).click();
    const candles = page.getByRole('table', { name: say('trading:chart.title'), exact: true });
    await eventually(async () => expect(await candles.getByRole('row').count()).to.equal(2));
    await page.getByRole('button', { name: say('trading:chart.asChart') }).click();
    await page.getByText(/^Buyers want \d+ units down to €/).waitFor();
    const csv = await page.getByRole('link', { name: say('market:tape.csv') }).getAttribute('href');
    const lines = (await (await fetch(`${site.url}${csv}`)).text()).trim().split('\n');
    const { items } = await site
      .client()
      .call('markets.trades', { params: { listingId }, query: { limit: 100 } });
    expect(lines.length - 1).to.equal(items.length);
  });

  it('shows a halt, and the list of markets with the phase of each', async () => {
    await act(cast, listingId, 'halt');
    await nora.page.getByText(say('trading:phaseText.halted')).waitFor();
    await nora.page.goto('/markets');
    await settled(nora.page);
    await nora.page.getByRole('table').getByText(say('trading:phase.halted')).waitFor();
    await act(cast, listingId, 'resume');
    await nora.page.getByRole('table').getByText(say('trading:phase.call')).waitFor();
    await bringToContinuous(cast, listingId);
    await nora.page.getByRole('table').getByText(say('trading:phase.continuous')).waitFor();
  });
});

import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { bringToContinuous, buys, openedMarket, sells } from '../support/markets.ts';
import type { TestVenue } from '../support/server.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

describe('surveillance on the desk (SRV-20)', () => {
  let site: Site;
  let browser: TestBrowser;
  let cast: Cast;
  let listing: ListingId;
  let say: Say;
  let olga: Visitor;
  let oreste: Visitor;

  before(async () => {
    // Accounts of the cast read Italian.
    [site, browser, say] = await Promise.all([openSite(), openBrowser(), wordsOf('it')]);
    cast = await castOf(site as unknown as TestVenue);
    listing = await openedMarket(cast);
    await bringToContinuous(cast, listing);
    const origin = site.url;
    olga = await browser.visitor('Olga', { origin, language: 'it' });
    oreste = await browser.visitor('Oreste', { origin, language: 'it', screen: 'phone', scheme: 'dark' });
    await signIn(olga.page, cast.olga);
    await signIn(oreste.page, cast.oreste);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('shows an alert within moments, without a reload', async () => {
    const { page } = olga;
    await page.goto('/desk/surveillance');
    await settled(page);
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    for (let time = 0; time < 3; time += 1) {
      await sells(cast.ines, listing, { price: 2_500, quantity: 10 });
      await buys(cast.ivo, listing, { price: 2_500, quantity: 10 });
    }
    await page.getByRole('link', { name: say('surveillance:detector.matched_orders') }).waitFor();
    expect(await page.evaluate(() => 'stayed' in globalThis)).to.equal(true);
    await axe(page);
    await olga.screenshot('surveillance/alerts');
  });

  it('is worked through by keys: to the alert, and step by step through the market', async () => {
    const { page } = olga;
    const name = say('surveillance:detector.matched_orders');
    const isThere = () => page.evaluate(() => document.activeElement?.textContent);
    for (let time = 0; time < 20 && (await isThere()) !== name; time += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const slider = page.getByRole('slider');
    await slider.waitFor();
    const before = await slider.inputValue();
    await slider.focus();
    for (const step of [1, 2]) {
      await page.keyboard.press('ArrowRight');
      await eventually(async () => expect(Number(await slider.inputValue())).to.equal(Number(before) + step));
    }
    await page.getByRole('status').filter({ hasText: 'Ines Innocenti' }).first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(say('surveillance:tape.all')).click();
    await axe(page);
    await olga.screenshot('surveillance/alert');
  });

  it('makes a case of it, and closes it when a second operator agrees', async () => {
    const { page } = olga;
    await page.getByRole('button', { name: say('surveillance:alert.openMine') }).click();
    await page
      .getByLabel(say('surveillance:case.note'), { exact: true })
      .fill('Asked both for their reasons');
    await page.getByRole('button', { name: say('surveillance:case.addNote') }).click();
    await page.getByText('Asked both for their reasons').first().waitFor();
    await page.getByLabel(say('surveillance:case.outcome')).selectOption('warned');
    await page.getByLabel(say('surveillance:case.words')).fill('Two neighbours who will not do it again');
    await page.getByRole('button', { name: say('surveillance:case.storRead') }).click();
    await page.getByText('SECTION 3').first().waitFor();
    await axe(page);
    await olga.screenshot('surveillance/case');
    await page.getByRole('button', { name: say('surveillance:case.propose') }).click();
    await page.getByText(say('surveillance:case.waiting', { name: 'Olga Orsini' })).waitFor();
    const [waiting] = (await cast.oreste.api.call('approvals.list', { query: { state: 'waiting' } })).items;
    const agree = {
      params: { proposalId: waiting!.id },
      body: { contentHash: waiting!.contentHash, reason: 'So it is' },
    };
    await cast.oreste.api.call('approvals.approve', agree);
    const outcome = say('surveillance:outcome.warned');
    await page.getByText(say('surveillance:case.closed', { outcome })).first().waitFor();
    expect(olga.complaints).to.deep.equal([]);
  });

  it('reads well on a phone, in the dark, in Italian', async () => {
    const { page } = oreste;
    for (const [path, title] of [
      ['/desk/surveillance', say('surveillance:title')],
      [new URL(olga.page.url()).pathname, ''],
    ] as const) {
      await page.goto(path);
      await settled(page);
      if (title !== '') await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await axe(page);
      await oreste.screenshot(`surveillance/phone${path.includes('cases') ? '-case' : ''}`);
    }
    const [alert] = (await cast.oreste.api.call('cases.alerts', { query: { status: 'in_case' } })).items;
    await page.goto(`/desk/surveillance/alerts/${alert!.id}`);
    await page.getByRole('slider').waitFor();
    await axe(page);
    await oreste.screenshot('surveillance/phone-alert');
    expect(oreste.complaints).to.deep.equal([]);
  });
});

import { policy } from '@piazza/shared/policy';
import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axe, openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { bringToCall, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { clientFolder } from '../support/site.ts';
import { goTo, settled, signIn } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

const reason = 'The accounts are out, and the price is another one';

describe('terms of one call, at the desk and on the page of the market', () => {
  let venue: TestVenue;
  let browser: TestBrowser;
  let cast: Cast;
  let listingId: ListingId;
  let say: Say;

  before(async () => {
    venue = await openVenue({ clientFolder, clock: new TestClock() });
    [cast, browser, say] = await Promise.all([castOf(venue), openBrowser(), wordsOf('en')]);
    listingId = await openedMarket(cast);
    await bringToCall(cast, listingId);
    await sells(cast.ines, listingId, { price: 3_200, quantity: 40 });
    await buys(cast.tito, listingId, { price: 3_200, quantity: 25 });
    const phase = async () => (await readMarket(cast, listingId)).session.phase;
    while ((await phase()) !== 'halted') await cast.pass(policy.resumeCallMs);
  });

  after(async () => {
    await browser.close();
    await venue.close();
  });

  const enter = async (name: 'olga' | 'oreste'): Promise<Visitor> => {
    const visitor = await browser.visitor(name, { language: 'en', origin: venue.url });
    await cast[name].api.call('me.update', { body: { displayName: cast[name].displayName, locale: 'en' } });
    await signIn(visitor.page, cast[name]);
    return visitor;
  };

  /** Olga writes terms into the dialog; what they mean changes as she types. */
  async function propose(page: Page): Promise<void> {
    await goTo(page, '/desk/markets');
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="/markets/${listingId}"]`) });
    await row.getByRole('button').last().click();
    await page.getByRole('menuitem', { name: say('tradingDesk:act.resumeTerms') }).click();
    const dialog = page.getByRole('dialog');
    const units = say('tradingDesk:table.units', { count: 25, units: '25' });
    const outside = say('tradingDesk:terms.outside', { count: 25, units, price: '€32.00' });
    await dialog.getByText(outside).waitFor();
    await dialog.locator('#terms-reference').fill('30');
    await dialog.getByLabel(say('tradingDesk:terms.width')).fill('25');
    const bounds = { usual: '10%', most: '20%' };
    await dialog.getByText(say('tradingDesk:terms.wrongWidth', bounds)).waitFor();
    await dialog.getByLabel(say('tradingDesk:terms.width')).fill('15');
    await dialog.getByText(say('tradingDesk:terms.inside', { count: 25, units, price: '€32.00' })).waitFor();
    await dialog.getByLabel(say('tradingDesk:dialog.reason')).fill(reason);
    await axe(page);
    await dialog.getByRole('button', { name: say('tradingDesk:terms.propose') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('MKD-17: one operator proposes what a preview shows, another agrees to what is written, everybody reads it', async () => {
    const [olga, oreste] = [await enter('olga'), await enter('oreste')];
    await propose(olga.page);
    const link = olga.page.getByRole('link', { name: say('tradingDesk:terms.see') });
    const path = (await link.getAttribute('href')) ?? '';
    await goTo(oreste.page, path);
    const { page } = oreste;
    for (const text of ['€25.50', '€34.50', '15%', '€30.00'])
      await page.getByRole('cell', { name: text, exact: true }).waitFor();
    await page.getByText(say('approvals:call.resume')).waitFor();
    await page.getByLabel(say('approvals:page.reason')).fill('The book says the same');
    await page.getByRole('button', { name: say('approvals:page.approve') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('approvals:page.approve') })
      .click();
    await page
      .getByText(new RegExp(say('approvals:status.approved')))
      .first()
      .waitFor();
    const nora = await browser.visitor('Nora', { language: 'en', origin: venue.url });
    await nora.page.goto(`/markets/${listingId}`);
    await settled(nora.page);
    const told = nora.page.getByRole('region', { name: say('market:terms.title') });
    await told.getByText(say('market:terms.why', { reason })).waitFor();
    await told.getByText(say('market:terms.means', { low: '€25.50', high: '€34.50' })).waitFor();
    await axe(nora.page);
    await cast.pass(policy.resumeCallMs + policy.randomEndMs);
    await told.waitFor({ state: 'detached' });
    expect([...olga.complaints, ...oreste.complaints, ...nora.complaints]).to.deep.equal([]);
  });
});

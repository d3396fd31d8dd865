import type { Page } from 'playwright-core';
import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as investing from '../support/acts/investor.ts';
import { openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { castOf, type Cast, type Name } from '../support/cast.ts';
import { TestClock } from '../support/clock.ts';
import { published, type OnOffer } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { losing } from '../support/lost-answers.ts';
import { settled, signIn } from '../support/visit.ts';
import { eventually } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

/** What has the focus, by its id or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { id = '', textContent = '' } = document.activeElement ?? {};
    return id === '' ? (textContent ?? '') : `#${id}`;
  });

/** Waits until what has those words, or that id, has the focus. */
const hasFocus = (page: Page, there: string): Promise<unknown> =>
  eventually(async () => expect(await focused(page)).to.include(there));

/** Presses Tab until the focus is there. @throws Error when it does not come by. */
async function tabTo(page: Page, there: string): Promise<void> {
  for (let at = 0; at < 80; at += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(there)) return;
  }
  throw new Error(`the focus never comes to ${there}`);
}

describe('committing, in a browser', () => {
  let venue: TestVenue;
  let cast: Cast;
  let browser: TestBrowser;
  let offer: OnOffer;
  let say: Say;

  const enter = (name: Name): Promise<Visitor> =>
    browser.visitor(name, { language: 'en', origin: venue.url });
  async function atFlow(visitor: Visitor, name: Name): Promise<Page> {
    const { page } = visitor;
    await signIn(page, cast[name]);
    await cast[name].api.call('me.update', { body: { displayName: cast[name].displayName, locale: 'en' } });
    await page.goto(`/offers/${offer.offerId}/commit`);
    await settled(page);
    return page;
  }
  const commitmentsOf = async (name: Name) => {
    const { items } = await cast[name].api.call('commitments.mine', { query: { limit: 100 } });
    return items.filter(({ offerId }) => offerId === offer.offerId);
  };

  before(async () => {
    venue = await openVenue({ clientFolder, clock: new TestClock() });
    [cast, browser, say] = await Promise.all([castOf(venue), openBrowser(), wordsOf('en')]);
  });

  beforeEach(async () => {
    offer = await published(cast);
  });

  after(async () => {
    await browser.close();
    await venue.close();
  });

  it('SCR-3, SCR-4: is done and undone with the keyboard alone, the focus going along from step to step', async () => {
    const page = await atFlow(await enter('ines'), 'ines');
    const { keyboard } = page;
    await tabTo(page, '#commit-amount');
    await keyboard.type('1,250');
    await keyboard.press('Enter');
    await page.getByText(say('ui:summary', { count: 1 })).waitFor();
    await tabTo(page, say('commit:amount.choice', { amount: '€1,300', units: '130' }));
    await keyboard.press('Enter');
    await tabTo(page, '#commit-next');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: say('commit:warnings.title') }).waitFor();
    await hasFocus(page, say('commit:warnings.title'));
    const right = await investing.rightAnswer({ page });
    for (const box of ['#commit-warning', '#commit-consent', '#commit-answer-0']) {
      await tabTo(page, box);
      await keyboard.press('Space');
    }
    for (let moves = 0; moves < 2; moves += 1) {
      if ((await page.getByRole('radio', { name: right, exact: true, checked: true }).count()) > 0) break;
      await keyboard.press('ArrowDown');
    }
    await tabTo(page, say('commit:warnings.answer'));
    await keyboard.press('Enter');
    await page.getByText(say('commit:warnings.right')).waitFor();
    await tabTo(page, say('commit:flow.next'));
    await keyboard.press('Enter');
    const notice = page.getByText(say('commitment:reflection.title', { days: 4 }));
    await notice.waitFor();
    await hasFocus(page, say('commit:review.title'));
    await tabTo(page, '#commit-now');
    await keyboard.press('Enter');
    const done = say('commit:done.title', { amount: '€1,300' });
    await page.getByRole('heading', { name: done }).waitFor();
    await hasFocus(page, done);
    await notice.waitFor();
    await tabTo(page, say('commitment:revoke.button'));
    await keyboard.press('Enter');
    await page.getByRole('dialog').locator(':focus').first().waitFor();
    await tabTo(page, say('commitment:revoke.confirm'));
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await hasFocus(page, say('commitment:revoke.done', { amount: '€1,300' }));
    await eventually(async () =>
      expect((await commitmentsOf('ines')).map(({ status }) => status)).to.deep.equal(['revoked']),
    );
  });

  it('places one commitment when no answer comes back, however often one asks again and reloads', async () => {
    const ivo = await enter('ivo');
    let lost = false;
    await losing(ivo.page, '/commitments', () => lost);
    const page = await atFlow(ivo, 'ivo');
    await page.getByLabel(say('commit:amount.amountLabel'), { exact: true }).fill('300');
    await page.locator('#commit-next').click();
    await page.getByRole('checkbox', { name: say('commit:warnings.read') }).check();
    await page.getByRole('button', { name: say('commit:flow.next') }).click();
    lost = true;
    await page.locator('#commit-now').dblclick();
    const unsure = page.getByRole('heading', { name: say('commit:unsure.title') });
    await unsure.waitFor();
    const again = page.getByRole('button', { name: say('commit:unsure.again') });
    await again.click();
    await unsure.waitFor();
    await page.reload();
    await unsure.waitFor();
    lost = false;
    await again.click();
    await page.getByRole('heading', { name: say('commit:done.title', { amount: '€300' }) }).waitFor();
    expect((await commitmentsOf('ivo')).map(({ units }) => Number(units))).to.deep.equal([30]);
  });

  it('says at once that the offer is gone, and takes nothing', async () => {
    const page = await atFlow(await enter('tito'), 'tito');
    await page.getByLabel(say('commit:amount.amountLabel'), { exact: true }).fill('300');
    await page.locator('#commit-next').click();
    await page.getByRole('checkbox').first().waitFor();
    const { offerId } = offer;
    const body = { reason: 'A defect of the sheet' };
    await cast.olga.api.call('offers.cancel', { params: { offerId }, body });
    await page.getByText(say('commit:obstacle.sudden')).waitFor();
    await hasFocus(page, say('commit:obstacle.cancelled'));
    expect(await commitmentsOf('tito')).to.deep.equal([]);
  });

  it('refuses in words what the wallet cannot pay, and goes on when it is topped up on the spot', async () => {
    const nina = await cast.join('nina@example.org', {
      displayName: 'Nina Nano',
      roles: ['investor'],
      cents: 5_000,
    });
    const visitor = await enter('nora');
    const { page } = visitor;
    await signIn(page, nina);
    await nina.api.call('me.update', { body: { displayName: nina.displayName, locale: 'en' } });
    await page.goto(`/offers/${offer.offerId}/commit`);
    await settled(page);
    await page.getByLabel(say('commit:amount.amountLabel'), { exact: true }).fill('300');
    await page.locator('#commit-next').click();
    await page.getByText(say('commit:amount.shortError', { missing: '€250' })).waitFor();
    await page.getByRole('button', { name: say('wallet:submit', { amount: '€250' }) }).click();
    await page.getByText(say('commit:amount.short'), { exact: true }).waitFor({ state: 'hidden' });
    await hasFocus(page, '#commit-next');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: say('commit:warnings.read') }).check();
    await page.getByRole('button', { name: say('commit:flow.next') }).click();
    await investing.commit({ page, say }, '€300');
    expect((await nina.api.call('wallet.read')).pledged).to.equal(30_000);
    expect(visitor.complaints).to.deep.equal([]);
  });
});

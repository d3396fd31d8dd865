import type { OfferId } from '@piazza/shared/values';
import { expect } from 'chai';
import { commitLeast, elsewhere } from '../support/acts/elsewhere.ts';
import { openBrowser, type Eyes, type TestBrowser, type Visitor } from '../support/browser.ts';
import { demoScreens, type Story } from '../support/screens.ts';
import { shiftsOf, watchShifts } from '../support/shifts.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled, signIn } from '../support/visit.ts';
import { pause } from '../support/wait.ts';

/** The cumulative layout shift up to which a page counts as good. */
const goodShift = 0.1;
const slowMs = 150;

describe('nothing jumps while pages load and while others act', () => {
  let site: Site;
  let browser: TestBrowser;
  let story: Story;
  let offer: OfferId;

  before(async () => {
    [site, browser] = await Promise.all([openSite({ demo: true }), openBrowser()]);
    story = await demoScreens(site);
    const found = (await site.client().call('offers.list')).items.find(
      ({ progress }) => progress.status === 'open',
    );
    if (found === undefined) throw new Error('no offer is open');
    offer = found.id;
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  /** The reader's own commitments on another device: they move the offer, the feed and the reader's portfolio. */
  async function actElsewhere(): Promise<void> {
    const investor = await elsewhere(site, story.accounts.investor);
    for (let times = 0; times < 2; times += 1) {
      const { id } = await commitLeast(investor, offer);
      await pause(200);
      await investor.call('commitments.revoke', { params: { commitmentId: id } });
      await pause(200);
    }
  }

  async function open(path: string, eyes: Eyes): Promise<Visitor> {
    const visitor = await browser.visitor('Renzo', { ...eyes, origin: site.url });
    await watchShifts(visitor);
    await signIn(visitor.page, story.accounts.investor);
    await visitor.page.route('**/api/v1/**', async (route) => {
      await pause(slowMs);
      await route.continue();
    });
    await visitor.page.goto(path);
    await settled(visitor.page);
    return visitor;
  }

  async function leave({ page, context, complaints }: Visitor): Promise<void> {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    expect(complaints).to.deep.equal([]);
  }

  const paths = {
    home: () => '/',
    offers: () => '/offers',
    'an offer': () => `/offers/${offer}`,
    portfolio: () => '/portfolio',
  };
  for (const [name, path] of Object.entries(paths))
    it(`on ${name}`, async () => {
      const screens = ['desktop', 'phone'] as const;
      const visitors = await Promise.all(screens.map((screen) => open(path(), { screen })));
      await actElsewhere();
      await pause(300);
      const shifts = await Promise.all(visitors.map(shiftsOf));
      await Promise.all(visitors.map(leave));
      for (const [at, { worst, each }] of shifts.entries()) {
        console.log(`  ${name.padEnd(12)}${screens[at]?.padEnd(10)}${worst.toFixed(3)}`);
        expect(worst, each.join('\n')).to.be.lessThan(goodShift);
      }
    });
});

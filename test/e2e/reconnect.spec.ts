import { expect } from 'chai';
import { commitLeast, elsewhere } from '../support/acts/elsewhere.ts';
import { openBrowser, type TestBrowser, type Visitor } from '../support/browser.ts';
import { demoScreens, type Story } from '../support/screens.ts';
import { openSite, type Site } from '../support/site.ts';
import { goTo, settled, signIn } from '../support/visit.ts';
import { longMs, waitFor } from '../support/wait.ts';
import { wordsOf, type Say } from '../support/words.ts';

declare global {
  var sameVisit: boolean;
}

describe('a venue that is started again under open pages', () => {
  let site: Site;
  let browser: TestBrowser;
  let story: Story;
  let say: Record<'en' | 'it', Say>;
  const visitors: Visitor[] = [];

  before(async () => {
    [site, browser] = await Promise.all([openSite({ demo: true }), openBrowser()]);
    say = { en: await wordsOf('en'), it: await wordsOf('it') };
    story = await demoScreens(site);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  async function visitor(name: string): Promise<Visitor> {
    const one = await browser.visitor(name, { origin: site.url });
    visitors.push(one);
    return one;
  }

  /** What the list of a page shows, newest first: stamp and sentence of each line. */
  const shown = ({ page }: Visitor) =>
    page.evaluate(() =>
      [...document.querySelectorAll('main section[aria-labelledby="feed-title"] li')].map((line) => {
        const venture = line.querySelector('a')?.textContent ?? '';
        return `${line.querySelector('time')?.dateTime ?? ''} ${venture}`;
      }),
    );

  /** The same lines as the venue has them. */
  async function told(count: number): Promise<readonly string[]> {
    const { items } = await site.client().call('dealFlow.read', { query: { limit: count } });
    const seqs = items.map(({ seq }) => seq);
    expect(seqs).to.deep.equal(seqs.map((_, at) => (seqs[0] ?? 0) - at));
    return items.map(({ at, title }) => `${new Date(at).toISOString()} ${title}`);
  }

  it('says so, comes back by itself, and shows everything once', async () => {
    const [nora, renzo] = await Promise.all([visitor('Nora'), visitor('Renzo')]);
    await nora.page.goto('/');
    await signIn(renzo.page, story.accounts.investor);
    await goTo(renzo.page, '/portfolio/commitments');
    await settled(nora.page);
    const mine = (await (await elsewhere(site, story.accounts.investor)).call('commitments.mine')).items
      .length;
    const counted = (count: number) =>
      renzo.page.getByText(say.it('portfolio:list.count', { name: say.it('portfolio:list.all'), count }), {
        exact: true,
      });
    await counted(mine).waitFor();
    for (const { page } of visitors) await page.evaluate(() => (globalThis.sameVisit = true));
    const before = await shown(nora);

    // Renzo's account speaks Italian.
    const banners = [
      nora.page.getByText(say.en('common:connection.lost')),
      renzo.page.getByText(say.it('common:connection.lost')),
    ];
    const seen = async (): Promise<void> => {
      await Promise.all(banners.map((banner) => banner.waitFor()));
      await nora.screenshot('reconnect/lost', { fullPage: false });
    };
    await site.restart(seen());
    // Before the pages have found the venue again: this they can only catch up on.
    const { items } = await site.client().call('offers.list', { query: { status: 'open' } });
    if (items[0] === undefined) throw new Error('no offer is open');
    await commitLeast(await elsewhere(site, story.accounts.investor), items[0].id);

    await Promise.all(banners.map((banner) => banner.waitFor({ state: 'hidden', timeout: 2 * longMs })));
    await counted(mine + 1).waitFor();
    const now = await waitFor('the list of the venue on the page', async () => {
      const lines = await shown(nora);
      return JSON.stringify(lines) === JSON.stringify(await told(lines.length)) ? lines : undefined;
    });
    expect(now).to.not.deep.equal(before);
    for (const { page } of visitors) expect(await page.evaluate(() => globalThis.sameVisit)).to.equal(true);
    await nora.screenshot('reconnect/back', { fullPage: false });
    const outage = /ERR_CONNECTION_REFUSED|WebSocket connection|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
    for (const { complaints } of visitors)
      expect(complaints.filter((each) => !outage.test(each))).to.deep.equal([]);
  });
});

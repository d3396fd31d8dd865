import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';
import { settled } from '../support/visit.ts';
import { wordsOf, type Say } from '../support/words.ts';

describe('SCR-3: the focus after a navigation', () => {
  let site: Site;
  let browser: TestBrowser;
  let say: Say;

  before(async () => {
    [site, browser, say] = await Promise.all([openSite(), openBrowser(), wordsOf('en')]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('is on the heading of the page that came last, though the one before it had not come', async () => {
    const { page } = await browser.visitor('Nora', { origin: site.url });
    await page.goto('/');
    await settled(page);
    let letGo = (): void => undefined;
    const held = new Promise<void>((gone) => {
      letGo = gone;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    const go = (path: string) => page.evaluate((to) => history.pushState({}, '', to), path);
    const asked = page.waitForRequest('**/*.js');
    await go('/register');
    await asked;
    await go('/sign-in');
    letGo();
    await page.locator('#page-title:focus', { hasText: say('account:signIn.title') }).waitFor();
  });

  it('is there too when the language changes with the page', async () => {
    const { page } = await browser.visitor('Nora', { origin: site.url });
    await page.goto('/');
    await settled(page);
    const language = page.getByRole('banner').getByRole('button', { name: say('common:language.label') });
    await language.evaluate((button) => {
      (button as HTMLElement).click();
      history.pushState({}, '', '/markets');
    });
    await page.locator('#page-title:focus').waitFor();
  });
});

import type { Page } from 'playwright-core';

/** Waits until the screen has its heading and nothing on it is still a placeholder. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getElementById('page-title') !== null &&
      document.querySelector('[class*="_skeletons_"]:not(figure *)') === null,
  );
}

/** Waits until the page that a link leads to has come and has taken the focus: the one before stays until then. */
export async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(() => ['page-title', 'main'].includes(document.activeElement?.id ?? ''));
  await settled(page);
}

/** Moves to an address inside the page, as a link does: nothing is loaded again. */
export async function goTo(page: Page, path: string): Promise<void> {
  const leaves = await page.evaluate((to) => {
    const { pathname, search } = location;
    if (pathname + search === to) return 'nothing';
    // What has it now may be the heading of the page before.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    history.pushState({}, '', to);
    return pathname === location.pathname ? 'search' : 'page';
  }, path);
  if (leaves === 'page') return arrived(page);
  // The same screen, of which nothing tells that it has begun to show something else.
  if (leaves === 'search') await page.waitForTimeout(300);
  await settled(page);
}

interface Account {
  readonly email: string;
  readonly password: string;
}

/** Signs in through the form, and waits for the account's menu. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  const form = page.getByRole('main');
  await form.getByLabel(/^(Email address|Indirizzo email|Indirizzo e-mail|E-mail|Email)/).fill(email);
  await form.locator('input[type=password]').fill(password);
  await form.locator('button[type=submit]').click();
  await page.waitForFunction(() => localStorage.getItem('piazza.session') !== null);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

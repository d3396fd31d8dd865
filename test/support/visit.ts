import type { Page } from 'playwright-core';

/** Waits until the screen has its heading and nothing on it is still a placeholder. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getElementById('page-title') !== null &&
      document.querySelector('[class*="_skeletons_"]:not(figure *)') === null,
  );
}

/** Does what leads to another page, and waits until that has come and has taken the focus: the old one stays until then. */
export async function arrivesBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  // The next page may keep the very element of the heading: only the focus that comes anew tells that it is there.
  await page.evaluate(() => {
    const has = document.activeElement;
    if (has instanceof HTMLElement && ['page-title', 'main'].includes(has.id)) has.blur();
  });
  await act();
  await page.waitForFunction(() => ['page-title', 'main'].includes(document.activeElement?.id ?? ''));
  await settled(page);
}

/** Moves to an address inside the page, as a link does: nothing is loaded again. */
export async function goTo(page: Page, path: string): Promise<void> {
  const [from, to] = [new URL(page.url()), new URL(path, page.url())];
  const go = () => page.evaluate((address) => history.pushState({}, '', address), path);
  if (from.pathname !== to.pathname) return arrivesBy(page, go);
  // The same screen, of which nothing tells that it has begun to show something else.
  if (from.search !== to.search) await go().then(() => page.waitForTimeout(300));
  await settled(page);
}

interface Account {
  readonly email: string;
  readonly password: string;
}

/** Signs in through the form, and waits for the page that follows. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  const form = page.getByRole('main');
  await form.getByLabel(/^(Email address|Indirizzo email|Indirizzo e-mail|E-mail|Email)/).fill(email);
  await form.locator('input[type=password]').fill(password);
  await arrivesBy(page, () => form.locator('button[type=submit]').click());
}

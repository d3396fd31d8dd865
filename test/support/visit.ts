import type { Page } from 'playwright-core';

/** Waits until the screen has its heading and nothing on it is still a placeholder. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getElementById('page-title') !== null &&
      document.querySelector('[class*="_skeletons_"]:not(figure *)') === null,
  );
}

/** Moves to an address inside the page, as a link does: nothing is loaded again. */
export async function goTo(page: Page, path: string): Promise<void> {
  const before = await page.evaluate((to) => {
    if (location.pathname + location.search === to) return null;
    history.pushState({}, '', to);
    return document.getElementById('page-title')?.textContent ?? '';
  }, path);
  // The old screen stays until the new one is there; both may have one title.
  if (before !== null)
    await page
      .waitForFunction((old) => document.getElementById('page-title')?.textContent !== old, before, {
        timeout: 600,
      })
      .catch(() => undefined);
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

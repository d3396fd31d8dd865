import type { Page } from 'playwright-core';
import type { Say } from '../words.ts';

/** An investor at their screen. */
export interface Investor {
  readonly page: Page;
  readonly say: Say;
}

/** Tops up the wallet from the portfolio, in whole euro. */
export async function topUp({ page, say }: Investor, euro: number): Promise<void> {
  await page.getByRole('button', { name: say('wallet:topUp'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('wallet:amount')).fill(String(euro));
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** From the page of an offer to the last step before committing. */
export async function prepare(investor: Investor, euro: number, large = false): Promise<void> {
  const { page, say } = investor;
  const start = new RegExp(`^(${say('commit:action.start')}|${say('commit:action.more')})$`);
  await page.getByRole('link', { name: start }).click();
  await page.getByLabel(say('commit:amount.amountLabel'), { exact: true }).fill(String(euro));
  await next(investor);
  await page.getByRole('checkbox', { name: say('commit:warnings.read') }).check();
  if (large) await proveUnderstanding(investor);
  await next(investor);
  await page.getByText(say('commitment:reflection.law')).waitFor();
}

async function next({ page, say }: Investor): Promise<void> {
  await page.getByRole('button', { name: say('commit:flow.next'), exact: true }).click();
}

/** Answers wrongly first, reads why it is wrong, and answers again. */
async function proveUnderstanding(investor: Investor): Promise<void> {
  const { page, say } = investor;
  await page.getByRole('checkbox').last().check();
  await page.getByRole('radio', { name: say('commit:warnings.guaranteed') }).check();
  await next(investor);
  await page.getByText(say('commit:warnings.wrong_guaranteed')).first().waitFor();
  await page.getByRole('radio', { name: say('commit:warnings.may_lose_all') }).check();
}

/** The last press of a commitment. */
export async function commit({ page, say }: Investor, amount: string): Promise<void> {
  await page.getByRole('button', { name: say('commit:review.commit', { amount }), exact: true }).click();
  await page.getByText(say('commit:done.title', { amount })).first().waitFor();
}

/** Revokes a commitment from wherever its button stands. */
export async function revoke({ page, say }: Investor, amount: string): Promise<void> {
  await page.getByRole('button', { name: say('commitment:revoke.name', { amount }), exact: true }).click();
  const confirm = say('commitment:revoke.confirm');
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click();
}

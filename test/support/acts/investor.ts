import { currentUnderstanding, understandingBanks } from '@piazza/shared/knowledge';
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

/** The right answer to the question on the page, in its language. */
export async function rightAnswer({ page }: Pick<Investor, 'page'>): Promise<string> {
  const group = page.getByRole('radiogroup').last();
  await group.waitFor();
  const name = (await group.textContent()) ?? '';
  for (const { en, it } of understandingBanks[currentUnderstanding] ?? [])
    for (const { ask, options } of [en, it])
      if (name.includes(options[0]) && (await page.getByText(ask).count()) > 0) return options[0];
  throw new Error(`no question that the bank knows: ${name}`);
}

/** Answers rightly what the venue asks before a large commitment. */
async function answerRightly({ page, say }: Investor): Promise<void> {
  const right = await rightAnswer({ page });
  await page.getByRole('radio', { name: right, exact: true }).check();
  await page.getByRole('button', { name: say('commit:warnings.answer'), exact: true }).click();
  await page.getByText(say('commit:warnings.right')).waitFor();
}

/** Answers wrongly first, reads why it is wrong, and answers another question. */
async function proveUnderstanding(investor: Investor): Promise<void> {
  const { page, say } = investor;
  await page.getByRole('checkbox').last().check();
  const right = await rightAnswer(investor);
  const wrong = page.getByRole('radiogroup').last().getByRole('radio');
  for (const radio of await wrong.all()) {
    const label = await page.locator(`label[for="${await radio.getAttribute('id')}"]`).textContent();
    if (label?.trim() === right) continue;
    await radio.check();
    break;
  }
  await page.getByRole('button', { name: say('commit:warnings.answer'), exact: true }).click();
  await page.getByRole('status').filter({ hasText: right }).waitFor();
  await answerRightly(investor);
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

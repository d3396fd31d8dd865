import type { MarketAct, MarketModel } from '@piazza/shared/contract';
import type { Page } from 'playwright-core';
import type { Say } from '../words.ts';
import { confirmed } from './issuer.ts';

/** An operator of the venue, at their screen. */
export interface Operator {
  readonly page: Page;
  readonly say: Say;
}

/** Opens the review of a listing from the queue. */
export async function openReview({ page, say }: Operator, title: string): Promise<void> {
  await page.getByRole('link', { name: say('desk:queue.open', { title }), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('desk:review.title', { title }) }).waitFor();
}

export async function take({ page, say }: Operator): Promise<void> {
  await page.getByRole('button', { name: say('desk:review.take'), exact: true }).click();
}

const reasonOf = ({ page, say }: Operator) =>
  page.getByRole('textbox', { name: say('desk:review.reason'), exact: true });

/** Comments on one field and sends the listing back. */
export async function requestChanges(operator: Operator, field: string, comment: string): Promise<void> {
  const { page, say } = operator;
  const name = { field: say(`desk:field.${field}`) };
  await page.getByRole('button', { name: say('desk:review.commentOn', name), exact: true }).click();
  await page.getByRole('textbox', { name: say('desk:review.commentLabel', name), exact: true }).fill(comment);
  await reasonOf(operator).fill('Un campo va riscritto');
  await confirmed(operator, say('desk:review.request'));
}

/** Confirms the four points and approves. */
export async function approve(operator: Operator): Promise<void> {
  const { page, say } = operator;
  for (const point of ['intentional', 'measurable', 'additional', 'noConflictOfInterest'])
    await page.getByRole('checkbox', { name: say(`desk:review.${point}`) }).check();
  await reasonOf(operator).fill('Tutto torna');
  await confirmed(operator, say('desk:review.approve'));
}

/** Moves the venue's clock ahead on the page of the clock. */
export async function moveClock(
  operator: Operator,
  by: 'hour' | 'day' | 'fiveDays' | 'month',
): Promise<void> {
  const { page, say } = operator;
  await page.getByRole('radio', { name: say(`desk:clock.${by}`), exact: true }).check();
  await page.getByRole('textbox', { name: say('desk:clock.reason'), exact: true }).fill('Passano i giorni');
  await confirmed(operator, say('desk:clock.move'));
}

/** Opens a funded issue for trading, from the desk of the markets. */
export async function openForTrading(
  { page, say }: Operator,
  title: string,
  model: MarketModel,
): Promise<void> {
  await page.getByRole('button', { name: say('tradingDesk:open.button'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('tradingDesk:open.issue')).selectOption({ label: title });
  await dialog.getByLabel(say('tradingDesk:open.model')).selectOption(model);
  await dialog.getByLabel(say('tradingDesk:dialog.reason')).fill('Tutto è consegnato');
  await dialog.getByRole('button', { name: say('tradingDesk:open.open'), exact: true }).click();
}

/** Does something with the session of a market, from its row in the desk. */
export async function actOnMarket(
  { page, say }: Operator,
  title: string,
  act: MarketAct,
  reason: string,
): Promise<void> {
  const name = say(`tradingDesk:act.${act}`);
  await page.getByRole('button', { name: say('tradingDesk:table.menu', { title }), exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('tradingDesk:dialog.reason')).fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
}

import type { Side } from '@piazza/shared/contract';
import type { Formats } from '../../../client/src/locale/format.ts';
import type { Investor } from './investor.ts';

/** Somebody who trades, and how they write figures. */
export interface Trader extends Investor {
  readonly write: Formats;
}

export interface Ticket {
  readonly side: Side;
  /** Cents for one unit. */
  readonly price: number;
  readonly quantity: number;
}

/** Fills in the ticket of a market's page; nothing is sent yet. */
export async function writeOrder({ page, say, write }: Trader, ticket: Ticket): Promise<void> {
  const { side, price, quantity } = ticket;
  await page.locator('#ticket-price').waitFor();
  const sides = page.getByRole('radiogroup', { name: say('orderTicket:side.label') });
  await sides.getByText(say(`orderTicket:side.${side}`), { exact: true }).click();
  await page.locator('#ticket-price').fill(write.moneyExact(price).replaceAll(/[^\d.,]/g, ''));
  await page.locator('#ticket-quantity').fill(String(quantity));
}

/** Presses the button, which says what will be sent. */
export async function sendOrder({ page, say, write }: Trader, ticket: Ticket): Promise<void> {
  const { side, price, quantity } = ticket;
  const figures = { quantity: write.number(quantity), price: write.moneyExact(price) };
  const name = say(`orderTicket:send.${side}At`, figures);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(say('orderTicket:placed.title')).waitFor();
}

import { cents, type Cents } from './numbers.ts';

/** The wire form of an amount: minus only below zero, no leading zeros, exactly two decimals ("1250.00"). */
export const amountPattern = /^(?!-0\.00$)-?(?:0|[1-9][0-9]{0,12})\.[0-9]{2}$/;

/** Reads the wire form. @throws RangeError for any other form; nothing is ever rounded. */
export function parseAmount(text: string): Cents {
  if (!amountPattern.test(text)) throw new RangeError(`not an amount: ${text}`);
  return cents(Number(text.replace('.', '')));
}

/** Writes the wire form: 125000 → "1250.00". */
export function formatAmount(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

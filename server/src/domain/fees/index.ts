import { policy } from '@piazza/shared/policy';
import { account, EUR, type AccountId, type LedgerEvent, type Subject } from '../ledger/index.ts';

/** What the venue asks for a service, in whole cents. */
export interface Fee {
  readonly netCents: number;
  readonly vatCents: number;
  readonly totalCents: number;
}
export const noFee: Fee = { netCents: 0, vatCents: 0, totalCents: 0 };

/** Shares of a fee and of the VAT on it, in basis points. */
export interface FeeRate {
  readonly bps: number;
  readonly vatBps: number;
}

const whole = 10_000;

/** A share of an amount, rounded up to the cent; exact where the product leaves the safe integers too. */
function shareUp(cents: number, bps: number): number {
  const product = cents * bps;
  if (Number.isSafeInteger(product)) return Math.ceil(product / whole);
  return Number((BigInt(cents) * BigInt(bps) + BigInt(whole - 1)) / BigInt(whole));
}

/** A sum with the VAT on it. @param netCents whole cents, 0 or more */
export function withVat(netCents: number, vatBps: number = policy.vatBps): Fee {
  const vatCents = shareUp(netCents, vatBps);
  return { netCents, vatCents, totalCents: netCents + vatCents };
}

/**
 * The fee on an amount, its net and its VAT each rounded up to the cent, so that parts never cost less than the whole.
 * @param cents 0 or more
 * @param bps of the amount, 0 … 10,000
 * @param vatBps of the net fee
 */
export const feeOf = (cents: number, bps: number, vatBps: number = policy.vatBps): Fee =>
  bps === 0 ? noFee : withVat(shareUp(cents, bps), vatBps);

const posted = (from: AccountId, to: AccountId, amount: number, reason: 'fee' | 'vat', subject: Subject) =>
  amount === 0 ? [] : [{ kind: 'ledger.posted' as const, from, to, asset: EUR, amount, reason, subject }];

/** Takes a fee from what an account has available: the net to the venue, the VAT to what it owes. */
export const feePosted = (from: AccountId, fee: Fee, subject: Subject): LedgerEvent[] => [
  ...posted(from, account.fees, fee.netCents, 'fee', subject),
  ...posted(from, account.vat, fee.vatCents, 'vat', subject),
];

const settled = (hold: string, to: AccountId, amount: number, reason: 'fee' | 'vat', subject: Subject) =>
  amount === 0 ? [] : [{ kind: 'ledger.settled' as const, hold, to, amount, reason, subject }];

/** Takes a fee from what is held. */
export const feeSettled = (hold: string, fee: Fee, subject: Subject): LedgerEvent[] => [
  ...settled(hold, account.fees, fee.netCents, 'fee', subject),
  ...settled(hold, account.vat, fee.vatCents, 'vat', subject),
];

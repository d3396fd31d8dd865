import { policy } from '@piazza/shared/policy';
import { shareWithVat, sumWithVat, type Fee } from '@piazza/shared/values';
import { account, EUR, type AccountId, type LedgerEvent, type Subject } from '../ledger/index.ts';

export { noFee, type Fee } from '@piazza/shared/values';

/** Shares of a fee and of the VAT on it, in basis points. */
export interface FeeRate {
  readonly bps: number;
  readonly vatBps: number;
}

/** A sum with the VAT on it. @param netCents whole cents, 0 or more */
export const withVat = (netCents: number, vatBps: number = policy.vatBps): Fee =>
  sumWithVat(netCents, vatBps);

/**
 * The fee on an amount, by the arithmetic that browsers show it with.
 * @param cents 0 or more
 * @param bps of the amount, 0 … 10,000
 * @param vatBps of the net fee
 */
export const feeOf = (cents: number, bps: number, vatBps: number = policy.vatBps): Fee =>
  shareWithVat(cents, bps, vatBps);

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

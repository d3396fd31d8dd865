import type { Card } from './cards.ts';
import type { Iban } from './ibans.ts';

/** What the provider knows of objects without showing it to the venue. */
export interface Traits {
  /** By payment method: how the card behaves. */
  readonly cards: Map<string, Card>;
  /** By payment method: the account behind it. */
  readonly ibans: Map<string, Iban>;
  /** Payment methods whose holder agreed to charges without being there. */
  readonly setUp: Set<string>;
  /** Payment methods that were detached, or charged without belonging to a customer: used up. */
  readonly spent: Set<string>;
  /** By payment method: the mandate given. */
  readonly mandates: Map<string, string>;
  /** By payment or setup intent: where the hosted page sends the customer back to. */
  readonly returnUrls: Map<string, string>;
  /** By payment intent: cents of the customer's cash that were set aside for it. */
  readonly applied: Map<string, number>;
  /** By customer: cents of unspent cash, and whether arriving money is applied by itself. */
  readonly cash: Map<string, { available: number; automatic: boolean }>;
  /** Refunds that the balance did not cover, oldest first, with what pays them. */
  readonly uncovered: Map<string, { readonly amount: number; readonly pay: () => void }>;
  /** Customers that were deleted: only their id is left. */
  readonly deleted: Set<string>;
  readonly accountLinks: Map<string, AccountLinkState>;
  /** By connected account: the bank account its payouts go to. */
  readonly payoutIbans: Map<string, Iban>;
}

export interface AccountLinkState {
  readonly account: string;
  readonly expiresAt: number;
  readonly returnUrl: string;
  readonly refreshUrl: string;
  used: boolean;
}

export const makeTraits = (): Traits => ({
  cards: new Map(),
  ibans: new Map(),
  setUp: new Set(),
  spent: new Set(),
  mandates: new Map(),
  returnUrls: new Map(),
  applied: new Map(),
  cash: new Map(),
  uncovered: new Map(),
  deleted: new Set(),
  accountLinks: new Map(),
  payoutIbans: new Map(),
});

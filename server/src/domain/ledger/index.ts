import { Impossible } from '../core/index.ts';
import {
  add,
  isOutside,
  open,
  positive,
  type Account,
  type AccountId,
  type Asset,
  type Hold,
  type LedgerState,
} from './accounts.ts';

export type { Account, AccountId, Asset, Hold, LedgerState } from './accounts.ts';
export { bind, free, openStanding, pay, spend, spendHeld, standing, type Standing } from './standing.ts';

/** Accounts by name. External and issue accounts stand for the world outside and may be negative; no other may. */
export const account = {
  cash: (person: string): AccountId => `cash:${person}`,
  units: (listing: string, person: string): AccountId => `units:${listing}:${person}`,
  outside: (asset: Asset): AccountId => `outside:${asset}`,
  proceeds: (organisation: string): AccountId => `proceeds:${organisation}`,
  retention: (organisation: string): AccountId => `retention:${organisation}`,
  /** An issuer's own money, for what it pays its holders. */
  funds: (organisation: string): AccountId => `funds:${organisation}`,
  /** What is owed to people who can no longer be named: by an issuer, or by the venue itself where no issuer does. */
  unclaimed: (debtor: string): AccountId => `unclaimed:${debtor}`,
  /** What the venue has earned, and the VAT on it that it owes. */
  fees: 'fees:venue',
  vat: 'vat:venue',
  /** Minus what the venue's balance at the payment provider is. */
  provider: 'outside:provider',
  /** Minus what the provider has kept for itself; the venue bears it. */
  costs: 'outside:costs',
  /** Minus what payers' banks have taken back and nobody has made good yet. */
  disputes: 'outside:disputes',
} as const;
export const EUR: Asset = 'EUR';

export type LedgerReason =
  | 'top_up'
  | 'withdrawal'
  | 'capture'
  | 'release'
  | 'settlement'
  | 'retention'
  | 'delivery'
  | 'charge'
  | 'refund'
  | 'payout'
  | 'sent_back'
  | 'provider_fee'
  | 'dispute'
  | 'chargeback'
  | 'fee'
  | 'vat'
  | 'funding'
  | 'distribution'
  | 'unclaimed';
/** Ids that explain an entry to its reader. */
export type Subject = Readonly<Record<string, string>>;

export type LedgerEvent =
  | {
      readonly kind: 'ledger.posted';
      readonly from: AccountId;
      readonly to: AccountId;
      readonly asset: Asset;
      readonly amount: number;
      readonly reason: LedgerReason;
      readonly subject: Subject;
    }
  | {
      readonly kind: 'ledger.held';
      readonly hold: string;
      readonly account: AccountId;
      readonly asset: Asset;
      readonly amount: number;
      readonly reason: LedgerReason;
      readonly subject: Subject;
    }
  | {
      readonly kind: 'ledger.settled';
      readonly hold: string;
      readonly to: AccountId;
      readonly amount: number;
      readonly reason: LedgerReason;
      readonly subject: Subject;
    }
  | {
      readonly kind: 'ledger.released';
      readonly hold: string;
      readonly amount: number;
      readonly reason: LedgerReason;
      readonly subject: Subject;
      /** Where it comes back to, for who tells of it; absent where the subject names a commitment. */
      readonly account?: AccountId;
    };

export const initialLedger = (): LedgerState => ({ accounts: new Map(), holds: new Map() });

/** What the account can spend now, in cents or units; 0 for an account never used. */
export const available = (state: LedgerState, id: AccountId): number =>
  state.accounts.get(id)?.available ?? 0;
/** What is held on the account, in cents or units. */
export const held = (state: LedgerState, id: AccountId): number => state.accounts.get(id)?.held ?? 0;

function takeFromHold(state: LedgerState, id: string, amount: number): Hold {
  const hold = state.holds.get(id);
  if (hold === undefined || hold.remaining < amount) throw new Impossible(`hold ${id} cannot give ${amount}`);
  hold.remaining -= amount;
  if (hold.remaining === 0) state.holds.delete(id);
  return hold;
}

/** Applies one event. Every one moves an amount from one place to another, so each asset always sums to zero. */
export function evolveLedger(state: LedgerState, event: LedgerEvent): void {
  positive(event.amount);
  switch (event.kind) {
    case 'ledger.posted':
      if (event.from === event.to) throw new Impossible(`posting from ${event.from} to itself`);
      add(open(state, event.from, event.asset), event.from, -event.amount, 0);
      add(open(state, event.to, event.asset), event.to, event.amount, 0);
      return;
    case 'ledger.held':
      if (state.holds.has(event.hold)) throw new Impossible(`hold ${event.hold} exists`);
      add(open(state, event.account, event.asset), event.account, -event.amount, event.amount);
      state.holds.set(event.hold, { account: event.account, remaining: event.amount });
      return;
    case 'ledger.settled': {
      const hold = takeFromHold(state, event.hold, event.amount);
      const source = state.accounts.get(hold.account) as Account;
      add(source, hold.account, 0, -event.amount);
      add(open(state, event.to, source.asset), event.to, event.amount, 0);
      return;
    }
    case 'ledger.released': {
      const hold = takeFromHold(state, event.hold, event.amount);
      add(state.accounts.get(hold.account) as Account, hold.account, event.amount, -event.amount);
    }
  }
}

/** Violations of conservation, empty when the books are right. Walks everything: for tests, audits and the health of a start. */
export function ledgerViolations(state: LedgerState): string[] {
  const found: string[] = [];
  const sums = new Map<Asset, bigint>();
  const heldBy = new Map<AccountId, number>();
  for (const hold of state.holds.values())
    heldBy.set(hold.account, (heldBy.get(hold.account) ?? 0) + hold.remaining);
  for (const [id, one] of state.accounts) {
    sums.set(one.asset, (sums.get(one.asset) ?? 0n) + BigInt(one.available) + BigInt(one.held));
    if (one.available < 0 && !isOutside(id)) found.push(`${id} is at ${one.available}`);
    if (one.held !== (heldBy.get(id) ?? 0))
      found.push(`${id} holds ${one.held}, its holds say ${heldBy.get(id) ?? 0}`);
  }
  for (const [asset, sum] of sums) if (sum !== 0n) found.push(`${asset} sums to ${sum}`);
  return found;
}

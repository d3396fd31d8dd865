import { Impossible } from '../core/index.ts';

/** `EUR`, or the id of the listing whose units are meant. */
export type Asset = string;
export type AccountId = string;

export interface Account {
  readonly asset: Asset;
  available: number;
  held: number;
}
export interface Hold {
  readonly account: AccountId;
  remaining: number;
}
export interface LedgerState {
  readonly accounts: Map<AccountId, Account>;
  readonly holds: Map<string, Hold>;
}

export const isOutside = (id: AccountId): boolean => id.startsWith('outside:');

/** The account, opened where it was never used. @throws Impossible when it keeps another asset */
export function open(state: LedgerState, id: AccountId, asset: Asset): Account {
  let found = state.accounts.get(id);
  if (found === undefined) {
    found = { asset, available: 0, held: 0 };
    state.accounts.set(id, found);
  }
  if (found.asset !== asset) throw new Impossible(`account ${id} keeps ${found.asset}, not ${asset}`);
  return found;
}

/** Changes what an account has. @throws Impossible where it would stand below zero or leave the safe integers */
export function add(target: Account, id: AccountId, freed: number, bound: number): void {
  target.available += freed;
  target.held += bound;
  const fits = Number.isSafeInteger(target.available) && Number.isSafeInteger(target.held);
  if (!fits || target.held < 0 || (target.available < 0 && !isOutside(id))) {
    throw new Impossible(`account ${id} would stand at ${target.available} available, ${target.held} held`);
  }
}

/** @throws Impossible for anything but a safe integer above zero */
export function positive(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new Impossible(`ledger amount ${amount}`);
}

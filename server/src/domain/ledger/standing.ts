import { existing, Impossible } from '../core/index.ts';
import {
  add,
  open,
  positive,
  type Account,
  type AccountId,
  type Asset,
  type Hold,
  type LedgerState,
} from './accounts.ts';

/**
 * One hold for all the open orders of one person on one side of a market: it grows and shrinks with them and stays at
 * zero when there are none, so that the market may keep it at hand instead of looking it up at every order.
 */
export interface Standing {
  readonly id: AccountId;
  readonly account: Account;
  readonly hold: Hold;
}

/** Opens a standing hold of nothing, and its account where it was never used. */
export function openStanding(state: LedgerState, name: string, id: AccountId, asset: Asset): void {
  if (state.holds.has(name)) throw new Impossible(`hold ${name} exists`);
  open(state, id, asset);
  state.holds.set(name, { account: id, remaining: 0 });
}

/** @throws Impossible when it was never opened */
export function standing(state: LedgerState, name: string): Standing {
  const hold = existing(state.holds, name, 'hold');
  return { id: hold.account, account: existing(state.accounts, hold.account, 'account'), hold };
}

/** Holds more of what is available. @throws Impossible when there is not so much */
export function bind({ id, account, hold }: Standing, amount: number): void {
  positive(amount);
  add(account, id, -amount, amount);
  hold.remaining += amount;
}

function take(name: AccountId, hold: Hold, amount: number): void {
  positive(amount);
  if (hold.remaining < amount) throw new Impossible(`a hold on ${name} cannot give ${amount}`);
  hold.remaining -= amount;
}

/** Gives back what is held. @throws Impossible when not so much is */
export function free({ id, account, hold }: Standing, amount: number): void {
  take(id, hold, amount);
  add(account, id, amount, -amount);
}

/** Moves what is held to what another has available. @throws Impossible when not so much is held */
export function spendHeld(from: Standing, to: Standing, amount: number): void {
  take(from.id, from.hold, amount);
  add(from.account, from.id, 0, -amount);
  add(to.account, to.id, amount, 0);
}

/** Moves what is available to what another has available. @throws Impossible when there is not so much */
export function spend(from: Standing, to: Standing, amount: number): void {
  positive(amount);
  add(from.account, from.id, -amount, 0);
  add(to.account, to.id, amount, 0);
}

/** Moves what is available to an account that nobody trades with. @throws Impossible when there is not so much */
export function pay(state: LedgerState, from: Standing, to: AccountId, amount: number): void {
  positive(amount);
  add(from.account, from.id, -amount, 0);
  add(open(state, to, from.account.asset), to, amount, 0);
}

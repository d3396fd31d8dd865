import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { CommandKey, JournalRecord, Outcome } from './record.ts';

export interface KeyEntry {
  readonly requestHash: string;
  readonly at: number;
  readonly seq: number;
  readonly outcome: Outcome;
}
type Entries = Map<string, KeyEntry>;
/**
 * Idempotency keys by "actor|key", in order of time. Those of money are kept for good; those of orders, which may come by
 * the ten thousand a second, in two generations of bounded size.
 */
export interface KeysState {
  readonly recent: Entries;
  readonly money: Entries;
  readonly orders: { newer: Entries; older: Entries };
}
export const initialKeys = (): KeysState => ({
  recent: new Map(),
  money: new Map(),
  orders: { newer: new Map(), older: new Map() },
});

const moneyCommands: ReadonlySet<string> = new Set([
  'commitments.place',
  'commitments.revoke',
  'wallet.topUp',
  'payments.withdraw',
  'payments.distribute',
  'payments.retry',
]);
const orderCommands: ReadonlySet<string> = new Set(['orders.place', 'orders.amend', 'orders.cancel']);
/** Asked for twice in a row, when a key is looked up and when it is remembered: a text is hashed only once. */
let named: { readonly key: CommandKey; readonly actor: string; readonly name: string } | undefined;

function nameOf(actor: string, key: CommandKey): string {
  if (named?.key === key && named.actor === actor) return named.name;
  named = { key, actor, name: `${actor}|${key.key}` };
  return named.name;
}

/**
 * The recorded outcome for a key that was seen before, or undefined for a new one.
 * Another request under the same key is `key_reused`; one older than 24 hours of venue time is `key_expired`. The key of an
 * order is known for at least `policy.orderKeysKept` further ones, and forgotten some time after that.
 */
export function recordedOutcome(
  state: KeysState,
  actor: string,
  key: CommandKey,
  at: number,
): Outcome | undefined {
  const name = nameOf(actor, key);
  const { orders, recent, money } = state;
  const entry = orders.newer.get(name) ?? orders.older.get(name) ?? recent.get(name) ?? money.get(name);
  if (entry === undefined) return undefined;
  const age = money.has(name) ? 0 : at - entry.at;
  // Nobody sweeps the generations of orders; what is past its time is forgotten where it is met.
  if (age > policy.keyTombstoneMs && !recent.has(name)) return undefined;
  if (entry.requestHash !== key.requestHash) return { rejection: reject('key_reused') };
  return age > policy.keyLifeMs ? { rejection: reject('key_expired') } : entry.outcome;
}

/** Where the key of a new order goes: when a generation is full, the one before it is forgotten as a whole. */
function orderEntries({ orders }: KeysState): Entries {
  if (orders.newer.size >= policy.orderKeysKept) {
    orders.older = orders.newer;
    orders.newer = new Map();
  }
  return orders.newer;
}

function forgetPast({ recent }: KeysState, at: number): void {
  for (const [name, entry] of recent) {
    if (at - entry.at <= policy.keyTombstoneMs) break;
    recent.delete(name);
  }
}

/** Remembers the key of a record and forgets what is long past. */
export function foldKeys(state: KeysState, record: JournalRecord): void {
  const { key, at, seq, outcome, actor, command } = record;
  if (key === undefined) return;
  const entry: KeyEntry = { requestHash: key.requestHash, at, seq, outcome };
  const name = nameOf(actor, key);
  if (orderCommands.has(command.kind)) {
    orderEntries(state).set(name, entry);
    return;
  }
  forgetPast(state, at);
  (moneyCommands.has(command.kind) ? state.money : state.recent).set(name, entry);
}

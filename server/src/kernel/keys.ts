import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { CommandKey, JournalRecord, Outcome } from './record.ts';

export interface KeyEntry {
  readonly requestHash: string;
  readonly at: number;
  readonly seq: number;
  readonly outcome: Outcome;
}
/** Idempotency keys by "actor|key", in order of time. Those of money are kept for good. */
export interface KeysState {
  readonly recent: Map<string, KeyEntry>;
  readonly money: Map<string, KeyEntry>;
}
export const initialKeys = (): KeysState => ({ recent: new Map(), money: new Map() });

const moneyCommands: ReadonlySet<string> = new Set([
  'commitments.place',
  'commitments.revoke',
  'wallet.topUp',
]);
const nameOf = (actor: string, key: string): string => `${actor}|${key}`;

/**
 * The recorded outcome for a key that was seen before, or undefined for a new one.
 * Another request under the same key is `key_reused`; one older than 24 hours of venue time is `key_expired`.
 */
export function recordedOutcome(
  state: KeysState,
  actor: string,
  key: CommandKey,
  at: number,
): Outcome | undefined {
  const name = nameOf(actor, key.key);
  const entry = state.money.get(name) ?? state.recent.get(name);
  if (entry === undefined) return undefined;
  if (entry.requestHash !== key.requestHash) return { rejection: reject('key_reused') };
  if (!state.money.has(name) && at - entry.at > policy.keyLifeMs) return { rejection: reject('key_expired') };
  return entry.outcome;
}

/** Remembers the key of a record and forgets what is long past. */
export function foldKeys(state: KeysState, record: JournalRecord): void {
  if (record.key === undefined) return;
  for (const [name, entry] of state.recent) {
    if (record.at - entry.at <= policy.keyTombstoneMs) break;
    state.recent.delete(name);
  }
  const entry = {
    requestHash: record.key.requestHash,
    at: record.at,
    seq: record.seq,
    outcome: record.outcome,
  };
  const keep = moneyCommands.has(record.command.kind);
  (keep ? state.money : state.recent).set(nameOf(record.actor, record.key.key), entry);
}

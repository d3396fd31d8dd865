import type { Rejection } from '@piazza/shared/rejections';
import type { IdKind, Millis, PersonId } from '@piazza/shared/values';

/** Who a command comes from: a person, or the venue itself (timers, registration). */
export type Actor = PersonId | 'venue';

/** What the sequencer hands to every decision: its time and its ids. The core has no others. */
export interface Context {
  readonly at: Millis;
  readonly actor: Actor;
  /** Seq of the record under way; an order's number. */
  readonly seq: number;
  /** A whole number from 0 to below `bound` (1 … 2^31), drawn outside and recorded: the same record always gets the same. */
  readonly draw: (bound: number) => number;
  /** A fresh id; the same record always gets the same ones. */
  readonly newId: (kind: IdKind) => string;
}

/** Facts decided, and the small answer the caller gets (and gets again for the same idempotency key). */
export interface Accepted<E> {
  readonly events: readonly E[];
  readonly result: Readonly<Record<string, string | number>>;
}
export type Decision<E> = Accepted<E> | { readonly rejection: Rejection };

export const accept = <E>(events: readonly E[], result: Accepted<E>['result'] = {}): Accepted<E> => ({
  events,
  result,
});
export const refuse = (rejection: Rejection): { readonly rejection: Rejection } => ({ rejection });

/** A state that no legal event can reach: a bug. The process stops rather than go on from it. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

/** The value under the key. @throws Impossible when there is none. */
export function existing<K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Impossible(`${what} ${String(key)} does not exist`);
  return value;
}

/** Reference to sealed text or documents; the words themselves never enter the core. */
export interface Sealed {
  readonly ref: string;
  readonly hash: string;
}

/** What the vault is to forget: whole subjects with their keys, and single texts and files by their references. */
export interface Swept {
  readonly subjects: readonly string[];
  readonly refs: readonly string[];
}

type RoleName = 'investor' | 'enterprise' | 'operator' | 'verifier' | 'outcome_payer' | 'administrator';
/** Whom a command asks for at the moment it is taken: holders of a role, anybody signed in, or the venue itself. */
export type Need = RoleName | readonly RoleName[] | 'anybody' | 'venue';
/** The need of each command of a noun: without one it is given by nobody. */
export type Needs<C extends { readonly kind: string }> = Readonly<Record<C['kind'], Need>>;

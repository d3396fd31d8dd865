import type { Millis } from '@piazza/shared/values';
import { isFinal, type PaymentsState } from '../domain/payments/index.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Younger than that, the provider's own message is waited for. */
const staleMs = 10 * minuteMs;
/** The longer something takes, the longer it is left alone: an eighth of its age between two looks. */
const restShare = 8;
/** So long after they left, banks still send payouts and refunds back. */
const bankMayReturnMs = 30 * dayMs;
const returnLookMs = dayMs;

interface Sighted {
  readonly object: string | null | undefined;
  /** Venue time of its newest step. */
  readonly at: number;
  readonly everyMs?: number;
}

const newest = (timeline: readonly { readonly at: Millis }[]): number => timeline.at(-1)?.at ?? 0;

function* underWay(payments: PaymentsState, now: number): Generator<Sighted> {
  for (const { status, intent, timeline } of payments.payments.values())
    if (status === 'processing' || status === 'action_needed') yield { object: intent, at: newest(timeline) };
  for (const { status, provider, timeline } of payments.refunds.values()) {
    const at = newest(timeline);
    if (status === 'pending') yield { object: provider, at };
    else if (status === 'succeeded' && now - at < bankMayReturnMs)
      yield { object: provider, at, everyMs: returnLookMs };
  }
  for (const { kind, status, bank, timeline } of payments.outgoings.values()) {
    const at = newest(timeline);
    if (status === 'transferred') yield { object: bank, at };
    else if (status === 'paid' && !isFinal(kind, status) && now - at < bankMayReturnMs)
      yield { object: bank, at, everyMs: returnLookMs };
  }
  for (const { status, provider, at } of payments.disputes.values())
    if (status === 'open') yield { object: provider, at };
  for (const { status, holder, at } of payments.fundings.values())
    if (status === 'awaited' || status === 'partial') yield { object: payments.customers.get(holder), at };
  for (const { status, account } of payments.payees.values())
    if (status !== 'ready') yield { object: account, at: 0, everyMs: staleMs };
}

/**
 * Finds what no message told: every object that has been under way for too long is read again, sooner at first and rarer
 * later. What it has read it remembers only so as not to ask too often.
 */
export class Sweeper {
  /** Venue time at which an object was asked for last. */
  readonly #asked = new Map<string, number>();

  /** Objects to be read now; venue time. */
  stale(payments: PaymentsState, now: number): readonly string[] {
    const found: string[] = [];
    const known = new Set<string>();
    for (const { object, at, everyMs } of underWay(payments, now)) {
      if (object === null || object === undefined) continue;
      known.add(object);
      const every = everyMs ?? Math.max(staleMs, (now - at) / restShare);
      if (now - Math.max(at, this.#asked.get(object) ?? 0) < every) continue;
      this.#asked.set(object, now);
      found.push(object);
    }
    for (const object of this.#asked.keys()) if (!known.has(object)) this.#asked.delete(object);
    return found;
  }
}

import type { SettingName } from '@piazza/shared/policy';
import { Impossible } from '../core/index.ts';
import type {
  DisclosureId,
  ListingId,
  Millis,
  OrganisationId,
  PaymentId,
  PersonId,
  PostId,
  ProposalId,
  ReportId,
} from '@piazza/shared/values';

/** A command the venue will give itself. `id` is unique while the timer is set. */
export interface Timer {
  readonly id: string;
  readonly dueAt: Millis;
  readonly command: TimerCommand;
}
/** Commands only timers give; each names its subject. */
export type OffersTimer =
  | { readonly kind: 'offers.open'; readonly offer: string }
  | { readonly kind: 'offers.close'; readonly offer: string }
  | { readonly kind: 'offers.capture'; readonly commitment: string }
  | { readonly kind: 'offers.decide'; readonly offer: string }
  | { readonly kind: 'offers.settle'; readonly offer: string };
/** A market's next phase, orders to sweep out of its book, a person who has not spoken up. */
export type MarketTimer =
  | { readonly kind: 'markets.advance'; readonly listing: ListingId }
  | { readonly kind: 'markets.sweep'; readonly listing: ListingId }
  | { readonly kind: 'orders.deadMan'; readonly person: PersonId };
/** A post whose time is over. */
export interface BoardTimer {
  readonly kind: 'board.expire';
  readonly post: PostId;
}
/** A proposal to which nobody has agreed. */
export interface ApprovalsTimer {
  readonly kind: 'approvals.expire';
  readonly proposal: ProposalId;
}
/** A number of the policy that was agreed for a later day comes into force. */
export interface SettingsTimer {
  readonly kind: 'settings.apply';
  readonly setting: SettingName;
}
/** A sophisticated investor's class comes to its end, or its end comes near. */
export interface ProtectionTimer {
  readonly kind: 'protection.lapse' | 'protection.remind';
  readonly person: PersonId;
}
/** Investors to be told of a change, a defect nobody has corrected, a suspension that has lasted as long as it may. */
export type DisclosuresTimer =
  | {
      readonly kind: 'disclosures.tell';
      readonly disclosure: DisclosureId;
      readonly why: 'changed' | 'suspended' | 'corrected' | 'dismissed';
      readonly until: Millis;
      readonly from: number;
    }
  /** Holders of a funded issue, to be told of an event. */
  | { readonly kind: 'disclosures.tellHolders'; readonly disclosure: DisclosureId; readonly from: number }
  | { readonly kind: 'disclosures.suspend'; readonly disclosure: DisclosureId }
  | { readonly kind: 'disclosures.cancel'; readonly disclosure: DisclosureId };
/** Duties of an issue begin, something is to be done about a report, trading stops before a payment or goes on after. */
export type DutiesTimer =
  | { readonly kind: 'duties.begin'; readonly listing: ListingId }
  /** `of` is the instant it was due at, where an auction had to be settled first. */
  | { readonly kind: 'duties.step'; readonly report: ReportId; readonly of?: Millis }
  | { readonly kind: 'duties.payment'; readonly listing: ListingId; readonly number: number };
/**
 * A payment's next attempt or the end of its payer's time, a debit that can no longer be taken back; proceeds that have
 * become free; the moment whose holders a payment to holders goes to, and its next shares.
 */
export type PaymentsTimer =
  | { readonly kind: 'payments.step' | 'payments.mature'; readonly payment: PaymentId }
  | { readonly kind: 'payments.payout'; readonly organisation: OrganisationId }
  | {
      readonly kind: 'payments.record' | 'payments.share';
      readonly listing: ListingId;
      readonly number: number;
    };
export type TimerCommand =
  | OffersTimer
  | MarketTimer
  | BoardTimer
  | ApprovalsTimer
  | SettingsTimer
  | ProtectionTimer
  | DisclosuresTimer
  | DutiesTimer
  | PaymentsTimer;

export type ScheduleEvent =
  | { readonly kind: 'schedule.set'; readonly timer: Timer }
  | { readonly kind: 'schedule.cleared'; readonly id: string };

/**
 * Timers in a binary heap ordered by due time, then id. `timers` is the truth; the heap is an index
 * that `rebuild` makes again after a snapshot was read.
 */
export interface ScheduleState {
  readonly timers: Map<string, Timer>;
}

const heaps = new WeakMap<ScheduleState, Timer[]>();
const before = (a: Timer, b: Timer): boolean => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.id < b.id);

function heapOf(state: ScheduleState): Timer[] {
  let heap = heaps.get(state);
  if (heap === undefined) {
    heap = [...state.timers.values()].toSorted((a, b) => (before(a, b) ? -1 : 1));
    heaps.set(state, heap);
  }
  return heap;
}

function push(heap: Timer[], timer: Timer): void {
  let child = heap.length;
  heap.push(timer);
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = heap[parent] as Timer;
    if (!before(timer, above)) break;
    heap[child] = above;
    child = parent;
  }
  heap[child] = timer;
}

function pop(heap: Timer[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let parent = 0;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Timer, heap[child] as Timer)) child += 1;
    const below = heap[child] as Timer;
    if (!before(below, last)) break;
    heap[parent] = below;
    parent = child;
  }
  heap[parent] = last;
}

export const initialSchedule = (): ScheduleState => ({ timers: new Map() });

/** The timer due first, or undefined. Timers that were cleared leave the heap here, when they reach its top. */
export function nextTimer(state: ScheduleState): Timer | undefined {
  const heap = heapOf(state);
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    if (state.timers.get(top.id) === top) return top;
    pop(heap);
  }
  return undefined;
}

export function evolveSchedule(state: ScheduleState, event: ScheduleEvent): void {
  if (event.kind === 'schedule.set') {
    if (state.timers.has(event.timer.id)) throw new Impossible(`timer ${event.timer.id} is already set`);
    const heap = heapOf(state);
    state.timers.set(event.timer.id, event.timer);
    push(heap, event.timer);
  } else if (!state.timers.delete(event.id)) {
    throw new Impossible(`timer ${event.id} is not set`);
  }
}

export const setTimer = (id: string, dueAt: Millis, command: TimerCommand): ScheduleEvent => ({
  kind: 'schedule.set',
  timer: { id, dueAt, command },
});
export const clearTimer = (id: string): ScheduleEvent => ({ kind: 'schedule.cleared', id });

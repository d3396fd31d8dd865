import { policy } from '@piazza/shared/policy';
import { dayOf, dayText } from '@piazza/shared/calendar';
import { reject } from '@piazza/shared/rejections';
import { millis, type ListingId, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { represents } from '../organisations/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import { startOf } from './calendar.ts';
import type { DutiesCommand } from './events.ts';
import { afterwards, isSettling, restrictions } from './restrict.ts';
import { paymentTimer } from './steps.ts';
import type { Issue, Payment } from './state.ts';
import type { DutiesView, Events } from './view.ts';

/** At the beginning of a payment's day, before trading goes on: named so that it comes first at its instant. */
const holdersTimer = (listing: ListingId, number: number): string => `holders:${listing}.${number}`;

/** Where the venue pays holders itself, it writes down who they are. */
const recordTimer = (
  { payments }: DutiesView,
  listing: ListingId,
  number: number,
  day: number,
): ScheduleEvent[] =>
  payments.by === 'wallet'
    ? []
    : [setTimer(holdersTimer(listing, number), startOf(day), { kind: 'payments.record', listing, number })];

type Of<K extends DutiesCommand['kind']> = Extract<DutiesCommand, { kind: K }>;
const { duties } = policy;

/**
 * The issuer declares a payment to holders: nobody trades on the three days before it (DOMAIN §8).
 * Precedence: not_found, not_allowed, illegal_state, payment_day_invalid.
 */
export function decideDeclarePayment(
  view: DutiesView,
  { listing, day, words }: Of<'duties.declarePayment'>,
  ctx: Context,
): Decision<Events> {
  const issue = view.duties.issues.get(listing);
  if (issue === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, issue.organisation)) return refuse(reject('not_allowed'));
  if (issue.delistedAt !== null) return refuse(reject('illegal_state', { status: 'delisted' }));
  const today = dayOf(ctx.at);
  const [first, last] = [today + duties.paymentNoticeDays, today + duties.paymentAheadDays];
  const taken = issue.payments.some((one) => one.day === day && one.status !== 'withdrawn');
  if (day < first || day > last || taken)
    return refuse(reject('payment_day_invalid', { first: dayText(first), last: dayText(last) }));
  const number = issue.payments.length + 1;
  const stopFrom = startOf(day - duties.paymentStopDays);
  const by = ctx.actor as PersonId;
  const payment = { number, day, stopFrom, paidAt: startOf(day), words, by, at: ctx.at };
  return accept<Events>(
    [
      { kind: 'duties.payment_declared', listing, payment },
      setTimer(paymentTimer(listing, number), stopFrom, { kind: 'duties.payment', listing, number }),
      ...recordTimer(view, listing, number, day),
    ],
    { payment: number },
  );
}

/** Takes a payment back before trading stops for it. Precedence: not_found, not_allowed, illegal_state. */
export function decideWithdrawPayment(
  view: DutiesView,
  { listing, payment: number }: Of<'duties.withdrawPayment'>,
  ctx: Context,
): Decision<Events> {
  const issue = view.duties.issues.get(listing);
  const payment = issue?.payments[number - 1];
  if (issue === undefined || payment === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, issue.organisation)) return refuse(reject('not_allowed'));
  if (payment.status !== 'declared' || issue.delistedAt !== null)
    return refuse(reject('illegal_state', { status: payment.status }));
  // What was set aside for it is the holders'.
  if (view.payments.distributions.has(`${listing}.${number}`))
    return refuse(reject('illegal_state', { status: 'funded' }));
  const record = holdersTimer(listing, number);
  return accept<Events>([
    { kind: 'duties.payment_moved', listing, number, to: 'withdrawn' },
    clearTimer(paymentTimer(listing, number)),
    ...(view.schedule.timers.has(record) ? [clearTimer(record)] : []),
  ]);
}

const moved = (issue: Issue, number: number, status: Payment['status']): Payment[] =>
  issue.payments.map((one) => (one.number === number ? { ...one, status } : one));

/** The days before a payment begin, or its day. */
export function decidePayment(view: DutiesView, listing: ListingId, number: number, ctx: Context): Events[] {
  const issue = existing(view.duties.issues, listing, 'issue');
  const payment = issue.payments[number - 1];
  if (payment === undefined) return [];
  const timer = (at: Context['at']): Events =>
    setTimer(paymentTimer(listing, number), at, { kind: 'duties.payment', listing, number });
  if (isSettling(view, listing)) return [timer(millis(ctx.at + 1_000))];
  const to = payment.status === 'declared' ? 'stopped' : 'paid';
  const after = afterwards(view, issue, { payments: moved(issue, number, to) });
  return [
    { kind: 'duties.payment_moved', listing, number, to },
    ...restrictions(view, issue, after, ctx),
    ...(to === 'stopped' ? [timer(payment.paidAt)] : []),
  ];
}

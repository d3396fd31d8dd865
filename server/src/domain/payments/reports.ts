import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { millis, type Millis, type PaymentId, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { account, EUR, type LedgerEvent, type Subject } from '../ledger/index.ts';
import { captureEvents, chargeEnded, type Commitment } from '../offers/index.ts';
import {
  attemptEvents,
  choiceUntil,
  declinedEvents,
  methodRefusal,
  moved,
  purse,
  refundEvents,
  stepCleared,
  subjectOf,
  waits,
} from '../charging/index.ts';
import type { ChargeReport, PaymentsCommand, PaymentsEvent } from './events.ts';
import { mayGo } from './machines.ts';
import type { Payment } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Events = PaymentsOutcome;

/** What the provider keeps, or gives back of it where negative: the venue's cost, never the client's. */
export function feePosted(cents: number, subject: Subject): LedgerEvent[] {
  if (cents === 0) return [];
  const [from, to] = cents > 0 ? [account.costs, account.provider] : [account.provider, account.costs];
  const [kind, amount] = ['ledger.posted' as const, Math.abs(cents)];
  return [{ kind, from, to, asset: EUR, amount, reason: 'provider_fee', subject }];
}

/** What the provider's own line of the movement must say; cents. */
export const booked = (source: string, cents: number, at: Millis): PaymentsEvent => ({
  kind: 'payments.booked',
  source,
  cents,
  at,
});

/** The commitment that waits for this payment; null where it no longer does, or the payment is of another kind. */
function waiting(view: PaymentsView, { purpose }: Payment): Commitment | null {
  if (purpose.kind !== 'commitment') return null;
  const commitment = existing(view.offers.commitments, purpose.commitment, 'commitment');
  return commitment.status === 'charging' ? commitment : null;
}

/** Ends the waiting of a commitment, and of its offer when it was the last. */
function ended(view: PaymentsView, commitment: Commitment, events: Events[], ctx: Context): Events[] {
  const offer = existing(view.offers.offers, commitment.offer, 'offer');
  return [...events, ...chargeEnded(offer, ctx)];
}

/** The money will not come: the commitment that waited for it could not be captured. */
function given(view: PaymentsView, payment: Payment, ctx: Context): Events[] {
  const commitment = waiting(view, payment);
  if (commitment === null) return [];
  const { id } = commitment;
  const failed: Events = { kind: 'commitments.moved', commitment: id, to: 'capture_failed', at: ctx.at };
  return ended(view, commitment, [failed], ctx);
}

const knownOf = ({ intent, charge }: ChargeReport) => ({
  ...(intent === '' ? {} : { intent }),
  ...(charge === null ? {} : { charge }),
});

/** The money has come: it is its payer's, and held at once for what still waits for it; else it goes back. */
function succeeded(view: PaymentsView, payment: Payment, report: ChargeReport, ctx: Context): Events[] {
  const { amountCents, method: id, purpose } = payment;
  const providerFeeCents = report.feeCents ?? 0;
  const method = id === null ? undefined : view.payments.methods.get(id);
  const reversible = method?.kind === 'sepa_debit' ? millis(ctx.at + policy.sepaReversibleMs) : null;
  const known = { ...knownOf(report), providerFeeCents, reversibleUntil: reversible, declined: null };
  const subject = subjectOf(payment);
  const events: Events[] = [
    ...stepCleared(payment),
    moved(payment, 'succeeded', ctx.at, known),
    {
      kind: 'ledger.posted',
      from: account.provider,
      to: purse(payment.payer),
      asset: EUR,
      amount: amountCents,
      reason: purpose.kind === 'funding' ? 'funding' : 'charge',
      subject,
    },
    ...feePosted(providerFeeCents, subject),
    booked(report.charge ?? report.intent, amountCents - providerFeeCents, ctx.at),
  ];
  const commitment = waiting(view, payment);
  if (commitment !== null)
    return [...events, ...ended(view, commitment, captureEvents(commitment, ctx.at), ctx)];
  return purpose.kind === 'funding' ? events : [...events, ...refundEvents(payment, amountCents, ctx)];
}

/** What the provider keeps of a debit that has failed: its fee, and nothing of the amount. */
function keptOfFailed(payment: Payment, { charge, feeCents }: ChargeReport, at: Millis): Events[] {
  if (charge === null || feeCents === null || feeCents === 0) return [];
  return [...feePosted(feeCents, subjectOf(payment)), booked(charge, -feeCents, at)];
}

/** Refused this time: tried again by the ladder while something still waits for it. Bank transfers have no end. */
function declined(view: PaymentsView, payment: Payment, report: ChargeReport, ctx: Context): Events[] {
  const code = report.declined ?? report.status;
  const known = { ...knownOf(report), declined: code };
  const cleared = [...stepCleared(payment), ...keptOfFailed(payment, report, ctx.at)];
  if (payment.purpose.kind === 'funding') {
    const next = millis(ctx.at + policy.chargeRetryMs[0]);
    return [...cleared, ...waits(payment, 'declined', next, ctx.at, known)];
  }
  const refused = moved(payment, 'declined', ctx.at, known);
  if (waiting(view, payment) === null) return [...cleared, refused, moved(payment, 'cancelled', ctx.at)];
  const choice = choiceOf(view, payment, report.final, ctx);
  if (report.final) return [...cleared, refused, ...forGood(view, payment, choice, ctx)];
  return [...cleared, ...ladder(view, payment, declinedEvents(payment, code, ctx.at, known), ctx)];
}

/** Until when another method may be chosen: since the first refusal for good; null where none came, or it is over. */
function choiceOf(
  { offers }: PaymentsView,
  { attempt, chooseUntil, purpose }: Pick<Payment, 'attempt' | 'chooseUntil' | 'purpose'>,
  isFinal: boolean,
  { at }: Context,
): Millis | null {
  if (purpose.kind !== 'commitment' || attempt >= policy.chargeAttemptsMost) return null;
  const { plannedAt } = existing(offers.offers, purpose.offer, 'offer');
  const until = chooseUntil ?? (isFinal ? choiceUntil(plannedAt, at) : at);
  return until > at ? until : null;
}

/** What follows a refusal after which nothing is tried again by itself: the payer's choice while there is time, else the end. */
function forGood(view: PaymentsView, payment: Payment, until: Millis | null, ctx: Context): Events[] {
  if (until === null) return [moved(payment, 'failed', ctx.at), ...given(view, payment, ctx)];
  return waits(payment, 'method_needed', until, ctx.at, { chooseUntil: until });
}

/** The ladder's events, and what follows when they were its last. */
function ladder(view: PaymentsView, payment: Payment, events: readonly Events[], ctx: Context): Events[] {
  if (events.some(({ kind }) => kind === 'schedule.set')) return [...events];
  return [...events, ...forGood(view, payment, choiceOf(view, payment, false, ctx), ctx)];
}

function actionNeeded(payment: Payment, report: ChargeReport, at: Millis): Events[] {
  const known = knownOf(report);
  // A transfer that has not arrived yet waits without an end.
  if (payment.purpose.kind === 'funding') return [moved(payment, 'action_needed', at, known)];
  return waits(payment, 'action_needed', millis(at + policy.authenticateWithinMs), at, known);
}

/** What the provider kept may become known after the success: it is booked then. */
function feeKnown(payment: Payment, { status, feeCents }: ChargeReport, at: Millis): Events[] {
  const more = (feeCents ?? 0) - payment.providerFeeCents;
  if (status !== 'succeeded' || feeCents === null || more === 0) return [];
  return [
    { kind: 'payments.fee_known', payment: payment.id, feeCents },
    ...feePosted(more, subjectOf(payment)),
    booked(payment.charge ?? payment.intent ?? payment.id, -more, at),
  ];
}

/** A charge that was to be cancelled: it is, or it had gone through, or had failed before. */
function cancelling(view: PaymentsView, payment: Payment, report: ChargeReport, ctx: Context): Events[] {
  const known = knownOf(report);
  switch (report.status) {
    case 'succeeded':
      return succeeded(view, payment, report, ctx);
    case 'processing':
      return [moved(payment, 'processing', ctx.at, known)];
    case 'cancelled':
      return [moved(payment, 'cancelled', ctx.at, known), ...given(view, payment, ctx)];
    case 'declined':
      return [
        moved(payment, 'failed', ctx.at, { ...known, declined: report.declined }),
        ...keptOfFailed(payment, report, ctx.at),
        ...given(view, payment, ctx),
      ];
    default:
      return [];
  }
}

function follows(view: PaymentsView, payment: Payment, report: ChargeReport, ctx: Context): Events[] {
  const { status } = payment;
  if (status === 'cancelling') return cancelling(view, payment, report, ctx);
  if (payment.succeededAt !== null) return feeKnown(payment, report, ctx.at);
  const to = report.status === 'cancelled' ? 'declined' : report.status;
  // What is already so, or cannot follow from what is: told late, or twice.
  if (status === 'declined' || !mayGo('payment', status, to)) return [];
  if (to === 'succeeded') return succeeded(view, payment, report, ctx);
  if (to === 'declined') return declined(view, payment, report, ctx);
  if (to === 'action_needed') return actionNeeded(payment, report, ctx.at);
  return [...stepCleared(payment), moved(payment, to, ctx.at, knownOf(report))];
}

/**
 * What the provider says of the attempt. Told of an older attempt, or once more, it changes nothing.
 * Precedence: not_found.
 */
export function decideCharged(
  view: PaymentsView,
  { payment: id, attempt, report }: Extract<PaymentsCommand, { kind: 'payments.charged' }>,
  ctx: Context,
): Decision<Events> {
  const payment = view.payments.payments.get(id);
  if (payment === undefined) return refuse(reject('not_found'));
  return accept(attempt === payment.attempt ? follows(view, payment, report, ctx) : []);
}

/** The payment's time has come: its next attempt, or the end of its payer's time. */
export function decideStep(view: PaymentsView, id: PaymentId, ctx: Context): Decision<Events> {
  const payment = existing(view.payments.payments, id, 'payment');
  if (payment.status === 'action_needed') return accept<Events>([moved(payment, 'cancelling', ctx.at)]);
  if (payment.status === 'method_needed') return accept<Events>(forGood(view, payment, null, ctx));
  const { events, usable } = attemptEvents(view.payments, payment, payment.method, ctx.at);
  if (usable) return accept<Events>(events);
  const next = { id, attempt: payment.attempt + 1 };
  const refused = declinedEvents(next, 'method_removed', ctx.at);
  return accept<Events>([...events, ...ladder(view, { ...payment, ...next }, refused, ctx)]);
}

/**
 * Pays with another method: before the next attempt, or while there is time after a refusal for good. What the provider
 * still has of the attempt before is cancelled first.
 * Precedence: not_found (also for another's), payment_closed, method_not_usable, method_limit.
 */
export function decideRetry(
  view: PaymentsView,
  { payment: id, method }: Extract<PaymentsCommand, { kind: 'payments.retry' }>,
  ctx: Context,
): Decision<Events> {
  const payment = view.payments.payments.get(id);
  if (payment === undefined || payment.payer !== ctx.actor) return refuse(reject('not_found'));
  const { status, method: before } = payment;
  const isOpen = status === 'declined' || status === 'method_needed';
  if (!isOpen || before === null) return refuse(reject('payment_closed'));
  if (status === 'method_needed' && method === before) return refuse(reject('method_not_usable'));
  const refusal = methodRefusal(view.payments, ctx.actor as PersonId, method, payment.amountCents);
  if (refusal !== null) return refuse(refusal);
  const { events } = attemptEvents(view.payments, payment, method, ctx.at, payment.intent);
  return accept<Events>([...stepCleared(payment), ...events], { payment: id });
}

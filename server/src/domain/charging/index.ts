import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import {
  millis,
  type CommitmentId,
  type MethodId,
  type Millis,
  type OfferId,
  type PaymentId,
  type PersonId,
  type RefundId,
} from '@piazza/shared/values';
import { existing, Impossible, type Context } from '../core/index.ts';
import { account, EUR, type AccountId, type LedgerEvent, type Subject } from '../ledger/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import type {
  Holder,
  MethodKind,
  Payment,
  PaymentsEvent,
  PaymentsState,
  PaymentStatus,
} from '../payments/index.ts';

type Events = PaymentsEvent | ScheduleEvent | LedgerEvent;
type Known = Extract<PaymentsEvent, { kind: 'payments.moved' }>['known'];

/** Largest amount, in cents, that a method of the kind may pay. */
const most: Readonly<Record<MethodKind, number>> = {
  card: policy.cardMostCents,
  sepa_debit: policy.sepaMostCents,
};

/** Whether a person may pay so much with the method. Precedence: payments_off, method_not_usable, method_limit. */
export function methodRefusal(
  { by, methods }: PaymentsState,
  person: PersonId,
  id: MethodId,
  cents: number,
): Rejection | null {
  if (by === 'wallet') return reject('payments_off');
  const method = methods.get(id);
  if (method === undefined || method.person !== person || method.removedAt !== null)
    return reject('method_not_usable');
  const limitCents = most[method.kind];
  return cents > limitCents ? reject('method_limit', { limitCents }) : null;
}

/** The timer of a payment that waits: for its payer, or for its next attempt. */
export const stepTimer = (payment: PaymentId): string => `payment:${payment}`;
/** The timer of a debit that can still be taken back. */
export const matureTimer = (payment: PaymentId): string => `mature:${payment}`;

export const moved = (
  { id }: Pick<Payment, 'id'>,
  to: PaymentStatus,
  at: Millis,
  known: Known = {},
): PaymentsEvent => ({
  kind: 'payments.moved',
  payment: id,
  to,
  known: { waitsUntil: null, ...known },
  at,
});

/** Sets the payment aside until then, when `payments.step` says what follows. */
export const waits = (
  payment: Pick<Payment, 'id'>,
  to: PaymentStatus,
  until: Millis,
  at: Millis,
  known: Known = {},
): Events[] => [
  moved(payment, to, at, { ...known, waitsUntil: until }),
  setTimer(stepTimer(payment.id), until, { kind: 'payments.step', payment: payment.id }),
];

/** The timer goes with what it waited for. */
export const stepCleared = ({ id, waitsUntil }: Payment): ScheduleEvent[] =>
  waitsUntil === null ? [] : [clearTimer(stepTimer(id))];

/** The next attempt; one with a method that its owner has removed meanwhile is declined at once. */
export function attemptEvents(
  { methods }: Pick<PaymentsState, 'methods'>,
  payment: Pick<Payment, 'id' | 'attempt' | 'method'>,
  method: MethodId | null,
  at: Millis,
  former: string | null = null,
): { readonly events: Events[]; readonly usable: boolean } {
  const known = { attempt: payment.attempt + 1, method, intent: null, charge: null, former };
  const usable = method === null || methods.get(method)?.removedAt === null;
  return { events: [moved(payment, 'due', at, known)], usable };
}

export interface Charge {
  readonly commitment: CommitmentId;
  readonly offer: OfferId;
  readonly payer: PersonId;
  readonly method: MethodId;
  readonly amountCents: number;
}

/** Asks for the payment of a commitment: it has one, whatever becomes of it. */
export function requestCharge(
  payments: Pick<PaymentsState, 'byCommitment' | 'methods'>,
  { commitment, offer, payer, method, amountCents }: Charge,
  ctx: Context,
): Events[] {
  if (payments.byCommitment.has(commitment)) throw new Impossible(`${commitment} has its payment already`);
  const id = ctx.newId('payment') as PaymentId;
  const requested: PaymentsEvent = {
    kind: 'payments.requested',
    payment: id,
    payer,
    purpose: { kind: 'commitment', commitment, offer },
    method,
    amountCents,
    at: ctx.at,
  };
  if (payments.methods.get(method)?.removedAt === null) return [requested];
  return [requested, ...declinedEvents({ id, attempt: 1 }, 'method_removed', ctx.at)];
}

/** When the next attempt after this one is made; null when it was the last. */
const nextAttempt = (attempt: number, at: Millis): Millis | null => {
  const pause = policy.chargeRetryMs[attempt - 1];
  return pause === undefined ? null : ((at + pause) as Millis);
};

/** Refused, but not for good: the ladder says when it is tried again; after its last step nothing is waited for. */
export function declinedEvents(
  payment: Pick<Payment, 'id' | 'attempt'>,
  declined: string,
  at: Millis,
  known: Known = {},
): Events[] {
  const next = nextAttempt(payment.attempt, at);
  if (next !== null) return waits(payment, 'declined', next, at, { ...known, declined });
  return [moved(payment, 'declined', at, { ...known, declined })];
}

/**
 * Until when the payer may choose another method, after one was refused for good: by the offer's decision, and never in
 * less than the time for which that one waits for charges under way.
 */
export const choiceUntil = (plannedAt: Millis | null, at: Millis): Millis =>
  millis(Math.min(at + policy.chooseWithinMs, Math.max(plannedAt ?? Infinity, at + policy.chargeAwaitMs)));

/** Where a payment goes that is no longer wanted; one that is over, or through, stays as it is. */
const givenUp: Readonly<Partial<Record<PaymentStatus, PaymentStatus>>> = {
  due: 'cancelling',
  processing: 'cancelling',
  action_needed: 'cancelling',
  declined: 'cancelled',
  method_needed: 'cancelled',
};

/** The payment of a commitment that is no longer wanted: cancelled, or about to be; nothing where it is over. */
export function unwanted(payments: PaymentsState, commitment: CommitmentId, at: Millis): Events[] {
  const id = payments.byCommitment.get(commitment);
  const payment = id === undefined ? undefined : payments.payments.get(id);
  const to = payment === undefined ? undefined : givenUp[payment.status];
  if (payment === undefined || to === undefined) return [];
  return [...stepCleared(payment), moved(payment, to, at)];
}

export const refundHold = (refund: RefundId): string => `refund:${refund}`;

/** Where money of a holder is kept. */
export const purse = (holder: Holder): AccountId =>
  holder.startsWith('org_') ? account.funds(holder) : account.cash(holder);

/** What explains an entry of a payment to its reader. */
export const subjectOf = ({ id, purpose }: Pick<Payment, 'id' | 'purpose'>): Subject =>
  purpose.kind === 'commitment'
    ? { payment: id, commitment: purpose.commitment, offer: purpose.offer }
    : { payment: id };

/** Sends back so much of a payment that has succeeded; the money must be free in the payer's purse, and is held until the provider has it. */
export function refundEvents(payment: Payment, cents: number, ctx: Context): Events[] {
  const refund = ctx.newId('refund') as RefundId;
  return [
    { kind: 'payments.refund_requested', refund, payment: payment.id, amountCents: cents, at: ctx.at },
    {
      kind: 'ledger.held',
      hold: refundHold(refund),
      account: purse(payment.payer),
      asset: EUR,
      amount: cents,
      reason: 'refund',
      subject: { ...subjectOf(payment), refund },
    },
  ];
}

/**
 * Of the money that has just become free of a commitment, what goes back the way it came: as a refund of its payment.
 * Nothing for what the balance has paid, and for what the payer's bank has taken back itself.
 */
export function wayBack(
  { byCommitment, payments }: PaymentsState,
  commitment: CommitmentId,
  cents: number,
  ctx: Context,
): Events[] {
  const id = byCommitment.get(commitment);
  if (id === undefined) return [];
  const payment = existing(payments, id, 'payment');
  const amount = Math.min(cents, payment.amountCents - payment.refundedCents);
  return payment.status === 'succeeded' && amount > 0 ? refundEvents(payment, amount, ctx) : [];
}

/** Until when the bank may take back what has paid a commitment; null when it cannot, or no longer. */
export function reversibleUntil(
  { byCommitment, payments }: PaymentsState,
  commitment: CommitmentId,
  at: Millis,
): { readonly payment: Payment; readonly until: Millis } | null {
  const id = byCommitment.get(commitment);
  const payment = id === undefined ? undefined : payments.get(id);
  if (payment === undefined || payment.status !== 'succeeded') return null;
  const until = payment.reversibleUntil;
  return until === null || until <= at ? null : { payment, until };
}

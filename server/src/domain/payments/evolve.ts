import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import { existing } from '../core/index.ts';
import type { PaymentsEvent } from './events.ts';
import { requireStep } from './machines.ts';
import { booked, explained, reconciled } from './books-fold.ts';
import { evolveDistribution, type DistributionEvent } from './distributions-fold.ts';
import type { Outgoing, Payment, PaymentsState, Refund } from './state.ts';

type Of<K extends PaymentsEvent['kind']> = Extract<PaymentsEvent, { kind: K }>;

/** States in which the provider is to be called. */
const calls: Readonly<Record<string, true>> = { due: true, cancelling: true };

function note(state: PaymentsState, { id, status }: Payment | Refund | Outgoing, at: Payment['succeededAt']) {
  if (calls[status] && at !== null) state.calls.set(id, at);
  else state.calls.delete(id);
}

function request(state: PaymentsState, event: Of<'payments.requested'>): void {
  const { payment: id, payer, purpose, method, amountCents, at } = event;
  const payment: Payment = {
    id,
    payer,
    purpose,
    method,
    amountCents,
    status: 'due',
    attempt: 1,
    intent: null,
    charge: null,
    providerFeeCents: 0,
    declined: null,
    waitsUntil: null,
    succeededAt: null,
    reversibleUntil: null,
    refundedCents: 0,
    timeline: [{ at, step: 'due' }],
  };
  state.payments.set(id, payment);
  if (purpose.kind === 'commitment') state.byCommitment.set(purpose.commitment, id);
  else state.byProvider.set(purpose.transaction, id);
  note(state, payment, at);
}

function move(state: PaymentsState, { payment: id, to, known, at }: Of<'payments.moved'>): void {
  const payment = existing(state.payments, id, 'payment');
  requireStep('payment', id, payment.status, to);
  Object.assign(payment, known);
  if (to === 'succeeded' && payment.succeededAt === null) payment.succeededAt = at;
  payment.status = to;
  payment.timeline.push({ at, step: to });
  if (payment.intent !== null) state.byProvider.set(payment.intent, id);
  if (payment.charge !== null) state.byProvider.set(payment.charge, id);
  note(state, payment, at);
}

function refund(
  state: PaymentsState,
  event: Of<'payments.refund_requested' | 'payments.refund_moved'>,
): void {
  if (event.kind === 'payments.refund_requested') {
    const { refund: id, payment, amountCents, at } = event;
    const one: Refund = {
      id,
      payment,
      amountCents,
      status: 'due',
      provider: null,
      timeline: [{ at, step: 'due' }],
    };
    state.refunds.set(id, one);
    existing(state.payments, payment, 'payment').refundedCents += amountCents;
    note(state, one, at);
    return;
  }
  const one = existing(state.refunds, event.refund, 'refund');
  requireStep('refund', one.id, one.status, event.to);
  one.status = event.to;
  one.provider = event.provider ?? one.provider;
  one.timeline.push({ at: event.at, step: event.to });
  if (one.provider !== null) state.byProvider.set(one.provider, one.id);
  if (event.to === 'failed')
    existing(state.payments, one.payment, 'payment').refundedCents -= one.amountCents;
  note(state, one, event.at);
}

function outgoing(state: PaymentsState, event: Of<'payments.out_requested' | 'payments.out_moved'>): void {
  if (event.kind === 'payments.out_requested') {
    const one: Outgoing = {
      ...event.outgoing,
      status: 'waiting',
      attempt: 1,
      transfer: null,
      bank: null,
      problem: null,
      timeline: [{ at: event.at, step: 'waiting' }],
    };
    state.outgoings.set(one.id, one);
    return;
  }
  const one = existing(state.outgoings, event.outgoing, 'outgoing');
  requireStep(one.kind, one.id, one.status, event.to);
  Object.assign(one, event.known);
  one.status = event.to;
  one.timeline.push({ at: event.at, step: event.to });
  if (one.transfer !== null) state.byProvider.set(one.transfer, one.id);
  if (one.bank !== null) state.byProvider.set(one.bank, one.id);
  note(state, one, event.at);
}

function bankKnown(state: PaymentsState, { outgoing: id, bank }: Of<'payments.out_known'>): void {
  existing(state.outgoings, id, 'outgoing').bank = bank;
  state.byProvider.set(bank, id);
}

function dispute(
  state: PaymentsState,
  event: Of<
    | 'payments.dispute_opened'
    | 'payments.dispute_fee_known'
    | 'payments.dispute_covered'
    | 'payments.dispute_ended'
  >,
): void {
  if (event.kind === 'payments.dispute_opened') {
    state.disputes.set(event.dispute.id, { ...event.dispute, status: 'open', endedAt: null });
    state.byProvider.set(event.dispute.provider, event.dispute.id);
    return;
  }
  const one = existing(state.disputes, event.dispute, 'dispute');
  if (event.kind === 'payments.dispute_covered') {
    one.takenCents += event.cents;
    return;
  }
  if (event.kind === 'payments.dispute_fee_known') {
    one.feeCents = event.feeCents;
    return;
  }
  one.status = event.status;
  one.endedAt = event.at;
}

function people(
  state: PaymentsState,
  event: Of<
    | 'payments.used'
    | 'payments.bound'
    | 'payments.customer_linked'
    | 'payments.method_added'
    | 'payments.method_removed'
    | 'payments.payee_linked'
    | 'payments.payee_changed'
  >,
): void {
  switch (event.kind) {
    case 'payments.used':
      state.by = event.by;
      return;
    case 'payments.bound':
      state.boundTo = { live: event.live, account: event.account };
      return;
    case 'payments.customer_linked':
      state.customers.set(event.holder, event.customer);
      state.byProvider.set(event.customer, event.holder);
      return;
    case 'payments.method_added':
      state.methods.set(event.method.id, { ...event.method, removedAt: null });
      state.byProvider.set(event.method.provider, event.method.id);
      return;
    case 'payments.method_removed':
      existing(state.methods, event.method, 'method').removedAt = event.at;
      return;
    case 'payments.payee_linked':
      state.payees.set(event.payee.holder, { ...event.payee });
      state.byProvider.set(event.payee.account, event.payee.holder);
      return;
    default:
      existing(state.payees, event.holder, 'payee').status = event.status;
  }
}

function hear(state: PaymentsState, { event, object, at }: Of<'payments.heard'>): void {
  for (const [old, since] of state.heard) {
    if (since > at - policy.heardKeptMs) break;
    state.heard.delete(old);
  }
  state.heard.set(event, at);
  // Later than the news before, whatever the clock says: whoever reads them says how far they have read.
  const before = state.news.get(object);
  state.news.set(object, before === undefined ? at : millis(Math.max(at, before + 1)));
}

function funding(
  state: PaymentsState,
  event: Of<'payments.funding_announced' | 'payments.funding_moved'>,
): void {
  if (event.kind === 'payments.funding_announced') {
    state.fundings.set(event.funding.id, { ...event.funding });
    return;
  }
  const one = existing(state.fundings, event.funding, 'funding');
  one.receivedCents = event.receivedCents;
  one.status = event.status;
}

function admission(
  { admissions }: PaymentsState,
  event: Of<'payments.admission_due' | 'payments.admission_paid'>,
): void {
  if (event.kind === 'payments.admission_due')
    admissions.set(event.fee.listing, { ...event.fee, paidAt: null });
  else existing(admissions, event.listing, 'admission').paidAt = event.at;
}

const distribution = (state: PaymentsState, event: DistributionEvent): void =>
  evolveDistribution(state.distributions, event);

const folds: {
  readonly [K in PaymentsEvent['kind']]: (state: PaymentsState, event: Of<K>) => void;
} = {
  'payments.used': people,
  'payments.bound': people,
  'payments.customer_linked': people,
  'payments.method_added': people,
  'payments.method_removed': people,
  'payments.payee_linked': people,
  'payments.payee_changed': people,
  'payments.heard': hear,
  'payments.news_read': (state, event) => void state.news.delete(event.object),
  'payments.requested': request,
  'payments.moved': move,
  'payments.fee_known': (state, event) => {
    existing(state.payments, event.payment, 'payment').providerFeeCents = event.feeCents;
  },
  'payments.refund_requested': refund,
  'payments.refund_moved': refund,
  'payments.out_requested': outgoing,
  'payments.out_moved': outgoing,
  'payments.out_known': bankKnown,
  'payments.funding_announced': funding,
  'payments.funding_moved': funding,
  'payments.dispute_opened': dispute,
  'payments.dispute_covered': dispute,
  'payments.dispute_fee_known': dispute,
  'payments.dispute_ended': dispute,
  'payments.booked': booked,
  'payments.reconciled': reconciled,
  'payments.explained': explained,
  'payments.admission_due': admission,
  'payments.admission_paid': admission,
  'payments.unclaimed': (state, { unclaimed }) => void state.unclaimed.push(unclaimed),
  'payments.distribution_funded': distribution,
  'payments.distribution_recorded': distribution,
  'payments.distribution_begun': distribution,
  'payments.distribution_shared': distribution,
};

/** Folds one event into the state of payments. @throws Impossible for a step that no table has */
export function evolvePayments(state: PaymentsState, event: PaymentsEvent): void {
  (folds[event.kind] as (state: PaymentsState, event: PaymentsEvent) => void)(state, event);
}

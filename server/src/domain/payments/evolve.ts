import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import { existing } from '../core/index.ts';
import type { PaymentsEvent } from './events.ts';
import { requireStep } from './machines.ts';
import { evolveDistribution } from './distributions-fold.ts';
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
  event: Of<'payments.dispute_opened' | 'payments.dispute_covered' | 'payments.dispute_ended'>,
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
  one.status = event.status;
  one.endedAt = event.at;
}

function book(state: PaymentsState, source: string, by: 'here' | 'there', cents: number, at: number): void {
  const one = state.books.get(source) ?? {
    hereCents: 0,
    thereCents: 0,
    since: at as Payment['timeline'][0]['at'],
  };
  if (by === 'here') one.hereCents += cents;
  else one.thereCents += cents;
  // What agrees is forgotten: a later movement of the same object begins from nothing on both sides.
  if (one.hereCents === one.thereCents) state.books.delete(source);
  else state.books.set(source, one);
}

const keptReconciliations = 400;

function reconcile(state: PaymentsState, event: Of<'payments.reconciled'>): void {
  const { lines, cursor, balanceCents, breaks, cleared, at } = event;
  for (const { source, netCents } of lines) book(state, source, 'there', netCents, at);
  for (const one of breaks) {
    const since = state.breaks.get(one.id)?.at ?? at;
    state.breaks.set(one.id, { ...one, at: since, status: 'open', reason: null });
  }
  for (const id of cleared) existing(state.breaks, id, 'break').status = 'cleared';
  const before = state.reconciliations.at(-1);
  state.reconciledThrough = cursor ?? state.reconciledThrough;
  state.reconciledCents += lines.reduce((sum, { netCents }) => sum + netCents, 0);
  if (balanceCents === null) return;
  const off = balanceCents - state.reconciledCents;
  state.balanceOff = off === 0 ? null : { cents: off, since: state.balanceOff?.since ?? at };
  state.reconciliations.push({
    at,
    cursor: state.reconciledThrough,
    lines: lines.length,
    thereCents: balanceCents,
    hereCents: state.bookedCents,
    breaks: [...state.breaks.values()].filter(({ status }) => status === 'open').length,
  });
  if (before !== undefined && state.reconciliations.length > keptReconciliations)
    state.reconciliations.shift();
}

function people(
  state: PaymentsState,
  event: Of<
    | 'payments.used'
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

export function evolvePayments(state: PaymentsState, event: PaymentsEvent): void {
  switch (event.kind) {
    case 'payments.heard':
      hear(state, event);
      return;
    case 'payments.news_read':
      state.news.delete(event.object);
      return;
    case 'payments.requested':
      request(state, event);
      return;
    case 'payments.moved':
      move(state, event);
      return;
    case 'payments.fee_known':
      existing(state.payments, event.payment, 'payment').providerFeeCents = event.feeCents;
      return;
    case 'payments.refund_requested':
    case 'payments.refund_moved':
      refund(state, event);
      return;
    case 'payments.out_requested':
    case 'payments.out_moved':
      outgoing(state, event);
      return;
    case 'payments.out_known':
      bankKnown(state, event);
      return;
    case 'payments.funding_announced':
      state.fundings.set(event.funding.id, { ...event.funding });
      return;
    case 'payments.funding_moved': {
      const funding = existing(state.fundings, event.funding, 'funding');
      funding.receivedCents = event.receivedCents;
      funding.status = event.status;
      return;
    }
    case 'payments.dispute_opened':
    case 'payments.dispute_covered':
    case 'payments.dispute_ended':
      dispute(state, event);
      return;
    case 'payments.booked':
      state.bookedCents += event.cents;
      book(state, event.source, 'here', event.cents, event.at);
      return;
    case 'payments.reconciled':
      reconcile(state, event);
      return;
    case 'payments.explained': {
      const one = existing(state.breaks, event.break, 'break');
      one.status = 'explained';
      one.reason = event.reason;
      return;
    }
    case 'payments.admission_due':
      state.admissions.set(event.fee.listing, { ...event.fee, paidAt: null });
      return;
    case 'payments.admission_paid':
      existing(state.admissions, event.listing, 'admission').paidAt = event.at;
      return;
    case 'payments.distribution_funded':
    case 'payments.distribution_recorded':
    case 'payments.distribution_begun':
    case 'payments.distribution_shared':
      evolveDistribution(state.distributions, event);
      return;
    default:
      people(state, event);
  }
}

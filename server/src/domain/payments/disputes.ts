import type { DisputeId, PaymentId, PersonId } from '@piazza/shared/values';
import { accept, existing, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR, type LedgerEvent, type LedgerReason } from '../ledger/index.ts';
import { unitsOffered, withholdSells } from '../market/index.ts';
import { feeHoldOf, holdOf, type Commitment, type Offer } from '../offers/index.ts';
import { clearTimer } from '../schedule/index.ts';
import { sharesAfter } from './distribution.ts';
import { matureTimer, moved, purse, subjectOf } from '../charging/index.ts';
import type { DisputeReport, PaymentsCommand } from './events.ts';
import { booked, feePosted } from './reports.ts';
import type { Dispute, Payment } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Events = PaymentsOutcome;
/** A dispute as it stands while its events are made. */
type Standing = Omit<Dispute, 'status' | 'endedAt'>;

export const cashHold = (id: DisputeId): string => `dispute:${id}`;
export const unitsHold = (id: DisputeId): string => `dispute-units:${id}`;

interface Bought {
  readonly commitment: Commitment;
  readonly offer: Offer;
}

/** What the payment has paid; null for a bank transfer. */
function boughtBy({ offers }: PaymentsView, { purpose }: Payment): Bought | null {
  if (purpose.kind !== 'commitment') return null;
  const commitment = existing(offers.commitments, purpose.commitment, 'commitment');
  return { commitment, offer: existing(offers.offers, commitment.offer, 'offer') };
}

const posted = (
  from: string,
  to: string,
  amount: number,
  reason: LedgerReason,
  payment: Payment,
): LedgerEvent[] =>
  amount === 0
    ? []
    : [{ kind: 'ledger.posted', from, to, asset: EUR, amount, reason, subject: subjectOf(payment) }];

/** Money that is still held for what the payment has paid. */
interface Undone {
  readonly events: Events[];
  readonly takenCents: number;
}

/**
 * Nothing was delivered yet: the commitment ends, and what it holds makes the dispute good as far as it goes; the rest of
 * it is free.
 */
function undo(
  view: PaymentsView,
  payment: Payment,
  { commitment }: Bought,
  cents: number,
  ctx: Context,
): Undone {
  const { id, investor } = commitment;
  const events: Events[] = [];
  let left = cents;
  for (const hold of [holdOf(id), feeHoldOf(id)]) {
    const { remaining = 0 } = view.ledger.holds.get(hold) ?? {};
    const taken = Math.min(left, remaining);
    const subject = subjectOf(payment);
    left -= taken;
    if (taken > 0)
      events.push({
        kind: 'ledger.settled',
        hold,
        to: account.disputes,
        amount: taken,
        reason: 'chargeback',
        subject,
      });
    if (remaining > taken)
      events.push({
        kind: 'ledger.released',
        hold,
        account: account.cash(investor),
        amount: remaining - taken,
        reason: 'release',
        subject,
      });
  }
  const timer = matureTimer(payment.id);
  if (view.schedule.timers.has(timer)) events.push(clearTimer(timer));
  events.push({ kind: 'commitments.moved', commitment: id, to: 'lapsed', at: ctx.at });
  return { events, takenCents: cents - left };
}

const isHeld = ({ status }: Commitment): boolean => status === 'captured' || status === 'allotted';

/** What is frozen of an issue, and what has to leave its market for it. */
interface Frozen {
  readonly units: number;
  readonly events: Events[];
}

/**
 * Units of the issue that was paid with it and are still there, as many as the money stands for. Those that are on offer
 * are taken back, the newest order first, where the free ones are not enough.
 */
function unitsToFreeze(view: PaymentsView, bought: Bought | null, cents: number, ctx: Context): Frozen {
  if (bought?.commitment.status !== 'settled') return { units: 0, events: [] };
  const { investor: person, allottedUnits } = bought.commitment;
  const { listing, terms } = bought.offer;
  const free = available(view.ledger, account.units(listing, person));
  const owned = free + unitsOffered(view.markets, listing, person);
  const units = Math.min(owned, allottedUnits, Math.ceil(cents / terms.price));
  return { units, events: withholdSells(view.markets, { listing, person, units: units - free }, ctx) };
}

function freeze(payment: Payment, bought: Bought | null, one: Standing): LedgerEvent[] {
  const subject = { ...subjectOf(payment), dispute: one.id };
  const held = (hold: string, where: string, asset: string, amount: number): LedgerEvent[] =>
    amount === 0
      ? []
      : [{ kind: 'ledger.held', hold, account: where, asset, amount, reason: 'dispute', subject }];
  const listing = bought?.offer.listing ?? '';
  return [
    ...held(unitsHold(one.id), account.units(listing, payment.payer), listing, one.frozenUnits),
    ...held(cashHold(one.id), purse(payment.payer), EUR, one.frozenCents),
  ];
}

/** A payer's bank has taken a payment back: the loss is written down, and what was bought with it is frozen, or undone. */
function opened(view: PaymentsView, payment: Payment, report: DisputeReport, ctx: Context): Opened {
  const { amountCents, feeCents, dispute: provider } = report;
  const bought = boughtBy(view, payment);
  const id = ctx.newId('dispute') as DisputeId;
  const undone =
    bought !== null && isHeld(bought.commitment)
      ? undo(view, payment, bought, amountCents, ctx)
      : { events: [], takenCents: 0 };
  const { takenCents } = undone;
  const open = amountCents - takenCents;
  const frozen = unitsToFreeze(view, bought, open, ctx);
  const frozenUnits = frozen.units;
  const rest = Math.max(0, open - frozenUnits * (bought?.offer.terms.price ?? 0));
  const freed = undone.events.reduce(
    (sum, event) => sum + (event.kind === 'ledger.released' ? event.amount : 0),
    0,
  );
  const frozenCents = Math.min(available(view.ledger, purse(payment.payer)) + freed, rest);
  const one = {
    id,
    payment: payment.id,
    provider,
    amountCents,
    feeCents,
    frozenUnits,
    frozenCents,
    takenCents,
    at: ctx.at,
  };
  return {
    one,
    events: [
      { kind: 'payments.dispute_opened', dispute: one },
      moved(payment, 'disputed', ctx.at),
      ...posted(account.disputes, account.provider, amountCents, 'dispute', payment),
      ...feePosted(feeCents, subjectOf(payment)),
      booked(provider, -amountCents - feeCents, ctx.at),
      ...undone.events,
      ...frozen.events,
      ...freeze(payment, bought, one),
    ],
  };
}

interface Opened {
  readonly one: Standing;
  readonly events: Events[];
}

/** What the provider takes for a dispute is the venue's cost; it may be told later than the dispute. */
function feeChanged(payment: Payment, one: Standing, feeCents: number, { at }: Context): Events[] {
  const more = feeCents - one.feeCents;
  if (more === 0) return [];
  return [
    { kind: 'payments.dispute_fee_known', dispute: one.id, feeCents },
    ...feePosted(more, { ...subjectOf(payment), dispute: one.id }),
    booked(one.provider, -more, at),
  ];
}

/** The payment stands after all: the money is back, and everything is as it was; what was undone stays so, its money free. */
function won(
  view: PaymentsView,
  payment: Payment,
  one: Standing,
  report: DisputeReport,
  ctx: Context,
): Events[] {
  const bought = boughtBy(view, payment);
  const subject = { ...subjectOf(payment), dispute: one.id };
  const released = (hold: string, where: string, amount: number): LedgerEvent[] =>
    amount === 0
      ? []
      : [{ kind: 'ledger.released', hold, account: where, amount, reason: 'dispute', subject }];
  const units = account.units(bought?.offer.listing ?? '', payment.payer);
  return [
    { kind: 'payments.dispute_ended', dispute: one.id, status: 'won', at: ctx.at },
    moved(payment, 'succeeded', ctx.at),
    ...posted(account.provider, account.disputes, one.amountCents, 'dispute', payment),
    booked(one.provider, one.amountCents, ctx.at),
    ...feeChanged(payment, one, report.feeCents, ctx),
    ...posted(account.disputes, purse(payment.payer), one.takenCents, 'dispute', payment),
    ...released(unitsHold(one.id), units, one.frozenUnits),
    ...released(cashHold(one.id), purse(payment.payer), one.frozenCents),
    ...sharesAfter(view.ledger, one.id, 'won', payment.payer),
  ];
}

/** The money is gone: what was frozen makes it good as far as it goes; the rest is the venue's loss. */
function lost(
  view: PaymentsView,
  payment: Payment,
  one: Standing,
  report: DisputeReport,
  ctx: Context,
): Events[] {
  const bought = boughtBy(view, payment);
  const subject = { ...subjectOf(payment), dispute: one.id };
  const settled = (hold: string, to: string, amount: number): LedgerEvent[] =>
    amount === 0 ? [] : [{ kind: 'ledger.settled', hold, to, amount, reason: 'chargeback', subject }];
  const events: Events[] = [
    { kind: 'payments.dispute_ended', dispute: one.id, status: 'lost', at: ctx.at },
    moved(payment, 'charged_back', ctx.at),
    ...feeChanged(payment, one, report.feeCents, ctx),
    ...settled(cashHold(one.id), account.disputes, one.frozenCents),
    ...sharesAfter(view.ledger, one.id, 'lost', payment.payer),
  ];
  if (bought === null || one.frozenUnits === 0) return events;
  const { listing } = bought.offer;
  const holder = payment.payer as PersonId;
  return [
    ...events,
    ...settled(unitsHold(one.id), account.outside(listing), one.frozenUnits),
    { kind: 'register.withdrawn', listing, holder, units: one.frozenUnits, at: ctx.at },
  ];
}

function ended(view: PaymentsView, payment: Payment, one: Standing, report: DisputeReport, ctx: Context) {
  if (report.status === 'open') return [];
  return report.status === 'won'
    ? won(view, payment, one, report, ctx)
    : lost(view, payment, one, report, ctx);
}

/**
 * What the provider says of a payment that its payer's bank takes back. Told once more, or of a charge that is not known
 * here yet, it changes nothing: disputes are read again with the books.
 */
export function decideDisputed(
  view: PaymentsView,
  { report }: Extract<PaymentsCommand, { kind: 'payments.disputed' }>,
  ctx: Context,
): Decision<Events> {
  const { payments } = view;
  const known = payments.disputes.get(payments.byProvider.get(report.dispute) as DisputeId);
  const id = known?.payment ?? (payments.byProvider.get(report.charge) as PaymentId | undefined);
  const payment = id === undefined ? undefined : payments.payments.get(id);
  if (payment === undefined) return accept([]);
  if (known !== undefined) {
    const ends = known.status === 'open' && report.status !== 'open';
    if (ends) return accept(ended(view, payment, known, report, ctx));
    // Told again, and perhaps late: a fee that was once taken is only given back with the dispute's end.
    if (report.status !== known.status) return accept([]);
    return accept(feeChanged(payment, known, Math.max(known.feeCents, report.feeCents), ctx));
  }
  if (payment.status !== 'succeeded' || payment.charge !== report.charge) return accept([]);
  const { one, events } = opened(view, payment, report, ctx);
  return accept([...events, ...ended(view, payment, one, report, ctx)]);
}

/**
 * Of money that has become free in the purse of a payer because a refund of it failed, what a dispute of the same payment
 * still lacks makes it good at once: it was paid back by the bank already.
 */
export function madeGood(view: PaymentsView, payment: Payment, cents: number): Events[] {
  const one = [...view.payments.disputes.values()].find(
    ({ payment: id, status }) => id === payment.id && status !== 'won',
  );
  if (one === undefined) return [];
  const price = boughtBy(view, payment)?.offer.terms.price ?? 0;
  const lacks = one.amountCents - one.takenCents - one.frozenCents - one.frozenUnits * price;
  const covered = Math.min(cents, Math.max(0, lacks));
  if (covered === 0) return [];
  return [
    { kind: 'payments.dispute_covered', dispute: one.id, cents: covered },
    ...posted(purse(payment.payer), account.disputes, covered, 'chargeback', payment),
  ];
}

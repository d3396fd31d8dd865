import type { NoticeKind } from '@piazza/shared/contract';
import { cents, formatAmount, type PersonId } from '@piazza/shared/values';
import type { Holder } from '../domain/payments/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';

type Subject = Readonly<Record<string, string>>;
type Notice = readonly [person: PersonId, kind: NoticeKind, subject: Subject];
type Of<K extends VenueEvent['kind']> = Extract<VenueEvent, { kind: K }>;

const euro = (amount: number): string => formatAmount(cents(amount));

/** Whom a holder's news go to: themselves, or who acts for the issuer. */
const toHolder = (state: VenueState, holder: Holder, kind: NoticeKind, subject: Subject): Notice[] => {
  const issuer = state.organisations.organisations.get(holder as never);
  return (issuer?.representatives ?? [holder as PersonId]).map((person) => [person, kind, subject]);
};

/** Of money that leaves to its holder. */
const told = ['due', 'paid', 'refused', 'returned'] as const;

function ofOutgoing(state: VenueState, { outgoing, to }: Of<'payments.out_moved'>): Notice[] {
  const one = state.payments.outgoings.get(outgoing);
  const status = told.find((each) => each === to);
  if (one === undefined || status === undefined) return [];
  if (one.kind !== 'withdrawal' && one.kind !== 'payout') return [];
  // What leaves at once its owner has just asked for.
  if (to === 'due' && !one.fourEyes) return [];
  const { holder, kind, amountCents } = one;
  const issuers = kind === 'withdrawal' && state.organisations.organisations.has(holder as never);
  return toHolder(state, holder, `${kind}_${status}`, {
    outgoing,
    amount: euro(amountCents),
    // Where an issuer's own money is looked after.
    ...(issuers ? { organisation: holder } : {}),
  });
}

/** An issuer's money waits: for its account, or for two persons of the venue. */
function ofRequest(state: VenueState, { outgoing: one }: Of<'payments.out_requested'>): Notice[] {
  if (one.kind !== 'payout') return [];
  const ready = state.payments.payees.get(one.holder)?.status === 'ready';
  const subject = { outgoing: one.id, amount: euro(one.amountCents) };
  return toHolder(state, one.holder, ready ? 'payout_waiting' : 'payout_needs_account', subject);
}

function ofTransfer(state: VenueState, { payment: id, to }: Of<'payments.moved'>): Notice[] {
  const payment = state.payments.payments.get(id);
  if (payment?.purpose.kind !== 'funding' || to !== 'succeeded') return [];
  return toHolder(state, payment.payer, 'funding_arrived', {
    payment: id,
    amount: euro(payment.amountCents),
  });
}

/** A holder has got a share of what an issuer pays. */
function ofShare(state: VenueState, event: Of<'ledger.settled'>): Notice[] {
  if (event.reason !== 'distribution' || !event.to.startsWith('cash:')) return [];
  const { listing = '' } = event.subject;
  const person = event.to.slice('cash:'.length) as PersonId;
  // Nobody reads it any more: it is kept apart.
  if (state.people.people.get(person)?.erasure) return [];
  return [[person, 'distribution_received', { listing, amount: euro(event.amount) }]];
}

/** The day of a payment to holders has come and its money has not. */
function ofRecord(state: VenueState, event: Of<'payments.distribution_recorded'>): Notice[] {
  const { listing, number, organisation } = event;
  const one = state.payments.distributions.get(`${listing}.${number}`);
  return one?.fundedAt === null ? toHolder(state, organisation, 'distribution_missed', { listing }) : [];
}

/** Words about money that comes by bank transfer, leaves, or goes to holders. */
export function moneyNotices(state: VenueState, event: VenueEvent): readonly Notice[] {
  switch (event.kind) {
    case 'payments.out_moved':
      return ofOutgoing(state, event);
    case 'payments.out_requested':
      return ofRequest(state, event);
    case 'payments.moved':
      return ofTransfer(state, event);
    case 'payments.payee_changed':
      return event.status === 'onboarding' ? [] : toHolder(state, event.holder, `payee_${event.status}`, {});
    case 'payments.distribution_recorded':
      return ofRecord(state, event);
    case 'ledger.settled':
      return ofShare(state, event);
    default:
      return [];
  }
}

import type { Holder, PaymentsEvent } from '../domain/payments/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { tell, type Effects } from './effects.ts';

export const isOfPayments = (event: VenueEvent): event is PaymentsEvent => event.kind.startsWith('payments.');

/** Whose money an event is about; undefined for what only the desk sees. */
function holderOf({ payments }: VenueState, event: PaymentsEvent): Holder | undefined {
  if ('holder' in event) return event.holder;
  if ('payer' in event) return event.payer;
  switch (event.kind) {
    case 'payments.method_added':
      return event.method.person;
    case 'payments.payee_linked':
      return event.payee.holder;
    case 'payments.out_requested':
      return event.outgoing.holder;
    case 'payments.funding_announced':
      return event.funding.holder;
    case 'payments.method_removed':
      return payments.methods.get(event.method)?.person;
    case 'payments.moved':
    case 'payments.refund_requested':
      return payments.payments.get(event.payment)?.payer;
    case 'payments.refund_moved':
      return payments.payments.get(payments.refunds.get(event.refund)?.payment as never)?.payer;
    case 'payments.out_moved':
      return payments.outgoings.get(event.outgoing)?.holder;
    case 'payments.funding_moved':
      return payments.fundings.get(event.funding)?.holder;
    case 'payments.dispute_opened':
      return payments.payments.get(event.dispute.payment)?.payer;
    default:
      return undefined;
  }
}

/** Messages and bookings are followed by what they lead to; alone they change nothing that is shown. */
const unseen: readonly PaymentsEvent['kind'][] = ['payments.heard', 'payments.news_read', 'payments.booked'];

/** These bring something into the queue of the desk, or take it out. */
const queued: readonly PaymentsEvent['kind'][] = [
  'payments.out_requested',
  'payments.out_moved',
  'payments.payee_changed',
  'payments.reconciled',
  'payments.explained',
];

/** Whoever's money it is reads again, and the desk. */
export function paymentsChanged(effects: Effects, state: VenueState, event: PaymentsEvent): void {
  if (unseen.includes(event.kind)) return;
  tell(effects, 'operators', 'payments');
  if (queued.includes(event.kind)) tell(effects, 'operators', 'queue');
  const holder = holderOf(state, event);
  if (holder === undefined) return;
  const issuer = state.organisations.organisations.get(holder as never);
  for (const person of issuer?.representatives ?? [holder])
    tell(effects, person as never, 'payments', 'wallet');
}

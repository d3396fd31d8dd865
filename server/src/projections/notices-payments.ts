import type { NoticeKind } from '@piazza/shared/contract';
import { formatAmount, cents, type PaymentId, type PersonId } from '@piazza/shared/values';
import type { Commitment } from '../domain/offers/index.ts';
import type { Payment } from '../domain/payments/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';

type Notice = readonly [person: PersonId, kind: NoticeKind, subject: Readonly<Record<string, string>>];
type Moved = Extract<VenueEvent, { kind: 'payments.moved' }>;

/** What a payer is told of each state; nothing of those that are over in a moment, or told by their commitment. */
function kindOf({ to, known }: Moved, payment: Payment): NoticeKind | null {
  const before = payment.timeline.at(-2)?.step;
  const deferred = typeof known.waitsUntil === 'number';
  switch (to) {
    case 'processing':
      return 'payment_processing';
    case 'action_needed':
      return 'payment_action_needed';
    case 'declined':
      return deferred ? 'payment_declined' : null;
    case 'method_needed':
      return 'payment_method_needed';
    case 'failed':
      return 'payment_failed';
    case 'cancelled':
      return before === 'cancelling' ? 'payment_late' : null;
    case 'disputed':
      return 'payment_disputed';
    case 'charged_back':
      return 'payment_charged_back';
    case 'succeeded':
      return before === 'disputed' ? 'payment_dispute_won' : null;
    default:
      return null;
  }
}

const ofDisputes: ReadonlySet<string> = new Set([
  'payment_disputed',
  'payment_charged_back',
  'payment_dispute_won',
]);

const about = ({ id, purpose }: Payment, amountCents: number): Record<string, string> => ({
  payment: id,
  amount: formatAmount(cents(amountCents)),
  ...(purpose.kind === 'commitment' ? { commitment: purpose.commitment, offer: purpose.offer } : {}),
});

function ofPayment(state: VenueState, event: Moved): Notice[] {
  const payment = state.payments.payments.get(event.payment);
  if (payment === undefined || payment.purpose.kind !== 'commitment') return [];
  const kind = kindOf(event, payment);
  // Who no longer wants what it was for is not told how its charge ends.
  const { status } = state.offers.commitments.get(payment.purpose.commitment) ?? {};
  if (kind === null || (status !== 'charging' && status !== 'pledged' && !ofDisputes.has(kind))) return [];
  const until = event.known.waitsUntil;
  const end: Record<string, string> =
    typeof until === 'number' ? { until: new Date(until).toISOString() } : {};
  return [[payment.payer as PersonId, kind, { ...about(payment, payment.amountCents), ...end }]];
}

type Step = Extract<VenueEvent, { kind: 'commitments.moved' }>['to'];

/**
 * What an investor is told of a step of their commitment: of one that a method pays the money goes another way. Null where
 * its payment has told it already.
 */
export function stepNotice(
  { payments }: VenueState,
  { id, method }: Commitment,
  to: Step,
): NoticeKind | null {
  if (method === null) return `commitment_${to}`;
  const payment = payments.payments.get(payments.byCommitment.get(id) as PaymentId);
  const isPaid = payment !== undefined && payment.succeededAt !== null;
  switch (to) {
    case 'capture_failed':
      return null;
    case 'lapsed':
      return isPaid ? null : 'commitment_lapsed';
    case 'revoked':
    case 'released':
      return isPaid ? `commitment_${to}_refunded` : `commitment_${to}_unpaid`;
    case 'settled':
      return isPaid ? 'commitment_settled_paid' : 'commitment_settled';
    default:
      return `commitment_${to}`;
  }
}

/** Words to a payer about charges, what comes back of them, and what a bank takes back. */
export function paymentNotices(state: VenueState, event: VenueEvent): readonly Notice[] {
  if (event.kind === 'payments.moved') return ofPayment(state, event);
  if (event.kind !== 'payments.refund_moved' || event.to === 'pending') return [];
  const refund = state.payments.refunds.get(event.refund);
  const payment = refund && state.payments.payments.get(refund.payment);
  if (payment === undefined || refund === undefined || payment.payer.startsWith('org_')) return [];
  const kind = event.to === 'succeeded' ? 'refund_made' : 'refund_failed';
  return [[payment.payer as PersonId, kind, { ...about(payment, refund.amountCents), refund: refund.id }]];
}

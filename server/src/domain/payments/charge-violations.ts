import { account, available, type LedgerState } from '../ledger/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { ScheduleState } from '../schedule/index.ts';
import { refundHold, stepTimer } from '../charging/index.ts';
import { cashHold, unitsHold } from './disputes.ts';
import type { PaymentsState } from './state.ts';

interface View {
  readonly payments: PaymentsState;
  readonly offers: OffersState;
  readonly ledger: LedgerState;
  readonly schedule: ScheduleState;
}

const underWay = new Set(['due', 'processing', 'action_needed', 'declined', 'method_needed', 'cancelling']);
const differ = (what: string, is: number, should: number): string[] =>
  is === should ? [] : [`${what} ${is}, it should be ${should}`];
const heldBy = ({ ledger }: View, hold: string): number => ledger.holds.get(hold)?.remaining ?? 0;

/** A commitment is being charged while its payment is neither through nor over, and its offer counts it. */
function chargingViolations({ payments, offers }: View): string[] {
  const found: string[] = [];
  const counts = new Map<string, number>();
  for (const { id, offer, status } of offers.commitments.values()) {
    if (status !== 'charging') continue;
    counts.set(offer, (counts.get(offer) ?? 0) + 1);
    const payment = payments.payments.get(payments.byCommitment.get(id) as never);
    if (payment === undefined || !underWay.has(payment.status))
      found.push(`${id} is charging, its payment is ${payment?.status ?? 'missing'}`);
  }
  for (const { id, charging } of offers.offers.values())
    found.push(...differ(`${id} counts charges:`, charging, counts.get(id) ?? 0));
  return found;
}

function refundViolations(view: View): string[] {
  const sums = new Map<string, number>();
  const found: string[] = [];
  for (const { id, payment, status, amountCents } of view.payments.refunds.values()) {
    if (status !== 'failed') sums.set(payment, (sums.get(payment) ?? 0) + amountCents);
    const due = status === 'due' ? amountCents : 0;
    found.push(...differ(`${refundHold(id)} holds`, heldBy(view, refundHold(id)), due));
  }
  for (const { id, refundedCents, amountCents, waitsUntil } of view.payments.payments.values()) {
    found.push(...differ(`${id} has refunded`, refundedCents, sums.get(id) ?? 0));
    if (refundedCents > amountCents) found.push(`${id} has refunded more than it was`);
    const dueAt = view.schedule.timers.get(stepTimer(id))?.dueAt ?? null;
    if (dueAt !== waitsUntil) found.push(`${id} waits until ${waitsUntil}, its timer is at ${dueAt}`);
  }
  return found;
}

function disputeViolations(view: View): string[] {
  const found: string[] = [];
  let open = 0;
  for (const one of view.payments.disputes.values()) {
    const { id, status, amountCents, takenCents, frozenCents, frozenUnits } = one;
    const isOpen = status === 'open';
    found.push(...differ(`${cashHold(id)} holds`, heldBy(view, cashHold(id)), isOpen ? frozenCents : 0));
    found.push(...differ(`${unitsHold(id)} holds`, heldBy(view, unitsHold(id)), isOpen ? frozenUnits : 0));
    if (status !== 'won') open += amountCents - takenCents - (isOpen ? 0 : frozenCents);
  }
  const stands = -available(view.ledger, account.disputes);
  return [...found, ...differ('outside:disputes is at', stands, open)];
}

/** What of charges, refunds and disputes must always hold and does not. */
export const chargeViolations = (view: View): string[] => [
  ...chargingViolations(view),
  ...refundViolations(view),
  ...disputeViolations(view),
];

import { Impossible } from '../core/index.ts';

/**
 * What can become of money on its way, one table for each kind of object: whatever is not in it cannot happen.
 * `due` waits for a call to the provider; a crash at any point leaves an object in a state from which it goes on.
 */
const payment = {
  /** The provider is to be asked to charge. */
  due: ['processing', 'action_needed', 'succeeded', 'declined', 'cancelling'],
  /** Under way at the provider (a SEPA debit takes days). */
  processing: ['succeeded', 'declined', 'cancelling'],
  /** The payer has to authenticate, until a deadline. */
  action_needed: ['processing', 'succeeded', 'declined', 'cancelling'],
  /** Refused this time; tried again by the ladder, or failed for good. */
  declined: ['due', 'method_needed', 'failed', 'cancelled'],
  /** Refused for good with that method; its payer may choose another one, until a deadline. */
  method_needed: ['due', 'failed', 'cancelled'],
  /** No longer wanted: to be cancelled at the provider; it may have gone through before. */
  cancelling: ['cancelled', 'succeeded', 'processing', 'failed'],
  succeeded: ['disputed'],
  /** The payer's bank has taken it back for now. */
  disputed: ['succeeded', 'charged_back'],
  failed: [],
  cancelled: [],
  charged_back: [],
} as const;

/** Money that goes back the way it came. */
const refund = {
  due: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  /** A bank may send it back even later. */
  succeeded: ['failed'],
  failed: [],
} as const;

/** Money that leaves for an issuer (a payout): its account and two persons' agreement come first. */
const payout = {
  waiting: ['due', 'cancelled'],
  due: ['transferred', 'refused'],
  /** On the connected account; its bank is still to confirm. */
  transferred: ['paid', 'returned'],
  paid: ['returned'],
  /** The provider would not transfer; tried again when somebody has looked at it. */
  refused: ['waiting', 'cancelled'],
  /** Came back from the bank and was reversed: it is the issuer's again and has to be paid out anew. */
  returned: [],
  cancelled: [],
} as const;

/** Money of an investor's or an issuer's own that leaves: at once below the limit, else when two persons agree. */
const withdrawal = {
  waiting: ['due', 'cancelled'],
  due: ['transferred', 'refused'],
  transferred: ['paid', 'returned'],
  paid: ['returned'],
  refused: [],
  returned: [],
  cancelled: [],
} as const;

/** The tables by kind of object: state → states it may go to. */
export const machines = { payment, refund, payout, withdrawal } as const;
export type MachineName = keyof typeof machines;
export type PaymentStatus = keyof typeof payment;
export type RefundStatus = keyof typeof refund;
/** Payouts and withdrawals go through the same states, by other ways. */
export type OutgoingStatus = keyof typeof payout;

const nextOf = (machine: MachineName, from: string): readonly string[] =>
  (machines[machine] as Readonly<Record<string, readonly string[]>>)[from] ?? [];

/** Whether an object of that kind may go from one state to the other. */
export const mayGo = (machine: MachineName, from: string, to: string): boolean =>
  nextOf(machine, from).includes(to);

/** Whether nothing can become of it any more. */
export const isFinal = (machine: MachineName, status: string): boolean =>
  nextOf(machine, status).length === 0;

/** @throws Impossible for a step that is not in the table: events of such a step are never made */
export function requireStep(machine: MachineName, id: string, from: string, to: string): void {
  if (!mayGo(machine, from, to)) throw new Impossible(`${machine} ${id} cannot go from ${from} to ${to}`);
}

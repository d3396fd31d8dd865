import type { MethodId } from '@piazza/shared/values';
import { isFinal } from './machines.ts';
import type { Holder, Payment, PaymentsState } from './state.ts';

/** Whether a charge is under way: neither through, nor over. */
const isUnderWay = ({ status }: Payment): boolean => status !== 'succeeded' && !isFinal('payment', status);

/** Whether a charge of the method is under way; not one that was refused for good and waits for another method. */
export function isInUse({ payments }: { readonly payments: PaymentsState }, id: MethodId): boolean {
  for (const one of payments.payments.values())
    if (one.method === id && isUnderWay(one) && one.status !== 'method_needed') return true;
  return false;
}

const leaving: ReadonlySet<string> = new Set(['waiting', 'due', 'transferred']);
const returning: ReadonlySet<string> = new Set(['due', 'pending']);

/**
 * Whether no money of the holder's is on its way, in, out or back, and no bank has still to decide about any. What an
 * issuer owes them and has not paid does not count: once they are erased it is kept apart when it comes.
 */
export function isOver(state: PaymentsState, holder: Holder): boolean {
  const { payments, refunds, outgoings } = state;
  for (const one of payments.values()) if (one.payer === holder && isUnderWay(one)) return false;
  for (const { status, payment } of refunds.values())
    if (returning.has(status) && payments.get(payment)?.payer === holder) return false;
  for (const one of outgoings.values()) if (one.holder === holder && leaving.has(one.status)) return false;
  return true;
}

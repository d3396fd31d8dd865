import { reject } from '@piazza/shared/rejections';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { decideBooks } from './books.ts';
import { decideCharge } from './charges.ts';
import { decideDistribution } from './distribution.ts';
import type { PaymentsCommand, PaymentsTimer } from './events.ts';
import { decideMessage } from './messages.ts';
import { decideMoneyOut } from './out.ts';
import { decidePayer } from './payers.ts';
import { apartEvents } from './unclaimed.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

export { chargeViolations } from './charge-violations.ts';
export * from './events.ts';
export * from './machines.ts';
export * from './state.ts';
export { evolvePayments } from './evolve.ts';
export { standingOfBooks } from './books.ts';
export { isDefault } from './distribution.ts';
export { isInUse, isOver } from './underway.ts';
export { unclaimedBy } from './unclaimed.ts';
export { isOverdue } from './withdrawals.ts';
export { moneyActs, type MoneyAct } from './release.ts';
export { paymentViolations } from './violations.ts';
export type { PaymentsView } from './view.ts';

/** Once, for good: play money and a provider's never share a journal. Precedence: illegal_state. */
function decideUse(
  { payments, ledger }: PaymentsView,
  by: PaymentsView['payments']['by'],
): Decision<PaymentsOutcome> {
  if (payments.by === by) return accept([]);
  if (payments.by !== 'wallet' || ledger.accounts.size > 0)
    return refuse(reject('illegal_state', { status: payments.by }));
  return accept<PaymentsOutcome>([{ kind: 'payments.used', by }]);
}

/**
 * The account and the mode in which the money is, once, for good; an account that was not known yet is added.
 * Precedence: payments_off, illegal_state (by what differs: `mode` or `account`).
 */
function decideBind(
  { payments }: PaymentsView,
  { live, account }: Extract<PaymentsCommand, { kind: 'payments.bind' }>,
): Decision<PaymentsOutcome> {
  const { by, boundTo } = payments;
  if (by === 'wallet') return refuse(reject('payments_off'));
  const known = boundTo?.account ?? null;
  if (boundTo !== undefined && boundTo.live !== live)
    return refuse(reject('illegal_state', { status: 'mode' }));
  if (account !== null && known !== null && account !== known)
    return refuse(reject('illegal_state', { status: 'account' }));
  const isKnown = boundTo !== undefined && (account === null || account === known);
  return accept<PaymentsOutcome>(isKnown ? [] : [{ kind: 'payments.bound', live, account }]);
}

/**
 * Money from pledge to payout: what people ask for, what the provider says, and what follows from it. What would lie on the
 * account of somebody erased is set apart in the same record.
 */
export function decidePayments(
  view: PaymentsView,
  command: PaymentsCommand | PaymentsTimer,
  ctx: Context,
): Decision<PaymentsOutcome> {
  const decided = decideNoun(view, command, ctx);
  if ('rejection' in decided) return decided;
  const apart = apartEvents(view, decided.events, ctx.at);
  return apart.length === 0 ? decided : accept([...decided.events, ...apart], decided.result);
}

function decideNoun(
  view: PaymentsView,
  command: PaymentsCommand | PaymentsTimer,
  ctx: Context,
): Decision<PaymentsOutcome> {
  switch (command.kind) {
    case 'payments.use':
      return decideUse(view, command.by);
    case 'payments.bind':
      return decideBind(view, command);
    case 'payments.hear':
    case 'payments.read':
      return decideMessage(view, command, ctx);
    case 'payments.linkCustomer':
    case 'payments.addMethod':
    case 'payments.removeMethod':
    case 'payments.announce':
    case 'payments.cancelFunding':
    case 'payments.arrived':
      return decidePayer(view, command, ctx);
    case 'payments.charged':
    case 'payments.refunded':
    case 'payments.disputed':
    case 'payments.retry':
    case 'payments.step':
    case 'payments.mature':
      return decideCharge(view, command, ctx);
    case 'payments.linkPayee':
    case 'payments.payeeSeen':
    case 'payments.sent':
    case 'payments.withdraw':
    case 'payments.withdrawFunds':
    case 'payments.cancelWithdrawal':
    case 'payments.payout':
      return decideMoneyOut(view, command, ctx);
    case 'payments.distribute':
    case 'payments.record':
    case 'payments.share':
      return decideDistribution(view, command, ctx);
    default:
      return decideBooks(view, command, ctx);
  }
}

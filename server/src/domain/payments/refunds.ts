import { reject } from '@piazza/shared/rejections';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { account, EUR } from '../ledger/index.ts';
import { purse, refundHold, subjectOf } from '../charging/index.ts';
import type { PaymentsCommand, RefundReport } from './events.ts';
import { madeGood } from './disputes.ts';
import { mayGo } from './machines.ts';
import { booked, feePosted } from './reports.ts';
import type { Payment, Refund } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Events = PaymentsOutcome;

/** What moves with a refund: to the provider once it has taken it, back into the payer's purse when it failed. */
function money(
  view: PaymentsView,
  refund: Refund,
  payment: Payment,
  report: RefundReport,
  ctx: Context,
): Events[] {
  const { id, status, amountCents: amount } = refund;
  const subject = { ...subjectOf(payment), refund: id };
  const [hold, source] = [refundHold(id), report.refund];
  if (report.status === 'failed') {
    if (status === 'due')
      return [
        { kind: 'ledger.released', hold, account: purse(payment.payer), amount, reason: 'refund', subject },
        ...madeGood(view, payment, amount),
      ];
    const [from, to] = [account.provider, purse(payment.payer)];
    return [
      { kind: 'ledger.posted', from, to, asset: EUR, amount, reason: 'refund', subject },
      booked(source, amount, ctx.at),
      ...madeGood(view, payment, amount),
    ];
  }
  // Already taken when it was pending.
  if (status !== 'due') return [];
  return [
    { kind: 'ledger.settled', hold, to: account.provider, amount, reason: 'refund', subject },
    ...feePosted(report.feeCents, subject),
    booked(source, -amount - report.feeCents, ctx.at),
  ];
}

/**
 * What the provider says of a refund. Told late or once more it changes nothing. A refund that failed leaves the money
 * free in its payer's purse, unless their bank has taken the payment back meanwhile.
 * Precedence: not_found.
 */
export function decideRefunded(
  view: PaymentsView,
  { refund: id, report }: Extract<PaymentsCommand, { kind: 'payments.refunded' }>,
  ctx: Context,
): Decision<Events> {
  const refund = view.payments.refunds.get(id);
  if (refund === undefined) return refuse(reject('not_found'));
  if (!mayGo('refund', refund.status, report.status)) return accept([]);
  const payment = existing(view.payments.payments, refund.payment, 'payment');
  const provider = report.refund === '' ? null : report.refund;
  return accept<Events>([
    { kind: 'payments.refund_moved', refund: id, to: report.status, provider, at: ctx.at },
    ...money(view, refund, payment, report, ctx),
  ]);
}

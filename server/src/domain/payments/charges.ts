import { type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand, PaymentsTimer } from './events.ts';
import { decideDisputed } from './disputes.ts';
import { decideMature } from './mature.ts';
import { decideRefunded } from './refunds.ts';
import { decideCharged, decideRetry, decideStep } from './reports.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Asked = Extract<
  PaymentsCommand | PaymentsTimer,
  {
    kind:
      | 'payments.charged'
      | 'payments.refunded'
      | 'payments.disputed'
      | 'payments.retry'
      | 'payments.step'
      | 'payments.mature';
  }
>;

/** What becomes of charges, and of what comes back of them. */
export function decideCharge(view: PaymentsView, command: Asked, ctx: Context): Decision<PaymentsOutcome> {
  switch (command.kind) {
    case 'payments.charged':
      return decideCharged(view, command, ctx);
    case 'payments.retry':
      return decideRetry(view, command, ctx);
    case 'payments.step':
      return decideStep(view, command.payment, ctx);
    case 'payments.refunded':
      return decideRefunded(view, command, ctx);
    case 'payments.mature':
      return decideMature(view, command.payment, ctx);
    default:
      return decideDisputed(view, command, ctx);
  }
}

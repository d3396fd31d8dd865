import { accept, type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand, PaymentsTimer } from './events.ts';
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

export function decideCharge(_view: PaymentsView, _command: Asked, _ctx: Context): Decision<PaymentsOutcome> {
  return accept([]);
}

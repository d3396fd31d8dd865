import { accept, type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand } from './events.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Asked = Extract<
  PaymentsCommand,
  {
    kind:
      | 'payments.linkCustomer'
      | 'payments.addMethod'
      | 'payments.removeMethod'
      | 'payments.announce'
      | 'payments.cancelFunding'
      | 'payments.arrived';
  }
>;

export function decidePayer(_view: PaymentsView, _command: Asked, _ctx: Context): Decision<PaymentsOutcome> {
  return accept([]);
}

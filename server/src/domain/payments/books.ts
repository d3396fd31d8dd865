import { accept, type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand } from './events.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Asked = Extract<PaymentsCommand, { kind: 'payments.reconcile' | 'payments.explain' }>;

export function decideBooks(_view: PaymentsView, _command: Asked, _ctx: Context): Decision<PaymentsOutcome> {
  return accept([]);
}

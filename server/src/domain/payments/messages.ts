import { accept, type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand } from './events.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

/**
 * Messages of the provider say that something is new, never what: whoever reads the object afterwards learns its newest
 * state, in whatever order and however often messages come. A message known is nothing; nothing is refused.
 */
export function decideMessage(
  { payments }: PaymentsView,
  command: Extract<PaymentsCommand, { kind: 'payments.hear' | 'payments.read' }>,
  { at }: Context,
): Decision<PaymentsOutcome> {
  const { object } = command;
  if (command.kind === 'payments.read')
    return accept<PaymentsOutcome>(
      payments.news.get(object) === command.seen ? [{ kind: 'payments.news_read', object }] : [],
    );
  if (payments.heard.has(command.event)) return accept([]);
  return accept<PaymentsOutcome>([{ kind: 'payments.heard', event: command.event, object, at }]);
}

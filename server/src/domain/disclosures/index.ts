import { accept, type Context, type Decision, type Needs } from '../core/index.ts';
import type { DisclosuresTimer } from '../schedule/index.ts';
import {
  decideCorrect,
  decideDecide,
  decideDismiss,
  decideFile,
  decideSignal,
  decideWithdraw,
} from './changes.ts';
import type { DisclosuresCommand } from './events.ts';
import { decideReport, decideTellHolders } from './happenings.ts';
import { decideSuspend, decideTell, decideUncorrected } from './hold.ts';
import { decideAsk, decideQuestion } from './questions.ts';
import type { DisclosuresView, Events } from './view.ts';

export type { DisclosuresCommand, DisclosuresEvent } from './events.ts';
export { evolveDisclosures } from './evolve.ts';
export * from './state.ts';

export const disclosuresNeeds: Needs<DisclosuresCommand> = {
  'disclosures.file': 'enterprise',
  'disclosures.withdraw': 'enterprise',
  'disclosures.correct': 'enterprise',
  'disclosures.report': 'enterprise',
  'disclosures.answer': 'enterprise',
  'disclosures.signal': 'operator',
  'disclosures.decide': 'operator',
  'disclosures.dismiss': 'operator',
  'disclosures.release': 'operator',
  'disclosures.hide': 'operator',
  'disclosures.ask': 'investor',
};

/** Everything about what issuers tell, what people and what timers do. Timers are never refused. */
export function decideDisclosures(
  view: DisclosuresView,
  command: DisclosuresCommand | DisclosuresTimer,
  ctx: Context,
): Decision<Events> {
  switch (command.kind) {
    case 'disclosures.file':
      return decideFile(view, command, ctx);
    case 'disclosures.withdraw':
      return decideWithdraw(view, command, ctx);
    case 'disclosures.signal':
      return decideSignal(view, command, ctx);
    case 'disclosures.correct':
      return decideCorrect(view, command, ctx);
    case 'disclosures.decide':
      return decideDecide(view, command, ctx);
    case 'disclosures.dismiss':
      return decideDismiss(view, command, ctx);
    case 'disclosures.report':
      return decideReport(view, command, ctx);
    case 'disclosures.ask':
      return decideAsk(view, command, ctx);
    case 'disclosures.answer':
    case 'disclosures.release':
    case 'disclosures.hide':
      return decideQuestion(view, command, ctx);
    case 'disclosures.tell':
      return accept(decideTell(view, command, ctx));
    case 'disclosures.tellHolders':
      return accept(decideTellHolders(view, command, ctx));
    case 'disclosures.suspend':
      return accept(decideSuspend(view, command.disclosure, ctx));
    case 'disclosures.cancel':
      return accept(decideUncorrected(view, command.disclosure, ctx));
  }
}

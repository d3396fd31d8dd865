import { accept, type Context, type Decision, type Needs } from '../core/index.ts';
import type { DutiesTimer } from '../schedule/index.ts';
import type { DutiesCommand } from './events.ts';
import { decideEnterInsider } from './insider-list.ts';
import { decideDeclareSeen, decideDeclareTrade } from './manager-trades.ts';
import { decideDeclarePayment, decidePayment, decideWithdrawPayment } from './payments.ts';
import { decideDecide, decideEndClosedPeriod, decideFile } from './reports.ts';
import { decideBegin, decideBeginMissing, decideStep } from './steps.ts';
import type { DutiesView, Events } from './view.ts';

export { declareBefore, declareBy } from './calendar.ts';
export type { DutiesCommand, DutiesEvent } from './events.ts';
export { evolveDuties } from './evolve.ts';
export * from './state.ts';
export { withoutDuties } from './steps.ts';
export { managersIn, noteManagers, type ManagerMove } from './venue-trades.ts';
export { owedOf, overdueTrades, yearCents, type OwedTrade } from './owed.ts';

export const dutiesNeeds: Needs<DutiesCommand> = {
  'duties.file': 'enterprise',
  'duties.declarePayment': 'enterprise',
  'duties.withdrawPayment': 'enterprise',
  'duties.enterInsider': 'enterprise',
  'duties.declareTrade': ['enterprise', 'investor'],
  'duties.declareSeen': ['enterprise', 'investor'],
  'duties.decide': 'operator',
  'duties.endClosedPeriod': 'operator',
  'duties.beginMissing': 'venue',
};

/** Everything issues owe after they were funded: what people do, and what falls due. Timers are never refused. */
export function decideDuties(
  view: DutiesView,
  command: DutiesCommand | DutiesTimer,
  ctx: Context,
): Decision<Events> {
  switch (command.kind) {
    case 'duties.file':
      return decideFile(view, command, ctx);
    case 'duties.decide':
      return decideDecide(view, command, ctx);
    case 'duties.endClosedPeriod':
      return decideEndClosedPeriod(view, command, ctx);
    case 'duties.declarePayment':
      return decideDeclarePayment(view, command, ctx);
    case 'duties.withdrawPayment':
      return decideWithdrawPayment(view, command, ctx);
    case 'duties.enterInsider':
      return decideEnterInsider(view, command, ctx);
    case 'duties.declareTrade':
      return decideDeclareTrade(view, command, ctx);
    case 'duties.declareSeen':
      return decideDeclareSeen(view, command, ctx);
    case 'duties.beginMissing':
      return accept(decideBeginMissing(view, ctx));
    case 'duties.begin':
      return accept(decideBegin(view, command.listing, ctx));
    case 'duties.step':
      return accept(decideStep(view, command, ctx));
    case 'duties.payment':
      return accept(decidePayment(view, command.listing, command.number, ctx));
  }
}

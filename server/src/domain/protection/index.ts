import { policy } from '@piazza/shared/policy';
import { millis, type OfferId, type PersonId } from '@piazza/shared/values';
import { accept, type Context, type Decision } from '../core/index.ts';
import type { PeopleEvent, PeopleState } from '../people/index.ts';
import type { ProtectionTimer, ScheduleEvent } from '../schedule/index.ts';
import { decideClassTimer, decideLeave, decideRefuse, decideRequest } from './classes.ts';
import type { ProtectionCommand, ProtectionEvent } from './events.ts';
import { decideReview, decideSubmit } from './identity.ts';
import type { ProtectionState } from './state.ts';
import { decideAcknowledge, decideDraw, decideSubmitTest } from './test.ts';
import { decideAnswerUnderstanding, decideDrawUnderstanding } from './understanding.ts';

export { classActs, type ClassAct } from './classes.ts';
export * from './events.ts';
export { evolveProtection } from './evolve.ts';
export * from './queries.ts';
export * from './state.ts';
export { proofOf } from './understanding.ts';

interface View {
  readonly protection: ProtectionState;
  readonly people: PeopleState;
  readonly offers: { readonly offers: ReadonlyMap<OfferId, unknown> };
}
type Events = ProtectionEvent | PeopleEvent | ScheduleEvent;

/** Only what came out is told, or that it is kept back: the inputs stay where it was computed (ECSPR art. 21(5)). */
function decideLoss(bearableCents: number | null, ctx: Context): Decision<Events> {
  const person = ctx.actor as PersonId;
  const validUntil = millis(ctx.at + policy.lossSimulationLifeMs);
  const loss = { bearableCents, at: ctx.at, validUntil };
  return accept<Events>([{ kind: 'protection.loss_simulated', person, loss }]);
}

/** Every command that keeps an investor safe, and the timers of the class. */
export function decideProtection(
  view: View,
  command: ProtectionCommand | ProtectionTimer,
  ctx: Context,
): Decision<Events> {
  switch (command.kind) {
    case 'protection.submitIdentity':
      return decideSubmit(view, command, ctx);
    case 'protection.reviewIdentity':
      return decideReview(view, command, ctx);
    case 'protection.drawTest':
      return decideDraw(view, ctx);
    case 'protection.submitTest':
      return decideSubmitTest(view, command.answers, ctx);
    case 'protection.acknowledgeTest':
      return decideAcknowledge(view, ctx);
    case 'protection.drawUnderstanding':
      return decideDrawUnderstanding(view, command.offer, ctx);
    case 'protection.answerUnderstanding':
      return decideAnswerUnderstanding(view, command, ctx);
    case 'protection.simulateLoss':
      return decideLoss(command.bearableCents, ctx);
    case 'protection.requestClass':
      return decideRequest(view, command, ctx);
    case 'protection.refuseClass':
      return decideRefuse(view, command, ctx);
    case 'protection.leaveClass':
      return decideLeave(view, ctx);
    default:
      return decideClassTimer(view, command, ctx);
  }
}

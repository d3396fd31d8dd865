import { existing, type Context, type Decision } from '../core/index.ts';
import type { ListingsEvent } from '../listings/index.ts';
import { decideComplaint, evolveComplaint } from './complaints.ts';
import { decideConflict } from './conflicts.ts';
import type { ConductCommand, ConductEvent } from './events.ts';
import type { ConductState } from './state.ts';
import type { ConductView } from './view.ts';

export { isPartyTo, tellByOf } from './complaints.ts';
export { hasInterest } from './conflicts.ts';
export { feeActs, type FeeAct } from './fees.ts';
export * from './events.ts';
export * from './state.ts';

export function decideConduct(
  view: ConductView,
  command: ConductCommand,
  ctx: Context,
): Decision<ConductEvent | ListingsEvent> {
  switch (command.kind) {
    case 'conduct.declare':
    case 'conduct.end':
      return decideConflict(view, command, ctx);
    default:
      return decideComplaint(view, command, ctx);
  }
}

export function evolveConduct(state: ConductState, event: ConductEvent): void {
  switch (event.kind) {
    case 'conduct.declared': {
      const { conflict: id, person, interest, concerning: organisation, words, at } = event;
      state.conflicts.set(id, { id, person, interest, organisation, words, at, endedAt: null });
      return;
    }
    case 'conduct.ended':
      existing(state.conflicts, event.conflict, 'conflict').endedAt = event.at;
      return;
    case 'conduct.fees_set':
      state.fees.push(event.version);
      return;
    case 'conduct.swept':
      for (const id of event.complaints) existing(state.complaints, id, 'complaint').sweptAt = event.at;
      state.sweeps.push({ at: event.at, complaints: event.complaints.length });
      return;
    default:
      evolveComplaint(state.complaints, event);
  }
}

import { accept, type Decision } from '../domain/core/index.ts';
import { clearTimer, nextTimer } from '../domain/schedule/index.ts';
import { decide, decideTimer, type VenueCommand, type VenueEvent } from '../domain/venue/index.ts';
import { canonicalJson } from './canonical.ts';
import { RecordContext } from './context.ts';
import { recordedOutcome } from './keys.ts';
import type { JournalRecord, Outcome } from './record.ts';
import type { KernelState } from './state.ts';

const outcomeOf = (decision: Decision<VenueEvent>): Outcome =>
  'rejection' in decision ? { rejection: decision.rejection } : { result: decision.result };

function decideAgain(state: KernelState, record: JournalRecord): Decision<VenueEvent> {
  const { seq, at, actor, command, timer } = record;
  const context = new RecordContext(seq, at, actor, record.draw);
  if (command.kind === 'kernel.takeover') return accept([]);
  if (timer === undefined) return decide(state.venue, command as VenueCommand, context);
  const decision = decideTimer(state.venue, command as never, context);
  return 'rejection' in decision
    ? decision
    : accept([clearTimer(timer), ...decision.events], decision.result);
}

/** Whether the record stands in its turn: timers before commands, each when it was due, no key twice. */
function turnOf(state: KernelState, record: JournalRecord): string | undefined {
  const { command, timer, at, actor, key } = record;
  if (command.kind === 'kernel.takeover') return undefined;
  const next = nextTimer(state.venue.schedule);
  if (timer !== undefined) {
    if (next?.id !== timer) return `timer ${timer} ran before ${next?.id ?? 'any was set'}`;
    return at === Math.max(state.line.at, next.dueAt) ? undefined : `timer ${timer} ran at ${at}`;
  }
  if (next !== undefined && next.dueAt <= at) return `timer ${next.id} was due before it`;
  const known = key === undefined ? undefined : recordedOutcome(state.keys, actor, key, at);
  return known === undefined ? undefined : `key ${key?.key} was used before`;
}

/**
 * Decides a recorded command again on the state before it. Undefined when the same came out of it, else what differs.
 * An older journal may differ where the rules have changed since: replay never decides again, it folds what was decided.
 */
export function redecide(state: KernelState, record: JournalRecord): string | undefined {
  const turn = turnOf(state, record);
  if (turn !== undefined) return `record ${record.seq}: ${turn}`;
  const decision = decideAgain(state, record);
  const events = 'rejection' in decision ? [] : decision.events;
  const [now, then] = [
    canonicalJson({ events, outcome: outcomeOf(decision) }),
    canonicalJson({ events: record.events, outcome: record.outcome }),
  ];
  return now === then ? undefined : `record ${record.seq}: ${record.command.kind} gave ${then}, now ${now}`;
}

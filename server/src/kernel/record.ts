import type { Accepted, Actor, Decision } from '../domain/core/index.ts';
import type { RecordContext } from './context.ts';
import type { TimerCommand } from '../domain/schedule/index.ts';
import type { VenueCommand, VenueEvent } from '../domain/venue/index.ts';
import type { Rejection } from '@piazza/shared/rejections';

/** Takes the journal over for a writer of this epoch; the first record of every run. */
export interface TakeoverCommand {
  readonly kind: 'kernel.takeover';
  readonly epoch: number;
}
export type JournalCommand = VenueCommand | TimerCommand | TakeoverCommand;

/** Idempotency key of a command, with a keyed hash of what was asked under it. */
export interface CommandKey {
  readonly key: string;
  readonly requestHash: string;
}

export type Outcome = { readonly result: Accepted<never>['result'] } | { readonly rejection: Rejection };

/** One entry of the journal: a command, and what became of it. */
export interface JournalRecord {
  readonly seq: number;
  /** Venue time, UTC milliseconds; never before the record it follows. */
  readonly at: number;
  readonly actor: Actor;
  readonly command: JournalCommand;
  readonly key?: CommandKey;
  /** The timer that gave the command. */
  readonly timer?: string;
  /** What chance gave this record; absent where it was not asked. */
  readonly draw?: number;
  readonly events: readonly VenueEvent[];
  readonly outcome: Outcome;
}

const nothing: readonly VenueEvent[] = [];

/** What a command came with: its key, or the timer that gave it. */
export type Origin = Pick<JournalRecord, 'key' | 'timer'>;

/** The record of what was decided. */
export function recordOf(
  command: JournalCommand,
  decision: Decision<VenueEvent>,
  { seq, at, actor, drawn }: RecordContext,
  more: Origin,
): JournalRecord {
  const refused = 'rejection' in decision;
  const events = refused ? nothing : decision.events;
  const outcome = refused ? { rejection: decision.rejection } : { result: decision.result };
  if (drawn === undefined && more.timer === undefined) {
    // Written out: spreading what is mostly not there costs more than all the rest.
    const { key } = more;
    return key === undefined
      ? { seq, at, actor, command, events, outcome }
      : { seq, at, actor, command, key, events, outcome };
  }
  return {
    seq,
    at,
    actor,
    command,
    ...more,
    ...(drawn === undefined ? {} : { draw: drawn }),
    events,
    outcome,
  };
}

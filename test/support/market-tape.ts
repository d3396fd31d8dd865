import { expect } from 'chai';
import { accept, type Actor, type Decision } from '../../server/src/domain/core/index.ts';
import { clearTimer, nextTimer } from '../../server/src/domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  violations,
  type VenueCommand,
  type VenueEvent,
} from '../../server/src/domain/venue/index.ts';
import { RecordContext } from '../../server/src/kernel/context.ts';
import type { JournalCommand, JournalRecord, Outcome } from '../../server/src/kernel/record.ts';
import { redecide } from '../../server/src/kernel/redecide.ts';
import { foldRecord, initialState, type KernelState } from '../../server/src/kernel/state.ts';
import { beginning } from './domain-venue.ts';
import { differences, MarketTwin } from './market-twin/index.ts';

/** The core without a journal: each command becomes a record, which the twin plays too, and both must stand alike after it. */
export class MarketTape {
  readonly state: KernelState = initialState();
  readonly twin = new MarketTwin();
  readonly records: JournalRecord[] = [];
  now: number = beginning;
  readonly #chance: () => number;

  /** @param chance draws 0 … below 1 */
  constructor(chance: () => number, facts: readonly VenueEvent[]) {
    this.#chance = chance;
    this.#keep({ kind: 'kernel.takeover', epoch: 1 }, accept(facts), this.#context('venue', this.now), {});
  }

  #context(actor: Actor, at: number): RecordContext {
    const context = new RecordContext(this.state.line.seq + 1, Math.max(this.state.line.at, at), actor);
    context.draw = (bound) => (context.drawn ??= Math.floor(this.#chance() * 2 ** 32)) % bound;
    return context;
  }

  #keep(
    command: JournalCommand,
    decision: Decision<VenueEvent>,
    { seq, at, actor, drawn }: RecordContext,
    more: Pick<JournalRecord, 'timer'>,
  ): Outcome {
    const refused = 'rejection' in decision;
    const outcome: Outcome = refused ? { rejection: decision.rejection } : { result: decision.result };
    const events = refused ? [] : decision.events;
    const draw = drawn === undefined ? {} : { draw: drawn };
    const record: JournalRecord = { seq, at, actor, command, ...more, ...draw, events, outcome };
    if (seq > 1) expect(redecide(this.state, record), 'decided again').to.equal(undefined);
    this.records.push(structuredClone(record));
    foldRecord(this.state, record);
    const { venue } = this.state;
    const faults = [...this.twin.take(record), ...differences(venue, this.twin), ...violations(venue)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return outcome;
  }

  /** Runs what is due by now, each at its time. */
  runDue(): void {
    for (;;) {
      const timer = nextTimer(this.state.venue.schedule);
      if (timer === undefined || timer.dueAt > this.now) return;
      const context = this.#context('venue', timer.dueAt);
      const decision = decideTimer(this.state.venue, timer.command, context);
      if ('rejection' in decision) throw new Error(`${timer.id} was refused: ${decision.rejection.code}`);
      const events = [clearTimer(timer.id), ...decision.events];
      this.#keep(timer.command, accept(events, decision.result), context, { timer: timer.id });
    }
  }

  take(actor: Actor, command: VenueCommand): Outcome {
    this.runDue();
    const context = this.#context(actor, this.now);
    const outcome = this.#keep(command, decide(this.state.venue, command, context), context, {});
    this.runDue();
    return outcome;
  }
}

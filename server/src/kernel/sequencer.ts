import { reject } from '@piazza/shared/rejections';
import { millis } from '@piazza/shared/values';
import { accept, type Accepted, type Actor, type Context, type Decision } from '../domain/core/index.ts';
import { clearTimer, nextTimer, type Timer } from '../domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  type VenueCommand,
  type VenueEvent,
  type VenueState,
} from '../domain/venue/index.ts';
import type { JournalStore } from '../ports/journal.ts';
import type { Clock } from './clock.ts';
import { Refusal, type Exchange } from './exchange.ts';
import { GroupCommit, type Flushed } from './group-commit.ts';
import { idSource } from './ids.ts';
import { recordedOutcome } from './keys.ts';
import type { CommandKey, JournalCommand, JournalRecord, Outcome } from './record.ts';
import { foldRecord, type KernelState, type Observer } from './state.ts';

/** Longest sleep a timer of the runtime can do. */
const longestSleepMs = 2 ** 31 - 1;

export interface SequencerOptions {
  readonly journal: JournalStore;
  readonly clock: Clock;
  readonly epoch: number;
  readonly state: KernelState;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly observe: Observer;
  /** Called with each durable batch, in order: feeds, projections and the head file go from here. */
  readonly flushed: (batch: Flushed) => void;
  /** The journal failed: the process must end, at once, without a further word to anybody. */
  readonly failed: (error: unknown) => void;
}

/**
 * The single writer. Takes commands one by one, stamps them, runs due timers first, folds what was decided,
 * and lets nothing out before it is durable.
 */
export class Sequencer implements Exchange {
  readonly #options: SequencerOptions;
  readonly #commit: GroupCommit;
  #alarm: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#commit = new GroupCommit({
      journal: options.journal,
      clock: options.clock,
      epoch: options.epoch,
      head: options.head,
      flushed: options.flushed,
      failed: (error) => this.#fail(error),
    });
  }

  /** Appends the takeover record and starts the timers. The venue serves only after this resolves. */
  async start(): Promise<void> {
    const { epoch } = this.#options;
    this.#apply({ kind: 'kernel.takeover', epoch }, 'venue', this.#stamp(), accept([]), {});
    this.#runDueTimers(this.#stamp());
    this.#setAlarm();
    await this.#commit.durable(this.#seq);
  }

  get durableSeq(): number {
    return this.#commit.durableSeq;
  }

  /** Chain hash of the durable journal. */
  get hash(): string {
    return this.#commit.hash;
  }

  now(): number {
    return this.#stamp();
  }

  /**
   * Takes one command and answers when its outcome is durable. A known key is answered with its recorded outcome.
   * @throws Refusal when it is refused; Impossible when a rule of the core is broken: a bug, and the end of the process.
   */
  async command(command: VenueCommand, actor: Actor, key?: CommandKey): Promise<Accepted<never>['result']> {
    if (this.#stopping) throw new Refusal(reject('shutting_down'));
    const outcome = this.#guard(() => this.#take(command, actor, key));
    await this.#commit.durable(this.#seq);
    if ('rejection' in outcome) throw new Refusal(outcome.rejection);
    return outcome.result;
  }

  /** Reads a copy of the state and hands it out only when everything it was computed from is durable. */
  async read<T>(query: (state: VenueState) => T): Promise<T> {
    // A copy: while the flush is awaited, later commands go on changing the state in place.
    const value = structuredClone(query(this.#options.state.venue));
    await this.#commit.durable(this.#seq);
    return value;
  }

  peek<T>(query: (state: VenueState) => T): T {
    return query(this.#options.state.venue);
  }

  settled(): Promise<void> {
    return this.#commit.durable(this.#seq);
  }

  /** Takes no more commands, flushes what was taken, and ends. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#alarm);
    await this.#commit.drained();
  }

  get #seq(): number {
    return this.#options.state.line.seq;
  }

  #stamp(): number {
    const { state, clock } = this.#options;
    return Math.max(state.line.at, clock.now() + state.venue.house.clockOffsetMs);
  }

  #take(command: VenueCommand, actor: Actor, key: CommandKey | undefined): Outcome {
    const at = this.#stamp();
    this.#runDueTimers(at);
    const known = key === undefined ? undefined : recordedOutcome(this.#options.state.keys, actor, key, at);
    if (known !== undefined) return known;
    const decision = decide(this.#options.state.venue, command, this.#context(at, actor));
    const outcome = this.#apply(command, actor, at, decision, key === undefined ? {} : { key });
    // A clock that was moved makes timers due at once, not at the next command.
    if (command.kind === 'venue.advanceClock') this.#runDueTimers(this.#stamp());
    this.#setAlarm();
    return outcome;
  }

  #context(at: number, actor: Actor): Context {
    return { at: millis(at), actor, newId: idSource(this.#seq + 1) };
  }

  #runDueTimers(at: number): void {
    const { state } = this.#options;
    for (let timer = nextTimer(state.venue.schedule); timer !== undefined && timer.dueAt <= at;) {
      this.#runTimer(timer);
      timer = nextTimer(state.venue.schedule);
    }
  }

  /** A timer is stamped with the time it was due, so that a jump of the clock passes through every deadline on its way. */
  #runTimer(timer: Timer): void {
    const { state } = this.#options;
    const at = Math.max(state.line.at, timer.dueAt);
    const decision = decideTimer(state.venue, timer.command, this.#context(at, 'venue'));
    if ('rejection' in decision) throw new Error(`timer ${timer.id} was refused: ${decision.rejection.code}`);
    const events = [clearTimer(timer.id), ...decision.events];
    this.#apply(timer.command, 'venue', at, accept(events, decision.result), { timer: timer.id });
  }

  #apply(
    command: JournalCommand,
    actor: Actor,
    at: number,
    decision: Decision<VenueEvent>,
    more: Pick<JournalRecord, 'key' | 'timer'>,
  ): Outcome {
    const refused = 'rejection' in decision;
    const outcome: Outcome = refused ? { rejection: decision.rejection } : { result: decision.result };
    const events = refused ? [] : decision.events;
    const record: JournalRecord = { seq: this.#seq + 1, at, actor, command, ...more, events, outcome };
    foldRecord(this.#options.state, record, this.#options.observe);
    this.#commit.add(record);
    return outcome;
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    const timer = nextTimer(this.#options.state.venue.schedule);
    if (timer === undefined || this.#stopping) return;
    const wait = Math.min(Math.max(timer.dueAt - this.#stamp(), 0), longestSleepMs);
    this.#alarm = setTimeout(() => {
      this.#guard(() => {
        this.#runDueTimers(this.#stamp());
        this.#setAlarm();
      });
    }, wait);
  }

  /** A bug in the core ends the process: nothing may be built on a state that cannot be. */
  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  #fail(error: unknown): void {
    this.#stopping = true;
    clearTimeout(this.#alarm);
    this.#options.failed(error);
  }
}

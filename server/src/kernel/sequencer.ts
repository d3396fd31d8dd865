import { accept, type Accepted, type Actor, type Decision } from '../domain/core/index.ts';
import { clearTimer, nextTimer, type Timer } from '../domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  type VenueCommand,
  type VenueEvent,
  type VenueState,
} from '../domain/venue/index.ts';
import type { JournalStore } from '../ports/journal.ts';
import { Alarm } from './alarm.ts';
import type { Clock } from './clock.ts';
import { Refusal, type Exchange } from './exchange.ts';
import { GroupCommit, type Flushed } from './group-commit.ts';
import { RecordContext } from './context.ts';
import { recordedOutcome } from './keys.ts';
import { recordOf, type CommandKey, type JournalCommand, type Origin, type Outcome } from './record.ts';
import { shuttingDown, Turn, unheard } from './turn.ts';
import { foldRecord, type KernelState, type Observer } from './state.ts';

/** Many timers due at once are run in slices of this length, so that reads, sockets and flushes go on between them. */
const sliceMs = 20;

export interface SequencerOptions {
  readonly journal: JournalStore;
  readonly clock: Clock;
  /** Says when a batch was really written, where `clock` tells a story. */
  readonly realClock?: Clock;
  readonly epoch: number;
  readonly state: KernelState;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly observe: Observer;
  /** Called when a flush begins: what was observed so far becomes durable together. */
  readonly sealed?: () => void;
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
  readonly #waiting: Turn[] = [];
  /** What came out, told once the timers that these commands made due have run. */
  #done: Turn[] = [];
  #rest: NodeJS.Immediate | undefined;
  readonly #alarm = new Alarm(() => this.#work());
  #gathering = false;
  #stopping = false;

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#commit = new GroupCommit({
      journal: options.journal,
      clock: options.realClock ?? options.clock,
      epoch: options.epoch,
      head: options.head,
      sealed: () => options.sealed?.(),
      flushed: options.flushed,
      failed: (error) => this.#fail(error),
    });
  }

  /** Appends the takeover record and runs what fell due meanwhile. The venue serves only after this resolves. */
  async start(): Promise<void> {
    const { epoch, state } = this.#options;
    // Stamped with the past, so that a deadline that passed while nobody served keeps its own time.
    const at = state.line.seq === 0 ? this.#stamp() : state.line.at;
    const takeover = { kind: 'kernel.takeover', epoch } as const;
    this.#guard(() => this.#apply(takeover, accept([]), this.#context(at, 'venue'), {}));
    await new Promise((answer, refuse) => {
      this.#give(new Turn(null, 'venue', undefined, answer, refuse));
    });
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
   * Takes one command and answers when its outcome, and that of every timer it made due, is durable.
   * A known key is answered with its recorded outcome.
   * @throws Refusal when it is refused; Impossible when a rule of the core is broken: a bug, and the end of the process.
   */
  command(command: VenueCommand, actor: Actor, key?: CommandKey): Promise<Accepted<never>['result']> {
    return new Promise((resolve, refuse) => {
      const answer = (outcome: Outcome): void => {
        if ('rejection' in outcome) refuse(new Refusal(outcome.rejection));
        else resolve(outcome.result);
      };
      this.#give(new Turn(command, actor, key, answer, refuse));
    });
  }

  submit(
    command: VenueCommand,
    actor: Actor,
    key: CommandKey | undefined,
    answer: (outcome: Outcome) => void,
  ): void {
    this.#give(new Turn(command, actor, key, answer, unheard));
  }

  together(give: () => void): void {
    this.#gathering = true;
    try {
      give();
    } finally {
      this.#gathering = false;
      if (this.#waiting.length > 0 && this.#rest === undefined) this.#work();
    }
  }

  /**
   * Reads a copy of the state and hands it out only when everything it was computed from is durable.
   * @throws what the query throws, and not earlier than that either.
   */
  async read<T>(query: (state: VenueState) => T): Promise<T> {
    const seq = this.#seq;
    try {
      // A copy: while the flush is awaited, later commands go on changing the state in place.
      return structuredClone(query(this.#options.state.venue));
    } finally {
      await this.#commit.durable(seq);
    }
  }

  peek<T>(query: (state: VenueState) => T): T {
    return query(this.#options.state.venue);
  }

  settled(): Promise<void> {
    return this.#commit.durable(this.#seq);
  }

  whenSettled(then: () => void): void {
    this.#commit.whenDurable({ seq: this.#seq, wake: then });
  }

  /** Takes no more commands, flushes what was taken, and ends. Timers that are due run at the next start. */
  async stop(): Promise<void> {
    this.#halt();
    for (const { answer } of this.#waiting.splice(0)) answer(shuttingDown);
    this.#tell();
    await this.#commit.drained();
  }

  get #seq(): number {
    return this.#options.state.line.seq;
  }

  #stamp(): number {
    const { state, clock } = this.#options;
    return Math.max(state.line.at, clock.now() + state.venue.house.clockOffsetMs);
  }

  #give(turn: Turn): void {
    if (this.#stopping) {
      queueMicrotask(() => turn.answer(shuttingDown));
      return;
    }
    this.#waiting.push(turn);
    if (this.#rest === undefined && !this.#gathering) this.#work();
  }

  /** Does what is to be done: due timers, then the next command, then the timers that it made due, and so on. */
  #work(): void {
    const until = performance.now() + sliceMs;
    this.#rest = undefined;
    this.#guard(() => {
      for (;;) {
        const at = this.#stamp();
        if (!this.#runDueTimers(at, until)) return this.#pause();
        this.#tell();
        const turn = this.#waiting.shift();
        if (turn === undefined) return this.#setAlarm();
        this.#act(turn, at);
      }
    });
  }

  #act(turn: Turn, at: number): void {
    const { command, actor, key } = turn;
    try {
      const outcome = command === null ? turn.outcome : this.#take(command, actor, key, at);
      turn.outcome = outcome;
      this.#done.push(turn);
    } catch (error) {
      turn.refuse(error);
      throw error;
    }
  }

  #pause(): void {
    this.#alarm.unset();
    this.#rest = setImmediate(() => this.#work());
  }

  #tell(): void {
    if (this.#done.length === 0) return;
    const done = this.#done;
    this.#done = [];
    for (const one of done) {
      one.seq = this.#seq;
      this.#commit.whenDurable(one);
    }
  }

  #take(command: VenueCommand, actor: Actor, key: CommandKey | undefined, at: number): Outcome {
    const { venue, keys } = this.#options.state;
    const known = key === undefined ? undefined : recordedOutcome(keys, actor, key, at);
    if (known !== undefined) return known;
    const context = this.#context(at, actor);
    const decision = decide(venue, command, context);
    return this.#apply(command, decision, context, key === undefined ? {} : { key });
  }

  #context(at: number, actor: Actor): RecordContext {
    return new RecordContext(this.#seq + 1, at, actor);
  }

  /** Runs the timers due at `at`, in order. False when the time `until` came first. */
  #runDueTimers(at: number, until: number): boolean {
    const { schedule } = this.#options.state.venue;
    while (performance.now() <= until) {
      const timer = nextTimer(schedule);
      if (timer === undefined || timer.dueAt > at) return true;
      this.#runTimer(timer);
    }
    return false;
  }

  /** A timer is stamped with the time it was due, so that a jump of the clock passes through every deadline on its way. */
  #runTimer(timer: Timer): void {
    const { state } = this.#options;
    const at = Math.max(state.line.at, timer.dueAt);
    const context = this.#context(at, 'venue');
    const decision = decideTimer(state.venue, timer.command, context);
    if ('rejection' in decision) throw new Error(`timer ${timer.id} was refused: ${decision.rejection.code}`);
    const events = [clearTimer(timer.id), ...decision.events];
    this.#apply(timer.command, accept(events, decision.result), context, { timer: timer.id });
  }

  #apply(
    command: JournalCommand,
    decision: Decision<VenueEvent>,
    context: RecordContext,
    more: Origin,
  ): Outcome {
    const record = recordOf(command, decision, context, more);
    this.#commit.prepare(record);
    foldRecord(this.#options.state, record, this.#options.observe);
    this.#commit.add(record);
    return record.outcome;
  }

  #setAlarm(): void {
    const timer = nextTimer(this.#options.state.venue.schedule);
    if (timer === undefined || this.#stopping) this.#alarm.unset();
    else this.#alarm.set(timer.dueAt - this.#stamp());
  }

  /** A bug in the core ends the process: nothing may be built on a state that cannot be. */
  #guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #halt(): void {
    this.#stopping = true;
    this.#alarm.unset();
    clearImmediate(this.#rest);
  }

  #fail(error: unknown): void {
    this.#halt();
    this.#options.failed(error);
  }
}

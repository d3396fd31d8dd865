import { millis, type ListingId } from '@piazza/shared/values';
import { accept, type Actor, type Decision } from '../../server/src/domain/core/index.ts';
import type { Finding } from '../../server/src/domain/cases/index.ts';
import type { Market } from '../../server/src/domain/market/index.ts';
import { clearTimer, nextTimer } from '../../server/src/domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  type VenueCommand,
  type VenueEvent,
} from '../../server/src/domain/venue/index.ts';
import { RecordContext } from '../../server/src/kernel/context.ts';
import type { JournalCommand, JournalRecord } from '../../server/src/kernel/record.ts';
import { foldRecord, initialState, type KernelState } from '../../server/src/kernel/state.ts';
import { Surveillance, type SurveillanceParts } from '../../server/src/surveillance/reader.ts';
import type { Chance } from '../../test/support/market-wishes.ts';

/** What the venue answered: the number of the order where one was placed. */
export interface Answer {
  readonly order: number;
  readonly refused: string | null;
}

/** The core without a journal, under surveillance: each command becomes a record, and each record is read. */
export class Lane {
  readonly state: KernelState = initialState();
  readonly findings: Finding[] = [];
  now: number;
  /** Orders that were taken. */
  orders = 0;
  records = 0;
  readonly #surveillance: Surveillance;
  readonly #chance: Chance;

  constructor(chance: Chance, facts: readonly VenueEvent[], begins: number, parts: SurveillanceParts) {
    this.#chance = chance;
    this.now = begins;
    this.#surveillance = new Surveillance(undefined, parts);
    this.#keep({ kind: 'kernel.takeover', epoch: 1 }, accept(facts), this.#context('venue', begins));
  }

  market(listing: ListingId): Market {
    const found = this.state.venue.markets.markets.get(listing);
    if (found === undefined) throw new Error(`${listing} has no market`);
    return found;
  }

  /** Runs what falls due up to then, each at its time. */
  passTo(at: number): void {
    this.now = Math.max(at, this.now);
    for (;;) {
      const timer = nextTimer(this.state.venue.schedule);
      if (timer === undefined || timer.dueAt > this.now) return;
      const context = this.#context('venue', timer.dueAt);
      const decision = decideTimer(this.state.venue, timer.command, context);
      if ('rejection' in decision) throw new Error(`${timer.id} was refused: ${decision.rejection.code}`);
      this.#keep(timer.command, accept([clearTimer(timer.id), ...decision.events], decision.result), context);
    }
  }

  /** Gives a command now. */
  give(actor: Actor, command: VenueCommand): Answer {
    this.passTo(this.now);
    const context = this.#context(actor, this.now);
    const decision = decide(this.state.venue, command, context);
    this.#keep(command, decision, context);
    this.passTo(this.now);
    const refused = 'rejection' in decision ? decision.rejection.code : null;
    if (refused === null && command.kind === 'orders.place') this.orders += 1;
    return { order: context.seq, refused };
  }

  /** Events that no command of this version makes. */
  happens(...events: readonly VenueEvent[]): void {
    this.#keep({ kind: 'kernel.takeover', epoch: 1 }, accept(events), this.#context('venue', this.now));
  }

  #context(actor: Actor, at: number): RecordContext {
    const context = new RecordContext(this.state.line.seq + 1, Math.max(this.state.line.at, at), actor);
    context.draw = (bound) => (context.drawn ??= Math.floor(this.#chance() * 2 ** 32)) % bound;
    return context;
  }

  #keep(command: JournalCommand, decision: Decision<VenueEvent>, { seq, at, actor }: RecordContext): void {
    const refused = 'rejection' in decision;
    const outcome = refused ? { rejection: decision.rejection } : { result: decision.result };
    const events = refused ? [] : decision.events;
    const record: JournalRecord = { seq, at: millis(at), actor, command, events, outcome };
    foldRecord(this.state, record);
    this.records += 1;
    this.findings.push(...this.#surveillance.read(record));
  }
}

export const nobodyKnows: SurveillanceParts = {
  insiders: { isInsider: () => false, isClosed: () => false },
  singleCents: () => 1_000_000,
};

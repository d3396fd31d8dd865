import { idPrefixes, millis, type IdKind, type Millis } from '@piazza/shared/values';
import type { Actor, Context, Decision } from '../../server/src/domain/core/index.ts';
import { clearTimer, nextTimer } from '../../server/src/domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  evolve,
  initialVenue,
  type VenueCommand,
  type VenueEvent,
  type VenueState,
} from '../../server/src/domain/venue/index.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Monday 2 March 2026, 10:00 in Rome: where stories begin. */
export const beginning = millis(Date.UTC(2026, 2, 2, 9));

/**
 * The next id of a kind: `lst_1` is the first listing, `lst_2` the second, and so on within one decision. Of other kinds,
 * one higher than the last asked for.
 */
function nextId(
  state: VenueState,
  kind: IdKind,
  asked: Map<IdKind, number>,
  made: Map<IdKind, number>,
): string {
  const sizes: Readonly<Partial<Record<IdKind, number>>> = {
    person: state.people.people.size,
    organisation: state.organisations.organisations.size,
    listing: state.listings.listings.size,
    offer: state.offers.offers.size,
    commitment: state.offers.commitments.size,
    order: 0,
    post: state.board.posts.size,
    method: state.payments.methods.size,
    payment: state.payments.payments.size,
    refund: state.payments.refunds.size,
    outgoing: state.payments.outgoings.size,
    funding: state.payments.fundings.size,
    dispute: state.payments.disputes.size,
    break: state.payments.breaks.size,
  };
  const known = sizes[kind];
  const earlier = known === undefined ? asked : made;
  const before = (known ?? 0) + (earlier.get(kind) ?? 0);
  earlier.set(kind, (earlier.get(kind) ?? 0) + 1);
  return `${idPrefixes[kind]}_${(before + 1).toString(36)}`;
}

/**
 * The domain with a clock that only tests move. Like the sequencer it runs every timer due before a command,
 * stamped with the time the timer was due.
 */
export class DomainVenue {
  readonly state = initialVenue();
  /** Every event folded so far. */
  readonly journal: VenueEvent[] = [];
  now: Millis = beginning;
  /** Number of the newest context: an order's number. */
  seq = 0;
  readonly #asked = new Map<IdKind, number>();
  /** What `draw` draws from, 0 … below 1. */
  chance: () => number = () => 0;
  /** Called after every command and every timer. */
  watch: (what: string) => void = () => undefined;

  context(actor: Actor, at: Millis = this.now): Context {
    const { chance } = this;
    this.seq += 1;
    const made = new Map<IdKind, number>();
    return {
      at,
      actor,
      seq: this.seq,
      draw: (bound) => Math.floor(chance() * bound),
      newId: (kind) => nextId(this.state, kind, this.#asked, made),
    };
  }

  fold(...events: readonly VenueEvent[]): void {
    for (const event of events) {
      evolve(this.state, event);
      this.journal.push(event);
    }
  }

  /** Runs the timer due first, if one is due by now. Returns whether there was one. */
  runTimer(): boolean {
    const timer = nextTimer(this.state.schedule);
    if (timer === undefined || timer.dueAt > this.now) return false;
    const decision = decideTimer(this.state, timer.command, this.context('venue', timer.dueAt));
    if ('rejection' in decision) throw new Error(`${timer.id} was refused: ${decision.rejection.code}`);
    this.fold(clearTimer(timer.id), ...decision.events);
    this.watch(timer.id);
    return true;
  }

  /** Moves the clock and runs what falls due on the way, until nothing is or the condition holds. */
  passTo(at: number, enough: () => boolean = () => false): void {
    this.now = millis(Math.max(at, this.now));
    while (!enough() && this.runTimer());
  }

  /** Decides without folding: what `given … when … then` looks at. */
  decide(actor: Actor, command: VenueCommand): Decision<VenueEvent> {
    return decide(this.state, command, this.context(actor));
  }

  /** Runs what is due, decides, and folds what was decided. */
  take(actor: Actor, command: VenueCommand): Decision<VenueEvent> {
    this.passTo(this.now);
    const decision = this.decide(actor, command);
    if ('events' in decision) this.fold(...decision.events);
    this.watch(command.kind);
    return decision;
  }
}

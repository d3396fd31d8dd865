import { millis, romeDay, type PersonId } from '@piazza/shared/values';
import { clearTimer, nextTimer, setTimer } from '../../../server/src/domain/schedule/index.ts';
import {
  decide,
  decideTimer,
  evolve,
  violations,
  type VenueEvent,
} from '../../../server/src/domain/venue/index.ts';
import type { Decision } from '../../../server/src/domain/core/index.ts';
import type { Market, OrderCommand } from '../../../server/src/domain/market/index.ts';
import { RecordLine } from '../../../server/src/kernel/record-line.ts';
import { RecordContext } from '../../../server/src/kernel/context.ts';
import { recordOf, type JournalCommand, type Origin } from '../../../server/src/kernel/record.ts';
import { foldRecord, type KernelState } from '../../../server/src/kernel/state.ts';
import { listing, openMarket } from './workload.ts';

/** Records that go to the journal together: a storm's worth. */
const batchSize = 256;
const noMore = {};

/** The core without its edges and without a disk: what the sequencer does with each command, and nothing else. */
export class BareExchange {
  readonly #line = new RecordLine();
  readonly state: KernelState = openMarket();
  /** Bytes of all records as the journal would keep them. */
  bytes = 0;
  timers = 0;
  refused = 0;

  get market(): Market {
    const market = this.state.venue.markets.markets.get(listing);
    if (market === undefined) throw new Error('the market was not opened');
    return market;
  }

  /** Decides, encodes and folds one command. */
  act(command: OrderCommand, person: PersonId): void {
    const { state } = this;
    const context = new RecordContext(state.line.seq + 1, state.line.at + 1, person);
    this.#apply(command, decide(state.venue, command, context), context, noMore);
  }

  /** Begins a call that ends in five minutes. */
  beginCall(): void {
    const at = millis(this.state.line.at);
    const until = millis(at + 300_000);
    const session = {
      day: romeDay(at),
      preOpenAt: at,
      callAt: at,
      freezeAt: until,
      endsAt: until,
      closesAt: until,
    };
    const { venue } = this.state;
    evolve(venue, { kind: 'market.phased', listing, phase: 'call', at, until, session, extensions: 0 });
    evolve(venue, setTimer(`market:${listing}`, until, { kind: 'markets.advance', listing }));
  }

  /** Runs the timer due first, at its time. */
  tick(): void {
    const { state } = this;
    const timer = nextTimer(state.venue.schedule);
    if (timer === undefined) throw new Error('the market stands still');
    const at = Math.max(state.line.at, timer.dueAt);
    const context = new RecordContext(state.line.seq + 1, at, 'venue');
    const decision = decideTimer(state.venue, timer.command, context);
    if ('rejection' in decision) throw new Error(`${timer.id} was refused`);
    const events = [clearTimer(timer.id), ...decision.events];
    this.#apply(timer.command, { events, result: decision.result }, context, { timer: timer.id });
    this.timers += 1;
  }

  /** @throws Error naming what is not as it must be */
  audit(): void {
    const found = violations(this.state.venue);
    if (found.length > 0) throw new Error(found.join('; '));
  }

  #apply(
    command: JournalCommand,
    decision: Decision<VenueEvent>,
    context: RecordContext,
    more: Origin,
  ): void {
    const record = recordOf(command, decision, context, more);
    this.bytes += this.#line.write(record);
    if ('rejection' in decision) this.refused += 1;
    foldRecord(this.state, record);
    this.#line.keep();
    if (record.seq % batchSize === 0) this.#line.drop(this.#line.within(Infinity).bytes.length);
  }
}

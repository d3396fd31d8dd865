import { policy } from '@piazza/shared/policy';
import { violations, type VenueState } from '../../server/src/domain/venue/index.ts';
import type { JournalRecord, Outcome } from '../../server/src/kernel/record.ts';
import { differences, MarketTwin } from '../../test/support/market-twin/index.ts';

const told = (outcome: Outcome): string =>
  'rejection' in outcome
    ? outcome.rejection.code
    : JSON.stringify(Object.entries(outcome.result).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/**
 * Reads every durable record in its order and believes nothing: a twin of the market plays it too, numbers and stamps must
 * go on without a gap, no key may stand twice, and what somebody was answered must be what is written.
 */
export class Auditor {
  readonly faults: string[] = [];
  readonly twin = new MarketTwin();
  /** Of records by their kind, trades, refusals. */
  readonly counts = new Map<string, number>();
  /** Seq of the newest record read. */
  seq = 0;
  #at = 0;
  readonly #outcomes = new Map<string, { readonly at: number; readonly told: string }>();

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** In which phases orders come: a simulation that mostly meets closed doors shows little. */
  #countPhase({ command }: JournalRecord): void {
    if (command.kind === 'orders.place')
      this.#count(`placed in ${this.twin.markets.get(command.listing)?.phase ?? 'no market'}`);
  }

  read(record: JournalRecord): void {
    if (record.seq !== this.seq + 1) this.faults.push(`record ${record.seq} follows ${this.seq}`);
    if (record.at < this.#at) this.faults.push(`record ${record.seq} is stamped before its precursor`);
    this.seq = record.seq;
    this.#at = record.at;
    if (record.key !== undefined) {
      const name = record.key.key;
      if (this.#outcomes.has(name)) this.faults.push(`record ${record.seq}: key ${name} stands twice`);
      this.#outcomes.set(name, { at: record.at, told: told(record.outcome) });
    }
    this.#countPhase(record);
    this.faults.push(...this.twin.take(record));
    this.#count(record.command.kind);
    if ('rejection' in record.outcome) this.#count(`refused: ${record.outcome.rejection.code}`);
    for (const event of record.events)
      if (event.kind === 'market.phased' && event.extensions > 0) this.#count('extended');
      else if (event.kind === 'market.uncrossed' && event.priceCents !== null) this.#count('uncrossed');
      else if (event.kind === 'market.terms_set')
        this.#count(event.resumes ? 'resumed by terms' : 'terms of the next call');
  }

  /** Somebody was answered at this venue time: that must be durable by now, and the same, unless the key is too old. */
  answered(key: string, outcome: Outcome, at: number): void {
    const written = this.#outcomes.get(key);
    const answer = told(outcome);
    if (written === undefined) this.faults.push(`${key} was answered ${answer} and is not durable`);
    else if (answer === 'key_expired' && at - written.at > policy.keyLifeMs) this.#count('expired keys');
    else if (written.told !== answer)
      this.faults.push(`${key} was answered ${answer}, written is ${written.told}`);
  }

  /** Everything that a look at the whole venue shows. */
  inspect(state: VenueState): void {
    this.faults.push(...violations(state), ...differences(state, this.twin));
  }

  get trades(): number {
    return [...this.twin.markets.values()].reduce((sum, { trades }) => sum + trades, 0);
  }
}

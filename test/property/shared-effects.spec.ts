import { expect } from 'chai';
import { HistoryMedium, MemoryHistory } from '../../server/src/adapters/memory/history.ts';
import { foldRecord, initialState } from '../../server/src/kernel/state.ts';
import type { Publication } from '../../server/src/projections/publisher.ts';
import { Publisher } from '../../server/src/projections/publisher.ts';
import { recordsOf, stories } from '../support/market-stories.ts';
import type { MarketTape } from '../support/market-tape.ts';
import { property } from '../support/property.ts';

const linesIn = ({ streams }: HistoryMedium): number =>
  [...streams.values()].reduce((sum, { length }) => sum + length, 0);

const turn = (): Promise<void> =>
  new Promise((next) => {
    setImmediate(next);
  });

/** A venue that publishes to a history of its own. */
class Publishing {
  readonly medium = new HistoryMedium();
  readonly publisher: Publisher;
  readonly #state = initialState();
  readonly #faults: unknown[] = [];

  constructor(restMs: number, listener: (publication: Publication) => void = () => undefined) {
    const failed = (error: unknown): void => void this.#faults.push(error);
    this.publisher = new Publisher(new MemoryHistory(this.medium), 0, failed, restMs);
    this.publisher.listen(listener);
  }

  fold(record: MarketTape['records'][number]): void {
    foldRecord(this.#state, structuredClone(record), this.publisher.observe);
  }

  /** Waits until all up to a record is published. @throws what the publisher or its listener threw */
  async published(seq: number): Promise<void> {
    while (this.#faults.length === 0 && this.medium.checkpoint < seq) await turn();
    for (const fault of this.#faults) throw fault;
  }

  flush(seq: number): void {
    this.publisher.flushed({ seq, hash: '', records: [], tookMs: 0 });
  }
}

/** Each record on its own, and how many lines there are after it. */
async function oneByOne(records: MarketTape['records']): Promise<[HistoryMedium, Map<number, number>]> {
  const alone = new Publishing(0);
  const lines = new Map<number, number>();
  for (const record of records) {
    alone.fold(record);
    alone.flush(record.seq);
    await alone.published(record.seq);
    lines.set(record.seq, linesIn(alone.medium));
  }
  return [alone.medium, lines];
}

describe('effects that orders share', () => {
  property(
    'write what each would have written alone, and of nothing that is not durable, wherever a flush ends',
    30,
    [stories],
    async ([all, nth]) => {
      const records = recordsOf(all);
      const [medium, lines] = await oneByOne(records);
      let durable = 0;
      const together = new Publishing(1, ({ seq, effects }) => {
        expect(seq).to.be.at.most(durable);
        for (const one of effects) expect(one.seq).to.be.at.most(seq);
        expect(linesIn(together.medium), `lines up to ${seq}`).to.equal(lines.get(seq));
      });
      for (const [at, record] of records.entries()) {
        together.fold(record);
        const drawn = (at * 7 + nth) % 11;
        if (drawn % 3 === 0) together.publisher.seal();
        if (drawn > 4) continue;
        // The newest few may still be on their way to the disk, sealed off or not.
        durable = Math.max(durable, record.seq - drawn);
        together.flush(durable);
        await new Promise((later) => setTimeout(later, 2));
      }
      durable = records.at(-1)?.seq ?? 0;
      together.flush(durable);
      await together.published(durable);
      expect(together.medium.streams).to.deep.equal(medium.streams);
    },
  );
});

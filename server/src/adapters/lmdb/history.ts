import { type Database } from 'lmdb';
import { type HistoryEntry, type HistoryLine, type HistoryStore } from '../../ports/history.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertForward, jsonText, pageRange, type PageOptions } from '../rules/page.ts';
import { openEnvironment, settled, type Environment } from './environment.ts';

type LineKey = [stream: string, index: number];

/** History in an LMDB environment of its own: `lines` by stream and index as JSON texts, and the checkpoint in `meta`. */
export class LmdbHistory implements HistoryStore {
  readonly #open = new OpenFlag('history');
  readonly #environment: Environment;
  readonly #lines: Database<string, LineKey>;
  readonly #meta: Database<number, string>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#environment = openEnvironment(folder);
    this.#lines = this.#environment.openDB<string, LineKey>({ name: 'lines', encoding: 'string' });
    this.#meta = this.#environment.openDB<number, string>({ name: 'meta' });
  }

  async checkpoint(): Promise<number> {
    this.#open.assert();
    return this.#checkpoint();
  }

  async append(seq: number, lines: readonly HistoryLine[]): Promise<number[]> {
    this.#open.assert();
    const texts = lines.map(({ stream, value }) => ({ stream, text: jsonText(value) }));
    const fold = (): number[] => {
      assertForward(this.#checkpoint(), seq);
      void this.#meta.put('checkpoint', seq);
      const lengths = new Map<string, number>();
      return texts.map(({ stream, text }) => {
        const index = (lengths.get(stream) ?? this.#length(stream)) + 1;
        lengths.set(stream, index);
        void this.#lines.put([stream, index], text);
        return index;
      });
    };
    const [indexes = []] = await this.#track(settled([this.#environment.childTransaction(fold)]));
    return indexes;
  }

  async page(stream: string, options: PageOptions): Promise<HistoryEntry[]> {
    this.#open.assert();
    const { from, to, descending } = pageRange(this.#length(stream), options);
    if (to < from) return [];
    const range = this.#lines.getRange({ start: [stream, from], end: [stream, to], inclusiveEnd: true });
    const entries = Array.from(range, ({ key, value }) => ({
      index: key[1],
      value: JSON.parse(value) as unknown,
    }));
    return descending ? entries.toReversed() : entries;
  }

  async length(stream: string): Promise<number> {
    this.#open.assert();
    return this.#length(stream);
  }

  async wipe(): Promise<void> {
    this.#open.assert();
    const writes: PromiseLike<unknown>[] = [];
    const forget = (): void => {
      writes.push(this.#lines.clearAsync(), this.#meta.put('checkpoint', 0));
    };
    await this.#track(settled([this.#environment.batch(forget), ...writes]));
  }

  async close(): Promise<void> {
    if (!this.#open.close()) return;
    await this.#underWay;
    await this.#environment.close();
  }

  #checkpoint(): number {
    return this.#meta.get('checkpoint') ?? 0;
  }

  #length(stream: string): number {
    const newest = { start: [stream, Infinity], end: [stream, 0], reverse: true, limit: 1 };
    for (const [, index] of this.#lines.getKeys(newest)) return index;
    return 0;
  }

  async #track<T>(write: Promise<T>): Promise<T> {
    // Without the outcomes: each would hold all those before it, for as long as the venue runs.
    this.#underWay = Promise.allSettled([this.#underWay, write]).then(() => undefined);
    return write;
  }
}

import { type Database } from 'lmdb';
import { type HistoryEntry, type HistoryLine, type HistoryStore } from '../../ports/history.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertForward, jsonText, pageRange, type PageOptions } from '../rules/page.ts';
import { openEnvironment, settled, type Environment } from './environment.ts';

type LineKey = [stream: string, first: number];

/** Lines kept under one key at most: few enough to read one of them, many enough to write hundreds cheaply. */
const groupMost = 64;
/** Streams whose lengths are remembered. */
const lengthsKept = 50_000;
/** Stands between the lines of a group: no JSON text contains it. */
const mark = '\n';

const countOf = (group: string): number => {
  let count = 1;
  for (let at = group.indexOf(mark); at !== -1; at = group.indexOf(mark, at + 1)) count += 1;
  return count;
};

/** Lines of one stream that follow each other. */
interface Group {
  readonly key: LineKey;
  readonly texts: string[];
}

/**
 * History in an LMDB environment of its own: `lines` by stream and index as JSON texts, those of one append that follow
 * each other in a stream as one group under the index of the first; and the checkpoint in `meta`.
 */
export class LmdbHistory implements HistoryStore {
  readonly #open = new OpenFlag('history');
  readonly #environment: Environment;
  readonly #lines: Database<string, LineKey>;
  readonly #meta: Database<number, string>;
  /** What has been written or is being written. */
  readonly #lengths = new Map<string, number>();
  #written: number;
  #appending = 0;
  #fault: Error | undefined;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#environment = openEnvironment(folder);
    this.#lines = this.#environment.openDB<string, LineKey>({ name: 'lines', encoding: 'string' });
    this.#meta = this.#environment.openDB<number, string>({ name: 'meta' });
    this.#written = this.#checkpoint();
  }

  async checkpoint(): Promise<number> {
    this.#open.assert();
    return this.#checkpoint();
  }

  async append(seq: number, lines: readonly HistoryLine[]): Promise<number[]> {
    this.#open.assert();
    // After a failed write nobody knows how long the streams are.
    if (this.#fault !== undefined) throw this.#fault;
    assertForward(this.#written, seq);
    // Only what the medium has by now may be forgotten.
    if (this.#appending === 0 && this.#lengths.size > lengthsKept) this.#lengths.clear();
    const texts = lines.map(({ value }) => jsonText(value));
    const groups: Group[] = [];
    const indexes = this.#place(lines, texts, groups);
    this.#written = seq;
    const writes: PromiseLike<unknown>[] = [];
    const fold = (): void => {
      for (const { key, texts: group } of groups) writes.push(this.#lines.put(key, group.join(mark)));
      writes.push(this.#meta.put('checkpoint', seq));
    };
    this.#appending += 1;
    try {
      await this.#track(settled([this.#environment.batch(fold), ...writes]));
    } catch (error) {
      this.#fault = new Error('the history could not be written', { cause: error });
      throw error;
    } finally {
      this.#appending -= 1;
    }
    return indexes;
  }

  async page(stream: string, options: PageOptions): Promise<HistoryEntry[]> {
    this.#open.assert();
    const { from, to, descending } = pageRange(this.#length(stream), options);
    if (to < from) return [];
    const entries: HistoryEntry[] = [];
    const start = this.#groupOf(stream, from);
    const range = this.#lines.getRange({ start: [stream, start], end: [stream, to], inclusiveEnd: true });
    for (const { key, value } of range) {
      let index = key[1];
      for (const text of value.split(mark)) {
        if (index >= from && index <= to) entries.push({ index, value: JSON.parse(text) as unknown });
        index += 1;
      }
    }
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
    this.#lengths.clear();
    this.#written = 0;
    await this.#track(settled([this.#environment.batch(forget), ...writes]));
  }

  async close(): Promise<void> {
    if (!this.#open.close()) return;
    await this.#underWay;
    await this.#environment.close();
  }

  /** Gives each line its index, and gathers those of one stream into groups. */
  #place(lines: readonly HistoryLine[], texts: readonly string[], groups: Group[]): number[] {
    const open = new Map<string, Group>();
    return lines.map(({ stream }, at) => {
      const text = texts[at] as string;
      const index = (this.#lengths.get(stream) ?? this.#length(stream)) + 1;
      const group = open.get(stream);
      if (group !== undefined && group.texts.length < groupMost) group.texts.push(text);
      else {
        const fresh = { key: [stream, index] as LineKey, texts: [text] };
        groups.push(fresh);
        open.set(stream, fresh);
      }
      this.#lengths.set(stream, index);
      return index;
    });
  }

  #checkpoint(): number {
    return this.#meta.get('checkpoint') ?? 0;
  }

  /** Index of the first line of the group that holds the line with this index. */
  #groupOf(stream: string, index: number): number {
    const upTo = { start: [stream, index], end: [stream, 0], reverse: true, limit: 1 };
    for (const [, first] of this.#lines.getKeys(upTo)) return first;
    return index;
  }

  #length(stream: string): number {
    const newest = { start: [stream, Infinity], end: [stream, 0], reverse: true, limit: 1 };
    for (const { key, value } of this.#lines.getRange(newest)) return key[1] + countOf(value) - 1;
    return 0;
  }

  async #track<T>(write: Promise<T>): Promise<T> {
    // Without the outcomes: each would hold all those before it, for as long as the venue runs.
    this.#underWay = Promise.allSettled([this.#underWay, write]).then(() => undefined);
    return write;
  }
}

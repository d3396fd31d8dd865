import { type HistoryEntry, type HistoryLine, type HistoryStore } from '../../ports/history.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertForward, jsonText, pageRange, type PageOptions } from '../rules/page.ts';

/** What a disk would be: it outlives the histories opened on it. */
export class HistoryMedium {
  /** JSON texts per stream: what is read back is never the object that was appended. */
  readonly streams = new Map<string, string[]>();
  checkpoint = 0;
}

export class MemoryHistory implements HistoryStore {
  readonly #open = new OpenFlag('history');
  readonly #medium: HistoryMedium;

  constructor(medium: HistoryMedium = new HistoryMedium()) {
    this.#medium = medium;
  }

  async checkpoint(): Promise<number> {
    this.#open.assert();
    return this.#medium.checkpoint;
  }

  async append(seq: number, lines: readonly HistoryLine[]): Promise<number[]> {
    this.#open.assert();
    assertForward(this.#medium.checkpoint, seq);
    const texts = lines.map(({ stream, value }) => ({ stream, text: jsonText(value) }));
    this.#medium.checkpoint = seq;
    return texts.map(({ stream, text }) => {
      const entries = this.#medium.streams.get(stream) ?? [];
      this.#medium.streams.set(stream, entries);
      return entries.push(text);
    });
  }

  async page(stream: string, options: PageOptions): Promise<HistoryEntry[]> {
    this.#open.assert();
    const texts = this.#medium.streams.get(stream) ?? [];
    const { from, to, descending } = pageRange(texts.length, options);
    const entries = texts
      .slice(from - 1, Math.max(from - 1, to))
      .map((text, offset) => ({ index: from + offset, value: JSON.parse(text) as unknown }));
    return descending ? entries.toReversed() : entries;
  }

  async length(stream: string): Promise<number> {
    this.#open.assert();
    return this.#medium.streams.get(stream)?.length ?? 0;
  }

  async wipe(): Promise<void> {
    this.#open.assert();
    this.#medium.streams.clear();
    this.#medium.checkpoint = 0;
  }

  async close(): Promise<void> {
    this.#open.close();
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import type { StoresConfig } from './adapters/open-stores.ts';
import type { Watched, WatchOrder } from './surveillance-process.ts';
import {
  beginningOf,
  raise,
  Readers,
  type WatchFigures,
  type Watching,
  type WatchParts,
} from './surveillance/watch.ts';

/** How often the process is told how far the journal has got: seldom enough to cost orders nothing. */
const tellMs = 50;
/** Before a process that died is followed by another one; twice as long after each that did not last. */
const again = { firstMs: 500, mostMs: 60_000, lastedMs: 60_000 };
const lastWords = 2_000;

export interface WatchBesideParts extends WatchParts {
  /** Where another process opens the journal to read it. */
  readonly stores: StoresConfig;
  /** The process has died; another one is started after `againMs`. */
  readonly died: (why: string, againMs: number) => void;
}

/**
 * Surveillance in a process of its own that follows the journal: of the venue's time it takes a message now and then. What
 * waits to be read waits on the disk. A process that dies is followed by another, which finds again what was found.
 */
export class WatchBeside implements Watching {
  readonly #parts: WatchBesideParts;
  readonly #readers = new Readers();
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #read = 0;
  #told = 0;
  #tellTimer: NodeJS.Timeout | undefined;
  #againTimer: NodeJS.Timeout | undefined;
  #againMs = again.firstMs;
  #restarts = 0;
  #closed = false;

  constructor(parts: WatchBesideParts) {
    this.#parts = parts;
  }

  /** Process id of the one that reads; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const { stores, durableSeq } = this.#parts;
    // Beside this file, compiled or not.
    const program = new URL(import.meta.url.replace(/watch-beside\.([jt]s)$/, 'surveillance-process.$1'));
    const child = fork(program, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });
    this.#child = child;
    this.#read = 0;
    this.#told = durableSeq();
    const order: WatchOrder = { ...beginningOf(this.#parts), stores, durable: this.#told };
    child.send(order, () => undefined);
    child.on('message', ({ found, read }: Watched) => {
      if (this.#closed) return;
      raise(this.#parts, found);
      this.#read = read;
      this.#readers.read(read);
    });
    this.#ended = this.#endOf(child);
  }

  readonly reached = (): void => {
    this.#tellTimer ??= setTimeout(() => this.#tell(), tellMs);
  };

  async settled(): Promise<void> {
    const seq = this.#parts.durableSeq();
    if (this.#read >= seq || this.#closed) return;
    this.#tell();
    await this.#readers.until(seq);
  }

  figures(): WatchFigures {
    const behind = Math.max(0, this.#parts.durableSeq() - this.#read);
    return { running: this.#child !== undefined, behind, restarts: this.#restarts };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#tellTimer);
    clearTimeout(this.#againTimer);
    this.#readers.read(Infinity);
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  #tell(): void {
    clearTimeout(this.#tellTimer);
    this.#tellTimer = undefined;
    const seq = this.#parts.durableSeq();
    if (seq === this.#told || this.#child?.connected !== true) return;
    this.#told = seq;
    this.#child.send(seq, () => undefined);
  }

  #endOf(child: ChildProcess): Promise<void> {
    const started = performance.now();
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-lastWords);
    });
    child.on('error', (error) => {
      words += String(error);
    });
    return new Promise((ended) => {
      child.once('close', (code, signal) => {
        this.#child = undefined;
        if (!this.#closed) this.#startAgain(`${signal ?? `code ${code}`} ${words.trim()}`.trim(), started);
        ended();
      });
    });
  }

  #startAgain(why: string, started: number): void {
    if (performance.now() - started > again.lastedMs) this.#againMs = again.firstMs;
    const afterMs = this.#againMs;
    this.#againMs = Math.min(2 * afterMs, again.mostMs);
    this.#parts.died(why, afterMs);
    this.#againTimer = setTimeout(() => {
      this.#restarts += 1;
      this.start();
    }, afterMs);
  }
}

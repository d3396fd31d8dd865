import { fork, type ChildProcess } from 'node:child_process';
import type { StoresConfig } from './adapters/open-stores.ts';
import type { SnapshotDone, SnapshotOrder } from './snapshot-process.ts';

/** Longer than any snapshot takes; a process that hangs would keep all later ones from being taken. */
const patienceMs = 30 * 60_000;
const lastWords = 2_000;

export interface SnapshotsOptions {
  readonly stores: StoresConfig;
  /** Records between two snapshots; 0 for none. */
  readonly every: number;
  /** Seq of the newest snapshot there is, 0 for none. */
  readonly newest: number;
  readonly taken: (seq: number, tookMs: number) => void;
  /** A snapshot only saves time at the next start, so that none was taken is told and harms nobody. */
  readonly failed: (why: string) => void;
}

/** Has snapshots taken by a process of its own, one at a time: folding and writing would stall the sequencer. */
export class Snapshots {
  readonly #options: SnapshotsOptions;
  #last: number;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
    this.#last = options.newest;
  }

  /** Process id of the one under way. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Told of every record up to which everything is durable, the history included. */
  reached(seq: number): void {
    const { every } = this.#options;
    if (every === 0 || this.#closed || this.#child !== undefined || seq - this.#last < every) return;
    this.#last = seq;
    this.#ended = this.#take(seq);
  }

  /** Resolves when none is under way. */
  settled(): Promise<void> {
    return this.#ended;
  }

  /** Takes no more; the one under way is given up. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  #take(upTo: number): Promise<void> {
    const { stores, taken, failed } = this.#options;
    const started = performance.now();
    // Beside this file, compiled or not.
    const program = new URL(import.meta.url.replace(/snapshots\.([jt]s)$/, 'snapshot-process.$1'));
    const child = fork(program, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], timeout: patienceMs });
    this.#child = child;
    let words = '';
    let done: number | undefined;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-lastWords);
    });
    child.on('message', ({ seq }: SnapshotDone) => {
      done = seq;
    });
    child.on('error', (error) => {
      words += String(error);
    });
    child.send({ stores, upTo } satisfies SnapshotOrder, () => undefined);
    return new Promise((ended) => {
      child.once('close', (code, signal) => {
        this.#child = undefined;
        if (done !== undefined) taken(done, performance.now() - started);
        else if (!this.#closed) failed(`${signal ?? `code ${code}`} ${words.trim()}`.trim());
        ended();
      });
    });
  }
}

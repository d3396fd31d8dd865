import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cut, layDown, readData, type Moment } from './image.ts';
import { inspect } from './inspect.ts';

export interface PowerCutOptions {
  /** Images of an append the power interrupted to collect; appends that ended in time are not counted. */
  readonly images: number;
  /** 0 ≤ x < 1, from a seed. */
  readonly random: () => number;
  readonly progress?: (done: number) => void;
}
export interface PowerCutResult {
  readonly images: number;
  readonly moments: Readonly<Record<Moment, number>>;
  /** Appends that were confirmed before the power went, or of which nothing can be said. */
  readonly inTime: number;
  readonly acknowledged: number;
  readonly lostSectors: number;
  readonly wrong: readonly string[];
}

/** The writing process, one line at a time. */
class Writer {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #wake: (() => void) | undefined;

  constructor(dataDir: string) {
    const entry = fileURLToPath(new URL('writer.ts', import.meta.url));
    this.#child = spawn(process.execPath, [...process.execArgv, entry, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (this.#child.stdout === null) throw new Error('the writer has no output');
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#lines.push(line);
      this.#wake?.();
    });
    this.#child.once('exit', () => this.#wake?.());
  }

  give(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** The line that has come, without waiting. */
  heard(): string | undefined {
    return this.#lines.shift();
  }

  async next(): Promise<string> {
    for (;;) {
      const line = this.#lines.shift();
      if (line !== undefined) return line;
      if (this.#child.exitCode !== null) throw new Error(`the writer ended with ${this.#child.exitCode}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    this.#child.kill(name);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
function durable(line: string): { readonly seq: number; readonly flushes: number } {
  const [word, seq, flushes] = line.split(' ');
  if (word !== 'durable') throw new Error(`the writer said "${line}"`);
  return { seq: Number(seq), flushes: Number(flushes) };
}

/** Gives one round, cuts the power in the middle of it where that succeeds, and looks at what is left. */
async function round(
  writer: Writer,
  at: number,
  folder: string,
  acknowledged: number,
  { random }: PowerCutOptions,
) {
  const dataDir = join(folder, 'data');
  const before = await readData(dataDir);
  const commands = 1 + Math.floor(random() * 150);
  const began = performance.now();
  writer.give(`${at} ${commands} ${Math.floor(20 + random() * 3_000)}`);
  await writer.next();
  const delay = random() * (2 + commands / 25);
  while (performance.now() - began < delay) await new Promise((resolve) => setImmediate(resolve));
  writer.signal('SIGSTOP');
  await pause(3);
  const said = writer.heard();
  const after = await readData(dataDir);
  writer.signal('SIGCONT');
  const { seq: ended, flushes } = durable(said ?? (await writer.next()));
  // Of a round in two appends it is not known which one was under way, so it says nothing.
  if (said !== undefined || flushes !== 1) return { ended, moment: undefined, lost: 0, wrong: [] };
  const { moment, lost, image } = cut(before, after, random);
  if (moment === 'nothing written') return { ended, moment, lost, wrong: [] };
  const left = join(folder, `image-${at}`);
  await layDown(left, image);
  const wrong = await inspect(left, acknowledged, ended);
  if (wrong.length === 0) await rm(left, { recursive: true });
  return { ended, moment, lost, wrong: wrong.map((what) => `image ${at} (${moment}, in ${left}): ${what}`) };
}

/** Cuts the power of a writing venue again and again. Stops itself after forty rounds for each image wanted. */
export async function powerCut(options: PowerCutOptions): Promise<PowerCutResult> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-power-cut-'));
  const writer = new Writer(join(folder, 'data'));
  const moments = { 'nothing written': 0, pages: 0, meta: 0 };
  const wrong: string[] = [];
  let [acknowledged, lostSectors, inTime] = [0, 0, 0];
  try {
    writer.give('0 1 20');
    await writer.next();
    acknowledged = durable(await writer.next()).seq;
    for (let at = 1; moments.pages + moments.meta < options.images && at <= options.images * 40; at += 1) {
      const left = await round(writer, at, folder, acknowledged, options);
      acknowledged = left.ended;
      lostSectors += left.lost;
      wrong.push(...left.wrong);
      if (left.moment === undefined) inTime += 1;
      else moments[left.moment] += 1;
      options.progress?.(moments.pages + moments.meta);
    }
  } finally {
    writer.signal('SIGKILL');
    if (wrong.length === 0) await rm(folder, { recursive: true, force: true });
  }
  return { images: moments.pages + moments.meta, moments, inTime, acknowledged, lostSectors, wrong };
}

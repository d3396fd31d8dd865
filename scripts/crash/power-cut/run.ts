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
  readonly trades: number;
  readonly lostSectors: number;
  readonly wrong: readonly string[];
}

/** The writing process, one line at a time. */
class Writer {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #wake: (() => void) | undefined;

  constructor(dataDir: string, seed: number) {
    const entry = fileURLToPath(new URL('writer.ts', import.meta.url));
    this.#child = spawn(process.execPath, [...process.execArgv, entry, dataDir, String(seed)], {
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

/** What the writer said when all it was given had been answered. */
interface Durable {
  readonly seq: number;
  readonly flushes: number;
  readonly keys: number;
  readonly trades: number;
  readonly hash: string;
}
function durable(line: string): Durable {
  const [word, seq, flushes, keys, trades, hash = ''] = line.split(' ');
  if (word !== 'durable') throw new Error(`the writer said "${line}"`);
  return { seq: Number(seq), flushes: Number(flushes), keys: Number(keys), trades: Number(trades), hash };
}

/** Gives one round, cuts the power in the middle of it where that succeeds, and looks at what is left. */
async function round(
  writer: Writer,
  at: number,
  folder: string,
  before: Durable,
  { random }: PowerCutOptions,
) {
  const dataDir = join(folder, 'data');
  const onDisk = await readData(dataDir);
  const commands = 1 + Math.floor(random() * 150);
  const began = performance.now();
  writer.give(`${at} ${commands} ${Math.floor(20 + random() * 3_000)}`);
  await writer.next();
  const delay = random() * (3 + commands / 12);
  while (performance.now() - began < delay) await new Promise((resolve) => setImmediate(resolve));
  writer.signal('SIGSTOP');
  await pause(3);
  const said = writer.heard();
  const after = await readData(dataDir);
  writer.signal('SIGCONT');
  const ended = durable(said ?? (await writer.next()));
  // Of a round in two appends it is not known which one was under way, so it says nothing.
  if (said !== undefined || ended.flushes !== 1) return { ended, moment: undefined, lost: 0, wrong: [] };
  const { moment, lost, image } = cut(onDisk, after, random);
  if (moment === 'nothing written') return { ended, moment, lost, wrong: [] };
  const left = join(folder, `image-${at}`);
  await layDown(left, image);
  const hashes = new Map([before, ended].map(({ seq, hash }) => [seq, hash]));
  const told = { acknowledged: before.seq, begun: ended.seq, answered: before.keys, hashes };
  const wrong = await inspect(left, told);
  if (wrong.length === 0) await rm(left, { recursive: true });
  return { ended, moment, lost, wrong: wrong.map((what) => `image ${at} (${moment}, in ${left}): ${what}`) };
}

type Moments = Record<Moment, number>;
interface Tally {
  readonly moments: Moments;
  readonly wrong: string[];
  acknowledged: number;
  trades: number;
  lostSectors: number;
  inTime: number;
}

/** One venue that writes, from its first record on, until so many images of it are there. */
async function cutOne(
  folder: string,
  wanted: number,
  rounds: number,
  tally: Tally,
  options: PowerCutOptions,
): Promise<void> {
  const writer = new Writer(join(folder, 'data'), Math.floor(options.random() * 2 ** 31));
  const wrongBefore = tally.wrong.length;
  const images = (): number => tally.moments.pages + tally.moments.meta;
  try {
    writer.give('0 1 20');
    await writer.next();
    let before = durable(await writer.next());
    for (let at = 1; images() < wanted && at <= rounds; at += 1) {
      const left = await round(writer, at, folder, before, options);
      before = left.ended;
      tally.lostSectors += left.lost;
      tally.wrong.push(...left.wrong);
      if (left.moment === undefined) tally.inTime += 1;
      else tally.moments[left.moment] += 1;
      options.progress?.(images());
    }
    tally.acknowledged += before.seq;
    tally.trades += before.trades;
  } finally {
    writer.signal('SIGKILL');
    if (tally.wrong.length === wrongBefore) await rm(folder, { recursive: true, force: true });
  }
}

/** Images of one venue: each is replayed as a whole, so that a new one begins before the journal is long. */
const imagesOfOne = 25;
const roundsForOne = 40;

/** Cuts the power of writing venues again and again. Gives up after forty rounds for each image wanted. */
export async function powerCut(options: PowerCutOptions): Promise<PowerCutResult> {
  const moments = { 'nothing written': 0, pages: 0, meta: 0 };
  const tally: Tally = { moments, wrong: [], acknowledged: 0, trades: 0, lostSectors: 0, inTime: 0 };
  for (let wanted = 0; wanted < options.images;) {
    const more = Math.min(imagesOfOne, options.images - wanted);
    wanted += more;
    const folder = await mkdtemp(join(tmpdir(), 'piazza-power-cut-'));
    await cutOne(folder, wanted, more * roundsForOne, tally, options);
  }
  return { images: moments.pages + moments.meta, ...tally };
}

/**
 * `npm run bench:kernel -- [--seconds N] [--rounds N] [--data DIR]`: commands a second through the real sequencer, over
 * the LMDB journal and over one in memory in turn, so that both meet the same machine; the medians are compared.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PersonId } from '@piazza/shared/values';
import { LmdbJournal } from '../../server/src/adapters/lmdb/journal.ts';
import { MemoryJournal } from '../../server/src/adapters/memory/journal.ts';
import { genesisHash } from '../../server/src/kernel/batch.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { Sequencer } from '../../server/src/kernel/sequencer.ts';
import { initialState } from '../../server/src/kernel/state.ts';
import type { JournalStore } from '../../server/src/ports/journal.ts';

/** Commands under way at once: one caller, a busy venue, a storm. */
const widths = [1, 100, 1_000] as const;
const topUp = { kind: 'wallet.topUp', amountCents: 100 } as const;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

interface Figures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perFlush: number;
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const at = (values: readonly number[], share: number): number =>
  values[Math.floor((values.length - 1) * share)] ?? 0;
const median = (values: readonly number[]): number => at(sorted(values), 0.5);

/** So many commands under way for so long; every one waits until it is durable. */
async function measure(journal: JournalStore, width: number, seconds: number): Promise<Figures> {
  let flushes = 0;
  const exchange = new Sequencer({
    journal,
    clock: systemClock,
    epoch: 1,
    state: initialState(),
    head: { seq: 0, hash: genesisHash },
    observe: () => undefined,
    flushed: () => void (flushes += 1),
    failed: (error) => {
      throw error;
    },
  });
  await exchange.start();
  await exchange.command({ kind: 'venue.open', mode: 'SIMULATION' }, 'venue');
  const profile = { ref: 'bench', hash: 'bench' };
  const register = { kind: 'people.register', subject: 'bench', profile, roles: ['investor'] } as const;
  const person = (await exchange.command(register, 'venue'))['person'] as PersonId;
  const took: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const caller = async (): Promise<void> => {
    for (let before = performance.now(); before < until; before = performance.now()) {
      await exchange.command(topUp, person);
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: width }, caller));
  const elapsed = (performance.now() - started) / 1000;
  await exchange.stop();
  const times = sorted(took);
  return {
    perSecond: took.length / elapsed,
    p50Ms: at(times, 0.5),
    p99Ms: at(times, 0.99),
    perFlush: took.length / flushes,
  };
}

async function onDisk(folder: string, width: number, seconds: number): Promise<Figures> {
  const path = await mkdtemp(join(folder, 'piazza-bench-'));
  const journal = await LmdbJournal.open(join(path, 'journal'));
  await journal.raiseEpoch();
  const figures = await measure(journal, width, seconds);
  await journal.close();
  await rm(path, { recursive: true });
  return figures;
}

/** Records a second that a start replays. */
async function replayRate(): Promise<number> {
  const journal = new MemoryJournal();
  await measure(journal, 1_000, 1);
  const started = performance.now();
  const { head } = await restore({ journal });
  return head.seq / ((performance.now() - started) / 1000);
}

const line = (name: string, { perSecond, p50Ms, p99Ms, perFlush }: Figures): string =>
  [
    `  ${name.padEnd(8)}`,
    `${whole.format(perSecond).padStart(9)}/s`,
    `p50 ${p50Ms.toFixed(2)} ms`.padStart(15),
    `p99 ${p99Ms.toFixed(2)} ms`.padStart(15),
    `${perFlush.toFixed(1)} a flush`.padStart(16),
  ].join('');

const overall = (rounds: readonly Figures[]): Figures => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  perFlush: median(rounds.map(({ perFlush }) => perFlush)),
});

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, rounds: { type: 'string' }, data: { type: 'string' } },
});
const seconds = Number(values.seconds ?? 1);
const rounds = Number(values.rounds ?? 5);
await measure(new MemoryJournal(), 100, 0.5);
for (const width of widths) {
  const disk: Figures[] = [];
  const memory: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    disk.push(await onDisk(values.data ?? tmpdir(), width, seconds));
    memory.push(await measure(new MemoryJournal(), width, seconds));
  }
  const [lmdb, none] = [overall(disk), overall(memory)];
  console.log(`${width} under way`);
  console.log(line('LMDB', lmdb));
  console.log(line('memory', none));
  const ratios = disk.map(({ perSecond }, round) => perSecond / (memory[round]?.perSecond ?? perSecond));
  console.log(`  durable at ${median(ratios).toFixed(2)} of the rate in memory (median of ${rounds} pairs)`);
}
console.log(`replay: ${whole.format(await replayRate())} records a second`);

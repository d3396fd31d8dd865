/**
 * `npm run mutate -- [--target market|kernel] [--sample N] [--seed N]`: wakes small changes of the code one at a time and
 * runs the unit tests of that part; every one they do not notice is a test that is missing, or code that does nothing.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../crash/random.ts';
import { checkOut, targets, type Checkout } from './checkout.ts';
import type { Mutant } from './mutants.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'market' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const target = targets[values.target];
if (target === undefined) {
  console.error(
    `Usage: npm run mutate -- [--target ${Object.keys(targets).join('|')}] [--sample N] [--seed N]`,
  );
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Longer than the tests take by far: a mutant may run for ever. */
const patienceMs = 120_000;

interface Heard {
  readonly failure?: string;
  readonly reached?: readonly number[];
  readonly noticed?: boolean;
}

function startWorker({ folder, specs }: Checkout): ChildProcess {
  const execArgv = ['--conditions=piazza-source', '--import', 'tsx/esm'];
  return fork(join(folder, 'scripts/mutate/worker.ts'), [JSON.stringify({ specs })], {
    execArgv,
    cwd: folder,
  });
}

/** The next message of the worker; undefined when none comes in time, or the worker ends. */
function hear(worker: ChildProcess): Promise<Heard | undefined> {
  return new Promise((resolve) => {
    const end = (heard?: Heard): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(heard);
    };
    const timer = setTimeout(end, patienceMs);
    worker.once('message', (heard) => end(heard as Heard));
    worker.once('exit', () => end());
  });
}

async function begin(checkout: Checkout): Promise<readonly [ChildProcess, readonly number[]]> {
  const worker = startWorker(checkout);
  const { failure, reached } = (await hear(worker)) ?? {};
  if (failure !== undefined) throw new Error(`before any mutant is awake: ${failure}`);
  if (reached === undefined) throw new Error('the tests did not end before any mutant was awake');
  return [worker, reached];
}

const checkout = checkOut(root, target);
try {
  let [worker, reached] = await begin(checkout);
  const random = seeded(Number(values.seed));
  const drawn = reached.map((id) => ({ id, at: random() })).toSorted((a, b) => a.at - b.at);
  const chosen = drawn.slice(0, Number(values.sample ?? drawn.length)).map(({ id }) => id);
  console.log(
    `${checkout.mutants.length} mutants, ${reached.length} reached by the tests, ${chosen.length} tried.`,
  );
  let survived = 0;
  for (const [tried, id] of chosen.entries()) {
    worker.send(id);
    const heard = await hear(worker);
    if (heard === undefined) {
      worker.kill('SIGKILL');
      [worker] = await begin(checkout);
    } else if (heard.noticed === false) {
      survived += 1;
      const { path, line, before, after } = checkout.mutants[id] as Mutant;
      const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 90);
      console.log(`${path}:${line}  ${short(before)}  →  ${short(after) || 'nothing'}`);
    }
    if ((tried + 1) % 50 === 0)
      process.stderr.write(`${tried + 1} of ${chosen.length}, ${survived} survived\n`);
  }
  worker.kill();
  const share = ((100 * (chosen.length - survived)) / chosen.length).toFixed(1);
  console.log(`${chosen.length - survived} of ${chosen.length} were noticed (${share} %).`);
} finally {
  checkout.remove();
}

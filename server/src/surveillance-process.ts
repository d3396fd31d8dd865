import { availableParallelism, constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { openReader, type StoresConfig } from './adapters/open-stores.ts';
import type { Finding } from './domain/cases/index.ts';
import { Follower, type Beginning } from './surveillance/follower.ts';

/** What the venue's process tells this one first; afterwards only up to which record everything is durable. */
export interface WatchOrder extends Beginning {
  readonly stores: StoresConfig;
  readonly durable: number;
}

/** What it answers, again and again: what it has found, and up to which record it has read. */
export interface Watched {
  readonly found: readonly Finding[];
  readonly read: number;
}

/**
 * Nobody waits for this process; between the stretches it hears how far the journal has got. Where the venue has one core
 * beside its own, that is for what its clients and its disk ask: then a third of it is enough.
 */
const pace = availableParallelism() > 2 ? { sliceMs: 50, restMs: 0 } : { sliceMs: 10, restMs: 20 };

/** Not `process.exit`, which may wait for ever for a thread of the store. Nothing here needs an end: it only reads. */
const vanish = (): void => void process.kill(process.pid, 'SIGKILL');

/** The venue hears of the end by the end itself. */
function fail(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`, vanish);
}

function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Not every system lets a process step back; then it runs beside the venue as an equal.
  }
}

async function watch({ stores, durable, ...beginning }: WatchOrder): Promise<void> {
  let follower: Follower | undefined;
  let known = durable;
  // From now on, because what is said while the journal is being opened is not said again.
  process.on('message', (seq: number) => {
    known = seq;
    follower?.reached(seq);
  });
  const { journal } = await openReader(stores);
  const told = (found: readonly Finding[], read: number): void =>
    void process.send?.({ found, read } satisfies Watched, undefined, undefined, () => undefined);
  follower = new Follower({ ...beginning, journal, pace, told, failed: fail });
  follower.reached(known);
}

stepBack();
process.on('disconnect', vanish);
// A Ctrl-C reaches every process of the terminal; the venue, which closes, is who ends this one.
process.on('SIGINT', () => undefined);
process.once('message', (order: WatchOrder) => void watch(order).catch(fail));

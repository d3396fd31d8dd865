import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino, type Logger } from 'pino';
import { openStores, type Stores, type StoresConfig } from './adapters/open-stores.ts';
import { startVenue, type Venue } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { openWholeStores } from './demo/index.ts';
import { Exit } from './exit.ts';
import { explain } from './failures.ts';
import { Snapshots } from './snapshots.ts';
import { greeting, plantingBar } from './terminal.ts';

/** Exit codes: what stopped the process, for whoever supervises it. */
const exitOf = { stopped: 0, configuration: 64, fault: 70, interrupted: 130 } as const;

/** Longest a stop may take. */
const stopWithinMs = 5_000;
/** One Ctrl-C reaches the process several times: from the terminal, and from each program around it. */
const sameKeyMs = 700;

/** What the stores keep below the data folder; anything else there is somebody else's. */
const kept = ['journal', 'vault', 'history', 'snapshots', 'head', 'head.unfinished'];

/** Fails early, before a story is planted that nobody could look at. @throws what listening throws */
function requirePort({ port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done()));
  });
}

const exit = new Exit();

/** The first signal closes the venue, a second one ends the process at once. */
function stopOnSignals(venueOf: () => Venue | undefined, fatal: (error: unknown) => void): void {
  let first = 0;
  const stop = (): void => {
    const now = performance.now();
    if (first !== 0) {
      if (now - first > sameKeyMs) exit.leave(exitOf.interrupted);
      return;
    }
    first = now;
    const venue = venueOf();
    if (venue === undefined) {
      console.log(
        '\n  Stopped before the venue was open. A story half planted begins again at the next start.',
      );
      exit.leave(exitOf.interrupted);
      return;
    }
    console.log('\n  Closing; once more to end at once.');
    setTimeout(() => exit.leave(exitOf.fault), stopWithinMs).unref();
    venue.close().then(() => {
      console.log('  Closed. Everything is kept.');
      exit.leave(exitOf.stopped);
    }, fatal);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Where the venue keeps everything, for the stores and in words. */
function placeOf({ dataDir, mongodbUri }: Config): { readonly where: StoresConfig; readonly words: string } {
  if (mongodbUri === undefined) {
    const folder = resolve(dataDir);
    return { where: { dataDir: folder }, words: folder };
  }
  // Without the user and the password that the address may carry.
  return { where: { mongodbUri }, words: mongodbUri.replace(/\/\/[^@/]*@/, '//') };
}

interface SnapshotPlan {
  readonly where: StoresConfig;
  /** Records between two snapshots. */
  readonly every: number;
  readonly logger: Logger;
}

async function snapshotsOf(stores: Stores, { where, every, logger }: SnapshotPlan): Promise<Snapshots> {
  const [newest] = await stores.snapshots.list();
  return new Snapshots({
    stores: where,
    every,
    newest: newest?.seq ?? 0,
    taken: (seq, tookMs) => logger.debug({ seq, tookMs }, 'a snapshot was taken'),
    failed: (why) => logger.warn({ why }, 'no snapshot was taken; the next start replays more'),
  });
}

async function open(config: Config, where: StoresConfig, fatal: (error: unknown) => void): Promise<Venue> {
  await requirePort(config);
  const clear =
    'dataDir' in where
      ? async (): Promise<void> => {
          for (const name of kept) await rm(join(where.dataDir, name), { recursive: true, force: true });
        }
      : undefined;
  const { stores, cleared } = await openWholeStores(async () => exit.holds(await openStores(where)), clear);
  if (cleared) console.log('The demo story was left half planted; it is cleared and begins again.');
  const logger = pino({ level: config.logLevel });
  return startVenue({
    config,
    stores,
    storesAt: where,
    logger,
    snapshots: await snapshotsOf(stores, { where, every: config.snapshotEvery, logger }),
    clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)),
    planting: plantingBar(process.stdout),
    fatal,
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { where, words: place } = placeOf(config);
  const logger = pino({ level: config.logLevel });
  const fatal = (error: unknown): void => {
    if (exit.leaving) return;
    // Fail-stop: what is not durable was never said, and nothing more is.
    logger.fatal({ err: error }, 'The venue stops: what it cannot prove durable it does not serve');
    exit.leave(exitOf.fault);
  };
  let venue: Venue | undefined;
  stopOnSignals(() => venue, fatal);
  try {
    venue = await open(config, where, fatal);
  } catch (error) {
    throw new Error(explain(error, { ...config, place }), { cause: error });
  }
  const { url, demoAccounts: accounts, resumedAt } = venue;
  console.log(
    greeting({
      url,
      mode: config.mode,
      demo: config.demo,
      accounts,
      place,
      provider: config.payments !== undefined,
      resumedAt,
    }),
  );
}

main().catch((error: unknown) => {
  console.error(`\nPiazza did not start.\n${error instanceof Error ? error.message : String(error)}`);
  exit.leave(exitOf.configuration);
});

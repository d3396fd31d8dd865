import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openStores } from './adapters/open-stores.ts';
import { startVenue } from './compose.ts';
import { readConfig } from './config.ts';

/** Exit codes: what stopped the process, for whoever supervises it. */
const exitOf = { configuration: 64, fault: 70 } as const;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const fatal = (error: unknown): void => {
    // Fail-stop: what is not durable was never said, and nothing more is.
    logger.fatal({ err: error }, 'The venue stops: what it cannot prove durable it does not serve');
    process.exit(exitOf.fault);
  };
  const stores = await openStores({ dataDir: config.dataDir });
  const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));
  const venue = await startVenue({ config, stores, logger, clientFolder, fatal });
  console.log(`\n  Piazza is open at ${venue.url}  (${config.mode})\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(exitOf.fault), 5_000).unref();
    venue.close().then(() => process.exit(0), fatal);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(`Piazza did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(exitOf.configuration);
});

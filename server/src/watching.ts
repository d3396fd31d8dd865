import type { Logger } from 'pino';
import type { Stores, StoresConfig } from './adapters/open-stores.ts';
import type { Config } from './config.ts';
import type { Core } from './core.ts';
import type { Metrics } from './http/metrics.ts';
import { Watch, type Watching } from './surveillance/watch.ts';
import { WatchBeside } from './watch-beside.ts';

export interface WatchedVenue {
  readonly stores: Stores;
  /** Where other processes open the same stores to read them; without it, surveillance reads in this one. */
  readonly storesAt?: StoresConfig;
  readonly config: Config;
  readonly logger: Logger;
}

/** Detectors beside the path of orders; undefined where they are switched off. */
export function createWatch(
  core: Core,
  { stores, storesAt, config, logger }: WatchedVenue,
  metrics: Metrics,
): Watching | undefined {
  if (!config.surveillance) return undefined;
  const { exchange } = core;
  const failed = (error: unknown): void => logger.error({ err: error }, 'surveillance has stopped');
  const died = (why: string, againMs: number): void =>
    logger.error({ why, againMs }, 'surveillance has died; it begins again');
  const common = { exchange, durableSeq: () => exchange.durableSeq, failed };
  const watch =
    storesAt === undefined
      ? new Watch({ ...common, journal: stores.journal })
      : new WatchBeside({ ...common, stores: storesAt, died });
  core.onFlushed(({ seq }) => watch.reached(seq));
  metrics.watch(() => watch.figures());
  return watch;
}

import { randomBytes } from 'node:crypto';
import { type Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import type { Stores, StoresConfig } from './adapters/open-stores.ts';
import type { ApiContext } from './api/context.ts';
import { noThrottle, throttleOf, type OrderThrottle } from './api/kit/order-throttle.ts';
import { createPipeline } from './api/kit/pipeline.ts';
import { handlersOf } from './handlers.ts';
import type { Config } from './config.ts';
import { erasurePort, peoplePort, startCore, type Core } from './core.ts';
import {
  createVoices,
  Crowd,
  Demo,
  type DemoAccount,
  type DemoVenue,
  type PlantingProgress,
} from './demo/index.ts';
import { drainer } from './http/drain.ts';
import { createErasures } from './identity/erasures.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { createInvitations } from './identity/invitations.ts';
import { filesOf } from './domain/documents/index.ts';
import { commandScanner, noScanner } from './adapters/scanner/command.ts';
import { policy } from '@piazza/shared/policy';
import { createOutbox, type Outbox as MailOutbox } from './identity/outbox.ts';
import { identityPolicy } from './identity/ports.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import type { Sequencer } from './kernel/sequencer.ts';
import type { Gateway } from './realtime/gateway.ts';
import { createTapes } from './projections/tape.ts';
import { MarketFeed } from './realtime/market-feed.ts';
import type { Snapshots } from './snapshots.ts';
import { lookingBack } from './looking-back.ts';
import type { Watching } from './surveillance/watch.ts';
import { sweepOld } from './retention.ts';
import { startUpkeep } from './upkeep.ts';
import { failStop } from './vault/fail-stop.ts';
import { createVault } from './vault/vault.ts';
import { createWatch } from './watching.ts';
import { createEdge } from './edge.ts';
import type { Payments } from './payments/index.ts';
import { createPayments, purseOf, toAsk, wayIn } from './provider.ts';

export interface VenueParts {
  readonly config: Config;
  readonly stores: Stores;
  /** Where other processes open the same stores to read them; without it, surveillance reads in this one. */
  readonly storesAt?: StoresConfig;
  readonly logger: Logger;
  readonly clientFolder: string;
  readonly clock?: Clock;
  /** Hears how far the demo story has been planted. */
  readonly planting?: PlantingProgress;
  /** Takes snapshots of what is durable; none are taken without it. */
  readonly snapshots?: Pick<Snapshots, 'reached' | 'close'>;
  /** The venue cannot go on: the process ends at once. */
  readonly fatal: (error: unknown) => void;
}

export interface Venue {
  readonly url: string;
  readonly exchange: Sequencer;
  readonly identity: Identity;
  readonly context: ApiContext;
  /** Accounts of the demo story, shown to everybody. */
  readonly demoAccounts: readonly DemoAccount[];
  /** The investors of the demo story; undefined where the demo is off. */
  readonly crowd: Crowd | undefined;
  /** Undefined where surveillance is switched off. */
  readonly watch: Watching | undefined;
  /** Destroys what has been kept for as long as it is to be, as the upkeep does every day; returns how many things went. */
  readonly sweepOld: () => Promise<number>;
  /** Undefined where the venue runs on play money. */
  readonly payments: Payments | undefined;
  /** Seq the journal had before this start; 0 for a venue that never ran. */
  readonly resumedAt: number;
  close(): Promise<void>;
}

const sources = {
  randomBytes: (length: number): Uint8Array => randomBytes(length),
  realNow: (): number => Date.now(),
  sleep: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Mirrors of the markets; empty until it is started. */
const createMarketFeed = ({ exchange, publisher }: Core, { stores, config }: VenueParts): MarketFeed =>
  new MarketFeed({
    exchange,
    history: stores.history,
    published: () => publisher.settled(),
    durableSeq: () => exchange.durableSeq,
    tickMs: config.marketTickMs,
  });

function createContext(
  core: Core,
  parts: VenueParts,
  services: Pick<ApiContext, 'vault' | 'identity' | 'erasures'> & {
    readonly markets: MarketFeed;
    readonly payments: Payments | undefined;
  },
  outbox: MailOutbox,
  demo: Demo,
): ApiContext {
  const { markets, vault, identity, erasures, payments } = services;
  return {
    vault,
    identity,
    erasures,
    exchange: core.exchange,
    history: parts.stores.history,
    journal: parts.stores.journal,
    historySettled: async () => {
      await core.exchange.settled();
      await core.publisher.settled();
    },
    marketSnapshot: (listing) => markets.snapshot(listing),
    readTape: createTapes(parts.stores.journal),
    outbox: (cursor, limit) => outbox.page(cursor, limit),
    mailsAbout: (subject) => outbox.about(subject),
    invitations: createInvitations({ mail: outbox, sources, publicUrl: parts.config.publicUrl }),
    scanner:
      parts.config.scanCommand === undefined
        ? noScanner
        : commandScanner(parts.config.scanCommand, policy.scanMaxMs),
    demo: () => ({
      demo: parts.config.demo,
      demoAccounts: demo.accounts.map(({ email, password, displayName, role }) => ({
        email,
        password,
        displayName,
        role,
      })),
    }),
    plantsFiction: demo.isCast,
    payments: payments && toAsk(payments, parts.config),
  };
}

function listen(server: HttpServer, { port, host }: Config): Promise<number> {
  return new Promise((resolve, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** How a browser on this machine writes the host: every address includes the local one, IPv6 stands in brackets. */
const reachable = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** The investors of the demo story, awake for as long as the venue is open. */
function wakeCrowd(parts: VenueParts, demo: Demo, venue: DemoVenue, gateway: Gateway): Crowd | undefined {
  const story = demo.whole;
  if (story === undefined) return undefined;
  const failed = (error: unknown): void => parts.logger.error({ err: error }, 'the demo investors rest');
  const seed = (parts.clock ?? systemClock).now();
  const crowd = new Crowd({ venue, story, watched: () => gateway.connections > 0, failed, seed });
  crowd.start();
  return crowd;
}

/** All that must stay outside the journal: sealed words, accounts, mails. */
async function createServices(vaultStore: Stores['vault'], core: Core, { publicUrl }: Config) {
  const vault = await createVault(vaultStore, sources);
  const outbox = await createOutbox(vaultStore, vault, sources, identityPolicy.outboxMails);
  const people = peoplePort(core.exchange);
  const identity = await createIdentity({
    store: vaultStore,
    vault,
    mail: outbox,
    people,
    sources,
    publicUrl,
  });
  const erasures = createErasures(identity.erase, erasurePort(core.exchange));
  return { vault, outbox, identity, erasures };
}

const pipelineOf = (context: ApiContext, exchange: Sequencer, throttle: OrderThrottle) =>
  createPipeline(
    handlersOf(context),
    exchange,
    (value) => context.vault.requestHash(value),
    (caller) => context.identity.stepUp.requireFresh(caller),
    throttle,
  );

type Services = Awaited<ReturnType<typeof createServices>>;

/** One round of destroying what has been kept for long enough. */
const sweeper =
  (exchange: Sequencer, { vault, outbox }: Services) =>
  (): Promise<number> =>
    sweepOld({ exchange, vault, mails: outbox, realNow: sources.realNow });

/** What has to be done again and again while the venue is open; returns its end. */
function keepUp(
  { stores, logger }: VenueParts,
  exchange: Sequencer,
  services: Omit<Services, 'outbox'>,
  retention: () => Promise<number>,
) {
  return startUpkeep({
    journal: stores.journal,
    ...services,
    files: () => exchange.peek(({ documents }) => filesOf(documents)),
    retention,
    report: (error) => logger.error({ err: error }, 'upkeep failed; it will try again'),
  });
}

/** Ends with all that was decided written down and told. */
async function settle({ exchange, publisher }: Core, { snapshots }: VenueParts): Promise<void> {
  await exchange.stop();
  await publisher.settled();
  await snapshots?.close();
}

/** The venue with its story, its markets and its money, before anybody can reach it. */
async function assemble(parts: VenueParts, stores: Stores, epoch: number) {
  const { config, clock = systemClock, fatal, logger } = parts;
  const demo = await Demo.open({ ...stores, on: config.demo, clock });
  const clocks = { clock: demo.clock, realClock: clock };
  const { mode, marketTickMs: tickMs } = config;
  const by = config.payments?.by ?? 'wallet';
  const core = await startCore({ stores, mode, payments: by, ...clocks, epoch, tickMs, fatal });
  const { exchange, publisher } = core;
  publisher.listen(({ seq }) => parts.snapshots?.reached(seq));
  const services = await createServices(stores.vault, core, config);
  const { vault, outbox, identity, erasures } = services;
  // What an end of the process left half done is done before anybody can look.
  await erasures.finish();
  const markets = createMarketFeed(core, parts);
  const payments = createPayments(core, vault, config, logger, fatal);
  await payments?.start();
  const context = createContext(core, parts, { vault, identity, erasures, markets, payments }, outbox, demo);
  const pipeline = pipelineOf(context, exchange, throttleOf(config.ordersPerSecond));
  // The story tells the orders of days in seconds.
  const voices = createVoices(pipelineOf(context, exchange, noThrottle), exchange);
  const findings = lookingBack(stores.journal);
  const demoVenue = { exchange, vault, identity, voices, findings, ...purseOf(payments) };
  // Before anybody can reach it: a venue with half a story is never served.
  await demo.plant(demoVenue, parts.planting ?? (() => undefined));
  publisher.listen(markets.take);
  await markets.start();
  return { core, services, demo, markets, payments, context, pipeline, demoVenue };
}

/** Wires the venue and serves it; resolves when it listens. The one place that knows which parts run. */
export async function startVenue(parts: VenueParts): Promise<Venue> {
  const { config, fatal } = parts;
  const stores = { ...parts.stores, vault: failStop(parts.stores.vault, fatal) };
  const lease = await stores.election.claim();
  void lease.lost.then(() => fatal(new Error('Another process has taken this venue over')));
  const assembled = await assemble(parts, stores, lease.epoch);
  const { core, services, demo, markets, payments, context, pipeline, demoVenue } = assembled;
  const { exchange } = core;
  const way = { ...parts, ...wayIn(payments) };
  const { server, closeIdle, gateway, metrics } = createEdge(way, core, markets, context, pipeline);
  const watch = createWatch(core, parts, metrics);
  watch?.start();
  const drain = drainer(server, closeIdle);
  const sweep = sweeper(exchange, services);
  const stopUpkeep = keepUp(parts, exchange, services, sweep);
  const port = await listen(server, config);
  const crowd = wakeCrowd(parts, demo, demoVenue, gateway);
  return {
    url: `http://${reachable(config.host)}:${port}`,
    exchange,
    identity: services.identity,
    context,
    demoAccounts: demo.accounts,
    crowd,
    watch,
    sweepOld: sweep,
    payments,
    resumedAt: core.resumedAt,
    close: async () => {
      stopUpkeep();
      await watch?.close();
      await crowd?.stop();
      await Promise.all([drain(() => gateway.close()), payments?.close()]);
      await settle(core, parts);
      await lease.release();
      await stores.close();
    },
  };
}

import type { VenueMode } from '@piazza/shared/policy';

/** A payment provider, and what proves who speaks. */
export interface PaymentsConfig {
  readonly by: 'stripe';
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Where its API is, when not at the provider's own address: the stand-in's. */
  readonly apiUrl?: string;
  /** How often it is looked whether something has been under way for too long, in ms; as is usual when absent. */
  readonly sweepEveryMs?: number;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  readonly mode: VenueMode;
  /** Whether an empty venue is planted with the demo story, and its investors go on committing. */
  readonly demo: boolean;
  /** Where people reach the venue, for links in mails. */
  readonly publicUrl: string;
  readonly logLevel: string;
  /** Requests a minute and address; 0 switches every limit off. */
  readonly requestsPerMinute: number;
  /** Calls a second that one socket may make. */
  readonly socketCallsPerSecond: number;
  /** Orders a second that one account may place and amend, by all its connections together; 0 for any number. */
  readonly ordersPerSecond: number;
  /** Longest a change of a market waits for others to share its frame, in ms; 0 for a frame of each record's own. */
  readonly marketTickMs: number;
  /** Records between two snapshots; 0 for none. */
  readonly snapshotEvery: number;
  /** Whether detectors read what happens. Off only where nothing is real. */
  readonly surveillance: boolean;
  readonly trustProxy: boolean;
  /** Where clients' money is; play money when absent. */
  readonly payments?: PaymentsConfig;
  /** Program that is called with each uploaded file and refuses it by its exit code; none when absent. */
  readonly scanCommand?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

function whole(env: Environment, name: string, fallback: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0 || value > most) {
    throw new Error(`${name} must be a whole number from 0 to ${most}, not "${text}"`);
  }
  return value;
}

function venueMode(env: Environment): VenueMode {
  const mode = env['VENUE_MODE'] ?? 'SIMULATION';
  if (mode !== 'SIMULATION' && mode !== 'BULLETIN_BOARD' && mode !== 'MTF') {
    throw new Error(`VENUE_MODE must be SIMULATION, BULLETIN_BOARD or MTF, not "${mode}"`);
  }
  if (mode === 'MTF' && (env['MTF_LICENCE_ID'] ?? '').trim() === '') {
    throw new Error(
      'VENUE_MODE=MTF needs MTF_LICENCE_ID: a multilateral trading facility is run under a licence',
    );
  }
  return mode;
}

const liveKey = /^(?:sk|rk)_live_/;
const anyKey = /^(?:sk|rk)_(?:test|live)_\w+$/;

/** @throws Error in words that never repeat a secret */
function stripeConfig(env: Environment, mode: VenueMode): PaymentsConfig {
  const secretKey = env['STRIPE_SECRET_KEY'] ?? '';
  const webhookSecret = env['STRIPE_WEBHOOK_SECRET'] ?? '';
  const apiUrl = env['STRIPE_API_URL'] ?? '';
  const isLive = liveKey.test(secretKey);
  if (secretKey === '') throw new Error('PAYMENTS=stripe needs STRIPE_SECRET_KEY, or npm run start:payments');
  if (!anyKey.test(secretKey))
    throw new Error('STRIPE_SECRET_KEY must begin with sk_test_, sk_live_, rk_test_ or rk_live_');
  if (isLive && mode === 'SIMULATION')
    throw new Error(
      'STRIPE_SECRET_KEY is a live key, and VENUE_MODE=SIMULATION is play: nobody is charged in a game. Use a key that begins with sk_test_',
    );
  if (!webhookSecret.startsWith('whsec_'))
    throw new Error('STRIPE_SECRET_KEY needs STRIPE_WEBHOOK_SECRET beside it, which begins with whsec_');
  if (apiUrl === '') return { by: 'stripe', secretKey, webhookSecret };
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol))
    throw new Error('STRIPE_API_URL must be an address such as http://127.0.0.1:4242');
  if (isLive) throw new Error('STRIPE_API_URL is for keys of the test mode: a live key goes to Stripe alone');
  return { by: 'stripe', secretKey, webhookSecret, apiUrl };
}

function paymentsConfig(env: Environment, mode: VenueMode): PaymentsConfig | undefined {
  const by = env['PAYMENTS'] ?? (mode === 'SIMULATION' ? 'wallet' : 'stripe');
  if (by === 'stripe') return stripeConfig(env, mode);
  if (by !== 'wallet') throw new Error(`PAYMENTS must be wallet or stripe, not "${by}"`);
  if (mode !== 'SIMULATION')
    throw new Error(`PAYMENTS=wallet is play money: VENUE_MODE=${mode} needs PAYMENTS=stripe`);
  return undefined;
}

/** Reads the environment, the only place that does. @throws Error telling the operator what to correct. */
export function readConfig(env: Environment): Config {
  const port = whole(env, 'PORT', 4000, 65_535);
  const host = env['HOST'] ?? '127.0.0.1';
  const mode = venueMode(env);
  const payments = paymentsConfig(env, mode);
  // Stripe itself takes too few calls a second for a story; the stand-in takes them all.
  const tellsStory = payments === undefined || payments.apiUrl !== undefined;
  return {
    port,
    host,
    dataDir: env['DATA_DIR'] ?? './data',
    mongodbUri: env['MONGODB_URI'] === '' ? undefined : env['MONGODB_URI'],
    mode,
    demo: mode === 'SIMULATION' && env['DEMO'] !== 'off' && tellsStory,
    publicUrl: env['PUBLIC_URL'] ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
    logLevel: env['LOG_LEVEL'] ?? 'info',
    requestsPerMinute: whole(env, 'REQUESTS_PER_MINUTE', 1_200, 10_000_000),
    socketCallsPerSecond: whole(env, 'SOCKET_CALLS_PER_SECOND', 50, 1_000_000),
    ordersPerSecond: whole(env, 'ORDERS_PER_SECOND', 200, 1_000_000),
    marketTickMs: whole(env, 'MARKET_TICK_MS', 50, 10_000),
    snapshotEvery: whole(env, 'SNAPSHOT_EVERY', 50_000, 1_000_000_000),
    surveillance: mode !== 'SIMULATION' || env['SURVEILLANCE'] !== 'off',
    trustProxy: env['TRUST_PROXY'] === '1',
    ...(payments === undefined ? {} : { payments }),
    ...(env['SCAN_COMMAND'] ? { scanCommand: env['SCAN_COMMAND'] } : {}),
  };
}

import type { VenueMode } from '@piazza/shared/policy';

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
  /** Longest a change of a market waits for others to share its frame, in ms; 0 for a frame of each record's own. */
  readonly marketTickMs: number;
  /** Records between two snapshots; 0 for none. */
  readonly snapshotEvery: number;
  /** Whether detectors read what happens. Off only where nothing is real. */
  readonly surveillance: boolean;
  readonly trustProxy: boolean;
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

/** Reads the environment, the only place that does. @throws Error telling the operator what to correct. */
export function readConfig(env: Environment): Config {
  const port = whole(env, 'PORT', 4000, 65_535);
  const host = env['HOST'] ?? '127.0.0.1';
  const mode = venueMode(env);
  return {
    port,
    host,
    dataDir: env['DATA_DIR'] ?? './data',
    mongodbUri: env['MONGODB_URI'] === '' ? undefined : env['MONGODB_URI'],
    mode,
    demo: mode === 'SIMULATION' && env['DEMO'] !== 'off',
    publicUrl: env['PUBLIC_URL'] ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`,
    logLevel: env['LOG_LEVEL'] ?? 'info',
    requestsPerMinute: whole(env, 'REQUESTS_PER_MINUTE', 1_200, 10_000_000),
    socketCallsPerSecond: whole(env, 'SOCKET_CALLS_PER_SECOND', 50, 1_000_000),
    marketTickMs: whole(env, 'MARKET_TICK_MS', 50, 10_000),
    snapshotEvery: whole(env, 'SNAPSHOT_EVERY', 50_000, 1_000_000_000),
    surveillance: mode !== 'SIMULATION' || env['SURVEILLANCE'] !== 'off',
    trustProxy: env['TRUST_PROXY'] === '1',
    ...(env['SCAN_COMMAND'] ? { scanCommand: env['SCAN_COMMAND'] } : {}),
  };
}

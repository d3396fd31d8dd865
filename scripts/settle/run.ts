import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripeProvider } from '../../server/src/adapters/stripe/provider.ts';
import { freePort } from '../crash/free-port.ts';
import { seeded } from '../crash/random.ts';
import { startStandin, type Standin } from '../stripe-standin/index.ts';
import { means } from './crowd.ts';
import { judge, type Verdict } from './judge.ts';
import { findSecrets } from './secrets.ts';
import { Plot } from './plot.ts';
import { prepare, type Story } from './prepare.ts';
import { VenueProcess } from './process.ts';
import { verify } from './verify.ts';

export interface SettleOptions {
  readonly seed: number;
  readonly investors: number;
  readonly kills: number;
  /** Messages that reach the venue and are answered, at least. */
  readonly messages: number;
  /** Days pass faster once every offer is decided: for a part of it in a suite of tests. */
  readonly brisk?: boolean;
  readonly progress?: (words: string) => void;
}
export interface SettleResult extends Verdict {
  readonly kills: number;
  readonly halfDays: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly told: ReturnType<Standin['control']['state']>;
  readonly folder: string;
}

const halfDay = 43_200;
/** Until SEPA debits can no longer be taken back and everything is paid out: the offers' days, eight weeks, and some. */
const halfDays = 2 * (14 + 6 + 56 + 14);
/** By then every offer is decided; those in a hurry take two days at a time from there on. */
const busyHalfDays = 40;
const atOnce = 4;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const bad = {
  calls: { fail: 0.06, cut: 0.06, slow: 0.05, slowBy: [10, 120] },
  webhooks: {
    delay: [0, 60],
    duplicate: 0.35,
    shuffle: 0.4,
    shuffleBy: [10, 900],
    lose: 0.08,
    retryAfter: 50,
    retryMost: 1_000,
  },
} as const;
const good = {
  calls: { fail: 0, cut: 0, slow: 0 },
  webhooks: { delay: [0, 0], duplicate: 0, shuffle: 0, lose: 0 },
} as const;

/** Kills the venue again and again until told to stop, at moments by chance: while it starts as well. */
async function killer(
  venue: VenueProcess,
  { allowed, random }: { allowed: () => number; random: () => number },
  isOver: () => boolean,
) {
  while (!isOver()) {
    await pause(random() * 1_400);
    if (isOver() || venue.kills >= allowed()) {
      await pause(50);
      continue;
    }
    await venue.kill();
    let serving = venue.start();
    if (random() < 0.15 && venue.kills < allowed()) {
      await pause(random() * 900);
      await venue.kill();
      serving = venue.start();
    }
    await serving.catch(() => undefined);
  }
}

/** Sends old events again, until so many have been sent in all. */
function resendSome(standin: Standin, events: number, random: () => number, most: number): void {
  const { webhooks } = standin.control.state();
  const sent = webhooks.delivered + webhooks.pending;
  for (let left = Math.min(most, events - sent); left > 0; left -= 1) standin.control.resendAny(random());
}

async function calm(venue: VenueProcess, standin: Standin, plot: Plot): Promise<void> {
  standin.control.faults(good);
  for (let round = 0; round < 60; round += 1) {
    await standin.control.quiet(20_000);
    await venue.do('sweep');
    for (let look = 0; look < 200 && !(await venue.look()).idle; look += 1) await pause(25);
    await plot.react(true);
    await plot.pass(halfDay);
    const { underWay, idle, waitingBooks, outgoings } = await venue.look();
    const isWaiting = outgoings.some(({ status }) => status === 'waiting' || status === 'due');
    if (
      idle &&
      underWay === 0 &&
      !isWaiting &&
      (await venue.do('reconcile')) === undefined &&
      waitingBooks.length === 0
    )
      break;
  }
  await standin.control.quiet(20_000);
  await venue.do('reconcile');
}

async function play(
  options: SettleOptions,
  standin: Standin,
  venue: VenueProcess,
  story: Story,
  provider: ReturnType<typeof stripeProvider>,
) {
  const random = seeded(options.seed ^ 0xb0b);
  const refused = new Map<string, number>();
  const plot = new Plot({ story, venue, standin, provider, random, refused });
  let over = false;
  let passed = 0;
  // A quarter of them while people commit, the others over all the days.
  const allowed = (): number =>
    Math.min(options.kills, Math.ceil(options.kills * (0.25 + passed / halfDays)));
  await venue.start();
  standin.control.faults(bad);
  const killing = killer(venue, { allowed, random: seeded(options.seed ^ 0xdead) }, () => over);
  await plot.commit();
  await plot.place();
  while (passed < halfDays || venue.kills < options.kills) {
    const step = options.brisk === true && passed >= busyHalfDays ? atOnce : 1;
    await plot.pass(step * halfDay);
    await plot.react();
    resendSome(standin, options.messages, random, Math.ceil((options.messages * 2 * step) / halfDays));
    await pause(random() * (options.brisk === true ? 60 : passed < halfDays / 3 ? 900 : 250));
    passed += step;
    if (passed % 10 === 0) options.progress?.(`day ${passed / 2}, ${venue.kills} kills`);
  }
  over = true;
  await killing;
  await calm(venue, standin, plot);
  return { refused, passed };
}

/** Plays the story through the real SDK against a provider and a network at their worst, and compares both books at its end. */
export async function settle(options: SettleOptions): Promise<SettleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-settle-'));
  const port = await freePort();
  const secret = 'whsec_settle_0123456789abcdef';
  const url = `http://127.0.0.1:${port}/webhooks/stripe`;
  const standin = await startStandin({ seed: options.seed, terms: { refundsOverdraw: false } });
  const env = {
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    CLIENT_FOLDER: join(folder, 'client'),
    DEMO: 'off',
    PAYMENTS: 'stripe',
    STRIPE_SECRET_KEY: standin.key,
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_URL: standin.url,
    SNAPSHOT_EVERY: '700',
    REQUESTS_PER_MINUTE: '0',
    SURVEILLANCE: 'off',
    LOG_LEVEL: 'debug',
  };
  await mkdir(env.CLIENT_FOLDER);
  const venue = new VenueProcess({ env, log: join(folder, 'log') });
  const provider = stripeProvider({ secretKey: standin.key, webhookSecret: secret, apiUrl: standin.url });
  try {
    const story = await prepare(env, standin, options.investors, seeded(options.seed ^ 0xc0de));
    options.progress?.('prepared');
    standin.control.webhook({ url, secret });
    standin.control.topUp(2_000_000);
    const { refused, passed } = await play(options, standin, venue, story, provider);
    await venue.close();
    const judged = await judge(env.DATA_DIR, story, standin);
    const secrets = [standin.key, secret, ...Object.values(means).flatMap(({ account }) => account || [])];
    const told = await findSecrets(folder, secrets);
    const verdict = { ...judged, wrong: [...judged.wrong, ...told, ...(await verify(env.DATA_DIR))] };
    if (verdict.wrong.length === 0) await rm(folder, { recursive: true, force: true });
    return {
      ...verdict,
      kills: venue.kills,
      halfDays: passed,
      refused,
      told: standin.control.state(),
      folder,
    };
  } catch (cause) {
    throw new Error(`${String(cause)}\nseed ${options.seed}, folder ${folder}\n${venue.output}`, { cause });
  } finally {
    await venue.close();
    provider.close();
    await standin.close();
  }
}

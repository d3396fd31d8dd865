/**
 * `npm run start:payments`: the venue with real money's path, at a stand-in of Stripe that is started beside it. Both forget
 * everything when they end, for the stand-in keeps its money in memory. With a key of your own: PAYMENTS=stripe npm start.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ready/install.mjs';
import { requireNode } from './ready/node.mjs';
import { root } from './ready/process.mjs';
import { giveUp } from './ready/progress.mjs';

const secretBytes = 16;
const patienceMs = 20_000;

const freePort = () =>
  new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

/** Starts the stand-in, in a group of its own: Ctrl-C is the venue's first, which still has to be told of its calls. */
async function startStandin(env, port) {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx/esm',
      'scripts/stripe-standin/main.ts',
      '--port',
      String(port),
      '--key',
      env.STRIPE_SECRET_KEY,
      '--webhook-url',
      `http://127.0.0.1:${env.PORT}/webhooks/stripe`,
      '--webhook-secret',
      env.STRIPE_WEBHOOK_SECRET,
      '--while-asked',
    ],
    { cwd: root, detached: true, stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const until = Date.now() + patienceMs;
  while (Date.now() < until && child.exitCode === null) {
    const reply = await fetch(`${env.STRIPE_API_URL}/_standin/state`).catch(() => undefined);
    if (reply?.ok === true) return child;
    await new Promise((again) => setTimeout(again, 50));
  }
  child.kill();
  throw new Error('The stand-in of Stripe did not start.');
}

requireNode();
let venue;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    if (venue === undefined) process.exit(1);
    venue.kill(signal);
  });
const folder =
  process.env.DATA_DIR === undefined ? await mkdtemp(join(tmpdir(), 'piazza-payments-')) : undefined;
const port = await freePort();
const env = {
  ...process.env,
  PORT: process.env.PORT ?? '4000',
  DATA_DIR: process.env.DATA_DIR ?? folder,
  PAYMENTS: 'stripe',
  STRIPE_SECRET_KEY: `sk_test_${randomBytes(secretBytes).toString('hex')}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(secretBytes).toString('hex')}`,
  STRIPE_API_URL: `http://127.0.0.1:${port}`,
};
try {
  await ensureInstalled();
  const standin = await startStandin(env, port);
  console.log(`Stand-in of Stripe: ${env.STRIPE_API_URL} (its money is gone when it ends)`);
  venue = spawn(process.execPath, ['scripts/start.mjs', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const [code] = await once(venue, 'exit');
  standin.stdin.end();
  if (folder !== undefined) {
    await rm(folder, { recursive: true, force: true });
    console.log('  The stand-in and what was kept for it are gone.');
  }
  process.exit(code ?? 1);
} catch (error) {
  giveUp(error);
}

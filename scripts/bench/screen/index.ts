import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../../test/support/browser.ts';
import { settled, signIn } from '../../../test/support/visit.ts';
import { trace, type Traced } from './trace.ts';
import type { VenueSaid } from './venue-process.ts';

/** Milliseconds of scripting a frame may take, in 95 frames of 100. */
const wantedMs = 8;
const wantedUpdates = 45;
const warmMs = 3_000;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const builtClient = process.env['PIAZZA_CLIENT_DIST'] ?? `${root}/client/dist`;

function start(): ChildProcess {
  const path = fileURLToPath(new URL('venue-process.ts', import.meta.url));
  const execArgv = ['--conditions=piazza-source', '--import', 'tsx/esm'];
  return fork(path, [builtClient], { execArgv, cwd: root });
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

function report(name: string, { scripting, drawing, messages, seconds }: Traced): boolean {
  const sorted = scripting.toSorted((a, b) => a - b);
  const drawn = drawing.toSorted((a, b) => a - b);
  const updates = messages / seconds;
  const p95 = at(sorted, 0.95);
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  console.log(
    `  ${name.padEnd(28)} ${updates.toFixed(0)} messages/s, ${(scripting.length / seconds).toFixed(0)} frames/s; scripting a frame p50 ${ms(at(sorted, 0.5))}, p95 ${ms(p95)}, p99 ${ms(at(sorted, 0.99))}, max ${ms(at(sorted, 1))}; style, layout and paint p95 ${ms(at(drawn, 0.95))}`,
  );
  return p95 < wantedMs && updates >= wantedUpdates;
}

/** Somebody who looks, and somebody who is writing an order meanwhile: its effect on the book is worked out with each frame. */
async function measure(browser: TestBrowser, said: VenueSaid, seconds: number): Promise<boolean> {
  const look = async (
    name: string,
    prepare: (page: Page) => Promise<void>,
    act: (page: Page) => Promise<void>,
  ) => {
    const { page, context } = await browser.visitor(name, { origin: said.url });
    await prepare(page);
    await page.goto(`/markets/${said.listing}`);
    await settled(page);
    await act(page);
    await page.waitForTimeout(warmMs);
    const good = report(name, await trace(page, seconds));
    await context.close();
    return good;
  };
  const looks = await look(
    'who only looks',
    async () => undefined,
    async () => undefined,
  );
  const writes = await look(
    'who writes an order',
    (page) => signIn(page, said),
    async (page) => {
      await page.locator('#ticket-quantity').fill('7');
      await page.locator('[data-place="ask:2"]').click();
    },
  );
  return looks && writes;
}

/**
 * The screen of a busy market in a real browser: a real venue, a tick of 20 ms, 50 changes of the book a second.
 * `--seconds 20` of each visit are traced over the DevTools protocol. Needs a built client.
 */
export async function benchScreen(options: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...options],
    options: { seconds: { type: 'string', default: '20' } },
    strict: false,
  });
  const child = start();
  const [said] = (await once(child, 'message')) as [VenueSaid];
  const browser = await openBrowser();
  try {
    console.log(
      `  wanted: p95 of scripting below ${wantedMs} ms a frame; load ${loadavg()[0]?.toFixed(1) ?? ''}`,
    );
    return await measure(browser, said, Number(values['seconds']));
  } finally {
    await browser.close();
    child.send('end');
    await once(child, 'exit');
  }
}

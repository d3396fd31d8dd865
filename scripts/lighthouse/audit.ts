import lighthouse, { desktopConfig } from 'lighthouse';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';
import { signIn } from '../../test/support/visit.ts';
import type { Account } from './screens.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** What a page is worth, 0–100 per category, and the audits that cost it points. */
export interface Scores {
  readonly scores: Readonly<Record<Category, number>>;
  readonly faults: readonly string[];
}

/** One browser that audits screens, as somebody or as nobody. */
export interface Auditor {
  /** Forgets who was signed in, and signs in where there is an account. */
  become(account: Account | undefined): Promise<void>;
  /** Audits one route, and leaves the report in a folder under a name. */
  audit(route: string, name: string): Promise<Scores>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

async function audit(url: string, port: number, reportFile: string): Promise<Scores> {
  const flags = {
    port,
    output: 'html' as const,
    onlyCategories: [...categories],
    // Each screen is loaded as if for the first time, but by whoever is signed in.
    clearStorageTypes: ['shader_cache', 'cache_storage'] as ['shader_cache', 'cache_storage'],
    logLevel: 'error' as const,
  };
  const result = await lighthouse(url, flags, desktopConfig);
  if (result === undefined) throw new Error(`Lighthouse had nothing to say about ${url}`);
  const { lhr, report } = result;
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  await writeFile(reportFile, String(report));
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]),
  ) as Record<Category, number>;
  const faults = categories.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter((each) => each !== undefined && each.score !== null && each.score < 0.9)
      .map((each) => `${category}: ${each?.title} ${each?.displayValue ?? ''}`.trimEnd()),
  );
  return { scores, faults };
}

async function become(context: BrowserContext, account: Account | undefined): Promise<void> {
  const page = await context.newPage();
  await page.goto('/offers');
  await context.clearCookies();
  await page.evaluate(() => localStorage.clear());
  if (account !== undefined) await signIn(page, account);
  await page.close();
}

/** Starts Chromium for the time of `use`, which audits as many screens of the venue as it likes, one after the other. */
export async function withAuditor<T>(
  venue: string,
  reports: string,
  use: (auditor: Auditor) => Promise<T>,
): Promise<T> {
  const { executablePath, env, args } = await findChromium();
  const port = await freePort();
  await mkdir(reports, { recursive: true });
  // Lighthouse looks at the profile's own pages: who signs in must do so there.
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    env: { ...env },
    args: [...args, `--remote-debugging-port=${port}`],
    baseURL: venue,
  });
  try {
    return await use({
      become: (account) => become(context, account),
      audit: (route, name) => audit(`${venue}${route}`, port, join(reports, `${name}.html`)),
    });
  } finally {
    await context.close();
  }
}

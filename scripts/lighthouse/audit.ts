import lighthouse, { desktopConfig } from 'lighthouse';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

/** What a page is worth, 0–100 per category, and the audits that cost it points. */
export interface Scores {
  readonly scores: Readonly<Record<Category, number>>;
  readonly faults: readonly string[];
}

/** Audits one address, and leaves the report in a folder under a name. */
export type Audit = (url: string, name: string) => Promise<Scores>;

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

/** Starts Chromium for the time of `use`, which audits as many pages as it likes, one after the other. */
export async function withAudit<T>(reports: string, use: (audit: Audit) => Promise<T>): Promise<T> {
  const { executablePath, env, args } = await findChromium();
  const port = await freePort();
  await mkdir(reports, { recursive: true });
  const browser = await chromium.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    env: { ...env },
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    return await use((url, name) => audit(url, port, join(reports, `${name}.html`)));
  } finally {
    await browser.close();
  }
}

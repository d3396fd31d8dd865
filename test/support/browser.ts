import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { longMs } from './wait.ts';

/** Where screenshots go; git ignores it. */
export const screensFolder = fileURLToPath(new URL('../../artifacts/screens', import.meta.url));

/** How somebody sees the venue. */
export interface Eyes {
  readonly language?: 'it' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly screen?: 'desktop' | 'phone';
  /** Origin that relative addresses belong to. */
  readonly origin?: string;
}

/** Somebody at a browser of their own: nothing is shared with the others but the venue. */
export interface Visitor {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of so far: thrown errors, errors on the console, requests that failed. */
  readonly complaints: readonly string[];
  /** Writes what the page shows to artifacts/screens/<name>.png, the whole page unless told otherwise. */
  readonly screenshot: (name: string, options?: { readonly fullPage?: boolean }) => Promise<string>;
}

/** One Chromium for any number of visitors. */
export interface TestBrowser {
  readonly visitor: (name: string, eyes?: Eyes) => Promise<Visitor>;
  readonly close: () => Promise<void>;
}

const locales = { it: 'it-IT', en: 'en-GB' };
const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};

/** Writes what a page shows to artifacts/screens/<name>.png and returns the path. */
async function screenshot(page: Page, name: string, fullPage = true): Promise<string> {
  const path = join(screensFolder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage, animations: 'disabled' });
  return path;
}

function listen(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still asking for.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED')
      complaints.push(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  return complaints;
}

async function welcome(browser: Browser, name: string, eyes: Eyes): Promise<Visitor> {
  const { language = 'en', scheme = 'light', screen = 'desktop', origin } = eyes;
  const context = await browser.newContext({
    ...sizes[screen],
    ...(origin === undefined ? {} : { baseURL: origin }),
    locale: locales[language],
    timezoneId: 'Europe/Rome',
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(longMs);
  // The loader of the tests names functions by it, also those that are sent to a page.
  await context.addInitScript('globalThis.__name = (named) => named;');
  const page = await context.newPage();
  return {
    name,
    page,
    context,
    complaints: listen(page),
    screenshot: (title, options) => screenshot(page, title, options?.fullPage),
  };
}

/** Starts Chromium: the one of `CHROME_PATH`, else the one that comes as a package. Close it in `after`. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, env, args } = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    env: { ...env },
    args: [...args],
  });
  return {
    visitor: (name, eyes = {}) => welcome(browser, name, eyes),
    close: () => browser.close(),
  };
}

/** What of a page axe looks at. */
export interface AxeScope {
  /** CSS selector of the only part to look at. */
  readonly within?: string;
  /** CSS selectors of parts to leave out. */
  readonly without?: readonly string[];
  /** The only rules to apply; all of them when left out. */
  readonly rules?: readonly string[];
}

/**
 * Looks for breaches of WCAG 2.2 A and AA and of axe's best practices.
 * @throws Error that lists each breach with its rule, its help and the elements
 */
export async function axe(page: Page, { within, without = [], rules }: AxeScope = {}): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Half a megabyte is given to a page once, not at every look.
  const given = await page.evaluate(() => 'axe' in globalThis);
  // No page of ours has frames, for whose sake axe would open a second page each time.
  let builder = new AxeBuilder({ page, ...(given ? { axeSource: ';' } : {}) })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode();
  builder = rules === undefined ? builder.withTags(tags) : builder.withRules([...rules]);
  if (within !== undefined) builder = builder.include(within);
  for (const selector of without) builder = builder.exclude(selector);
  const { violations } = await builder.analyze();
  if (violations.length === 0) return;
  const breaches = violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const places = nodes.map(({ target, html, failureSummary = '' }) => {
      const why = failureSummary
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .join('; ');
      return `    ${target.join(' ')}\n      ${html.slice(0, 160)}\n      ${why}`;
    });
    return `  ${id} (${impact}): ${help}\n    ${helpUrl}\n${places.join('\n')}`;
  });
  throw new Error(`axe finds ${violations.length} breaches at ${page.url()}:\n${breaches.join('\n')}`);
}

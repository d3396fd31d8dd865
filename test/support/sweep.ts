import type { Page } from 'playwright-core';
import { axe, type TestBrowser } from './browser.ts';
import type { Reader, Screen, Story } from './screens.ts';
import { goTo, settled, signIn } from './visit.ts';
import { wordsOf } from './words.ts';

/** What was wrong with one screen, whatever the language, the scheme and the size. */
export interface Findings {
  readonly screen: Screen;
  readonly breaches: readonly string[];
  readonly overflows: readonly string[];
}

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
type Size = keyof typeof sizes;

/** Changes the language with the switch of the header, as people do. */
async function speak(page: Page, language: 'it' | 'en'): Promise<void> {
  await page.setViewportSize(sizes.desktop);
  if ((await page.getAttribute('html', 'lang')) !== language)
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^(Language|Lingua)/ })
      .click();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

const blame = (look: string) => (error: Error) => [`${look}: ${error.message}`];

/** Texts that do not fit: the whole page too wide for its window, or a button or link for its text. */
async function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden = (element: Element): boolean =>
      !element.checkVisibility() ||
      element.closest('.visually-hidden') !== null ||
      [...ancestors(element)].some((one) => one.getBoundingClientRect().width <= 1);
    function* ancestors(element: Element): Generator<Element> {
      for (let at = element.parentElement; at !== null; at = at.parentElement) yield at;
    }
    const cut = (element: Element): boolean => {
      const { display, textOverflow } = getComputedStyle(element);
      const { scrollWidth, clientWidth } = element;
      // One pixel of width is what is said to screen readers alone.
      return (
        display !== 'inline' &&
        textOverflow !== 'ellipsis' &&
        clientWidth > 1 &&
        scrollWidth > clientWidth + 1
      );
    };
    const controls = [...document.querySelectorAll('button, a, [role=button], label')];
    const tight = controls.filter(
      (control) => !hidden(control) && [control, ...control.querySelectorAll('*')].some(cut),
    );
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    const wide = scrollWidth - document.documentElement.clientWidth;
    return [
      ...(wide > 0 ? [`the page is ${wide} px wider than its window`] : []),
      ...tight.map((control) => `cut: ${control.outerHTML.slice(0, 200)}`),
    ];
  });
}

/** Makes the window as tall as the page, so that no bar that sticks to an edge lies over anything. */
async function stretch(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(sizes[size]);
  const { width, height } = sizes[size];
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, tall) });
  // What is as tall as its window has grown with it, so that the page may still be scrolled.
  await page.evaluate(() => scrollTo(0, 0));
}

async function lookAt(page: Page, language: string, size: Size): Promise<Omit<Findings, 'screen'>> {
  const look = `${language}, ${size}`;
  await stretch(page, size);
  const light = await axe(page).then(() => [], blame(`${look}, light`));
  const overflows = (await misfits(page)).map((misfit) => `${look}: ${misfit}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The scheme changes nothing but colours.
  const dark = await axe(page, { rules: ['color-contrast'] }).then(() => [], blame(`${look}, dark`));
  await page.emulateMedia({ colorScheme: 'light' });
  return { breaches: [...light, ...dark], overflows };
}

/** Goes through the screens of one reader with one page, in both languages, sizes and schemes. */
async function readAll(
  browser: TestBrowser,
  origin: string,
  story: Story,
  reader: Reader,
): Promise<Findings[]> {
  // The accounts of the demo speak Italian: the page is in their language from the start.
  const { page, context, complaints } = await browser.visitor(reader, { origin, language: 'it' });
  await (reader === 'nobody' ? page.goto('/') : signIn(page, story.accounts[reader]));
  await settled(page);
  const found = new Map<Screen, Omit<Findings, 'screen'>>();
  for (const language of ['it', 'en'] as const) {
    await speak(page, language);
    const missing = (await wordsOf(language))('common:notFound.title');
    for (const screen of story.screens.filter((each) => each.reader === reader)) {
      const heard = complaints.length;
      await page.setViewportSize(sizes.desktop);
      const broken = await goTo(page, screen.path)
        .then(async () => screen.act?.(page))
        .then((): string[] => [], blame(language));
      const title = (await page.textContent('#page-title')) ?? '';
      if (title === missing && screen.route !== '') broken.push(`there is no page ${screen.path}`);
      const desktop = await lookAt(page, language, 'desktop');
      const phone = await lookAt(page, language, 'phone');
      const before = found.get(screen) ?? { breaches: [], overflows: [] };
      found.set(screen, {
        breaches: [
          ...before.breaches,
          ...broken,
          ...desktop.breaches,
          ...phone.breaches,
          ...complaints.slice(heard),
        ],
        overflows: [...before.overflows, ...desktop.overflows, ...phone.overflows],
      });
    }
  }
  await context.close();
  return [...found].map(([screen, findings]) => ({ screen, ...findings }));
}

/** Looks at every screen of a story with every pair of eyes; two readers at a time. */
export async function sweep(browser: TestBrowser, origin: string, story: Story): Promise<Findings[]> {
  const readers = [...new Set(story.screens.map(({ reader }) => reader))];
  const findings: Findings[] = [];
  const work = async (): Promise<void> => {
    for (let reader = readers.shift(); reader !== undefined; reader = readers.shift())
      findings.push(...(await readAll(browser, origin, story, reader)));
  };
  await Promise.all([work(), work()]);
  return findings;
}

import type { Visitor } from './browser.ts';

declare global {
  /** Every unwanted movement of the page so far. */
  var shifts: { readonly at: number; readonly value: number; readonly what: string }[];
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

const watch = () => {
  globalThis.shifts = [];
  const note = ({ startTime: at, value, sources }: LayoutShift) => {
    const nodes = sources.map(({ node }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `<${element?.tagName.toLowerCase() ?? '?'} class="${element?.className ?? ''}"> ${node?.textContent?.slice(0, 40) ?? ''}`;
    });
    globalThis.shifts.push({ at, value, what: nodes.join(' | ') });
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) if (!entry.hadRecentInput) note(entry);
  }).observe({ type: 'layout-shift', buffered: true });
};

/** Notes from the first page on what moves without the reader having asked for it. */
export async function watchShifts({ context }: Visitor): Promise<void> {
  await context.addInitScript(watch);
}

export interface Shifts {
  /** The cumulative layout shift as browsers define it: the worst burst, of 5 s at most, without a second of rest. */
  readonly worst: number;
  readonly each: readonly string[];
}

/** What has moved since the page was loaded. */
export async function shiftsOf({ page }: Visitor): Promise<Shifts> {
  const shifts = await page.evaluate(() => globalThis.shifts);
  let [worst, burst, from, last] = [0, 0, 0, -Infinity];
  for (const { at, value } of shifts) {
    const goesOn = at - last < 1_000 && at - from < 5_000;
    burst = goesOn ? burst + value : value;
    from = goesOn ? from : at;
    last = at;
    worst = Math.max(worst, burst);
  }
  return { worst, each: shifts.map(({ value, what }) => `${value.toFixed(4)} ${what}`) };
}

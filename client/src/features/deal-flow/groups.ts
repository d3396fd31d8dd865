import type { DealFlowItem } from '@piazza/shared/contract';

export interface Group {
  /** `now`, `hour`, `today`, or the start of a day in milliseconds. */
  readonly when: 'now' | 'hour' | 'today' | number;
  readonly items: readonly DealFlowItem[];
}

const minuteMs = 60_000;

/**
 * Items, newest first, under headings that say about when they happened.
 * @param dayOf names the calendar day of a stamp; equal names are one day.
 */
export function groupByTime(
  items: readonly DealFlowItem[],
  now: number,
  dayOf: (ms: number) => string,
): readonly Group[] {
  const today = dayOf(now);
  const groups: { when: Group['when']; name: string; items: DealFlowItem[] }[] = [];
  for (const item of items) {
    const age = now - item.at;
    const day = dayOf(item.at);
    const when =
      age < 2 * minuteMs ? 'now' : age < 60 * minuteMs ? 'hour' : day === today ? 'today' : item.at;
    const name = typeof when === 'number' ? day : when;
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ when, name, items: [item] });
  }
  return groups;
}

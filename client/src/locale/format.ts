import type { Locale } from '@piazza/shared/contract';

const tags: Record<Locale, string> = { en: 'en-GB', it: 'it-IT' };
const timeZone = 'Europe/Rome';

function numbersIn(tag: string) {
  // Italian leaves four digits ungrouped by default, which makes columns of amounts hard to compare.
  const number = new Intl.NumberFormat(tag, { useGrouping: 'always' });
  const euro = { style: 'currency', currency: 'EUR', useGrouping: 'always' } as const;
  const exactMoney = new Intl.NumberFormat(tag, euro);
  const plainMoney = new Intl.NumberFormat(tag, { ...euro, trailingZeroDisplay: 'stripIfInteger' });
  const wholeMoney = new Intl.NumberFormat(tag, { ...euro, maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const rate = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const change = new Intl.NumberFormat(tag, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  return { number, exactMoney, plainMoney, wholeMoney, percent, rate, change };
}

function timesIn(tag: string) {
  const moment = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = { timeZone, day: 'numeric', month: 'short', year: 'numeric' } as const;
  const date = new Intl.DateTimeFormat(tag, day);
  const dayOfYear = new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'short' });
  const longDate = new Intl.DateTimeFormat(tag, { ...day, month: 'long', weekday: 'long' });
  const dateTime = new Intl.DateTimeFormat(tag, { ...day, ...moment, timeZoneName: 'short' });
  const time = new Intl.DateTimeFormat(tag, moment);
  const exactTime = new Intl.DateTimeFormat(tag, { ...moment, second: '2-digit' });
  return { date, dayOfYear, longDate, dateTime, time, exactTime };
}

/**
 * Writes numbers, money and times the way readers of the language expect. Every time is Europe/Rome, whatever the
 * reader's machine says, because closing times and reflection periods are defined there.
 */
export function createFormats(locale: Locale) {
  const tag = tags[locale];
  const { number, exactMoney, plainMoney, wholeMoney, percent, rate, change } = numbersIn(tag);
  const { date, dayOfYear, longDate, dateTime, time, exactTime } = timesIn(tag);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    locale,
    /** Whole number with grouping. */
    number: (value: number) => number.format(value),
    /** Cents as euro; decimals only where there are cents. */
    money: (cents: number) => plainMoney.format(cents / 100),
    /** Cents as euro, always with two decimals: statements, tables, confirmations. */
    moneyExact: (cents: number) => exactMoney.format(cents / 100),
    /** Cents as euro rounded down to whole euro, for totals that move. */
    moneyWhole: (cents: number) => wholeMoney.format(Math.floor(cents / 100)),
    /** 0…1 as whole percent, rounded down so that 99.9 % never reads as done. */
    percent: (share: number) => percent.format(Math.floor(share * 100) / 100),
    /** Hundredths of a percent, such as a coupon. */
    rate: (basisPoints: number) => rate.format(basisPoints / 10_000),
    /** Hundredths of a percent with their sign, such as a change of price. */
    change: (basisPoints: number) => change.format(basisPoints / 10_000),
    date: (ms: number) => date.format(ms),
    /** Day without its year ("20 Nov"). */
    dayOfYear: (ms: number) => dayOfYear.format(ms),
    longDate: (ms: number) => longDate.format(ms),
    /** Date, time and zone ("22 Nov 2026, 18:00 CET"). */
    dateTime: (ms: number) => dateTime.format(ms),
    time: (ms: number) => time.format(ms),
    /** Time of day with seconds. */
    timeExact: (ms: number) => exactTime.format(ms),
    /** "3 min ago", by the largest unit that fits; what lies ahead of our clock is now. */
    ago: (ms: number, now: number) => {
      const [value, unit] = inLargestUnit(Math.min(0, ms - now));
      return relative.format(value, unit);
    },
    /** How far away a moment is, either way ("in 3 days", "2 hr. ago"). */
    away: (ms: number, now: number) => {
      const [value, unit] = inLargestUnit(ms - now);
      return relative.format(value, unit);
    },
    list: (items: readonly string[]) => list.format(items),
  };
}
export type Formats = ReturnType<typeof createFormats>;

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function inLargestUnit(deltaMs: number): [number, Intl.RelativeTimeFormatUnit] {
  const step = steps.find(([, ms]) => Math.abs(deltaMs) >= ms);
  return step === undefined
    ? [Math.trunc(deltaMs / 1000), 'second']
    : [Math.trunc(deltaMs / step[1]), step[0]];
}

/** A duration split for a countdown; never negative. */
export function splitDuration(ms: number): { days: number; hours: number; minutes: number; seconds: number } {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  };
}

import { millis, type Millis } from './numbers.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** UTC instant of 01:00 UTC on the last Sunday of the month (0-based), when the EU changes its clocks (Directive 2000/84/EC). */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1);
}

/** Offset of Europe/Rome from UTC in milliseconds. Written out because the core may not ask `Intl`, whose tables change with the machine. */
export function romeOffset(at: Millis): number {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 * HOUR : HOUR;
}

/**
 * The first instant after the calendar day `days` after the one of `at`, in Europe/Rome.
 * The reflection period of ECSPR art. 22(3) ends there with days = 4.
 */
export function endOfRomeDay(at: Millis, days: number): Millis {
  const localMidnight = Math.floor((at + romeOffset(at)) / DAY) * DAY + (days + 1) * DAY;
  const winter = millis(localMidnight - HOUR);
  const summer = millis(localMidnight - 2 * HOUR);
  return romeOffset(summer) === 2 * HOUR ? summer : winter;
}

/** Calendar day of Europe/Rome as "2026-11-22". */
export const romeDay = (at: Millis): string => new Date(at + romeOffset(at)).toISOString().slice(0, 10);

import { millis, romeOffset, type Millis } from '../values/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A calendar day of Europe/Rome, counted in days since 1970-01-01. */
export type Day = number;

/** The day of Europe/Rome on which an instant falls. */
export const dayOf = (at: Millis): Day => Math.floor((at + romeOffset(at)) / DAY_MS);

/** The day of a date; month from 1. */
export const dayOfDate = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month - 1, date) / DAY_MS;

/** "2026-11-22". */
export const dayText = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(day * DAY_MS).getUTCDay() || 7;

/**
 * The instant at which clocks in Rome show this minute of the day, 0 … 1,439. Of a minute shown twice in autumn it is
 * the second; of one skipped in spring, the instant at which they show an hour less.
 */
export function instantOf(day: Day, minute: number): Millis {
  const wall = day * DAY_MS + minute * MINUTE_MS;
  const winter = millis(wall - HOUR_MS);
  return romeOffset(winter) === HOUR_MS ? winter : millis(wall - 2 * HOUR_MS);
}

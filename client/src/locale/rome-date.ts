import { endOfRomeDay, millis, romeDay, type Millis } from '@piazza/shared/values';

/** The first instant of a calendar day of Europe/Rome, "2026-12-31" as a date field has it; null for what is no day. */
export function startOfDay(day: string): Millis | null {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(noon) ? null : endOfRomeDay(millis(noon), -1);
}

/** The first day that begins at that moment or later. */
export function firstDayFrom(at: number): string {
  const day = romeDay(millis(at));
  return startOfDay(day) === at ? day : romeDay(endOfRomeDay(millis(at), 0));
}

/** The last day that has begun by that moment. */
export const lastDayBy = (at: number): string => romeDay(millis(at));

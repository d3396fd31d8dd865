import { sessionAfter, type SessionTimes } from '@piazza/shared/calendar';
import type { Millis } from '@piazza/shared/values';
import { calendarProblem, type Calendar } from './calendar.ts';

/** The next sessions of a calendar, holidays left out unless it has every day; none while it does not hold together. */
export function nextSessions(calendar: Calendar, after: number, count: number): readonly SessionTimes[] {
  if (calendarProblem(calendar) !== null) return [];
  const found: SessionTimes[] = [];
  let from = after as Millis;
  while (found.length < count) {
    const next = calendar.sessions
      .map((plan) => sessionAfter(plan, from, calendar.everyDay))
      .filter((session) => session !== null)
      .toSorted((a, b) => a.preOpenAt - b.preOpenAt)[0];
    if (next === undefined) break;
    found.push(next);
    from = next.preOpenAt;
  }
  return found;
}

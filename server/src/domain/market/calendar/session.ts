import { dayOf, dayText, sessionAfter, type SessionPlan, type SessionTimes } from '@piazza/shared/calendar';
import type { Millis } from '@piazza/shared/values';
import { Impossible } from '../../core/index.ts';

/**
 * The first session whose pre-open lies after `after`, see `sessionAfter`.
 * @throws Impossible for a plan that `isSessionPlan` refuses, or one of weekends alone.
 */
export function nextSession(plan: SessionPlan, after: Millis, everyDay = false): SessionTimes {
  const next = sessionAfter(plan, after, everyDay);
  if (next === null) throw new Impossible(`no session after ${dayText(dayOf(after))}`);
  return next;
}

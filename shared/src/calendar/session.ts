import type { Millis } from '../values/index.ts';
import { dayOf, dayText, instantOf, weekdayOf } from './days.ts';
import { isTradingDay } from './holidays.ts';

/** When a listing's sessions run: minutes of the day in Europe/Rome, 0 … 1,439, each later than the one before. */
export interface SessionPlan {
  readonly preOpenMinute: number;
  readonly callMinute: number;
  /** From here on no order of the call may be cancelled. */
  readonly freezeMinute: number;
  /** The earliest end of the call; the random end comes on top. */
  readonly endMinute: number;
  readonly closeMinute: number;
  /** ISO weekdays on which it trades, 1 Monday … 7 Sunday; weekends are no trading days but in a simulation's every-day calendar. */
  readonly weekdays: readonly number[];
}

/** One session in UTC milliseconds. */
export interface SessionTimes {
  /** The calendar day in Europe/Rome, "2026-11-23". */
  readonly day: string;
  readonly preOpenAt: Millis;
  readonly callAt: Millis;
  readonly freezeAt: Millis;
  /** The earliest end of the call. */
  readonly endsAt: Millis;
  readonly closesAt: Millis;
}

/** Longer than any run of days without trading, for a plan of one weekday that falls on holidays twice in a row. */
const HORIZON_DAYS = 60;

/** Whether the minutes rise strictly within one day and at least one weekday is named, each once. */
export function isSessionPlan(plan: SessionPlan): boolean {
  const { preOpenMinute, callMinute, freezeMinute, endMinute, closeMinute, weekdays } = plan;
  const minutes = [preOpenMinute, callMinute, freezeMinute, endMinute, closeMinute];
  return (
    minutes.every((minute, n) => Number.isInteger(minute) && minute > (minutes[n - 1] ?? -1)) &&
    closeMinute < 1_440 &&
    weekdays.length > 0 &&
    new Set(weekdays).size === weekdays.length &&
    weekdays.every((weekday) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7)
  );
}

/**
 * The first session whose pre-open lies after `after`, on a trading day that the plan names; null for a plan that
 * `isSessionPlan` refuses, or one of weekends alone.
 * @param everyDay weekends and holidays are trading days too
 */
export function sessionAfter(plan: SessionPlan, after: Millis, everyDay = false): SessionTimes | null {
  if (!isSessionPlan(plan)) return null;
  const today = dayOf(after);
  for (let day = today; day < today + HORIZON_DAYS; day += 1) {
    if (!plan.weekdays.includes(weekdayOf(day)) || !(everyDay || isTradingDay(day))) continue;
    const preOpenAt = instantOf(day, plan.preOpenMinute);
    if (preOpenAt <= after) continue;
    return {
      day: dayText(day),
      preOpenAt,
      callAt: instantOf(day, plan.callMinute),
      freezeAt: instantOf(day, plan.freezeMinute),
      endsAt: instantOf(day, plan.endMinute),
      closesAt: instantOf(day, plan.closeMinute),
    };
  }
  return null;
}

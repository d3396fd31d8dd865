import { millis, romeDay, type Millis } from '@piazza/shared/values';
import { policy } from '@piazza/shared/policy';
import type { Context } from '../../core/index.ts';
import { isSessionPlan, nextSession, type SessionTimes } from '../calendar/index.ts';
import type { Calendar, Market } from '../state.ts';

const MINUTE_MS = 60_000;

/** Whether the sessions of a day hold together and follow one another. */
export function isCalendar(calendar: Calendar): boolean {
  return calendar.sessions.every((plan, n) => {
    const before = calendar.sessions[n - 1];
    const trades = calendar.everyDay || plan.weekdays.some((weekday) => weekday <= 5);
    return trades && isSessionPlan(plan) && (before === undefined || plan.preOpenMinute > before.closeMinute);
  });
}

/** The first session of the calendar whose pre-open lies after the instant. */
export function planned(calendar: Calendar, after: Millis): SessionTimes | null {
  let first: SessionTimes | null = null;
  for (const plan of calendar.sessions) {
    const next = nextSession(plan, after, calendar.everyDay);
    if (first === null || next.preOpenAt < first.preOpenAt) first = next;
  }
  return first;
}

/** A call now, after which the session that was halted goes on until its own close. */
export function resumed(market: Market, ctx: Context): SessionTimes {
  const now = byHand(market, ctx);
  return { ...now, closesAt: millis(Math.max(now.endsAt, market.session?.closesAt ?? now.endsAt)) };
}

/** A session that an operator begins by hand: a call now, and continuous trading for as long as the calendar's own. */
export function byHand(market: Market, ctx: Context): SessionTimes {
  const plan = market.calendar.sessions[0];
  const length = plan === undefined ? 0 : (plan.closeMinute - plan.endMinute) * MINUTE_MS;
  const endsAt = ctx.at + policy.resumeCallMs;
  return {
    day: romeDay(ctx.at),
    preOpenAt: ctx.at,
    callAt: ctx.at,
    freezeAt: millis(endsAt - policy.freezeMs),
    endsAt: millis(endsAt),
    closesAt: millis(endsAt + length),
  };
}

export { dayOf, dayText, instantOf } from './days.ts';
export { isTradingDay } from './holidays.ts';
export { isSessionPlan, nextSession, type SessionPlan, type SessionTimes } from './session.ts';

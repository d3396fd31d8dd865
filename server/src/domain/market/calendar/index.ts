export {
  dayOf,
  dayText,
  instantOf,
  isSessionPlan,
  isTradingDay,
  type SessionPlan,
  type SessionTimes,
} from '@piazza/shared/calendar';
export { nextSession } from './session.ts';

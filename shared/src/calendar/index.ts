export * from './days.ts';
export { isTradingDay, tradingDaysAfter } from './holidays.ts';
export * from './session.ts';

export * from './days.ts';
export { isTradingDay } from './holidays.ts';
export * from './session.ts';

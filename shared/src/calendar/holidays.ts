import { dayOfDate, weekdayOf, yearOf, type Day } from './days.ts';

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayOfDate(year, Math.floor(days / 31), (days % 31) + 1);
}

/** Days besides weekends on which the Italian exchange is shut, month and date. Good Friday and Easter Monday move. */
const fixed = [
  [1, 1],
  [5, 1],
  [12, 24],
  [12, 25],
  [12, 26],
  [12, 31],
] as const;

/** Whether the market trades on this day of Europe/Rome: Monday to Friday, no holiday of the Italian exchange. */
export function isTradingDay(day: Day): boolean {
  if (weekdayOf(day) > 5) return false;
  const year = yearOf(day);
  const fromEaster = day - easterSunday(year);
  if (fromEaster === -2 || fromEaster === 1) return false;
  return !fixed.some(([month, date]) => day === dayOfDate(year, month, date));
}

/** The trading day that is so many trading days after `day`, which itself is not counted; `count` from 0. */
export function tradingDaysAfter(day: Day, count: number): Day {
  let last = day;
  for (let left = count; left > 0;) {
    last += 1;
    if (isTradingDay(last)) left -= 1;
  }
  return last;
}

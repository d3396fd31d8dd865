import { policy } from '@piazza/shared/policy';
import type { Input } from '../../api/index.ts';

export type Calendar = Input<'markets.open'>['body']['calendar'];
export type Plan = Calendar['sessions'][number];

/** The minutes of a plan, in the order in which they must follow one another. */
export const steps = ['preOpenMinute', 'callMinute', 'freezeMinute', 'endMinute', 'closeMinute'] as const;
export type Step = (typeof steps)[number];

/** What the venue sets where an operator sets no other. */
export const usualCalendar: Calendar = {
  sessions: [{ ...policy.session, weekdays: [...policy.session.weekdays] }],
  everyDay: false,
};

/** What keeps a calendar from holding together, and in which session (from 1). */
export interface CalendarProblem {
  readonly kind: 'rising' | 'apart' | 'noDay';
  readonly number: number;
}

/** The first thing that is wrong with a calendar, as the venue would judge it; null where nothing is. */
export function calendarProblem({ sessions, everyDay }: Calendar): CalendarProblem | null {
  for (const [at, plan] of sessions.entries()) {
    const number = at + 1;
    const minutes = steps.map((step) => plan[step]);
    if (minutes.some((minute, n) => n > 0 && minute <= (minutes[n - 1] ?? -1)))
      return { kind: 'rising', number };
    const before = sessions[at - 1];
    if (before !== undefined && plan.preOpenMinute <= before.closeMinute) return { kind: 'apart', number };
    if (!plan.weekdays.some((day) => everyDay || day <= 5)) return { kind: 'noDay', number };
  }
  return null;
}

/** One more session, an hour after the last one and as long as it, where the day has room for it. */
export function withOneMore(calendar: Calendar): Calendar | null {
  const last = calendar.sessions.at(-1);
  if (last === undefined) return usualCalendar;
  const shift = last.closeMinute + 60 - last.preOpenMinute;
  if (last.closeMinute + shift > 1_439) return null;
  const moved = Object.fromEntries(steps.map((step) => [step, last[step] + shift])) as Record<Step, number>;
  return { ...calendar, sessions: [...calendar.sessions, { ...moved, weekdays: last.weekdays }] };
}

/** "09:30", as a field for a time of day has it. */
export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of the day; null while the field is half filled. */
export function readTime(text: string): number | null {
  const found = /^(\d\d):(\d\d)/.exec(text);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

import type { Locale } from '@piazza/shared/contract';
import { millis, romeDay, romeOffset } from '@piazza/shared/values';

/** Numbers and days as people of a language write them, made here so that the same sheet is the same everywhere. */
export interface Figures {
  readonly whole: (value: number) => string;
  /** Of cents. */
  readonly euro: (cents: number) => string;
  /** Of hundredths of a percent. */
  readonly percent: (basisPoints: number) => string;
  /** Of a calendar day, "2027-12-31". */
  readonly day: (day: string) => string;
  /** The day and minute in Rome of a stamp, ms UTC. */
  readonly moment: (at: number) => string;
  readonly dayOf: (at: number) => string;
}

const months: Readonly<Record<Locale, readonly string[]>> = {
  it: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const marks = { it: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** @throws never; amounts are exact to the cent */
export function figuresOf(locale: Locale): Figures {
  const { group, decimal } = marks[locale];
  const whole = (value: number): string => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  const hundredths = (value: number): string => {
    const rest = value % 100;
    const tail = rest === 0 ? '' : `${decimal}${String(rest).padStart(2, '0')}`;
    return `${whole((value - rest) / 100)}${tail}`;
  };
  const day = (text: string): string => {
    const [year = '', month = '1', date = '1'] = text.split('-');
    return `${Number(date)} ${months[locale][Number(month) - 1] ?? ''} ${year}`;
  };
  const dayOf = (at: number): string => day(romeDay(millis(at)));
  return {
    whole,
    euro: (cents) => (locale === 'it' ? `${hundredths(cents)}\u00a0€` : `€${hundredths(cents)}`),
    percent: (basisPoints) => `${hundredths(basisPoints)}\u00a0%`,
    day,
    dayOf,
    moment: (at) => {
      const clock = new Date(at + romeOffset(millis(at))).toISOString().slice(11, 16);
      return `${dayOf(at)}, ${clock} (Europe/Rome)`;
    },
  };
}

import type { Locale } from '@piazza/shared/contract';

const groupMark: Record<Locale, string> = { en: ',', it: '.' };
const escaped = (mark: string): string => `\\${mark}`;

/** Plain digits, or digits in groups of three. */
const isWhole = (text: string, group: string): boolean =>
  /^\d+$/.test(text) || new RegExp(`^\\d{1,3}(?:${escaped(group)}\\d{3})+$`).test(text);

const bare = (text: string): string => text.replaceAll(/[\s\u00a0\u202f€]/g, '');

/**
 * Reads euro as people write them in the language: "1,250.50" in English, "1.250,50" in Italian, either without groups.
 * One or two digits after a mark are cents whichever mark it is; what could mean two amounts is not read.
 * @returns whole cents, or null when the text is no amount, has fractions of a cent, or is too large to count
 */
export function readEuro(text: string, locale: Locale): number | null {
  const typed = bare(text);
  const tail = /^(.*)([.,])(\d{1,2})$/.exec(typed);
  const [whole = typed, decimal, fraction = ''] = tail === null ? [] : tail.slice(1);
  const group = decimal === undefined ? groupMark[locale] : decimal === ',' ? '.' : ',';
  if (!isWhole(whole, group)) return null;
  const cents = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : null;
}

/** Reads a whole number, with groups as in the language or without. @returns null when it is none */
export function readWhole(text: string, locale: Locale): number | null {
  const typed = bare(text);
  if (!isWhole(typed, groupMark[locale])) return null;
  const value = Number(typed.replaceAll(/\D/g, ''));
  return Number.isSafeInteger(value) ? value : null;
}

/** Writes cents as the text of an input of the language: no groups, cents only where there are any. */
export function writeEuro(cents: number, locale: Locale): string {
  const euro = String(Math.floor(cents / 100));
  const rest = cents % 100;
  return rest === 0 ? euro : `${euro}${locale === 'it' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
}

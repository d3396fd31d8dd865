import type { Locale, ReportName } from '@piazza/shared/contract';
import en from './words.en.ts';
import it from './words.it.ts';

export interface ReportWords {
  readonly titles: Readonly<Record<ReportName, string>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly period: (from: string, to: string) => string;
  readonly none: string;
  readonly page: (number: number, of: number) => string;
  readonly confidential: string;
}

export const words: Readonly<Record<Locale, ReportWords>> = { en, it };

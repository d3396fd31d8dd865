import type { Locale, ReportName } from '@piazza/shared/contract';
import { words } from './words.ts';

/** Calendar days and the moments they begin and end at, ms UTC; `until` is the first moment after. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly since: number;
  readonly until: number;
}
export const within = ({ since, until }: Period, at: number | null): boolean =>
  at !== null && at >= since && at < until;

/** One cell: a text as it is, a code to be worded, cents, a moment, a whole number, or nothing to say. */
export type Cell =
  | { readonly text: string }
  | { readonly code: string }
  | { readonly cents: number }
  | { readonly at: number }
  | { readonly count: number }
  | null;

/** A report before it has a language: codes of its columns and notes, and its rows. */
export interface Report {
  readonly name: ReportName;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader must know of how it was made. */
  readonly notes: readonly string[];
}

/** A report in words, ready for a file. */
export interface Table {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Locale;
  readonly columns: readonly string[];
  /** Whether the column holds numbers, which stand to the right. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

const euro = (cents: number): string => {
  const whole = Math.trunc(Math.abs(cents) / 100);
  return `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
};

function textOf(cell: Cell, language: Locale): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('code' in cell) return words[language].codes[cell.code] ?? cell.code;
  if ('cents' in cell) return euro(cell.cents);
  return 'at' in cell ? new Date(cell.at).toISOString() : String(cell.count);
}

const isNumber = (cell: Cell | undefined): boolean =>
  cell !== undefined && cell !== null && ('cents' in cell || 'count' in cell);

/** Words a report. Amounts and stamps keep the form of the API, so that programs read them too. */
export function tabulate(report: Report, language: Locale, period: Period): Table {
  const { titles, columns, notes, period: periodWords, none } = words[language];
  const rows = report.rows.map((row) => row.map((cell) => textOf(cell, language)));
  return {
    title: titles[report.name],
    subtitle: periodWords(period.from, period.to),
    language,
    columns: report.columns.map((code) => columns[code] ?? code),
    numeric: report.columns.map((_, at) => report.rows.some((row) => isNumber(row[at]))),
    rows,
    notes: [...(rows.length === 0 ? [none] : []), ...report.notes.map((code) => notes[code] ?? code)],
  };
}

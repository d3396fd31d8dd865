import type { Locale } from '@piazza/shared/contract';
import type { Paper } from '../print/tables.ts';
import { euro, money, referenceOf, stampOf, type Entry, type Names } from './entry.ts';
import { words } from './words.ts';

/** Days of a statement, and the moments they begin and end at; `until` is the first moment after. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly since: number;
  readonly until: number;
}

const amountOf = (asset: string, value: number): string => (asset === money ? euro(value) : String(value));

/** What each asset stood at when the days had ended: the balance its last line left. */
function balancesAt(entries: readonly Entry[], until: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { at, asset, balance } of entries) if (at < until) found.set(asset, balance);
  return found;
}

/**
 * The statement of an account over some days, as of their end. It looks at nothing that happened later, so that the same
 * days give the same paper whenever it is asked for.
 */
export function statementPaper(entries: readonly Entry[], names: Names, days: Days, language: Locale): Paper {
  const say = words[language];
  const balances = balancesAt(entries, days.until);
  const titleOf = (asset: string): string => (asset === money ? '' : (names.titles.get(asset) ?? asset));
  const positions = [...balances]
    .filter(([asset, balance]) => asset !== money && balance > 0)
    .map(([asset, balance]) => [titleOf(asset), asset, String(balance)]);
  const moved = entries.filter(({ at }) => at >= days.since && at < days.until);
  const { columns } = say;
  return {
    title: say.statement,
    subtitle: say.of(days.from, days.to),
    language,
    notes: [
      say.holder(names.holder, names.account),
      say.cash(euro(balances.get(money) ?? 0), days.to),
      ...(moved.length === 0 ? [say.none] : []),
      say.cent,
    ],
    parts: [
      ...(positions.length === 0
        ? []
        : [
            {
              heading: say.positions(days.to),
              columns: [columns.issue, columns.reference, columns.units],
              numeric: [false, false, true],
              rows: positions,
            },
          ]),
      ...(moved.length === 0
        ? []
        : [
            {
              heading: say.lines,
              columns: [
                columns.at,
                columns.what,
                columns.issue,
                columns.change,
                columns.balance,
                columns.reference,
              ],
              numeric: [false, false, false, true, true, false],
              rows: moved.map((entry) => [
                stampOf(entry.at),
                say.kinds[entry.kind] ?? entry.kind,
                titleOf(entry.subject['listing'] ?? entry.asset),
                `${amountOf(entry.asset, entry.change)}${entry.asset === money ? ' EUR' : ''}`,
                amountOf(entry.asset, entry.balance),
                referenceOf(entry),
              ]),
            },
          ]),
    ],
    footer: (number, of) => `${say.venue} · ${say.statement} · ${names.account} · ${say.page(number, of)}`,
  };
}

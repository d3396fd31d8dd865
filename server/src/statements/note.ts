import type { Locale } from '@piazza/shared/contract';
import type { Paper } from '../print/tables.ts';
import { euro, money, stampOf, type Entry, type Names } from './entry.ts';
import { words, type Fact } from './words.ts';

/** What was executed: a trade on the market, or an allotment in an offer. Cents and units. */
export interface Execution {
  readonly side: 'buy' | 'sell' | 'allotment';
  readonly listing: string;
  readonly reference: string;
  readonly at: number;
  readonly units: number;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly vatCents: number;
}

const sum = (entries: readonly Entry[], kind: string): number =>
  entries.filter((one) => one.kind === kind).reduce((total, { change }) => total + change, 0);

/** A trade out of the lines that it left on the account of one side; null where there are none. */
export function tradeOf(entries: readonly Entry[], listing: string, trade: string): Execution | null {
  const own = entries.filter(({ subject }) => subject['listing'] === listing && subject['trade'] === trade);
  const units = own.find(({ asset }) => asset === listing);
  const paid = own.find(
    ({ asset, kind }) => asset === money && (kind === 'trade_buy' || kind === 'trade_sell'),
  );
  if (units === undefined || paid === undefined) return null;
  return {
    side: units.change > 0 ? 'buy' : 'sell',
    listing,
    reference: `${units.subject['order'] ?? ''} #${trade}`,
    at: units.at,
    units: Math.abs(units.change),
    amountCents: Math.abs(paid.change),
    feeCents: -sum(own, 'fee'),
    vatCents: -sum(own, 'vat'),
  };
}

/** The note of what was executed, for who it was executed for. The same execution gives the same paper. */
export function notePaper(done: Execution, names: Names, language: Locale): Paper {
  const say = words[language];
  const { side, listing, reference, at, units, amountCents, feeCents, vatCents } = done;
  const cost = feeCents + vatCents;
  const facts: readonly (readonly [Fact, string])[] = [
    ['reference', reference],
    ['holder', names.holder],
    ['account', names.account],
    ['issue', `${names.titles.get(listing) ?? ''} (${listing})`],
    ['side', say.sides[side]],
    ['at', stampOf(at)],
    ['units', String(units)],
    ['price', euro(units === 0 ? 0 : Math.round(amountCents / units))],
    ['amount', euro(amountCents)],
    ['fee', euro(feeCents)],
    ['vat', euro(vatCents)],
    ['total', euro(side === 'sell' ? amountCents - cost : amountCents + cost)],
  ];
  return {
    title: say.note,
    subtitle: say.noteOf(reference),
    language,
    notes: [say.noteText, say.cent],
    parts: [
      {
        columns: [say.columns.item, say.columns.value],
        numeric: [false, false],
        rows: facts.map(([name, value]) => [say.facts[name], value]),
      },
    ],
    footer: (number, of) => `${say.venue} · ${say.note} · ${reference} · ${say.page(number, of)}`,
  };
}

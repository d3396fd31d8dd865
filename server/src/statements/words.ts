import type { Locale } from '@piazza/shared/contract';
import en from './words.en.ts';
import it from './words.it.ts';

export interface StatementWords {
  readonly statement: string;
  readonly of: (from: string, to: string) => string;
  readonly holder: (name: string, account: string) => string;
  readonly cash: (amount: string, on: string) => string;
  readonly positions: (on: string) => string;
  readonly lines: string;
  readonly none: string;
  readonly note: string;
  readonly noteOf: (reference: string) => string;
  readonly venue: string;
  readonly page: (number: number, of: number) => string;
  readonly columns: Readonly<Record<Column, string>>;
  /** Words of what moved; the code itself where there is none. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<Fact, string>>;
  readonly sides: Readonly<Record<'buy' | 'sell' | 'allotment', string>>;
  readonly noteText: string;
  readonly cent: string;
}

export type Column =
  'at' | 'what' | 'issue' | 'change' | 'balance' | 'reference' | 'units' | 'item' | 'value';
export type Fact =
  | 'holder'
  | 'account'
  | 'issue'
  | 'side'
  | 'at'
  | 'units'
  | 'price'
  | 'amount'
  | 'fee'
  | 'vat'
  | 'total'
  | 'reference';

export const words: Readonly<Record<Locale, StatementWords>> = { en, it };

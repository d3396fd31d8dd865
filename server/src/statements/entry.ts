/** A line of an account, as it was written when it happened: cents or units, with the balance it left. */
export interface Entry {
  readonly at: number;
  readonly kind: string;
  readonly asset: string;
  readonly change: number;
  readonly balance: number;
  readonly subject: Readonly<Record<string, string>>;
}

/** Who the account belongs to, and what the issues are called. */
export interface Names {
  readonly holder: string;
  readonly account: string;
  readonly titles: ReadonlyMap<string, string>;
}

export const money = 'EUR';

/** Whole cents as a decimal of euro, the form of the API. */
export function euro(cents: number): string {
  const sum = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.trunc(sum / 100)}.${String(sum % 100).padStart(2, '0')}`;
}

export const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** What an entry is about, by the ids it carries: the trade and its order, the commitment, the payment. */
export const referenceOf = ({ subject }: Entry): string =>
  [subject['order'], subject['trade'] && `#${subject['trade']}`, subject['commitment'], subject['payment']]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');

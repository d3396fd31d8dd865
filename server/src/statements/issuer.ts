import { issuerSums, type IssuerSum, type Locale } from '@piazza/shared/contract';
import type { Paper } from '../print/tables.ts';
import { euro, stampOf, type Entry, type Names } from './entry.ts';
import { issuerWords } from './issuer-words.ts';
import type { Days } from './statement.ts';

/** A line of an issuer's money: what moved it, cents, and what was free afterwards. */
interface IssuerLine {
  readonly at: number;
  readonly kind: IssuerSum;
  readonly change: number;
  readonly balance: number;
  readonly listing: string;
  readonly reference: string;
}

export interface IssuerAccount {
  readonly openingCents: number;
  readonly closingCents: number;
  readonly keptBackCents: number;
  /** By what moved it within the days; together they lead from the opening to the closing. */
  readonly sums: Readonly<Record<IssuerSum, number>>;
  readonly lines: readonly IssuerLine[];
  /** Nothing has ever moved before the end of the days. */
  readonly untouched: boolean;
}

const kinds: Readonly<Record<string, IssuerSum>> = {
  settlement: 'raised',
  fee: 'fees',
  vat: 'vat',
  retention: 'kept',
  payout: 'paidOut',
  distribution: 'toHolders',
  funding: 'ownIn',
  withdrawal: 'ownOut',
};

/** Of what comes back, whatever it was when it left; of what is released, the payment to holders that had set it aside. */
function kindOf({ kind, subject }: Entry, left: ReadonlyMap<string, IssuerSum>): IssuerSum {
  if (kind === 'sent_back') return left.get(subject['outgoing'] ?? '') ?? 'other';
  if (kind === 'release' && subject['payment'] !== undefined && subject['listing'] !== undefined)
    return 'toHolders';
  return kinds[kind] ?? 'other';
}

const referenceOf = ({ subject }: Entry): string => {
  const { outgoing, refund, commitment, offer, payment, listing } = subject;
  const named = payment !== undefined && listing !== undefined ? `#${payment}` : payment;
  return [outgoing, refund, commitment ?? offer, named].filter((part) => part !== undefined).join(' ');
};

/**
 * An issuer's money over some days, as of their end, from all lines of its accounts from the first: what is free of its
 * proceeds and of its own. What waits to leave or is set aside is not; what is kept back is told beside it.
 */
export function issuerAccount(
  entries: readonly Entry[],
  { since, until }: Pick<Days, 'since' | 'until'>,
): IssuerAccount {
  const left = new Map<string, IssuerSum>();
  const sums = Object.fromEntries(issuerSums.map((kind) => [kind, 0])) as Record<IssuerSum, number>;
  const lines: IssuerLine[] = [];
  let [openingCents, balance, keptBackCents] = [0, 0, 0];
  const past = entries.filter(({ at }) => at < until);
  for (const entry of past) {
    const { at, change, subject } = entry;
    // The other side of what is kept back: told by the line of the proceeds.
    if (entry.kind === 'retained') {
      keptBackCents += change;
      continue;
    }
    const kind = kindOf(entry, left);
    const { outgoing, listing = '' } = subject;
    if (outgoing !== undefined) left.set(outgoing, kind);
    balance += change;
    if (at < since) openingCents = balance;
    else {
      sums[kind] += change;
      lines.push({ at, kind, change, balance, listing, reference: referenceOf(entry) });
    }
  }
  return { openingCents, closingCents: balance, keptBackCents, sums, lines, untouched: past.length === 0 };
}

const columns = ['at', 'kind', 'listing', 'title', 'change', 'balance', 'reference'] as const;

/** The lines as rows under a header, between the balance before and the one after them; amounts in euro. */
export function issuerRows(
  { openingCents, closingCents, lines }: IssuerAccount,
  { titles }: Names,
  { from, to }: Days,
): readonly (readonly string[])[] {
  return [
    columns,
    [from, 'opening', '', '', '', euro(openingCents), ''],
    ...lines.map(({ at, kind, listing, change, balance, reference }) => [
      stampOf(at),
      kind,
      listing,
      titles.get(listing) ?? '',
      euro(change),
      euro(balance),
      reference,
    ]),
    [to, 'closing', '', '', '', euro(closingCents), ''],
  ];
}

/** The statement of an issuer's money; the same days give the same paper whenever it is asked for. */
export function issuerPaper(account: IssuerAccount, names: Names, days: Days, language: Locale): Paper {
  const say = issuerWords[language];
  const { lines, sums } = account;
  const told = issuerSums.filter((kind) => kind !== 'other' || sums.other !== 0);
  const summary = [
    [say.opening(days.from), euro(account.openingCents)],
    ...told.map((kind) => [say.kinds[kind], euro(sums[kind])]),
    [say.closing(days.to), euro(account.closingCents)],
    [say.keptBack(days.to), euro(account.keptBackCents)],
  ];
  const moved = {
    heading: say.lines,
    columns: [say.at, say.what, say.issue, say.change, say.balance, say.reference],
    numeric: [false, false, false, true, true, false],
    rows: lines.map(({ at, kind, listing, change, balance, reference }) => [
      stampOf(at),
      say.kinds[kind],
      names.titles.get(listing) ?? listing,
      euro(change),
      euro(balance),
      reference,
    ]),
  };
  return {
    title: say.statement,
    subtitle: say.of(days.from, days.to),
    language,
    notes: [
      say.holder(names.holder, names.account),
      ...(lines.length === 0 ? [say.none] : []),
      say.free,
      say.cent,
    ],
    parts: [
      { heading: say.summary, columns: [say.what, 'EUR'], numeric: [false, true], rows: summary },
      ...(lines.length === 0 ? [] : [moved]),
    ],
    footer: (number, of) => `Piazza · ${say.statement} · ${names.account} · ${say.page(number, of)}`,
  };
}

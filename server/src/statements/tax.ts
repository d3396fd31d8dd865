import { euro, money, stampOf, type Entry, type Names } from './entry.ts';
import type { Days } from './statement.ts';

/** What is still held of an issue while its lines are read: units, and what they cost in cents. */
interface Held {
  units: number;
  costCents: number;
}

const columns = [
  'kind',
  'at',
  'listing',
  'title',
  'units',
  'amount',
  'cost',
  'gain',
  'fees',
  'reference',
] as const;

/** Share of the cost that leaves with some of the units, rounded down to a whole cent; all of it with the last. */
const costOf = ({ units, costCents }: Held, leaving: number): number =>
  leaving === units ? costCents : Number((BigInt(costCents) * BigInt(leaving)) / BigInt(units));

/** Money of one execution, cents: what was paid or received for the units, and fees with their VAT. */
interface Executed {
  amountCents: number;
  feesCents: number;
}

const executionOf = ({ subject }: Entry): string =>
  `${subject['listing'] ?? ''} ${subject['trade'] ?? ''} ${subject['commitment'] ?? ''}`;

/** The money lines of each execution, found by what they are about. */
function executionsOf(entries: readonly Entry[]): ReadonlyMap<string, Executed> {
  const found = new Map<string, Executed>();
  for (const entry of entries) {
    const { asset, kind, change } = entry;
    if (asset !== money) continue;
    const key = executionOf(entry);
    const one = found.get(key) ?? { amountCents: 0, feesCents: 0 };
    if (kind === 'fee' || kind === 'vat') one.feesCents -= change;
    else if (kind === 'trade_buy' || kind === 'trade_sell') one.amountCents += Math.abs(change);
    else continue;
    found.set(key, one);
  }
  return found;
}

const nothing: Executed = { amountCents: 0, feesCents: 0 };

/**
 * What a year brought, for a tax return: purchases, sales with their average cost and gain, what issuers paid, fees.
 * All of the account's lines are needed, from its first: what was sold this year may have been bought years ago.
 * @param allotted what each allotment cost, cents by commitment
 * @returns rows under a header, amounts in euro
 */
export function taxRows(
  entries: readonly Entry[],
  { titles }: Names,
  { since, until }: Days,
  allotted: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const held = new Map<string, Held>();
  const executed = executionsOf(entries);
  const rows: string[][] = [];
  const add = (
    kind: string,
    entry: Entry,
    { listing = '', units = '', amount = '', cost = '', gain = '', fees = '' },
  ): void => {
    if (entry.at < since || entry.at >= until) return;
    const { order = '', trade = '', commitment = '' } = entry.subject;
    const reference = [order, trade === '' ? '' : `#${trade}`, commitment].filter((part) => part !== '');
    const title = titles.get(listing) ?? '';
    rows.push([
      kind,
      stampOf(entry.at),
      listing,
      title,
      units,
      amount,
      cost,
      gain,
      fees,
      reference.join(' '),
    ]);
  };
  for (const entry of entries) {
    const { asset, change, kind } = entry;
    if (asset === money) {
      if (kind === 'distribution')
        add('paid_by_issuer', entry, { listing: entry.subject['listing'] ?? '', amount: euro(change) });
      continue;
    }
    const own = held.get(asset) ?? { units: 0, costCents: 0 };
    held.set(asset, own);
    const { amountCents, feesCents } = executed.get(executionOf(entry)) ?? nothing;
    const units = String(Math.abs(change));
    const fees = euro(feesCents);
    if (kind === 'trade_buy' || kind === 'delivery') {
      const paid = kind === 'delivery' ? (allotted.get(entry.subject['commitment'] ?? '') ?? 0) : amountCents;
      own.units += change;
      own.costCents += paid;
      add('bought', entry, { listing: asset, units, amount: euro(paid), fees });
    } else if (kind === 'trade_sell') {
      const cost = costOf(own, -change);
      own.units += change;
      own.costCents -= cost;
      const gain = euro(amountCents - cost);
      add('sold', entry, { listing: asset, units, amount: euro(amountCents), cost: euro(cost), gain, fees });
    } else add(change < 0 ? 'frozen' : 'given_back', entry, { listing: asset, units });
  }
  return [columns, ...rows];
}

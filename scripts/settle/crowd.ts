/** How an investor of the story pays. */
export type Way =
  | 'card'
  | 'card_atonce'
  | 'authenticates'
  | 'declines'
  | 'sepa'
  | 'sepa_fails'
  | 'sepa_disputed'
  | 'bank'
  | 'disputes'
  | 'refund_fails';

interface Means {
  readonly share: number;
  readonly kind: 'card' | 'sepa_debit' | null;
  /** What is entered at the provider's page: Stripe's test numbers. */
  readonly account: string;
}

export const means: Readonly<Record<Way, Means>> = {
  card: { share: 36, kind: 'card', account: '4242424242424242' },
  card_atonce: { share: 8, kind: 'card', account: '4000000000000077' },
  authenticates: { share: 9, kind: 'card', account: '4000002760003184' },
  declines: { share: 8, kind: 'card', account: '4000000000000341' },
  sepa: { share: 12, kind: 'sepa_debit', account: 'IT40S0542811101000000123456' },
  sepa_fails: { share: 6, kind: 'sepa_debit', account: 'IT13S0542811101000000123457' },
  sepa_disputed: { share: 3, kind: 'sepa_debit', account: 'IT83S0542811101000000123458' },
  bank: { share: 12, kind: null, account: '' },
  disputes: { share: 3, kind: 'card', account: '4000000000000259' },
  refund_fails: { share: 3, kind: 'card', account: '4000000000005126' },
};

const ways = Object.keys(means) as readonly Way[];

/** A way for each of so many investors, in the shares above, in an order by chance. */
export function waysOf(count: number, random: () => number): readonly Way[] {
  const total = ways.reduce((sum, way) => sum + means[way].share, 0);
  const list = ways.flatMap((way) =>
    Array.from({ length: Math.round((means[way].share * count) / total) }, () => way),
  );
  while (list.length < count) list.push('card');
  return list
    .slice(0, count)
    .map((way) => ({ way, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ way }) => way);
}

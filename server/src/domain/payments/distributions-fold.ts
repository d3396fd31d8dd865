import { existing } from '../core/index.ts';
import type { PaymentsEvent } from './events.ts';
import { distributionOf, type Distribution, type PaymentsState } from './state.ts';

type Of<K extends PaymentsEvent['kind']> = Extract<PaymentsEvent, { kind: K }>;
export type DistributionEvent = Of<
  | 'payments.distribution_funded'
  | 'payments.distribution_recorded'
  | 'payments.distribution_begun'
  | 'payments.distribution_shared'
>;

const begun = ({ listing, number, organisation }: DistributionEvent): Distribution => ({
  listing,
  number,
  organisation,
  as: null,
  amountCents: null,
  fundedAt: null,
  recordedAt: null,
  holders: null,
  shares: null,
  done: 0,
  sharedCents: 0,
  sharedAt: null,
});

function end(one: Distribution, at: Distribution['sharedAt']): void {
  one.sharedAt = at;
  // Who got what stands in the journal and on their statements.
  one.holders = null;
  one.shares = null;
}

function share(one: Distribution, { holders, cents, at }: Of<'payments.distribution_shared'>): void {
  one.done += holders;
  one.sharedCents += cents;
  if (one.done === one.holders?.length) end(one, at);
}

export function evolveDistribution(state: PaymentsState['distributions'], event: DistributionEvent): void {
  const key = distributionOf(event.listing, event.number);
  if (!state.has(key)) state.set(key, begun(event));
  const one = existing(state, key, 'distribution');
  switch (event.kind) {
    case 'payments.distribution_funded':
      one.as = event.as;
      one.amountCents = event.amountCents;
      one.fundedAt = event.at;
      return;
    case 'payments.distribution_recorded':
      one.holders = event.holders;
      one.recordedAt = event.at;
      return;
    case 'payments.distribution_begun':
      one.shares = event.shares;
      if (event.shares.length === 0) end(one, one.fundedAt);
      return;
    case 'payments.distribution_shared':
      share(one, event);
  }
}

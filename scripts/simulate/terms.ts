import type { PersonId } from '@piazza/shared/values';
import { isCurrent, type Act, type Proposal } from '../../server/src/domain/approvals/index.ts';
import {
  levelAtOrAbove,
  levelAtOrBelow,
  levelOfPrice,
  levels,
  orderCollar,
  priceOfLevel,
  type Market,
} from '../../server/src/domain/market/index.ts';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import { why } from '../../test/support/domain-cast.ts';
import { below, pick, weighed, type Chance } from '../../test/support/market-wishes.ts';

const legal: ReadonlySet<string> = new Set(['closed', 'pre_open', 'halted']);
const contentHash = 'terms';

/** Another reference, some ticks away, or a wider collar, or both; now and then what no rule allows. */
function termsFor(chance: Chance, { listing, referenceCents }: Market): Act {
  const [near, level] = [below(chance, 60) - 30, levelOfPrice(referenceCents)];
  const reference = priceOfLevel(Math.min(Math.max(level + near, 1), levels));
  const wide = chance() < 0.05 ? 5_000 : 1_000 + below(chance, 1_001);
  const [other, wider] = weighed(chance, [
    [2, [reference, null]],
    [2, [null, wide]],
    [3, [reference, wide]],
  ] as const);
  return { kind: 'call_terms', listing, referenceCents: other, collarBps: wider, reason: why };
}

const isWaiting = ({ act, status }: Proposal): boolean => status === 'waiting' && act.kind === 'call_terms';

/** How likely operators think of terms: often where a market stands still, or where a colleague waits. */
export function termsLikely({ approvals, markets }: VenueState): number {
  for (const proposal of approvals.proposals.values()) if (isWaiting(proposal)) return 0.1;
  for (const { phase } of markets.markets.values()) if (phase === 'halted') return 0.05;
  return 0.003;
}

/**
 * What operators wish of the next call of a market: terms of its own, agreed to by another one; what has been overtaken
 * is taken back. Undefined where no market stands so that it may have any.
 */
export function termsWish(
  chance: Chance,
  state: VenueState,
  operators: readonly PersonId[],
): readonly [PersonId, VenueCommand] | undefined {
  const waiting = [...state.approvals.proposals.values()].find(isWaiting);
  if (waiting !== undefined) {
    const { id: proposal, maker } = waiting;
    if (!isCurrent(state, waiting) || chance() < 0.05)
      return [maker, { kind: 'approvals.withdraw', proposal }];
    const other = operators.find((one) => one !== maker) ?? maker;
    const checker = chance() < 0.95 ? other : maker;
    return [checker, { kind: 'approvals.approve', proposal, contentHash, reason: why }];
  }
  const fit = [...state.markets.markets.values()].filter(({ phase }) => legal.has(phase));
  const halted = fit.filter(({ phase }) => phase === 'halted');
  if (fit.length === 0) return undefined;
  const market = pick(chance, halted.length > 0 ? halted : fit);
  return [
    pick(chance, operators),
    { kind: 'approvals.propose', act: termsFor(chance, market), contentHash, reason: why },
  ];
}

/** Somebody who trades at any price, at once, as far as an order may go: it meets the collar sooner or later. */
export function reachingWish(
  chance: Chance,
  state: VenueState,
  investors: readonly PersonId[],
): readonly [PersonId, VenueCommand] | undefined {
  const open = [...state.markets.markets.values()].filter(({ phase }) => phase === 'continuous');
  if (open.length === 0) return undefined;
  const market = pick(chance, open);
  const { low, high } = orderCollar(state, market);
  const side = chance() < 0.5 ? 'buy' : 'sell';
  const priceCents = priceOfLevel(side === 'buy' ? levelAtOrBelow(high) : levelAtOrAbove(low));
  const order = {
    kind: 'orders.place',
    listing: market.listing,
    side,
    type: 'limit',
    priceCents,
    quantity: 1 + below(chance, 300),
    timeInForce: 'ioc',
    lastDay: 0,
    minimumQuantity: 0,
    selfMatch: 'cancel_oldest',
  } as const;
  return [pick(chance, investors.slice(0, 3)), order];
}

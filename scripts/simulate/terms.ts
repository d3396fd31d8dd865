import type { PersonId } from '@piazza/shared/values';
import { isCurrent, type Act } from '../../server/src/domain/approvals/index.ts';
import { levelOfPrice, levels, priceOfLevel, type Market } from '../../server/src/domain/market/index.ts';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import { why } from '../../test/support/domain-cast.ts';
import { below, pick, weighed, type Chance } from '../../test/support/market-wishes.ts';

const legal: ReadonlySet<string> = new Set(['closed', 'pre_open', 'halted']);
const contentHash = 'terms';

/** Another reference, some ticks away, or a wider collar, or both; now and then what no rule allows. */
function termsFor(chance: Chance, { listing, referenceCents }: Market): Act {
  const [near, level] = [below(chance, 60) - 30, levelOfPrice(referenceCents)];
  const reference = priceOfLevel(Math.min(Math.max(level + near, 1), levels));
  const wide = chance() < 0.05 ? 5_000 : 1_001 + below(chance, 1_000);
  const [other, wider] = weighed(chance, [
    [2, [reference, null]],
    [2, [null, wide]],
    [3, [reference, wide]],
  ] as const);
  return { kind: 'call_terms', listing, referenceCents: other, collarBps: wider, reason: why };
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
  const waiting = [...state.approvals.proposals.values()].find(
    ({ act, status }) => status === 'waiting' && act.kind === 'call_terms',
  );
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

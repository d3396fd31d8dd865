import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { Context } from '../../core/index.ts';
import type { MarketDecided } from '../events.ts';
import { boundLevel } from '../collars.ts';
import { samePerson, type PeopleState } from '../../people/index.ts';
import { priceOfLevel } from '../prices.ts';
import type { Market } from '../state.ts';
import { enter, later } from './phase.ts';

/** What an order did, as far as interruptions ask. */
interface Did {
  readonly interrupted: boolean;
  readonly resting: number;
}

/**
 * Whether the order may interrupt trading: one of which nothing would rest may once in a session of its beneficial owner,
 * by whatever account; else a thin book could be stopped again and again at no risk. Null when it may.
 */
export function interruptionRefusal(
  people: PeopleState,
  market: Market,
  person: PersonId,
  side: number,
  { interrupted, resting }: Did,
): Rejection | null {
  if (!interrupted || resting > 0 || market.interrupters.length === 0) return null;
  return market.interrupters.some((one) => samePerson(people, one, person))
    ? reject('interruption_spent', { priceCents: priceOfLevel(boundLevel(market, side)) })
    : null;
}

/** A volatility call: continuous trading stops before a trade leaves the collars, and goes on after an auction. */
export function interruption(market: Market, ctx: Context, { interrupted, resting }: Did): MarketDecided[] {
  if (!interrupted) return [];
  const entered = enter(market, ctx, {
    phase: 'call',
    until: later(ctx, policy.extensionMs, policy.extensionDrawMs),
    extensions: 1,
    waiting: true,
  });
  if (resting > 0) return entered;
  return [{ kind: 'market.interrupted', listing: market.listing, person: ctx.actor as PersonId }, ...entered];
}

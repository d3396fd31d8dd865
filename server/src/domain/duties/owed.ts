import { policy } from '@piazza/shared/policy';
import { yearOf } from '@piazza/shared/calendar';
import type { ListingId, Millis } from '@piazza/shared/values';
import { declareBefore } from './calendar.ts';
import type { DutiesState, Issue, VenueTrade } from './state.ts';

const { duties } = policy;
const cost = ({ quantity, priceCents }: { readonly quantity: number; readonly priceCents: number }): number =>
  quantity * priceCents;
const sum = (all: readonly { readonly quantity: number; readonly priceCents: number }[]): number =>
  all.reduce((total, one) => total + cost(one), 0);

/**
 * What the manager traded in the calendar year of that day, in cents: on the venue up to that trade, and what was
 * declared for days up to then and is none of those.
 */
export function yearCents(
  { trades, venueTrades }: Issue,
  entry: number,
  day: number,
  upTo = Infinity,
  lastDay = Infinity,
): number {
  const ofYear = (one: { readonly entry: number; readonly day: number }): boolean =>
    one.entry === entry && yearOf(one.day) === yearOf(day);
  const seen = venueTrades.filter((one) => ofYear(one) && one.number <= upTo);
  const others = trades.filter((one) => ofYear(one) && (one.of ?? []).length === 0 && one.day <= lastDay);
  return sum(seen) + sum(others);
}

/** A trade on the venue that nobody has declared. */
export interface OwedTrade {
  readonly trade: VenueTrade;
  /** The first instant that is too late. */
  readonly dueAt: Millis;
  /** Whether the year's threshold is reached, so that it has to be declared; below it, it may be. */
  readonly owed: boolean;
}

/**
 * What managers of an issue traded on the venue and have not declared, oldest first. Owed from the trade on with which
 * the year comes to the threshold (MAR art. 19(8)).
 */
export const owedOf = (issue: Issue): OwedTrade[] =>
  issue.venueTrades
    .filter(({ declared }) => declared === null)
    .map((trade) => {
      const { entry, day, number } = trade;
      return {
        trade,
        dueAt: declareBefore(day),
        owed: yearCents(issue, entry, day, number, day) >= duties.managerTradesYearCents,
      };
    });

/** Trades of managers that should have been declared by then, by issue. */
export function overdueTrades(state: DutiesState, at: Millis): Map<ListingId, OwedTrade[]> {
  const found = new Map<ListingId, OwedTrade[]>();
  for (const issue of state.issues.values()) {
    if (issue.venueTrades.length === 0) continue;
    const late = owedOf(issue).filter(({ owed, dueAt }) => owed && dueAt <= at);
    if (late.length > 0) found.set(issue.listing, late);
  }
  return found;
}

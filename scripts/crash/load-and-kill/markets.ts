import { proveUnderstanding } from '../../../server/src/demo/understanding.ts';
import type { ListingId, OfferId, PersonId } from '@piazza/shared/values';
import type { Venue } from '../../../server/src/compose.ts';
import type { Calendar, MarketModel } from '../../../server/src/domain/market/index.ts';

const hourMs = 3_600_000;
/** Units that everybody commits to, in lots of ten. */
const committed = 500;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Open but for two minutes around midnight. */
const allDay: Calendar = {
  sessions: [
    { preOpenMinute: 0, callMinute: 1, freezeMinute: 2, endMinute: 3, closeMinute: 1_439, weekdays },
  ],
  everyDay: true,
};
/** A call every two hours, so that each jump of the clock uncrosses some. */
const calls: Calendar = {
  sessions: Array.from({ length: 12 }, (_, one) => ({
    preOpenMinute: one * 120,
    callMinute: one * 120 + 1,
    freezeMinute: one * 120 + 114,
    endMinute: one * 120 + 116,
    closeMinute: one * 120 + 119,
    weekdays,
  })),
  everyDay: true,
};
const setups: readonly (readonly [MarketModel, Calendar])[] = [
  ['continuous', allDay],
  ['auction', calls],
];

/** Everybody commits to as much of the offer. */
export async function holdUnits(
  { exchange }: Venue,
  offer: OfferId,
  people: readonly PersonId[],
): Promise<void> {
  const acknowledgements = {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
  } as const;
  const command = { kind: 'commitments.place', offer, units: committed, acknowledgements } as const;
  for (const person of people) {
    await proveUnderstanding({ exchange }, person, offer, committed);
    await exchange.command(command, person);
  }
}

/** Lets the offers close, opens a market for each listing, and the time come when they take orders. */
export async function openMarkets(
  { exchange, context }: Venue,
  operator: PersonId,
  listings: readonly ListingId[],
  closedAfterMs: number,
): Promise<void> {
  const subject = await context.vault.createSubject();
  const reason = await context.vault.seal(subject, { text: 'Load and kill' });
  await exchange.command({ kind: 'venue.advanceClock', byMs: closedAfterMs, reason }, operator);
  for (const [at, listing] of listings.entries()) {
    const [model, calendar] = setups[at % setups.length] as (typeof setups)[number];
    await exchange.command({ kind: 'markets.open', listing, model, calendar, reason }, operator);
  }
  await exchange.command({ kind: 'venue.advanceClock', byMs: 25 * hourMs, reason }, operator);
}

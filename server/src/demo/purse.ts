import { policy } from '@piazza/shared/policy';
import { cents, type OfferId, type PersonId, type Units } from '@piazza/shared/values';
import { account, available } from '../domain/ledger/index.ts';
import { pledgedCents } from '../domain/offers/index.ts';
import type { DemoVenue } from './company.ts';
import { renewProtection } from './onboarding.ts';
import { proveUnderstanding } from './understanding.ts';

/** A round sum that people transfer, in cents. */
const round = 50_000;

/** What a commitment confirms; the people of the story have read everything. */
const acknowledgements = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
} as const;

/** Cents the person could commit now. */
export const freeCents = ({ exchange }: Pick<DemoVenue, 'exchange'>, person: PersonId): number =>
  exchange.peek(
    (state) => available(state.ledger, account.cash(person)) - pledgedCents(state.offers, person),
  );

/** One transfer is enough for a while: each takes several calls to the provider. */
const atOnce = 4;

/** Adds money, play money where there is any, until at least `amount` cents are free, in round sums. */
export async function fillPurse(venue: DemoVenue, person: PersonId, amount: number): Promise<void> {
  const topUps: Promise<unknown>[] = [];
  let missing = Math.ceil((amount - freeCents(venue, person)) / round) * round;
  if (venue.transferIn !== undefined) {
    if (missing > 0) await venue.transferIn(person, missing * atOnce);
    return;
  }
  for (; missing > 0; missing -= policy.topUpMaxCents) {
    const body = { amount: cents(Math.min(missing, policy.topUpMaxCents)) };
    topUps.push(venue.voices(person)('wallet.topUp', { body }));
  }
  await Promise.all(topUps);
}

/**
 * Commits so many units, once more past what is asked before where its time is over. Otherwise it is taken before this
 * returns. @throws Refused as any commitment may be.
 */
export function commit(venue: DemoVenue, person: PersonId, offerId: OfferId, units: number) {
  const place = () =>
    venue.voices(person)('commitments.place', {
      params: { offerId },
      body: { units: units as Units, acknowledgements },
    });
  const proved = () => proveUnderstanding(venue, person, offerId, units);
  const renewed = renewProtection(venue, person);
  const ready = renewed === null ? proved() : renewed.then(proved);
  return ready === null ? place() : ready.then(place);
}

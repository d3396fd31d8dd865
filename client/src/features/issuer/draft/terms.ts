import type { ListingFacts } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { isPrice, tickCents } from '@piazza/shared/values';
import { problem, type Problem } from './problems.ts';

/** Value of one lot in cents, or null while price or lot is missing. */
export const lotCents = ({ price, lot }: ListingFacts): number | null =>
  price === null || lot === null ? null : price * lot;

function priceProblem(price: number): Problem[] {
  if (isPrice(price)) return [];
  const tick = tickCents(price) ?? 1;
  const below = price - (price % tick);
  return [problem('facts.price', 'tick', { tickCents: tick, belowCents: below, aboveCents: below + tick })];
}

function hardCapProblem(facts: ListingFacts): Problem[] {
  const { hardCap } = facts;
  // Lots of a price that is refused would only add a second wrong figure to choose from.
  const lot = facts.price !== null && isPrice(facts.price) ? lotCents(facts) : null;
  if (hardCap === null) return [];
  if (hardCap > policy.issuerCapCents)
    return [problem('facts.hardCap', 'hardCapLimit', { capCents: policy.issuerCapCents })];
  if (lot === null || hardCap % lot === 0) return [];
  const below = hardCap - (hardCap % lot);
  return [
    problem('facts.hardCap', 'hardCapLots', {
      lotCents: lot,
      belowCents: below === 0 ? lot : below,
      aboveCents: below + lot,
    }),
  ];
}

function capProblems(facts: ListingFacts): Problem[] {
  const { softCap, hardCap, minimumTicket, reserves } = facts;
  const found: Problem[] = [];
  if (softCap !== null && hardCap !== null && softCap > hardCap)
    found.push(problem('facts.softCap', 'softCapAbove', { hardCents: hardCap }));
  if (minimumTicket !== null && hardCap !== null && minimumTicket > hardCap)
    found.push(problem('facts.minimumTicket', 'minimumAbove', { hardCents: hardCap }));
  const over = reserves.community + reserves.retail + reserves.institutional - 10_000;
  if (over > 0) found.push(problem('facts.reserves', 'reservesAbove', { overBps: over }));
  return found;
}

function timeProblems({ opensAt, closesAt, targetDate }: ListingFacts, now: number): Problem[] {
  const found: Problem[] = [];
  if (opensAt !== null && opensAt > now + policy.offerMaxMs)
    found.push(problem('facts.opensAt', 'opensTooFar', { latestAt: now + policy.offerMaxMs }));
  if (closesAt === null) return found;
  const opening = Math.max(opensAt ?? now, now);
  const [earliest, latest] = [opening + policy.offerMinMs, opening + policy.offerMaxMs];
  if (closesAt < earliest) found.push(problem('facts.closesAt', 'closesTooSoon', { earliestAt: earliest }));
  if (closesAt > latest) found.push(problem('facts.closesAt', 'closesTooLate', { latestAt: latest }));
  if (targetDate !== null && Date.parse(targetDate) <= closesAt)
    found.push(problem('facts.targetDate', 'targetTooSoon', { closesAt }));
  return found;
}

/**
 * Where the terms written so far do not hold together at venue time `now`: the same rules by which the venue refuses
 * to take a listing in (`terms_invalid`), each with what would fit. Unfinished terms are judged as far as they go.
 */
export function termProblems(facts: ListingFacts, now: number): Problem[] {
  return [
    ...(facts.price === null ? [] : priceProblem(facts.price)),
    ...hardCapProblem(facts),
    ...capProblems(facts),
    ...timeProblems(facts, now),
  ];
}

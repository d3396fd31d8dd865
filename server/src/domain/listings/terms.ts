import { policy } from '@piazza/shared/policy';
import { isPrice, type Millis, type OrganisationId } from '@piazza/shared/values';
import type { ListingFacts, ListingsState, ListingStatus } from './state.ts';

/** The terms of an offer, complete. Money in cents. */
export interface OfferTerms {
  readonly price: number;
  readonly lot: number;
  readonly softCap: number;
  readonly hardCap: number;
  readonly minimumTicket: number;
  readonly opensAt: number | null;
  readonly closesAt: number;
  readonly reserves: ListingFacts['reserves'];
}

/** The terms in the facts, or null while one is missing. */
export function termsOf(facts: ListingFacts): OfferTerms | null {
  const { price, lot, softCap, hardCap, minimumTicket, opensAt, closesAt, reserves } = facts;
  const missing = price === null || lot === null || softCap === null || hardCap === null;
  if (missing || minimumTicket === null || closesAt === null) return null;
  return { price, lot, softCap, hardCap, minimumTicket, opensAt, closesAt, reserves };
}

function moneyProblems(terms: OfferTerms): string[] {
  const wrong: string[] = [];
  const lotValue = terms.price * terms.lot;
  if (!isPrice(terms.price)) wrong.push('facts.price');
  if (terms.hardCap > policy.issuerCapCents || terms.hardCap % lotValue !== 0) wrong.push('facts.hardCap');
  if (terms.softCap > terms.hardCap) wrong.push('facts.softCap');
  if (terms.minimumTicket > terms.hardCap) wrong.push('facts.minimumTicket');
  const { community, retail, institutional } = terms.reserves;
  if (community + retail + institutional > 10_000) wrong.push('facts.reserves');
  return wrong;
}

function timeProblems(terms: OfferTerms, targetDate: string | null, at: Millis): string[] {
  const wrong: string[] = [];
  const opening = Math.max(terms.opensAt ?? at, at);
  const length = terms.closesAt - opening;
  if (terms.opensAt !== null && terms.opensAt > at + policy.offerMaxMs) wrong.push('facts.opensAt');
  if (length < policy.offerMinMs || length > policy.offerMaxMs) wrong.push('facts.closesAt');
  if (targetDate !== null && Date.parse(targetDate) <= terms.closesAt) wrong.push('facts.targetDate');
  return wrong;
}

/**
 * Names of the fields whose terms do not hold together at the time given: the price off its tick, caps out of order
 * or no whole number of lots, reserves above the whole, an opening shorter than a day or longer than a year,
 * an impact target that falls due before the offer closes.
 */
export function termProblems(facts: ListingFacts, at: Millis): string[] {
  const terms = termsOf(facts);
  if (terms === null) return ['facts.price'];
  return [...moneyProblems(terms), ...timeProblems(terms, facts.targetDate, at)];
}

const counted: ReadonlySet<ListingStatus> = new Set([
  'submitted',
  'under_review',
  'approved',
  'live',
  'funded',
]);

/**
 * Cents the organisation has offered or asks to offer in the twelve months before `at`, one listing left out
 * (ECSPR art. 1(2)(c)). What is under way counts whatever its age; what was funded, for twelve months from then.
 */
export function offeredInWindow(
  state: ListingsState,
  organisation: OrganisationId,
  except: string,
  at: Millis,
): number {
  let sum = 0;
  for (const listing of state.listings.values()) {
    if (listing.organisation !== organisation || listing.id === except) continue;
    const until = listing.status === 'funded' ? (listing.transitions.at(-1)?.at ?? at) : at;
    const recent = until > at - policy.issuerCapWindowMs;
    if (recent && counted.has(listing.status)) sum += listing.content.facts.hardCap ?? 0;
  }
  return sum;
}

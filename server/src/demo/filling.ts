import type { OfferTerms } from '../domain/listings/index.ts';
import type { Tier } from '../domain/people/index.ts';
import { millis, romeOffset } from '@piazza/shared/values';
import type { Chance } from './chance.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type Terms = Pick<OfferTerms, 'price' | 'lot' | 'hardCap' | 'minimumTicket'>;

/** How each tier commits: its part of the commitments, its usual ticket, how far tickets spread. */
const habits: Readonly<Record<Tier, { part: number; usual: (hardCap: number) => number; spread: number }>> = {
  community: { part: 0.4, usual: (hardCap) => Math.min(30_000, hardCap * 0.002), spread: 0.5 },
  retail: { part: 0.45, usual: (hardCap) => Math.min(120_000, hardCap * 0.004), spread: 0.8 },
  institutional: { part: 0.15, usual: (hardCap) => hardCap * 0.03, spread: 0.4 },
};
const tiers = Object.keys(habits) as Tier[];
/** Nobody takes more than this share of an offer with one ticket. */
const largestShare = 0.12;

/** Units of a ticket such an investor would write: whole lots, at least the minimum. `scale` makes it smaller or larger. */
export function ticket(tier: Tier, terms: Terms, chance: Chance, scale = 1): number {
  const lotCents = terms.price * terms.lot;
  const least = Math.ceil(terms.minimumTicket / lotCents);
  const most = Math.max(least, Math.floor((terms.hardCap * largestShare) / lotCents));
  const { usual, spread } = habits[tier];
  const wanted = Math.round((chance.around(usual(terms.hardCap), spread) * scale) / lotCents);
  return Math.min(most, Math.max(least, wanted)) * terms.lot;
}

/** A tier by how often its investors commit. */
const drawTier = (chance: Chance): Tier => chance.weighted(tiers, (tier) => habits[tier].part) ?? 'retail';

/** One commitment of the crowd. Times are UTC ms. */
export interface PlannedCommitment {
  readonly at: number;
  readonly tier: Tier;
  readonly units: number;
  /** When its investor thinks better of it, within the reflection period. */
  readonly revokedAt: number | null;
}

/** Few people commit at night. */
function isAwake(at: number, chance: Chance): boolean {
  const hour = Math.floor(((at + romeOffset(millis(Math.floor(at)))) % DAY_MS) / HOUR_MS);
  return (hour >= 7 && hour < 23) || chance.yes(0.08);
}

/** A moment between the two: dense after the opening, thin in the middle, denser towards the end. */
function moment(from: number, to: number, chance: Chance): number {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const side = chance.draw();
    const share = chance.draw();
    const place = side < 0.35 ? share ** 2.2 : side < 0.6 ? 1 - share ** 2.5 : share;
    const at = Math.floor(from + place * (to - from));
    if (isAwake(at, chance)) return at;
  }
  return Math.floor(from + chance.draw() * (to - from));
}

export interface FillingPlan {
  readonly terms: Terms;
  /** From the opening to the closing time, or to now where that comes first. */
  readonly from: number;
  readonly to: number;
  /** Cents committed at the end, what was revoked left out. */
  readonly committed: number;
}

const revokedShare = 0.06;

/**
 * The crowd's commitments to one offer, so many that the sum comes to `committed` within a ticket of the smallest size.
 * A few more are revoked before `to`, and within three days of being placed.
 */
export function planFilling(
  { terms, from, to, committed }: FillingPlan,
  chance: Chance,
): PlannedCommitment[] {
  const planned: PlannedCommitment[] = [];
  const lotCents = terms.price * terms.lot;
  const least = Math.ceil(terms.minimumTicket / lotCents) * terms.lot;
  for (let left = Math.floor(committed / lotCents) * terms.lot; left >= least;) {
    const tier = drawTier(chance);
    const wanted = ticket(tier, terms, chance);
    const units = left - wanted < least ? left : wanted;
    const revoked = chance.yes(revokedShare);
    const at = moment(from, to, chance);
    const revokedAt = Math.floor(at + chance.between(HOUR_MS, 3 * DAY_MS));
    if (revoked && revokedAt < to) planned.push({ at, tier, units: wanted, revokedAt });
    else {
      planned.push({ at, tier, units, revokedAt: null });
      left -= units;
    }
  }
  return planned.toSorted((a, b) => a.at - b.at);
}

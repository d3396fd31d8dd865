import type { CommitmentId, ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../../server/src/domain/core/index.ts';
import type { ListingContent, ListingFacts, ReviewCommand } from '../../server/src/domain/listings/index.ts';
import type { Acknowledgements } from '../../server/src/domain/offers/index.ts';
import type { Role, Tier } from '../../server/src/domain/people/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { beginning, day, type DomainVenue } from './domain-venue.ts';
import { dossierFacts } from './dossier-facts.ts';
import { onboarded } from './onboarded.ts';

export const sealed = (words: string): Sealed => ({ ref: words, hash: `hash of ${words}` });
export const why = sealed('why');

const named = (name: string): PersonId => `per_${name}` as PersonId;
/** The people of the stories; the name of a person tells the role by its first letter where it can. */
export const cast = {
  enzo: named('enzo'),
  elsa: named('elsa'),
  /** Enterprise, operator and investor at once, and the representative of org_3. */
  mirko: named('mirko'),
  olga: named('olga'),
  oreste: named('oreste'),
  ottavia: named('ottavia'),
  ines: named('ines'),
  ivo: named('ivo'),
  /** Investor of the community tier. */
  caio: named('caio'),
  /** Investor of the institutional tier, sophisticated: no reflection period, no warnings. */
  sofia: named('sofia'),
  adele: named('adele'),
  nobody: named('nobody'),
} as const;

const roles: Readonly<Record<Exclude<keyof typeof cast, 'nobody'>, readonly Role[]>> = {
  enzo: ['enterprise'],
  elsa: ['enterprise'],
  mirko: ['enterprise', 'operator', 'investor'],
  olga: ['operator'],
  oreste: ['operator'],
  ottavia: ['operator'],
  ines: ['investor'],
  ivo: ['investor'],
  caio: ['investor'],
  sofia: ['investor'],
  adele: ['administrator'],
};
export const orgOf = {
  enzo: 'org_1' as OrganisationId,
  elsa: 'org_2' as OrganisationId,
  mirko: 'org_3' as OrganisationId,
} as const;
export const lst = (n: number): ListingId => `lst_${n}` as ListingId;
export const ofr = (n: number): OfferId => `ofr_${n}` as OfferId;
export const cmt = (n: number): CommitmentId => `cmt_${n.toString(36)}` as CommitmentId;

/** Everybody registered, three organisations founded, investors past their onboarding, in a simulation. */
export function everybody(venue: DomainVenue): void {
  const at = venue.now;
  venue.fold({ kind: 'venue.opened', mode: 'SIMULATION' });
  for (const [name, held] of Object.entries(roles)) {
    const person = cast[name as keyof typeof cast];
    const [subject, profile] = [`vault of ${name}`, sealed(name)];
    venue.fold({ kind: 'people.registered', person, subject, profile, roles: held, at });
  }
  for (const [name, organisation] of Object.entries(orgOf)) {
    const [subject, profile] = [`vault of ${organisation}`, sealed(organisation)];
    const representative = cast[name as keyof typeof cast];
    const kind = 'organisations.created';
    venue.fold({ kind, organisation, subject, profile, representative, fictional: true, at });
    venue.fold(...dossierFacts(organisation, representative, cast.olga, at));
  }
  const tier = (person: PersonId, to: Tier): void =>
    venue.fold({ kind: 'people.tier_set', person, tier: to, reason: why });
  tier(cast.caio, 'community');
  tier(cast.sofia, 'institutional');
  venue.fold({ kind: 'people.class_set', person: cast.sofia, investorClass: 'sophisticated' });
  onboarded(cast.mirko, cast.ines, cast.ivo, cast.caio, cast.sofia)(venue);
}

/** Ten euro a unit, in lots of ten (€100); soft cap €1,000, hard cap €10,000, tickets from €200; thirty days. */
export const facts = (changes: Partial<ListingFacts> = {}): ListingFacts => ({
  sector: 'housing',
  instrument: 'community_share',
  transferability: 'with_consent',
  couponBps: null,
  accrual: 'none',
  indicator: 'OI1234',
  sdgTarget: '11.1',
  baseline: 0,
  target: 40,
  targetDate: '2027-12-31',
  price: 1_000,
  lot: 10,
  softCap: 100_000,
  hardCap: 1_000_000,
  minimumTicket: 20_000,
  opensAt: null,
  closesAt: beginning + 30 * day,
  reserves: { community: 0, retail: 0, institutional: 0 },
  ...changes,
});
export const content = (
  changes: Partial<ListingFacts> = {},
  contentHash = 'version 1',
  gaps: readonly string[] = [],
): ListingContent => ({ texts: sealed(contentHash), facts: facts(changes), contentHash, gaps });

type Approve = Extract<ReviewCommand, { kind: 'review.approve' }>;
export const approve = (listing: ListingId = lst(1), changes: Partial<Approve> = {}): Approve => ({
  kind: 'review.approve',
  listing,
  contentHash: 'version 1',
  intentional: true,
  measurable: true,
  additional: true,
  noConflictOfInterest: true,
  words: why,
  ...changes,
});

export const acknowledged: Acknowledgements = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
};
export const place = (
  units: number,
  offer: OfferId = ofr(1),
  changes: Partial<Acknowledgements> = {},
): Extract<VenueCommand, { kind: 'commitments.place' }> => ({
  kind: 'commitments.place',
  offer,
  units,
  acknowledgements: { ...acknowledged, ...changes },
});
export const revoke = (commitment: CommitmentId = cmt(1)): VenueCommand => ({
  kind: 'commitments.revoke',
  commitment,
});
export const publish = (listing: ListingId = lst(1)): VenueCommand => ({ kind: 'offers.publish', listing });
export const cancel = (offer: OfferId = ofr(1)): VenueCommand => ({
  kind: 'offers.cancel',
  offer,
  reason: why,
});
export const submit = (listing: ListingId = lst(1)): VenueCommand => ({ kind: 'listings.submit', listing });
export const withdraw = (listing: ListingId = lst(1)): VenueCommand => ({
  kind: 'listings.withdraw',
  listing,
  reason: why,
});
export const revise = (listing: ListingId = lst(1)): VenueCommand => ({
  kind: 'listings.revise',
  listing,
  reason: why,
});
export const takeReview = (listing: ListingId = lst(1)): VenueCommand => ({ kind: 'review.take', listing });
export const requestChanges = (listing: ListingId = lst(1)): VenueCommand => ({
  kind: 'review.requestChanges',
  listing,
  words: why,
});
export const save = (
  revision: number,
  version: ListingContent = content(),
  listing: ListingId = lst(1),
): VenueCommand => ({ kind: 'listings.saveDraft', listing, revision, content: version });

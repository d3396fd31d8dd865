import { understoodWhereAsked } from './understood.ts';
import type { CommitmentId, ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Actor } from '../../server/src/domain/core/index.ts';
import type { ListingContent, ListingStatus } from '../../server/src/domain/listings/index.ts';
import type { CommitmentStatus, OfferStatus } from '../../server/src/domain/offers/index.ts';
import type { Role, Tier } from '../../server/src/domain/people/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { acknowledged, cast, content, orgOf, sealed } from './domain-cast.ts';
import { day, minute, type DomainVenue } from './domain-venue.ts';
import type { Move, Told } from './venue-moves.ts';

const everybody = Object.values(cast);
const enterprises = [cast.enzo, cast.elsa, cast.mirko];
const operators = [cast.olga, cast.oreste, cast.ottavia, cast.mirko];
const investors = [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko];
const organisations: readonly OrganisationId[] = Object.values(orgOf);
const reason = sealed('a reason');

/** The nth of a list, counted round; undefined of an empty one. */
const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];
/** Digits of `size` in the given bases: several small choices out of one number. */
function choices(size: number, ...bases: readonly number[]): number[] {
  let left = size;
  return bases.map((base) => {
    const digit = left % base;
    left = Math.floor(left / base);
    return digit;
  });
}

/** Small offers of all sorts, that a few commitments fill or miss; now and then with terms that do not hold. */
function anyContent({ now }: DomainVenue, { size, apt }: Move): ListingContent {
  const [price, lot, lots, soft, ticket, length, waits, shares] = choices(size, 4, 3, 5, 4, 2, 4, 3, 4);
  const unit = [101, 250, 1_000, 99_500][price!]!;
  const units = [1, 5, 20][lot!]!;
  const hardCap = unit * units * [3, 7, 20, 60, 200][lots!]!;
  const opensAt = waits === 0 ? now + day : null;
  const changes = {
    price: apt ? unit : unit + (size % 2),
    lot: units,
    hardCap,
    softCap: Math.max(1, Math.floor((hardCap * [0, 20, 60, 100][soft!]!) / 100)),
    minimumTicket: ticket === 0 ? 1 : unit * units * 2,
    opensAt,
    closesAt: (opensAt ?? now) + [3, 5, 9, 20][length!]! * day + minute,
    targetDate: '2040-01-01',
    reserves: [
      { community: 0, retail: 0, institutional: 0 },
      { community: 2_500, retail: 2_500, institutional: 2_500 },
      { community: 0, retail: 1_000, institutional: 6_000 },
      { community: 9_999, retail: 0, institutional: 1 },
    ][shares!]!,
  };
  const gaps = !apt && size % 3 === 0 ? ['texts.story'] : [];
  return content(changes, `version ${size}`, gaps);
}

function listingFor(venue: DomainVenue, move: Move, ...suitable: readonly ListingStatus[]): ListingId {
  const all = [...venue.state.listings.listings.values()];
  const apt = all.filter(({ status }) => suitable.includes(status));
  const found = pick(move.apt && apt.length > 0 ? apt : all, move.nth);
  return found?.id ?? ('lst_none' as ListingId);
}
function offerFor(venue: DomainVenue, move: Move, ...suitable: readonly OfferStatus[]): OfferId {
  const all = [...venue.state.offers.offers.values()];
  const apt = all.filter(({ status }) => suitable.includes(status));
  const found = pick(move.apt && apt.length > 0 ? apt : all, move.nth);
  return found?.id ?? ('ofr_none' as OfferId);
}
function commitmentFor(venue: DomainVenue, move: Move, suitable: CommitmentStatus): CommitmentId {
  const all = [...venue.state.offers.commitments.values()];
  const apt = all.filter(({ status }) => status === suitable);
  const found = pick(move.apt && apt.length > 0 ? apt : all, move.nth);
  return found?.id ?? ('cmt_none' as CommitmentId);
}

type Wish = readonly [Actor, VenueCommand];

function listingWish(venue: DomainVenue, move: Move): Wish | null {
  const { what, nth, who, size, apt } = move;
  const owner = (listing: ListingId): PersonId => {
    const organisation = venue.state.listings.listings.get(listing)?.organisation;
    const own = venue.state.organisations.organisations.get(organisation!)?.representatives[0];
    return apt && own !== undefined ? own : pick(everybody, who)!;
  };
  switch (what) {
    case 'listings.create': {
      const organisation = pick(organisations, nth)!;
      const actor = apt ? pick(enterprises, nth)! : pick(everybody, who)!;
      return [actor, { kind: what, organisation, content: anyContent(venue, move) }];
    }
    case 'listings.saveDraft': {
      const listing = listingFor(venue, move, 'draft', 'changes_requested');
      const revision = apt ? (venue.state.listings.listings.get(listing)?.revision ?? 0) : size % 3;
      return [owner(listing), { kind: what, listing, revision, content: anyContent(venue, move) }];
    }
    case 'listings.submit': {
      const listing = listingFor(venue, move, 'draft', 'changes_requested');
      return [owner(listing), { kind: what, listing }];
    }
    case 'listings.withdraw': {
      const listing = listingFor(venue, move, 'draft', 'submitted', 'under_review', 'approved');
      return [owner(listing), { kind: what, listing, reason }];
    }
    case 'listings.revise': {
      const listing = listingFor(venue, move, 'approved');
      return [owner(listing), { kind: what, listing, reason }];
    }
    case 'offers.publish': {
      const listing = listingFor(venue, move, 'approved');
      return [owner(listing), { kind: what, listing }];
    }
    default:
      return null;
  }
}

function operatorWish(venue: DomainVenue, move: Move): Wish | null {
  const { what, who, size, apt } = move;
  const anyOperator = pick(apt ? operators : everybody, who)!;
  const reviewerOf = (listing: ListingId): PersonId =>
    pick(venue.state.listings.listings.get(listing)?.reviewers ?? [], who) ?? anyOperator;
  switch (what) {
    case 'review.take':
      return [anyOperator, { kind: what, listing: listingFor(venue, move, 'submitted', 'under_review') }];
    case 'review.requestChanges': {
      const listing = listingFor(venue, move, 'under_review');
      return [reviewerOf(listing), { kind: what, listing, words: reason }];
    }
    case 'offers.cancel':
      return [
        anyOperator,
        { kind: what, offer: offerFor(venue, move, 'scheduled', 'open', 'closing'), reason },
      ];
    case 'review.approve': {
      const listing = listingFor(venue, move, 'under_review');
      const contentHash = venue.state.listings.listings.get(listing)?.content.contentHash ?? 'none';
      const [gate, conflict, changed] = choices(size, 20, 20, 20);
      const measurable = gate !== 0;
      const rest = { intentional: true, additional: true, measurable, noConflictOfInterest: conflict !== 0 };
      const read = changed === 0 ? 'another' : contentHash;
      return [reviewerOf(listing), { kind: what, listing, contentHash: read, ...rest, words: reason }];
    }
    default:
      return null;
  }
}

function investorWish(venue: DomainVenue, move: Move): Wish | null {
  const { what, who, size, apt } = move;
  const investor = pick(apt ? investors : everybody, who)!;
  switch (what) {
    case 'commitments.place': {
      const offer = offerFor(venue, move, 'open');
      const lot = venue.state.offers.offers.get(offer)?.terms.lot ?? 1;
      const units = apt ? lot * (1 + (size % (size % 2 === 0 ? 12 : 40))) : 1 + size;
      const shown = apt ? acknowledged : { ...acknowledged, riskWarning: size % 2 === 0 };
      const command: VenueCommand = { kind: what, offer, units, acknowledgements: shown };
      // Whoever knows what they do has proved that they understand it.
      if (apt) understoodWhereAsked(venue, investor, command);
      return [investor, command];
    }
    case 'commitments.revoke': {
      const commitment = commitmentFor(venue, move, 'pledged');
      const own = venue.state.offers.commitments.get(commitment)?.investor;
      return [apt && own !== undefined ? own : investor, { kind: what, commitment }];
    }
    case 'wallet.topUp':
      return [
        investor,
        { kind: what, amountCents: apt ? 100 + Math.floor(size / 10) : size * 2 - 5_000_000 },
      ];
    default:
      return null;
  }
}

const roleNames: readonly Role[] = ['investor', 'enterprise', 'operator', 'administrator'];
const tiers: readonly Tier[] = ['community', 'retail', 'institutional'];

function peopleWish({ what, nth, who, size, apt }: Move): Wish | null {
  const anybody = pick(everybody, who)!;
  const [profile, person] = [sealed(`profile ${size}`), pick(everybody, nth)!];
  switch (what) {
    case 'people.setTier':
      return [apt ? 'venue' : anybody, { kind: what, person, tier: pick(tiers, size)!, reason }];
    case 'people.setRole': {
      const [role, granted] = [pick(roleNames, size)!, size % 3 > 0];
      return [apt ? 'venue' : anybody, { kind: what, person, role, granted, reason }];
    }
    case 'people.updateProfile':
      return [anybody, { kind: what, profile }];
    case 'people.acknowledgeWarning':
      return [anybody, { kind: what }];
    case 'people.readNotices':
      return [anybody, { kind: what, upTo: `${size}.0` }];
    case 'people.register':
      return [
        apt ? 'venue' : anybody,
        { kind: what, subject: `vault ${size}`, profile, roles: ['investor'] },
      ];
    case 'organisations.create':
      return [anybody, { kind: what, subject: `vault ${size}`, profile, fictional: true }];
    case 'organisations.update':
      return [pick(enterprises, who)!, { kind: what, organisation: pick(organisations, nth)!, profile }];
    case 'venue.open':
      return ['venue', { kind: what, mode: apt ? 'SIMULATION' : 'MTF' }];
    case 'venue.advanceClock':
      return [pick(operators, who)!, { kind: what, byMs: size * 10_000 - 10_000, reason }];
    default:
      return null;
  }
}

/** The next step of a listing on its way: the kind of command, which its own wish then fills in. */
const nextStep: Readonly<Partial<Record<ListingStatus, Told>>> = {
  draft: 'listings.submit',
  changes_requested: 'listings.submit',
  submitted: 'review.take',
  approved: 'offers.publish',
};
function onward(venue: DomainVenue, { nth }: Move): Told {
  const waiting = [...venue.state.listings.listings.values()].filter(
    ({ status }) => status === 'under_review' || status in nextStep,
  );
  const listing = pick(waiting, nth);
  if (listing === undefined) return 'listings.create';
  return nextStep[listing.status] ?? (listing.reviewers.length < 2 ? 'review.take' : 'review.approve');
}

/** Who wishes what: the move, made of what the venue holds at that moment. */
export function wishOf(venue: DomainVenue, move: Move): Wish {
  if (move.what === 'onward') return wishOf(venue, { ...move, what: onward(venue, move), apt: true });
  const wish =
    listingWish(venue, move) ?? operatorWish(venue, move) ?? investorWish(venue, move) ?? peopleWish(move);
  if (wish === null) throw new Error(`no wish for ${move.what}`);
  return wish;
}

import type { CommitmentView, OfferProgress, OfferView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { cents, priceCents, units, type CommitmentId, type OfferId } from '@piazza/shared/values';
import type { Listing } from '../../domain/listings/index.ts';
import type { Commitment, Offer } from '../../domain/offers/index.ts';
import type { Organisation } from '../../domain/organisations/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ProgressFigures } from '../../projections/effects.ts';
import { progressOf } from '../../projections/deal-flow.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { listingTexts, organisationName, organisationProfile } from './words.ts';

export interface OfferPick {
  readonly offer: Pick<Offer, 'id' | 'listing' | 'terms' | 'opensAt' | 'closesAt'>;
  readonly progress: ProgressFigures;
  readonly content: Listing['content'];
  readonly organisation: Organisation;
}

/** An offer without its list of commitments, which may be long. */
export function pickOffer(state: VenueState, id: OfferId): OfferPick {
  const found = state.offers.offers.get(id);
  const listing = found && state.listings.listings.get(found.listing);
  const organisation = found && state.organisations.organisations.get(found.organisation);
  if (found === undefined || listing === undefined || organisation === undefined)
    throw new Refused(reject('not_found'));
  const { listing: listingId, terms, opensAt, closesAt } = found;
  return {
    offer: { id, listing: listingId, terms, opensAt, closesAt },
    progress: progressOf(found),
    content: listing.content,
    organisation,
  };
}

export const presentProgress = (offerId: OfferId, figures: ProgressFigures): OfferProgress => ({
  offerId,
  status: figures.status as OfferProgress['status'],
  committed: cents(figures.committedCents),
  captured: cents(figures.capturedCents),
  investors: figures.investors,
  decisionAt: figures.decisionAt,
});

export async function presentOffer(context: ApiContext, pick: OfferPick): Promise<OfferView> {
  const { offer, content, organisation } = pick;
  const { facts } = content;
  const texts = await listingTexts(context, content.texts);
  const profile = await organisationProfile(context, organisation.profile);
  const { terms } = offer;
  return {
    id: offer.id,
    listingId: offer.listing,
    title: texts.title,
    tagline: texts.tagline,
    organisation: await organisationName(context, organisation),
    place: profile.place,
    sector: facts.sector as OfferView['sector'],
    instrument: facts.instrument as OfferView['instrument'],
    couponBps: facts.couponBps,
    indicator: facts.indicator ?? '',
    sdgTarget: facts.sdgTarget ?? '',
    price: priceCents(terms.price),
    lot: units(terms.lot),
    softCap: cents(terms.softCap),
    hardCap: cents(terms.hardCap),
    minimumTicket: cents(terms.minimumTicket),
    opensAt: offer.opensAt,
    closesAt: offer.closesAt,
    progress: presentProgress(offer.id, pick.progress),
  };
}

export interface CommitmentPick {
  readonly commitment: Commitment;
  readonly offer: OfferPick;
}

export function pickCommitment(state: VenueState, id: CommitmentId): CommitmentPick {
  const commitment = state.offers.commitments.get(id);
  if (commitment === undefined) throw new Refused(reject('not_found'));
  return { commitment, offer: pickOffer(state, commitment.offer) };
}

export async function presentCommitment(context: ApiContext, pick: CommitmentPick): Promise<CommitmentView> {
  const { commitment, offer } = pick;
  const texts = await listingTexts(context, offer.content.texts);
  const { name } = await organisationName(context, offer.organisation);
  return {
    id: commitment.id,
    offerId: commitment.offer,
    listingId: offer.offer.listing,
    title: texts.title,
    organisationName: name,
    units: units(commitment.units),
    amount: cents(commitment.amountCents),
    status: commitment.status,
    placedAt: commitment.placedAt,
    reflectionEndsAt: commitment.reflectionEndsAt,
    renewal: commitment.renewal && {
      why: commitment.renewal.why,
      at: commitment.renewal.at,
      disclosureId: commitment.renewal.disclosure,
    },
    allottedUnits: units(commitment.allottedUnits),
    allottedAmount: cents(commitment.allottedUnits * offer.offer.terms.price),
    tier: commitment.tier,
    timeline: commitment.timeline,
  };
}

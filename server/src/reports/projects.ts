import type { Commitment, Offer } from '../domain/offers/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { within, type Cell, type Period, type Report } from './report.ts';

/** Names that are sealed, opened before: by the id of the organisation and of the listing. */
export interface Names {
  readonly owners: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

const over = new Set(['funded', 'failed', 'cancelled']);

/** When the offer was decided, or cancelled; null while it runs. Stamp of its listing's last transition. */
function decidedAt(state: VenueState, offer: Offer): number | null {
  if (!over.has(offer.status)) return null;
  const steps = state.listings.listings.get(offer.listing)?.transitions ?? [];
  return steps.findLast(({ to }) => over.has(to))?.at ?? offer.decisionAt;
}

interface Share {
  readonly investors: Set<string>;
  cents: number;
}

/** Who received units, by protection: a non-sophisticated investor had a reflection period. Cents of what was allotted. */
function sharesOf(commitments: readonly Commitment[], priceCents: number): { plain: Share; expert: Share } {
  const plain: Share = { investors: new Set(), cents: 0 };
  const expert: Share = { investors: new Set(), cents: 0 };
  for (const one of commitments) {
    if (one.allottedUnits === 0) continue;
    const share = one.reflectionEndsAt === null ? expert : plain;
    share.investors.add(one.investor);
    share.cents += one.allottedUnits * priceCents;
  }
  return { plain, expert };
}

/** Offers decided in the period. */
export const decidedOffers = (state: VenueState, period: Period): Offer[] =>
  [...state.offers.offers.values()].filter((offer) => within(period, decidedAt(state, offer)));

/** The annual confidential list of projects (ECSPR art. 16(1)). */
export function projects(state: VenueState, period: Period, { owners, titles }: Names): Report {
  const rows = decidedOffers(state, period).map((offer): Cell[] => {
    const facts = state.listings.listings.get(offer.listing)?.content.facts;
    const commitments = offer.commitments
      .map((id) => state.offers.commitments.get(id))
      .filter((one) => one !== undefined);
    const { plain, expert } = sharesOf(commitments, offer.terms.price);
    return [
      { text: owners.get(offer.organisation) ?? '' },
      { text: titles.get(offer.listing) ?? '' },
      { text: offer.listing },
      { code: facts?.instrument ?? '' },
      { code: offer.status },
      { at: decidedAt(state, offer) ?? 0 },
      { cents: offer.status === 'funded' ? offer.proceedsCents : 0 },
      { count: expert.investors.size },
      { cents: expert.cents },
      { count: plain.investors.size },
      { cents: plain.cents },
    ];
  });
  return {
    name: 'projects',
    columns: [
      'owner',
      'title',
      'listing',
      'instrument',
      'status',
      'decidedAt',
      'raised',
      'sophisticated',
      'sophisticatedAmount',
      'nonSophisticated',
      'nonSophisticatedAmount',
    ],
    rows,
    notes: ['projects'],
  };
}

import type { ListingId, PersonId } from '@piazza/shared/values';
import type { VenueState } from '../../domain/venue/index.ts';
import type { Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import { quote } from '../trading/orders.ts';

/** How much of the way back to the issue price the crowd's opinion goes. */
const pull = 0.04;

interface OpenMarket {
  readonly listing: ListingId;
  /** What the crowd thinks a unit is worth, in cents. */
  readonly fairCents: number;
}

/** The story's markets that take orders now. */
const openMarkets = (state: VenueState): OpenMarket[] =>
  [...state.markets.markets.values()]
    .filter(({ phase, model }) => model !== 'bulletin' && ['pre_open', 'call', 'continuous'].includes(phase))
    .filter(({ organisation }) => state.organisations.organisations.get(organisation)?.fictional === true)
    .map(({ listing, last, referenceCents, issuePriceCents }) => {
      const price = last?.priceCents ?? referenceCents;
      return { listing, fairCents: price + (issuePriceCents - price) * pull };
    });

/** Somebody of the crowd writes an order in one of the open markets. */
export async function tradeSomewhere(
  venue: DemoVenue,
  person: PersonId,
  chance: Chance,
): Promise<'traded' | 'idle'> {
  const markets = venue.exchange.peek(openMarkets);
  if (markets.length === 0) return 'idle';
  const { listing, fairCents } = chance.pick(markets);
  const opinion = fairCents * (1 + chance.between(-0.012, 0.012));
  return (await quote(venue, person, listing, opinion, chance)) ? 'traded' : 'idle';
}

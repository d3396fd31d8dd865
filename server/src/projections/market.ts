import { cents, formatAmount, type PersonId } from '@piazza/shared/values';
import {
  auctionCollar,
  referenceOf,
  type CallTermsSet,
  type Market,
  type MarketPhased,
} from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { JournalRecord } from '../kernel/record.ts';
import { publishTrading } from './deal-flow.ts';
import { addLine, marketEffects, tell, type Effects, type Projection } from './effects.ts';
import { tellBlock, tellMarket } from './market-topics.ts';
import { notify } from './notices.ts';
import { sessionOf } from './session.ts';
import { auctionsStream, type AuctionLine } from './streams.ts';

function phased(effects: Effects, market: Market): void {
  const into = marketEffects(effects, market.listing);
  into.phased = true;
  into.session = sessionOf(market);
  into.referenceCents = referenceOf(market);
  tellMarket(effects, market.listing);
}

/** Those who hold units or have an order in the book. */
function concerned(state: VenueState, market: Market): Set<PersonId> {
  const found = new Set(state.register.holders.get(market.listing)?.keys());
  for (const [seat, person] of market.owners.entries())
    if (market.book.firstOf(seat) !== -1) found.add(person);
  return found;
}

/** A halt, and its end, reach all whose money it stops. */
function halted(
  effects: Effects,
  state: VenueState,
  market: Market,
  { command, at }: JournalRecord,
  event: MarketPhased,
): void {
  const resumed = command.kind === 'markets.act' && command.act === 'resume';
  if (event.phase !== 'halted' && !resumed) return;
  const kind = resumed ? 'trading_resumed' : 'trading_halted';
  publishTrading(effects, state, market.listing, kind, null, at);
  for (const person of concerned(state, market))
    notify(effects, person, at, kind, { listing: market.listing });
}

/** What is set for one auction is everybody's to know, at once. */
function termsSet(effects: Effects, state: VenueState, { listing, resumes }: CallTermsSet, at: number): void {
  const market = state.markets.markets.get(listing) as Market;
  marketEffects(effects, listing).referenceCents = referenceOf(market);
  tellMarket(effects, listing);
  publishTrading(effects, state, listing, 'call_terms_set', null, at);
  const { low, high } = auctionCollar(market);
  const subject = { listing, low: formatAmount(cents(low)), high: formatAmount(cents(high)) };
  const kind = resumes ? 'call_terms_resumed' : 'call_terms_set';
  for (const person of concerned(state, market)) notify(effects, person, at, kind, subject);
}

/** What happens to a market beside its orders: admission, phases, auctions, stops. */
export const marketEvents: Projection = (effects, state, event, record) => {
  switch (event.kind) {
    case 'market.opened':
      marketEffects(effects, event.listing).referenceCents = event.issuePriceCents;
      publishTrading(effects, state, event.listing, 'trading_opened', null, record.at);
      tell(effects, 'public', `listing:${event.listing}`);
      return;
    case 'market.phased':
    case 'market.configured': {
      const market = state.markets.markets.get(event.listing) as Market;
      phased(effects, market);
      if (event.kind === 'market.phased') halted(effects, state, market, record, event);
      return;
    }
    case 'market.uncrossed': {
      const { at, priceCents, volume, surplus, trades, extensions, referenceCents } = event;
      const value: AuctionLine = { at, priceCents, volume, surplus, trades, extensions, referenceCents };
      addLine(effects, auctionsStream(event.listing), value);
      marketEffects(effects, event.listing).referenceCents = referenceOf(
        state.markets.markets.get(event.listing) as Market,
      );
      if (priceCents === null) return;
      publishTrading(effects, state, event.listing, 'auction_result', priceCents * volume, at);
      return;
    }
    case 'market.terms_set':
      termsSet(effects, state, event, record.at);
      return;
    case 'market.blocked':
      tellBlock(effects, state, event.target);
      return;
    case 'market.dead_man_set':
      tell(effects, event.person, 'orders');
      return;
    default:
  }
};

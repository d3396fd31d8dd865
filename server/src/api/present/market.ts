import type { MarketSession, MarketView, Trade } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { cents, millis, priceCents, romeDay, units, type ListingId } from '@piazza/shared/values';
import {
  auctionCollar,
  BUY,
  isBlocked,
  orderCollar,
  priceOfLevel,
  referenceOf,
  SELL,
  type Collar,
  type Figures,
  type Market,
} from '../../domain/market/index.ts';
import type { RegisterState } from '../../domain/register/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { SessionFigures, TradeFigures } from '../../projections/effects.ts';
import { sessionOf } from '../../projections/session.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { pickListing, type ListingPick } from './listing.ts';
import { listingTexts, organisationName } from './words.ts';

/** @throws Refused not_found */
export function existingMarket(state: VenueState, id: ListingId): Market {
  const market = state.markets.markets.get(id);
  if (market === undefined) throw new Refused(reject('not_found'));
  return market;
}

// An issue that trades is wholly delivered: from then on units only change hands, so one walk of the register is enough.
const counted = new WeakMap<object, number>();

function totalUnits(register: RegisterState, listing: ListingId): number {
  const holders = register.holders.get(listing);
  if (holders === undefined) return 0;
  let total = counted.get(holders);
  if (total === undefined) {
    total = 0;
    for (const holding of holders.values()) total += holding.units;
    counted.set(holders, total);
  }
  return total;
}

/** What is shown of a market, without its book. */
export interface MarketPick extends ListingPick {
  readonly market: Pick<
    Market,
    | 'listing'
    | 'model'
    | 'calendar'
    | 'referenceCents'
    | 'referenceSource'
    | 'issuePriceCents'
    | 'last'
    | 'day'
    | 'terms'
  >;
  readonly session: SessionFigures;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly collar: Collar;
  /** Of its auctions. */
  readonly callCollar: Collar;
  readonly totalUnits: number;
  readonly holders: number;
  readonly blocked: boolean;
}

const bestPrice = (market: Market, side: number): number | null => {
  const level = market.book.best(side);
  return level === 0 ? null : priceOfLevel(level);
};

/** @throws Refused not_found */
export function pickMarket(state: VenueState, id: ListingId): MarketPick {
  const found = existingMarket(state, id);
  const { listing, model, calendar, issuePriceCents, last, day, terms } = found;
  const [referenceCents, { referenceSource }] = [referenceOf(found), found];
  return {
    ...pickListing(state, id),
    market: { listing, model, calendar, referenceCents, referenceSource, issuePriceCents, last, day, terms },
    session: sessionOf(found),
    bid: bestPrice(found, BUY),
    ask: bestPrice(found, SELL),
    collar: orderCollar(state, found),
    callCollar: auctionCollar(found),
    totalUnits: totalUnits(state.register, id),
    holders: state.register.holders.get(id)?.size ?? 0,
    blocked: isBlocked(state.markets, found),
  };
}

export const presentSession = (figures: SessionFigures): MarketSession => ({
  phase: figures.phase,
  since: millis(figures.since),
  until: figures.until === null ? null : millis(figures.until),
  extensions: figures.extensions,
  nextAt: figures.nextAt === null ? null : millis(figures.nextAt),
});

export const presentTrade = (figures: TradeFigures): Trade => ({
  number: figures.number,
  at: millis(figures.at),
  price: priceCents(figures.priceCents),
  quantity: units(figures.quantity),
  aggressor: figures.aggressor,
});

const presentDay = (day: Figures): NonNullable<MarketView['day']> => ({
  day: romeDay(millis(day.from)),
  open: priceCents(day.open),
  high: priceCents(day.high),
  low: priceCents(day.low),
  close: priceCents(day.close),
  volume: units(day.volume),
  turnover: cents(day.turnoverCents),
  trades: day.trades,
});

const priceOrNull = (value: number | null) => (value === null ? null : priceCents(value));

/** Collars of a price near the edges of what is admitted end there. */
const presentCollar = ({ low, high }: MarketPick['collar']): MarketView['collar'] => ({
  low: priceCents(Math.max(low, 100)),
  high: priceCents(Math.min(high, 99_999)),
});

async function presentTerms(
  context: ApiContext,
  { market: { terms }, callCollar }: MarketPick,
): Promise<MarketView['terms']> {
  if (terms === null) return null;
  const said = await context.vault.open<{ reason: string }>(terms.reason);
  return {
    reference: priceOrNull(terms.referenceCents),
    collarBps: terms.collarBps,
    collar: presentCollar(callCollar),
    at: terms.at,
    reason: said?.reason ?? '',
  };
}

export async function presentMarket(context: ApiContext, pick: MarketPick): Promise<MarketView> {
  const { market, listing, organisation } = pick;
  const { facts, texts: sealed } = listing.content;
  const texts = await listingTexts(context, sealed);
  return {
    listingId: market.listing,
    title: texts.title,
    tagline: texts.tagline,
    organisation: await organisationName(context, organisation),
    sector: facts.sector as MarketView['sector'],
    instrument: facts.instrument as MarketView['instrument'],
    indicator: facts.indicator ?? '',
    sdgTarget: facts.sdgTarget ?? '',
    model: market.model,
    calendar: market.calendar as MarketView['calendar'],
    session: presentSession(pick.session),
    reference: priceCents(market.referenceCents),
    referenceSource: pick.market.terms?.referenceCents ? 'desk' : market.referenceSource,
    issuePrice: priceCents(market.issuePriceCents),
    last: market.last && { price: priceCents(market.last.priceCents), at: market.last.at },
    bid: priceOrNull(pick.bid),
    ask: priceOrNull(pick.ask),
    day: market.day && presentDay(market.day),
    collar: presentCollar(pick.collar),
    terms: await presentTerms(context, pick),
    totalUnits: units(pick.totalUnits),
    holders: pick.holders,
    blocked: pick.blocked,
  };
}

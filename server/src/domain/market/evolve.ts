import { existing } from '../core/index.ts';
import { Book } from './book/index.ts';
import type { BlockTarget, MarketEvent, MarketOpened, MarketPhased } from './events.ts';
import { levels } from './prices.ts';
import { takeSeat } from './seats.ts';
import { settleMoves, type MarketBooks } from './settle.ts';
import { marketOf, type Market, type MarketsState } from './state.ts';

function opened(state: MarketsState, event: MarketOpened): void {
  const { listing, organisation, issuePriceCents, model, calendar, at } = event;
  state.markets.set(listing, {
    listing,
    organisation,
    openedAt: at,
    issuePriceCents,
    model,
    calendar,
    phase: 'closed',
    since: at,
    until: null,
    session: null,
    extensions: 0,
    referenceCents: issuePriceCents,
    referenceSource: 'issue',
    last: null,
    trades: 0,
    uncross: null,
    sweeps: [],
    blocked: false,
    stop: null,
    closedPeriod: false,
    terms: null,
    interrupters: [],
    owners: [],
    seats: new Map(),
    day: null,
    minute: null,
    book: new Book(levels),
  });
}

function blocked(state: MarketsState, target: BlockTarget, on: boolean): void {
  if (target.scope === 'venue') state.house.blocked = on;
  else if (target.scope === 'listing') existing(state.markets, target.listing, 'market').blocked = on;
  else if (on) state.blockedAccounts.set(target.person, true);
  else state.blockedAccounts.delete(target.person);
}

function phased(market: Market, { phase, at, until, session, extensions }: MarketPhased): void {
  market.phase = phase;
  market.since = at;
  market.until = until;
  market.session = session;
  market.extensions = extensions;
  if (phase !== 'closed') return;
  market.terms = null;
  market.interrupters = [];
}

/** Folds one event into markets, ledger and register. @throws Impossible when it does not fit */
export function evolveMarket(books: MarketBooks, event: MarketEvent): void {
  const { markets: state } = books;
  if (event.kind === 'market.moved') {
    const market = marketOf(state, event.listing) ?? existing(state.markets, event.listing, 'market');
    if (event.joined !== null) takeSeat(market, books.ledger, event.joined);
    settleMoves(books, market, event.at, event.moves, event.fee);
    return;
  }
  if (event.kind === 'market.opened') {
    opened(state, event);
    return;
  }
  if (event.kind === 'market.blocked') {
    blocked(state, event.target, event.blocked);
    return;
  }
  if (event.kind === 'market.dead_man_set') {
    if (event.dueAt === null) state.deadMen.delete(event.person);
    else state.deadMen.set(event.person, event.dueAt);
    return;
  }
  const market = existing(state.markets, event.listing, 'market');
  switch (event.kind) {
    case 'market.configured':
      market.model = event.model;
      market.calendar = event.calendar;
      return;
    case 'market.restricted':
      market.stop = event.stop;
      market.closedPeriod = event.closedPeriod;
      return;
    case 'market.phased':
      phased(market, event);
      return;
    case 'market.uncrossing': {
      const { priceCents, volume, surplus } = event;
      market.uncross = { priceCents, volume, surplus, trades: 0 };
      return;
    }
    case 'market.uncrossed':
      market.uncross = null;
      market.terms = null;
      if (event.priceCents === null) return;
      market.referenceCents = event.priceCents;
      market.referenceSource = 'auction';
      return;
    case 'market.terms_set':
      market.terms = event.terms;
      return;
    case 'market.interrupted':
      market.interrupters.push(event.person);
      return;
    case 'market.sweeping':
      market.sweeps.push(event.sweep);
      return;
    case 'market.swept':
      market.sweeps.shift();
  }
}

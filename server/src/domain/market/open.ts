import { reject, type Rejection } from '@piazza/shared/rejections';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { MarketDecided, OpenMarket } from './events.ts';
import { stepAt } from './sessions/phase.ts';
import { isCalendar, planned } from './sessions/plan.ts';
import { beginSweep, ofEverything } from './sessions/sweep.ts';
import type { Market } from './state.ts';
import type { MarketsView } from './view.ts';

/** Without matching there is only the board; every-day sessions are for simulations. */
function setupRefusal(view: MarketsView, { model, calendar }: OpenMarket): Rejection | null {
  if (view.house.mode === 'BULLETIN_BOARD' && model !== 'bulletin') return reject('matching_forbidden');
  const legal = view.house.mode === 'SIMULATION' || !calendar.everyDay;
  return legal && isCalendar(calendar) ? null : reject('calendar_invalid');
}

/**
 * Admits a funded issue to trading at its issue price. With the issuer's consent alone it may only be posted on the board.
 * Precedence: not_found, illegal_state, already_trading, trading_suspended, not_transferable, matching_forbidden, calendar_invalid.
 */
export function decideOpen(view: MarketsView, command: OpenMarket, ctx: Context): Decision<MarketDecided> {
  const listing = view.listings.listings.get(command.listing);
  if (listing === undefined) return refuse(reject('not_found'));
  if (listing.status !== 'funded') return refuse(reject('illegal_state', { status: listing.status }));
  if (view.markets.markets.has(command.listing)) return refuse(reject('already_trading'));
  const { stop = null, closedPeriod = false } = view.duties.issues.get(command.listing) ?? {};
  if (stop !== null) return refuse(reject('trading_suspended', { why: stop }));
  const { transferability, price } = listing.content.facts;
  const transferable =
    transferability === 'free' || (transferability === 'with_consent' && command.model === 'bulletin');
  if (!transferable || price === null) return refuse(reject('not_transferable'));
  const refusal = setupRefusal(view, command);
  if (refusal !== null) return refuse(refusal);
  const { model, calendar } = command;
  const { organisation } = listing;
  const [id, at] = [command.listing, ctx.at];
  return accept([
    { kind: 'market.opened', listing: id, organisation, issuePriceCents: price, model, calendar, at },
    ...(closedPeriod ? [{ kind: 'market.restricted' as const, listing: id, stop, closedPeriod }] : []),
    ...closedUntil({ listing: id, model }, command, ctx),
  ]);
}

/** A market that is closed waits for the first session of its calendar; the board waits for none. */
function closedUntil(
  market: Pick<Market, 'listing' | 'model'>,
  { calendar, model }: OpenMarket,
  ctx: Context,
): MarketDecided[] {
  const session = model === 'bulletin' ? null : planned(calendar, ctx.at);
  const until = session?.preOpenAt ?? null;
  const { listing } = market;
  const phased: MarketDecided = {
    kind: 'market.phased',
    listing,
    phase: 'closed',
    at: ctx.at,
    until,
    session,
    extensions: 0,
  };
  return until === null ? [phased] : [phased, stepAt({ listing }, until)];
}

/** Changes model or calendar of a closed market. Precedence: not_found, trading_suspended, phase_forbids, matching_forbidden, calendar_invalid. */
export function decideConfigure(
  view: MarketsView,
  command: OpenMarket,
  ctx: Context,
): Decision<MarketDecided> {
  const market = view.markets.markets.get(command.listing);
  if (market === undefined) return refuse(reject('not_found'));
  if (market.stop !== null) return refuse(reject('trading_suspended', { why: market.stop }));
  if (market.phase !== 'closed') return refuse(reject('phase_forbids', { phase: market.phase }));
  const facts = view.listings.listings.get(command.listing)?.content.facts;
  if (command.model !== 'bulletin' && facts?.transferability !== 'free')
    return refuse(reject('matching_forbidden'));
  const refusal = setupRefusal(view, command);
  if (refusal !== null) return refuse(refusal);
  const { listing, model, calendar } = command;
  return accept([
    ...(market.until === null ? [] : [{ kind: 'schedule.cleared' as const, id: `market:${listing}` }]),
    { kind: 'market.configured', listing, model, calendar },
    ...closedUntil({ listing, model }, command, ctx),
    // On the board no order could ever trade.
    ...(model === 'bulletin' ? beginSweep(market, ofEverything, ctx) : []),
  ]);
}

import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import { accept, Impossible, type Context, type Decision } from '../../core/index.ts';
import { setTimer } from '../../schedule/index.ts';
import type { Book } from '../book/index.ts';
import { dayOf } from '../calendar/index.ts';
import type { MarketDecided } from '../events.ts';
import { cancelRow } from '../moves.ts';
import { BUY, lastDayOf, reasonCode, SELL, timeInForceOf } from '../order-kinds.ts';
import type { Market, Sweep } from '../state.ts';

function leaves(book: Book, slot: number, { kind, owner, day }: Sweep): boolean {
  const resting = book.timeInForceAt(slot);
  const time = timeInForceOf(resting);
  switch (kind) {
    case 'all':
      return true;
    case 'owner':
      return book.ownerAt(slot) === owner;
    case 'auction':
      return time === 'auction';
    case 'session':
      return time === 'day' || time === 'auction' || (time === 'gtd' && lastDayOf(resting) <= day);
    case 'past':
      // A day order outlives its day where the market was halted over the close.
      return (
        (time === 'gtd' && lastDayOf(resting) < day) ||
        (time === 'day' && dayOf(millis(book.placedAt(slot))) < day)
      );
  }
}

const reasons = {
  all: reasonCode('operator'),
  owner: reasonCode('operator'),
  auction: reasonCode('session_end'),
  session: reasonCode('session_end'),
  past: reasonCode('expired'),
} as const;

/** The orders that go, as moves; at most a chunk of them. */
function sweptMoves(book: Book, sweep: Sweep): { readonly moves: number[]; readonly whole: boolean } {
  const moves: number[] = [];
  let left: number = policy.auctionChunk;
  for (const side of [BUY, SELL]) {
    for (let level = book.best(side); level !== 0; level = book.next(side, level)) {
      for (let slot = book.first(side, level); slot !== -1; slot = book.following(slot)) {
        if (!leaves(book, slot, sweep)) continue;
        if (left === 0) return { moves, whole: false };
        moves.push(...cancelRow(book, slot, reasons[sweep.kind]));
        left -= 1;
      }
    }
  }
  return { moves, whole: true };
}

const timerOf = (market: Market): string => `sweep:${market.listing}`;
const next = (market: Market, ctx: Pick<Context, 'at'>): MarketDecided =>
  setTimer(timerOf(market), ctx.at, { kind: 'markets.sweep', listing: market.listing });

/** Lets orders leave the book, by timers due now: a big book takes several records. */
export function beginSweep(market: Market, sweep: Sweep, ctx: Pick<Context, 'at'>): MarketDecided[] {
  if (sweptMoves(market.book, sweep).moves.length === 0) return [];
  const events: MarketDecided[] = [{ kind: 'market.sweeping', listing: market.listing, sweep }];
  return market.sweeps.length === 0 ? [...events, next(market, ctx)] : events;
}

/** One chunk of the first sweep that waits. */
export function decideSweep(market: Market, ctx: Context): Decision<MarketDecided> {
  const [sweep, ...others] = market.sweeps;
  if (sweep === undefined) throw new Impossible(`nothing is to be swept out of ${market.listing}`);
  const { moves, whole } = sweptMoves(market.book, sweep);
  const events: MarketDecided[] = [];
  if (moves.length > 0)
    events.push({ kind: 'market.moved', listing: market.listing, at: ctx.at, joined: null, moves });
  if (whole) events.push({ kind: 'market.swept', listing: market.listing });
  if (!whole || others.length > 0) events.push(next(market, ctx));
  return accept(events);
}

export const afterAuction: Sweep = { kind: 'auction', owner: -1, day: 0 };
export const ofEverything: Sweep = { kind: 'all', owner: -1, day: 0 };
export const atClose = (ctx: Pick<Context, 'at'>): Sweep => ({
  kind: 'session',
  owner: -1,
  day: dayOf(ctx.at),
});
export const beforeOpen = (ctx: Pick<Context, 'at'>): Sweep => ({
  kind: 'past',
  owner: -1,
  day: dayOf(ctx.at),
});

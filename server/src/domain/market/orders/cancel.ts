import { reject } from '@piazza/shared/rejections';
import { millis, type Millis, type PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../../core/index.ts';
import { clearTimer, setTimer } from '../../schedule/index.ts';
import type { CancelAll, CancelAllAfter, CancelOrder, MarketDecided, MarketMoved } from '../events.ts';
import { cancelRow } from '../moves.ts';
import { reasonCode, type CancelReason } from '../order-kinds.ts';
import { findOrder, ownerOf, type Market, type MarketsState } from '../state.ts';
import type { MarketsView } from '../view.ts';

/** No order leaves a frozen call, nor one whose trades are being settled (DOMAIN §6). */
const isFrozen = (market: Market): boolean => market.phase === 'freeze' || market.phase === 'uncross';

const byOwner = reasonCode('owner');

/** Cancels what is left of an own order. Precedence: not_found, phase_forbids. */
export function decideCancel(view: MarketsView, command: CancelOrder, ctx: Context): Decision<MarketDecided> {
  const found = findOrder(view.markets, command.order);
  if (found === undefined || ownerOf(found.market, found.slot) !== ctx.actor)
    return refuse(reject('not_found'));
  const { market, slot } = found;
  if (isFrozen(market)) return refuse(reject('phase_forbids', { phase: market.phase }));
  const moves = cancelRow(market.book, slot, byOwner);
  const moved: MarketMoved = {
    kind: 'market.moved',
    listing: market.listing,
    at: ctx.at,
    joined: null,
    moves,
  };
  return accept([moved], { order: command.order, cancelled: market.book.remainingAt(slot) });
}

function ownSlots(market: Market, person: PersonId): number[] {
  const seat = market.seats.get(person);
  const found: number[] = [];
  const { book } = market;
  for (let slot = seat === undefined ? -1 : book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
    found.push(slot);
  return found;
}

interface Withdrawn {
  readonly events: MarketMoved[];
  readonly cancelled: number;
  readonly kept: number;
}

/** What supervision orders holds in a freeze too. */
const isOrdered = (reason: CancelReason): boolean => reason === 'operator' || reason === 'owner_barred';

/** Takes all orders of a person out of the books; those in a freeze stay. An account's orders are few enough for one record. */
export function withdrawAll(
  state: MarketsState,
  person: PersonId,
  listing: string | null,
  reason: CancelReason,
  ctx: Pick<Context, 'at'>,
): Withdrawn {
  const events: MarketMoved[] = [];
  let [cancelled, kept] = [0, 0];
  for (const market of state.markets.values()) {
    if (listing !== null && market.listing !== listing) continue;
    const slots = ownSlots(market, person);
    if (slots.length === 0) continue;
    if (isFrozen(market) && !isOrdered(reason)) {
      kept += slots.length;
      continue;
    }
    const moves: number[] = [];
    for (const slot of slots) moves.push(...cancelRow(market.book, slot, reasonCode(reason)));
    events.push({ kind: 'market.moved', listing: market.listing, at: ctx.at, joined: null, moves });
    cancelled += slots.length;
  }
  return { events, cancelled, kept };
}

/** Whoever may no longer trade has no order that could: all of theirs leave, in a freeze too. */
export const withdrawBarred = (
  state: MarketsState,
  person: PersonId,
  ctx: Pick<Context, 'at'>,
): readonly MarketMoved[] => withdrawAll(state, person, null, 'owner_barred', ctx).events;

/** Cancels all own orders, of one listing or of all. Precedence: not_found. */
export function decideCancelAll(
  view: MarketsView,
  command: CancelAll,
  ctx: Context,
): Decision<MarketDecided> {
  if (command.listing !== null && !view.markets.markets.has(command.listing))
    return refuse(reject('not_found'));
  const { events, ...counts } = withdrawAll(
    view.markets,
    ctx.actor as PersonId,
    command.listing,
    'owner',
    ctx,
  );
  return accept(events, counts);
}

const timerOf = (person: string): string => `deadman:${person}`;

const arm = (person: PersonId, dueAt: Millis): MarketDecided[] => [
  { kind: 'market.dead_man_set', person, dueAt },
  setTimer(timerOf(person), dueAt, { kind: 'orders.deadMan', person }),
];

/** Arms or disarms the dead man's switch of the person. RTS 7 asks venues for one. */
export function decideCancelAllAfter(
  view: MarketsView,
  command: CancelAllAfter,
  ctx: Context,
): Decision<MarketDecided> {
  const person = ctx.actor as PersonId;
  const events: MarketDecided[] = [];
  if (view.markets.deadMen.has(person)) events.push(clearTimer(timerOf(person)));
  if (command.afterMs === 0) {
    if (events.length > 0) events.push({ kind: 'market.dead_man_set', person, dueAt: null });
    return accept(events, { dueAt: 0 });
  }
  const dueAt = millis(ctx.at + command.afterMs);
  return accept([...events, ...arm(person, dueAt)], { dueAt });
}

/** When a switch that a freeze kept from its work tries again: soon, and without telling when the freeze ends. */
const againMs = 1_000;

/** The switch was not held in time. What a freeze keeps goes as soon as it is over. */
export function decideDeadMan(view: MarketsView, person: PersonId, ctx: Context): Decision<MarketDecided> {
  const { events, cancelled, kept } = withdrawAll(view.markets, person, null, 'dead_man', ctx);
  if (kept > 0) return accept([...events, ...arm(person, millis(ctx.at + againMs))], { cancelled, kept });
  return accept([...events, { kind: 'market.dead_man_set', person, dueAt: null }], { cancelled, kept });
}

import type { Millis } from '@piazza/shared/values';
import {
  CANCEL,
  CROSS,
  DROP,
  lastDayOf,
  priceOfLevel,
  reasonOf,
  REDUCE,
  REST,
  sideOf,
  timeInForceOf,
  TRADE,
  widthOf,
  type CancelReason,
  type MarketMoved,
  type Side,
} from '../../../server/src/domain/market/index.ts';
import type { TwinOrder } from './orders.ts';

/** What happens in a market, one line each, alike for the real one and its twin. */
export const effect = {
  trade: (
    maker: number,
    taker: number,
    price: number,
    quantity: number,
    left: number,
    wants: number,
  ): string => `${taker} takes ${quantity} at ${price} of ${maker}, which keeps ${left}; wants ${wants} more`,
  rest: ({
    id,
    owner,
    side,
    price,
    remaining,
    quantity,
    time,
    lastDay,
  }: Omit<TwinOrder, 'turn' | 'at'>): string =>
    `${id} of ${owner} rests: ${side} ${remaining} of ${quantity} at ${price}, ${time} ${lastDay}`,
  cancel: (order: number, left: number, reason: CancelReason): string => `${order} leaves ${left}: ${reason}`,
  reduce: (order: number, left: number, by: number): string => `${order} keeps ${left}, less ${by}`,
  cross: (buy: number, sell: number, price: number, quantity: number, more: number, left: number): string =>
    `${buy} and ${sell} cross ${quantity} at ${price}, keep ${more} and ${left}`,
  drop: (order: number, side: Side, quantity: number, reason: CancelReason): string =>
    `${order} drops ${side} ${quantity}: ${reason}`,
};

function lineOf(row: readonly number[], owners: readonly string[]): string {
  const [kind, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = row;
  switch (kind) {
    case TRADE:
      return effect.trade(a, d, priceOfLevel(h), i, c, g);
    case REST:
      return effect.rest({
        id: a,
        owner: owners[b] as never,
        side: sideOf(c),
        price: priceOfLevel(d),
        remaining: e,
        quantity: f,
        time: timeInForceOf(g),
        lastDay: lastDayOf(g),
      });
    case CANCEL:
      return effect.cancel(a, e, reasonOf(f));
    case REDUCE:
      return effect.reduce(a, e, f);
    case CROSS:
      return effect.cross(a, d, priceOfLevel(g), h, c, f);
    case DROP:
      return effect.drop(a, sideOf(c), e, reasonOf(f));
    default:
      throw new Error(`a row of kind ${kind}`);
  }
}

/** The rows of an event as lines. @param owners who sits where */
export function linesOf({ moves }: Pick<MarketMoved, 'moves'>, owners: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < moves.length; at += widthOf(moves[at] as number))
    lines.push(lineOf(moves.slice(at, at + widthOf(moves[at] as number)), owners));
  return lines;
}

const rome = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const seen = new Map<number, { readonly day: number; readonly text: string; readonly minute: number }>();
const quarter = 900_000;

/** What a wall in Rome shows, as the machine's own tables have it: the day since 1970 and as text, and the minute of the day. */
export function wall(at: Millis | number): {
  readonly day: number;
  readonly text: string;
  readonly minute: number;
} {
  const slot = Math.floor(at / quarter);
  let found = seen.get(slot);
  if (found === undefined) {
    const parts = Object.fromEntries(
      rome.formatToParts(slot * quarter).map(({ type, value }) => [type, value]),
    ) as Record<string, string>;
    const text = `${parts['year']}-${parts['month']}-${parts['day']}`;
    const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
    found = { day: Date.parse(text) / 86_400_000, text, minute };
    if (seen.size > 10_000) seen.clear();
    seen.set(slot, found);
  }
  return { ...found, minute: found.minute + Math.floor((at - slot * quarter) / 60_000) };
}

import type {
  Locale,
  MarketPhase,
  OrderType,
  SelfMatchRule,
  Side,
  TimeInForce,
} from '@piazza/shared/contract';
import type { PriceCents } from '@piazza/shared/values';
import { writeEuro } from '../../ui/EuroInput/read.ts';
import { timesIn, typesIn } from './kinds.ts';
import { tradingBound, type Marks } from './prices.ts';

/** An order while it is written: figures as typed, letter by letter. */
export interface Draft {
  readonly side: Side;
  readonly type: OrderType;
  /** Limit, or the protection price of a market order. */
  readonly price: string;
  readonly quantity: string;
  readonly time: TimeInForce;
  /** "2026-11-22", or empty. */
  readonly goodTill: string;
  readonly minimum: string;
  readonly selfMatch: SelfMatchRule;
}

export const emptyDraft: Draft = {
  side: 'buy',
  type: 'limit',
  price: '',
  quantity: '',
  time: 'day',
  goodTill: '',
  minimum: '',
  selfMatch: 'cancel_newest',
};

/** The draft with what the phase does not allow put back to the usual; what was typed stays. */
export function within(phase: MarketPhase, draft: Draft): Draft {
  const types = typesIn(phase);
  const type = types.includes(draft.type) ? draft.type : 'limit';
  const times = timesIn(phase, type);
  const time = times.includes(draft.time) ? draft.time : (times[0] ?? 'day');
  const minimum = phase === 'continuous' && type === 'limit' && time !== 'fok' ? draft.minimum : '';
  return { ...draft, type, time, minimum };
}

const protectionText = (side: Side, marks: Marks, locale: Locale): string => {
  const bound = tradingBound(side, marks);
  return bound === null ? '' : writeEuro(bound, locale);
};

/** Buy or sell. A protection price guards one direction only, and is proposed anew. */
export const turn = (draft: Draft, side: Side, marks: Marks, locale: Locale): Draft =>
  draft.type === 'market'
    ? { ...draft, side, price: protectionText(side, marks, locale) }
    : { ...draft, side };

/** Limit or market. A market order starts from the protection price that the collars suggest. */
export const retype = (draft: Draft, type: OrderType, marks: Marks, locale: Locale): Draft => ({
  ...draft,
  type,
  price: type === 'market' ? protectionText(draft.side, marks, locale) : '',
});

/** Takes a price chosen in the book: who picks a bid meets it by selling, who picks an ask by buying. */
export const pick = (draft: Draft, price: PriceCents, side: 'bid' | 'ask', locale: Locale): Draft => ({
  ...draft,
  type: 'limit',
  side: side === 'bid' ? 'sell' : 'buy',
  price: writeEuro(price, locale),
});

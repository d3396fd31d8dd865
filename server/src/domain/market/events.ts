import type { ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { FeeRate } from '../fees/index.ts';
import type { MarketTimer, ScheduleEvent } from '../schedule/index.ts';
import type { SessionTimes } from './calendar/index.ts';
import type { Moves } from './moves.ts';
import type { OrderType, SelfMatch, Side, TimeInForce } from './order-kinds.ts';
import type { Calendar, CallTerms, MarketModel, Phase, Stop, Sweep } from './state.ts';

/** `order` is the order's number: the seq of the record that placed it. Prices in cents. */
export interface PlaceOrder {
  readonly kind: 'orders.place';
  readonly listing: ListingId;
  readonly side: Side;
  readonly type: OrderType;
  /** Limit, or the protection price of a market order. */
  readonly priceCents: number;
  readonly quantity: number;
  readonly timeInForce: TimeInForce;
  /** Last day of a GTD order, in days since 1970 in Europe/Rome; 0 for all others. */
  readonly lastDay: number;
  /** 0 where none is asked. */
  readonly minimumQuantity: number;
  readonly selfMatch: SelfMatch;
}
export interface AmendOrder {
  readonly kind: 'orders.amend';
  readonly order: number;
  /** 0 leaves it as it is. */
  readonly priceCents: number;
  /** New total, filled part included; 0 leaves it as it is. */
  readonly quantity: number;
}
export interface CancelOrder {
  readonly kind: 'orders.cancel';
  readonly order: number;
}
/** Commands whose records have a fixed form in the journal. */
export type OrderCommand = PlaceOrder | AmendOrder | CancelOrder;

export interface CancelAll {
  readonly kind: 'orders.cancelAll';
  /** Null for all listings. */
  readonly listing: ListingId | null;
}
export interface CancelAllAfter {
  readonly kind: 'orders.cancelAllAfter';
  /** 0 disarms; else 1,000 … a day. */
  readonly afterMs: number;
}
export interface OpenMarket {
  readonly kind: 'markets.open' | 'markets.configure';
  readonly listing: ListingId;
  readonly model: MarketModel;
  readonly calendar: Calendar;
  readonly reason: Sealed;
}
export type MarketAct = 'start' | 'extend' | 'halt' | 'resume' | 'close';
export interface ActOnMarket {
  readonly kind: 'markets.act';
  readonly listing: ListingId;
  readonly act: MarketAct;
  readonly reason: Sealed;
}
export type BlockTarget =
  | { readonly scope: 'account'; readonly person: PersonId }
  | { readonly scope: 'listing'; readonly listing: ListingId }
  | { readonly scope: 'venue' };
export interface BlockTrading {
  readonly kind: 'desk.blockTrading';
  readonly target: BlockTarget;
  readonly blocked: boolean;
  /** Also cancel every order of the target. Those of a blocked account always go. */
  readonly cancelOrders: boolean;
  readonly reason: Sealed;
}
export interface CancelOrders {
  readonly kind: 'desk.cancelOrders';
  readonly target: BlockTarget;
  readonly reason: Sealed;
}
export type MarketCommand =
  OrderCommand | CancelAll | CancelAllAfter | OpenMarket | ActOnMarket | BlockTrading | CancelOrders;

export interface MarketMoved {
  readonly kind: 'market.moved';
  readonly listing: ListingId;
  readonly at: Millis;
  /** Who takes a seat here before the moves; null where all have one. */
  readonly joined: PersonId | null;
  readonly moves: Moves;
  /** What the venue takes of each trade from its seller; absent where it takes nothing. */
  readonly fee?: FeeRate;
}
export interface MarketOpened {
  readonly kind: 'market.opened';
  readonly listing: ListingId;
  readonly organisation: OrganisationId;
  readonly issuePriceCents: number;
  readonly model: MarketModel;
  readonly calendar: Calendar;
  readonly at: Millis;
}
export interface MarketPhased {
  readonly kind: 'market.phased';
  readonly listing: ListingId;
  readonly phase: Phase;
  readonly at: Millis;
  readonly until: Millis | null;
  readonly session: SessionTimes | null;
  readonly extensions: number;
}
/** A call ended. `priceCents` is null where no price was found or it stayed outside the collar. */
export interface MarketUncrossed {
  readonly kind: 'market.uncrossed';
  readonly listing: ListingId;
  readonly at: Millis;
  readonly priceCents: number | null;
  readonly volume: number;
  readonly surplus: number;
  readonly trades: number;
  readonly extensions: number;
  readonly referenceCents: number;
}
/** The next auction has a reference or a collar of its own; null: none any more. `resumes`: a halted market comes back by it. */
export interface CallTermsSet {
  readonly kind: 'market.terms_set';
  readonly listing: ListingId;
  readonly terms: CallTerms | null;
  readonly resumes: boolean;
}
export type MarketEvent =
  | MarketMoved
  | MarketOpened
  | MarketPhased
  | MarketUncrossed
  | CallTermsSet
  /** An order that left nothing in the book met the collar: its owner may not do so again in this session. */
  | { readonly kind: 'market.interrupted'; readonly listing: ListingId; readonly person: PersonId }
  | {
      readonly kind: 'market.configured';
      readonly listing: ListingId;
      readonly model: MarketModel;
      readonly calendar: Calendar;
    }
  | {
      readonly kind: 'market.uncrossing';
      readonly listing: ListingId;
      readonly priceCents: number;
      readonly volume: number;
      readonly surplus: number;
    }
  | { readonly kind: 'market.sweeping'; readonly listing: ListingId; readonly sweep: Sweep }
  | { readonly kind: 'market.swept'; readonly listing: ListingId }
  | { readonly kind: 'market.blocked'; readonly target: BlockTarget; readonly blocked: boolean }
  /** What the issuer’s duties mean for trading from here on. */
  | {
      readonly kind: 'market.restricted';
      readonly listing: ListingId;
      readonly stop: Stop | null;
      readonly closedPeriod: boolean;
    }
  | { readonly kind: 'market.dead_man_set'; readonly person: PersonId; readonly dueAt: Millis | null };

export type { MarketTimer };
export type MarketDecided = MarketEvent | ScheduleEvent;

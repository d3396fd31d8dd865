import type { ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { Book } from './book/index.ts';
import type { SessionPlan, SessionTimes } from './calendar/index.ts';

export type MarketModel = 'auction' | 'continuous' | 'bulletin';
export type Phase = 'closed' | 'pre_open' | 'call' | 'freeze' | 'uncross' | 'continuous' | 'halted';

/** A report that is late, a payment to holders, the end for good. */
export type Stop = 'report_late' | 'payment' | 'delisted';

export interface Calendar {
  /** Sessions of a day, in order and apart from each other. */
  readonly sessions: readonly SessionPlan[];
  /** Also on weekends and holidays: only in SIMULATION. */
  readonly everyDay: boolean;
}

/** Which orders leave a book together. `all`: every one; `owner`: of one seat; `auction`: those for the auction that ended; `session`: those of the day that closes; `past`: those whose last day is over. */
export type SweepKind = 'all' | 'owner' | 'auction' | 'session' | 'past';
export interface Sweep {
  readonly kind: SweepKind;
  /** Seat of the owner, for `owner`; −1 otherwise. */
  readonly owner: number;
  /** Day of Europe/Rome, for `session` and `past`; 0 otherwise. */
  readonly day: number;
}

/** Prices in cents, volume in units, of one day or one minute. */
export interface Figures {
  /** Start: UTC ms of the minute, or of midnight in Europe/Rome. */
  readonly from: number;
  readonly open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  turnoverCents: number;
  trades: number;
}

/** An auction whose trades are being settled. */
export interface Uncross {
  readonly priceCents: number;
  readonly volume: number;
  readonly surplus: number;
  /** Trades settled so far. */
  trades: number;
}

/** What two operators have set for the next auction alone. */
export interface CallTerms {
  /** Null: the reference stays. */
  readonly referenceCents: number | null;
  /** Hundredths of a percent either side of the reference; null: the usual collar. */
  readonly collarBps: number | null;
  readonly at: Millis;
  readonly maker: PersonId;
  readonly checker: PersonId;
  /** Shown to everybody. */
  readonly reason: Sealed;
}

/** The market of one listing. Prices in cents. */
export interface Market {
  readonly listing: ListingId;
  readonly organisation: OrganisationId;
  readonly openedAt: Millis;
  readonly issuePriceCents: number;
  model: MarketModel;
  calendar: Calendar;
  phase: Phase;
  since: Millis;
  /** When the phase ends; in a freeze the drawn end itself, which nobody is told. Null while nothing is planned. */
  until: Millis | null;
  /** The session under way, or the one planned next. */
  session: SessionTimes | null;
  extensions: number;
  /** Of the last auction, else of the issue; a call with terms of its own may have another one, see `referenceOf`. */
  referenceCents: number;
  referenceSource: 'auction' | 'issue';
  last: { readonly priceCents: number; readonly at: Millis } | null;
  /** Trades so far; each carries its number. */
  trades: number;
  uncross: Uncross | null;
  sweeps: Sweep[];
  blocked: boolean;
  /** Why a duty of the issuer stops trading; null where none does. */
  stop: Stop | null;
  /** Never while it trades continuously. */
  terms: CallTerms | null;
  /** Whose orders interrupted trading in this session and left nothing in the book. */
  interrupters: PersonId[];
  /** Whether insiders of the issue may not trade now. */
  closedPeriod: boolean;
  /** Everybody who ever had an order here; an order names its owner by the index, their seat. */
  readonly owners: PersonId[];
  readonly seats: Map<PersonId, number>;
  day: Figures | null;
  minute: Figures | null;
  readonly book: Book;
}

export interface MarketsState {
  readonly markets: Map<ListingId, Market>;
  /** The kill switch of the whole venue, and those of accounts. */
  house: { blocked: boolean };
  readonly blockedAccounts: Map<PersonId, true>;
  /** When all orders of a person are cancelled unless they speak up. */
  readonly deadMen: Map<PersonId, Millis>;
}

export const initialMarkets = (): MarketsState => ({
  markets: new Map(),
  house: { blocked: false },
  blockedAccounts: new Map(),
  deadMen: new Map(),
});

/** Whether new orders and auctions are stopped in this market. */
export const isBlocked = (state: MarketsState, market: Market): boolean =>
  market.blocked || state.house.blocked;

/** The market asked for last: orders come in runs. */
let recent: { readonly state: MarketsState; readonly market: Market } | undefined;

/** The market of a listing; undefined where none was opened. */
export function marketOf(state: MarketsState, listing: ListingId): Market | undefined {
  if (recent !== undefined && recent.state === state && recent.market.listing === listing)
    return recent.market;
  const market = state.markets.get(listing);
  if (market !== undefined) recent = { state, market };
  return market;
}

/** The market in whose book the order rests, and its slot; undefined when it rests nowhere. */
export function findOrder(
  state: MarketsState,
  order: number,
): { readonly market: Market; readonly slot: number } | undefined {
  for (const market of state.markets.values()) {
    const slot = market.book.find(order);
    if (slot !== -1) return { market, slot };
  }
  return undefined;
}

/** The person to whom the order in the slot belongs. */
export const ownerOf = (market: Market, slot: number): PersonId =>
  market.owners[market.book.ownerAt(slot)] as PersonId;

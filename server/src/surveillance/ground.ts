import type { Detector, Severity } from '@piazza/shared/policy';
import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { CancelReason, MarketModel, Phase } from '../domain/market/index.ts';

/** An order as surveillance follows it. Prices in cents, stamps in ms of venue time. */
export interface Order {
  /** The seq of the record that placed it. */
  readonly order: number;
  readonly person: PersonId;
  readonly natural: PersonId;
  /** 0 buys, 1 sells. */
  readonly side: number;
  readonly priceCents: number;
  readonly quantity: number;
  readonly placedAt: number;
  /** Units at rest. */
  left: number;
}

export interface Trade {
  readonly seq: number;
  readonly at: number;
  readonly listing: ListingId;
  readonly priceCents: number;
  readonly quantity: number;
  readonly buy: Order;
  readonly sell: Order;
  /** Side of the order that came last; auction trades have none. */
  readonly aggressor: 'buy' | 'sell' | 'auction';
}

export interface Cancelled {
  readonly seq: number;
  readonly at: number;
  readonly order: Order;
  /** Units taken back. */
  readonly units: number;
  readonly reason: CancelReason;
}

export interface Phased {
  readonly seq: number;
  readonly at: number;
  readonly phase: Phase;
  readonly before: Phase | null;
}

export interface Uncrossed {
  readonly seq: number;
  readonly at: number;
  readonly priceCents: number;
  readonly referenceCents: number;
}

/** Money that somebody moves by one act. */
export interface Paid {
  readonly seq: number;
  readonly at: number;
  readonly person: PersonId;
  readonly natural: PersonId;
  readonly cents: number;
  readonly what: 'topUp' | 'commitment' | 'trade';
  readonly listing: ListingId | null;
}

/** One market as the journal has told it so far. */
export interface Watched {
  readonly listing: ListingId;
  readonly owners: PersonId[];
  readonly model: MarketModel;
  phase: Phase | null;
  /** When the phase ends, and when the session closes, as far as they are planned. */
  until: number | null;
  closesAt: number | null;
  referenceCents: number;
  readonly orders: Map<number, Order>;
  readonly byNatural: Map<PersonId, Map<number, Order>>;
  /** Units at rest on either side. */
  readonly depth: [number, number];
  /** Trades of the longest window, oldest first. */
  readonly trades: Trade[];
}

/** What came out of a primary issue, and who holds it. */
export interface Issue {
  issuedAt: number;
  units: number;
  readonly allottees: Set<PersonId>;
  readonly holdings: Map<PersonId, number>;
}

/** Who may know more than others, and when they must not trade. Kept by the noun that has the duties. */
export interface Insiders {
  isInsider(listing: ListingId, person: PersonId, at: number): boolean;
  isClosed(listing: ListingId, at: number): boolean;
}

/** What a detector has found, before it is made a finding. */
export interface Draft {
  readonly detector: Detector;
  readonly severity: Severity;
  readonly listing: ListingId | null;
  readonly subjects: readonly PersonId[];
  readonly from: number;
  readonly to: number;
  readonly seqs: readonly number[];
  readonly orders: readonly number[];
  readonly figures: Readonly<Record<string, number>>;
}

/** What detectors hear. Each hears what it has a word for, after the market has been brought up to date. */
export interface Senses {
  placed?(order: Order, market: Watched): void;
  traded?(trade: Trade, market: Watched): void;
  cancelled?(event: Cancelled, market: Watched): void;
  phased?(event: Phased, market: Watched): void;
  uncrossed?(event: Uncrossed, market: Watched): void;
  paid?(event: Paid): void;
}

/** What detectors stand on. */
export interface Ground {
  readonly issues: ReadonlyMap<ListingId, Issue>;
  readonly insiders: Insiders;
  /** Single transactions from here on are recorded, in cents. */
  readonly singleCents: () => number;
  readonly tell: (draft: Draft) => void;
}
export type MakeDetector = (ground: Ground) => Senses;

export const asMillis = (at: number): Millis => at as Millis;

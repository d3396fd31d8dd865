import type { ListingId, Millis, PersonId, Seq } from '@piazza/shared/values';
import type { JournalRecord } from '../kernel/record.ts';
import type { Phase } from '../domain/market/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import type { HistoryLine } from '../ports/history.ts';

/** Who may learn that something changed: everybody, the operators' desk, or one person. */
export type Audience = 'public' | 'operators' | PersonId;

/** An offer's moving figures, in the names of the domain. Cents. */
export interface ProgressFigures {
  readonly status: string;
  readonly committedCents: number;
  readonly capturedCents: number;
  readonly investors: number;
  readonly decisionAt: Millis | null;
}

export interface TotalFigures {
  readonly openOffers: number;
  readonly committedCents: number;
  readonly raisedCents: number;
  readonly commitments: number;
  readonly fundedVentures: number;
  readonly holders: number;
}

/** A trade as everybody sees it. Prices in cents. */
export interface TradeFigures {
  /** Gapless within the listing, from 1. */
  readonly number: number;
  readonly at: number;
  readonly priceCents: number;
  readonly quantity: number;
  /** Side of the order that came last; auction trades have none. */
  readonly aggressor: 'buy' | 'sell' | 'auction';
}

/** Where a market stands in its session, as everybody sees it. Stamps in ms. */
export interface SessionFigures {
  readonly phase: Phase;
  readonly since: number;
  /** When the phase ends, as far as anybody is told: of an end that is drawn, its earliest moment. */
  readonly until: number | null;
  readonly extensions: number;
  readonly nextAt: number | null;
}

/** What records did to a market, for those who follow it. */
export interface MarketEffects {
  /** The newest of them. */
  seq: number;
  /** In turn the `levelKey` and the units at that level after the record; 0 where nothing is left, the last word where it comes twice. */
  readonly levels: number[];
  /** Oldest first. */
  readonly trades: TradeFigures[];
  /** Session, model, calendar or a stop of trading changed. */
  phased: boolean;
  /** The session after the record, where `phased`. */
  session: SessionFigures | null;
  /** The reference price after the record, where it may have changed. */
  referenceCents: number | null;
}

/** Key of a level in `MarketEffects.levels`: side 0 buy, 1 sell; level below 2^16. */
export const levelKey = (side: number, level: number): number => (side << 16) | level;
export const sideOfKey = (key: number): number => key >> 16;
export const levelOfKey = (key: number): number => key & 0xffff;

/** A history line with the index it gets in its stream when it is written. */
export interface IndexedLine extends HistoryLine {
  index: number;
}

/**
 * What a record means to the world outside the core. Made when it is folded, let out when it is durable. Orders that are
 * flushed together share one: each of its own would be more to keep than what it says.
 */
export interface Effects {
  /** The newest record, and the first. */
  seq: Seq;
  readonly firstSeq: number;
  /** How many lines the records before the newest gave. */
  earlier: number;
  readonly lines: IndexedLine[];
  readonly topics: Map<Audience, Set<string>>;
  readonly markets: Map<ListingId, MarketEffects>;
  /** Null for nearly all records, which are orders. */
  rare: RareEffects | null;
}

/** What only records beside those of orders do. */
export interface RareEffects {
  readonly progress: Map<string, ProgressFigures>;
  totals: TotalFigures | null;
  clockOffsetMs: number | null;
  /** People whose roles changed: their open sockets must learn it. */
  readonly rolesChanged: Set<PersonId>;
}

export const noEffects = (seq: number): Effects => ({
  seq: seq as Seq,
  firstSeq: seq,
  earlier: 0,
  lines: [],
  topics: new Map(),
  markets: new Map(),
  rare: null,
});

export const addLine = (effects: Effects, stream: string, value: unknown): void =>
  void effects.lines.push({ stream, value, index: 0 });

/** Name of the next line: the record's, and which of its lines it is. */
export const nextLineId = ({ seq, lines, earlier }: Effects): string => `${seq}.${lines.length - earlier}`;

export function rareEffects(effects: Effects): RareEffects {
  effects.rare ??= { progress: new Map(), totals: null, clockOffsetMs: null, rolesChanged: new Set() };
  return effects.rare;
}

/** Adds what an event means to the effects of its record. The state is exactly what the event made of it. */
export type Projection = (
  effects: Effects,
  state: VenueState,
  event: VenueEvent,
  record: JournalRecord,
) => void;

/** Orders hold cash and units, so whatever happens to one changes what is free. One set for all who learn no more. */
const orderTopics: Set<string> = new Set(['orders', 'wallet']);

export function tell(effects: Effects, audience: Audience, ...topics: string[]): void {
  const known = effects.topics.get(audience);
  if (known === undefined || known === orderTopics)
    effects.topics.set(audience, new Set([...(known ?? []), ...topics]));
  else for (const topic of topics) known.add(topic);
}

/** Tells the owner of an order that it changed, and with it what is free in their wallet. */
export function tellOrder(effects: Effects, owner: PersonId): void {
  const known = effects.topics.get(owner);
  if (known === undefined) effects.topics.set(owner, orderTopics);
  else if (!known.has('orders')) tell(effects, owner, ...orderTopics);
}

/** What the record has done to the market so far. */
export function marketEffects(effects: Effects, listing: ListingId): MarketEffects {
  let found = effects.markets.get(listing);
  if (found === undefined) {
    found = { seq: 0, levels: [], trades: [], phased: false, session: null, referenceCents: null };
    effects.markets.set(listing, found);
  }
  found.seq = effects.seq;
  return found;
}

/** The people who act for the issuer of a listing. */
export function representativesOf(state: VenueState, listing: string): readonly PersonId[] {
  const organisation = state.listings.listings.get(listing as never)?.organisation;
  return organisation === undefined
    ? []
    : (state.organisations.organisations.get(organisation)?.representatives ?? []);
}

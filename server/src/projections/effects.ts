import type { Millis, PersonId, Seq } from '@piazza/shared/values';
import type { JournalRecord } from '../kernel/record.ts';
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

/** What one record means to the world outside the core. Made when it is folded, let out when it is durable. */
export interface Effects {
  readonly seq: Seq;
  readonly lines: HistoryLine[];
  readonly topics: Map<Audience, Set<string>>;
  readonly progress: Map<string, ProgressFigures>;
  totals: TotalFigures | null;
  clockOffsetMs: number | null;
  /** People whose roles changed: their open sockets must learn it. */
  readonly rolesChanged: Set<PersonId>;
}

export const noEffects = (seq: number): Effects => ({
  seq: seq as Seq,
  lines: [],
  topics: new Map(),
  progress: new Map(),
  totals: null,
  clockOffsetMs: null,
  rolesChanged: new Set(),
});

/** Adds what an event means to the effects of its record. The state is exactly what the event made of it. */
export type Projection = (
  effects: Effects,
  state: VenueState,
  event: VenueEvent,
  record: JournalRecord,
) => void;

export function tell(effects: Effects, audience: Audience, ...topics: string[]): void {
  const known = effects.topics.get(audience);
  if (known === undefined) effects.topics.set(audience, new Set(topics));
  else for (const topic of topics) known.add(topic);
}

/** The people who act for the issuer of a listing. */
export function representativesOf(state: VenueState, listing: string): readonly PersonId[] {
  const organisation = state.listings.listings.get(listing as never)?.organisation;
  return organisation === undefined
    ? []
    : (state.organisations.organisations.get(organisation)?.representatives ?? []);
}

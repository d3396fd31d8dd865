import type { DisclosureId, ListingId, Millis, OfferId, PersonId, QuestionId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { FiledSheet, ListingContent } from '../listings/index.ts';

/** What an issuer would have the sheet say, and why. */
export interface Filing {
  readonly content: ListingContent;
  readonly sheet: FiledSheet;
  readonly words: Sealed;
  readonly by: PersonId;
  readonly at: Millis;
  /** Hash of the content it changes: once that has changed it cannot be accepted any more. */
  readonly basedOn: string;
  /** The words of that content. */
  readonly replaces: Sealed;
}

export interface Decided {
  readonly accepted: boolean;
  readonly words: Sealed;
  readonly by: PersonId;
  readonly at: Millis;
  /** Until when whoever had committed may revoke; null where nobody was told anew. */
  readonly revocableUntil: Millis | null;
}

interface Common {
  readonly id: DisclosureId;
  readonly listing: ListingId;
  readonly words: Sealed;
  readonly by: PersonId;
  readonly at: Millis;
}

/** A change of the sheet of a live offer, filed by its issuer (ECSPR art. 23(8)). */
export interface Change extends Common {
  readonly kind: 'change';
  readonly offer: OfferId;
  status: 'filed' | 'accepted' | 'refused' | 'withdrawn';
  readonly filing: Filing;
  decided: Decided | null;
}

/** An omission, a mistake or a misleading statement that an operator found (ECSPR art. 23(12)). */
export interface Defect extends Common {
  readonly kind: 'defect';
  readonly offer: OfferId;
  status: 'signalled' | 'suspended' | 'corrected' | 'dismissed' | 'cancelled';
  /** Uncorrected by then, the offer is suspended. */
  readonly correctBy: Millis;
  /** Once suspended: uncorrected by then, the offer is cancelled. */
  suspendedUntil: Millis | null;
  filing: Filing | null;
  decided: Decided | null;
}

/** Something that affects what was planned, told after the offer (DOMAIN §8). */
export interface Happening extends Common {
  readonly kind: 'event';
  readonly status: 'published';
  /** Calendar day on which it happened. */
  readonly occurredOn: string;
  readonly late: boolean;
}

export type Disclosure = Change | Defect | Happening;

/** Public once it was answered or let out, and only as long as nobody has hidden it. */
export interface Question {
  readonly id: QuestionId;
  readonly listing: ListingId;
  readonly offer: OfferId;
  readonly person: PersonId;
  readonly words: Sealed;
  readonly at: Millis;
  status: 'waiting' | 'released' | 'answered' | 'hidden';
  answer: { readonly words: Sealed; readonly by: PersonId; readonly at: Millis } | null;
  hidden: { readonly words: Sealed; readonly by: PersonId; readonly at: Millis } | null;
}

/** What issuers must tell: material changes, defects and their correction, events, questions and answers. */
export interface DisclosuresState {
  readonly disclosures: Map<DisclosureId, Disclosure>;
  /** Of each listing, in the order they were made. */
  readonly byListing: Map<ListingId, DisclosureId[]>;
  readonly questions: Map<QuestionId, Question>;
  readonly questionsByOffer: Map<OfferId, QuestionId[]>;
}
export const initialDisclosures = (): DisclosuresState => ({
  disclosures: new Map(),
  byListing: new Map(),
  questions: new Map(),
  questionsByOffer: new Map(),
});

/** Whether somebody has yet to do something about it. */
export const isOpen = ({ status }: Disclosure): boolean =>
  status === 'filed' || status === 'signalled' || status === 'suspended';

/** Whether it waits for an operator: a change or a correction that was filed. */
export const awaitsOperator = (one: Disclosure): one is Change | Defect =>
  one.kind !== 'event' && isOpen(one) && one.filing !== null;

/** Disclosures of a listing, oldest first. */
export const disclosuresOf = (state: DisclosuresState, listing: ListingId): Disclosure[] =>
  (state.byListing.get(listing) ?? []).flatMap((id) => state.disclosures.get(id) ?? []);

/** Questions on an offer, oldest first. */
export const questionsOf = (state: DisclosuresState, offer: OfferId): Question[] =>
  (state.questionsByOffer.get(offer) ?? []).flatMap((id) => state.questions.get(id) ?? []);

/** Questions that nobody has answered, let out or hidden. */
export const waitingQuestions = (state: DisclosuresState): Question[] =>
  [...state.questions.values()].filter(({ status }) => status === 'waiting');

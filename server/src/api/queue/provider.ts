import type { QueueKind, Role } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { VenueCommand, VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';

/** One thing that waits, as the state tells it. Stamps in ms of venue time. */
export interface Waiting {
  /** Id of the object; where one object waits for two things, with the second's name after a point. */
  readonly object: string;
  readonly status: string;
  readonly since: number;
  /** Until when it should be seen to; null where nothing says so. */
  readonly dueAt: number | null;
  /** Who sees to it by the noun's own word; null where the queue alone knows. */
  readonly assignee: PersonId | null;
  /** Persons it is about, where none of them may learn of it. */
  readonly hiddenFrom?: readonly PersonId[];
  readonly stakes: { readonly cents: number | null; readonly code: string };
}

/** What a person reads of it. */
export interface WaitingWords {
  readonly title: string;
  /** Of the organisation or person it is about. */
  readonly name: string;
}

/** What a kind of things brings into the one queue of the desk: a file here, and a line in `providers.ts`. */
export interface QueueProvider {
  readonly kind: QueueKind;
  /** Who of the desk sees to it. */
  readonly roles: readonly Role[];
  /** Everything of this kind that waits now. */
  readonly waiting: (state: VenueState, now: number) => readonly Waiting[];
  /** Names what waits; asked only of what is shown. Titles that are words of the client's are left empty. */
  readonly words: (context: ApiContext, object: string) => Promise<WaitingWords>;
  /** The noun's own command to assign it; the queue's own where there is none. */
  readonly assign?: (object: string, assignee: PersonId | null) => VenueCommand;
}

import { policy, type ComplaintOutcome } from '@piazza/shared/policy';
import type { ComplaintId, ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed, Swept } from '../core/index.ts';

/** Who told the author of a complaint something, and when. */
export interface Told {
  readonly by: PersonId;
  readonly at: Millis;
}

/** Something the venue has said on a complaint. */
export interface ComplaintWord extends Told {
  readonly words: Sealed;
}

/** A complaint of anybody who uses the venue (ECSPR art. 7). */
export interface Complaint {
  readonly id: ComplaintId;
  readonly person: PersonId;
  /** Whose key its words are under: its own; null where it is its author's. */
  readonly subject: string | null;
  /** The listing it is about; null where it is about the venue itself. */
  readonly listing: ListingId | null;
  /** The form as it was filled in. */
  readonly words: Sealed;
  /** Persons of the venue it is about: none of them, by whatever account, decides on it. */
  readonly named: PersonId[];
  readonly at: Millis;
  /** Until when it is to be answered. */
  dueAt: Millis;
  /** Until when its author is told whether it is admissible, that instant included. */
  readonly tellBy: Millis;
  /** What they were told of that; null until they were. An answer or another end tells it too. */
  admissibility: (Told & { readonly admissible: boolean }) | null;
  status: 'received' | 'answered' | 'closed' | 'withdrawn';
  readonly extensions: (ComplaintWord & { readonly until: Millis })[];
  readonly answers: ComplaintWord[];
  closed: (ComplaintWord & { readonly outcome: ComplaintOutcome }) | null;
  /** When it ended, by whatever way. */
  endedAt: Millis | null;
  /** When its words were removed, their time being over. */
  sweptAt: Millis | null;
}

const interests = ['financial', 'family', 'employment', 'mandate', 'other'] as const;
export type Interest = (typeof interests)[number];

/** An interest that somebody of the venue has declared (ECSPR art. 8). */
export interface Conflict {
  readonly id: string;
  readonly person: PersonId;
  readonly interest: Interest;
  /** Whose affairs it touches; null where it is no single organisation's. */
  readonly organisation: OrganisationId | null;
  readonly words: Sealed;
  readonly at: Millis;
  endedAt: Millis | null;
}

/** What the venue asks for its services: shares in basis points, sums in cents. */
export interface Fees {
  /** Of what an investor commits. */
  readonly commitmentBps: number;
  /** Of the value of a trade, from its seller. */
  readonly tradeBps: number;
  /** Of what an offer raises, from its issuer. */
  readonly successBps: number;
  /** For looking at an admission, from the issuer. */
  readonly admissionCents: number;
}

export interface FeeVersion extends Fees {
  readonly from: Millis;
  readonly at: Millis;
  readonly maker: PersonId;
  readonly checker: PersonId;
  readonly reason: Sealed;
}

/** What one sweep removed. */
export interface Sweep {
  readonly at: Millis;
  readonly complaints: number;
}

/** How the venue itself behaves: complaints, conflicts of interest, fees, what it keeps and for how long. */
export interface ConductState {
  readonly complaints: Map<ComplaintId, Complaint>;
  readonly conflicts: Map<string, Conflict>;
  /** Oldest first; before the first one nothing is asked. */
  readonly fees: FeeVersion[];
  readonly sweeps: Sweep[];
}
export const initialConduct = (): ConductState => ({
  complaints: new Map(),
  conflicts: new Map(),
  fees: [],
  sweeps: [],
});

export const isOpenComplaint = ({ status }: Complaint): boolean =>
  status === 'received' || status === 'answered';

/** Whether its author still waits to be told if it is admissible. */
export const isUntold = (one: Complaint): boolean => isOpenComplaint(one) && one.admissibility === null;

/** What is due next about an open complaint: to tell whether it is admissible, then to answer it. */
export const nextDueAt = (one: Complaint): Millis =>
  isUntold(one) && one.tellBy < one.dueAt ? one.tellBy : one.dueAt;

/** Complaints of a person, oldest first. */
export const complaintsOf = (state: ConductState, person: string): Complaint[] =>
  [...state.complaints.values()].filter((one) => one.person === person);

const noFees: Fees = { commitmentBps: 0, tradeBps: 0, successBps: 0, admissionCents: 0 };

/** Whether the version counts rather than the other: of two from one moment the later agreed one. */
const isNewer = (one: FeeVersion, other: FeeVersion): boolean =>
  one.from > other.from || (one.from === other.from && one.at >= other.at);

/** What is asked at that moment. Trades ask for it: nothing is sorted or made anew. */
export function feesAt({ fees }: ConductState, at: number): Fees {
  let found: FeeVersion | undefined;
  for (const one of fees) if (one.from <= at && (found === undefined || isNewer(one, found))) found = one;
  return found ?? noFees;
}

/** Every sealed text of a complaint. */
const wordsOf = ({ words, extensions, answers, closed }: Complaint): Sealed[] => [
  words,
  ...extensions.map((one) => one.words),
  ...answers.map((one) => one.words),
  ...(closed === null ? [] : [closed.words]),
];

/** Complaints whose time is over: ended for as long as they are kept (ECSPR art. 7(3), DOMAIN §7). */
export const sweepableComplaints = ({ complaints }: ConductState, at: number): Complaint[] =>
  [...complaints.values()].filter(
    ({ endedAt, sweptAt }) => sweptAt === null && endedAt !== null && at >= endedAt + policy.complaintsKeptMs,
  );

/** What is under keys of complaints whose time is over, and texts of such complaints under their author's. */
export function sweptComplaints({ complaints }: ConductState): Swept {
  const over = [...complaints.values()].filter(({ sweptAt }) => sweptAt !== null);
  return {
    subjects: over.flatMap(({ subject }) => (subject === null ? [] : [subject])),
    refs: over.flatMap((one) => wordsOf(one).map(({ ref }) => ref)),
  };
}

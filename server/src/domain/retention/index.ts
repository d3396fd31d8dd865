import type { Millis, PersonId } from '@piazza/shared/values';
import { policy } from '@piazza/shared/policy';
import { sweepableCases, sweptCases, type CasesEvent, type CasesState } from '../cases/index.ts';
import {
  complaintsOf,
  isOpenComplaint,
  sweepableComplaints,
  sweptComplaints,
  type ConductEvent,
  type ConductState,
} from '../conduct/index.ts';
import { accept, type Context, type Decision, type Swept } from '../core/index.ts';
import {
  sweptDocuments,
  type Document,
  type DocumentsEvent,
  type DocumentsState,
} from '../documents/index.ts';
import { account, type LedgerState } from '../ledger/index.ts';
import type { Listing, ListingsState } from '../listings/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { ProtectionEvent, ProtectionState } from '../protection/index.ts';
import { settingOf, type SettingsState } from '../settings/index.ts';

/** Removes what has been kept for as long as it is to be; given by the venue's upkeep. */
export interface RetentionCommand {
  readonly kind: 'retention.sweep';
}

export interface RetentionView {
  readonly people: PeopleState;
  readonly protection: ProtectionState;
  readonly ledger: LedgerState;
  readonly offers: OffersState;
  readonly listings: ListingsState;
  readonly documents: DocumentsState;
  readonly cases: CasesState;
  readonly conduct: ConductState;
  readonly settings: SettingsState;
}
type Events = ConductEvent | CasesEvent | DocumentsEvent | ProtectionEvent;

/**
 * Whether there ever was a relation that anti-money-laundering asks to be documented: an identity that an operator
 * approved, money, or a commitment (directive 2015/849 art. 40(1)). Otherwise nothing is kept of who somebody is.
 */
const hadRelation = ({ protection, ledger, offers }: RetentionView, person: PersonId): boolean =>
  protection.people.get(person)?.identity?.status === 'approved' ||
  ledger.accounts.has(account.cash(person)) ||
  (offers.byInvestor.get(person) ?? []).length > 0;

/** Until when the identity of somebody is kept whose relation ends at that moment. */
const identityUntil = (view: RetentionView, end: number): number => end + settingOf(view, 'identityKeptMs');

function identitiesOver(view: RetentionView, at: Millis): ProtectionEvent[] {
  const over: ProtectionEvent[] = [];
  for (const [person, { identitySubjects, identitySweptAt }] of view.protection.people) {
    if (identitySubjects.length === 0 || identitySweptAt !== null) continue;
    const end = view.people.people.get(person)?.erasure?.completedAt ?? null;
    if (end === null) continue;
    const until = hadRelation(view, person) ? identityUntil(view, end) : end;
    if (at >= until) over.push({ kind: 'protection.identity_swept', person, at });
  }
  return over;
}

const ended: ReadonlySet<Listing['status']> = new Set(['failed', 'cancelled', 'delisted']);
const untouched: ReadonlySet<Listing['status']> = new Set(['draft', 'changes_requested']);

/** When an issue ended, or was left lying by its issuer; null while it goes on. */
function endOf({ status, transitions, savedAt }: Listing): number | null {
  if (ended.has(status)) return transitions.at(-1)?.at ?? savedAt;
  return untouched.has(status) ? savedAt : null;
}

/** From when on a document's time runs: its removal, the end of its issue, or of the last issue of its organisation. */
function begins(
  { listings }: RetentionView,
  { removed, listing, organisation, at }: Document,
): number | null {
  if (removed !== null) return removed.at;
  let last: number = at;
  for (const one of listings.listings.values()) {
    if (one.organisation !== organisation || (listing ?? one.id) !== one.id) continue;
    const end = endOf(one);
    if (end === null) return null;
    last = Math.max(last, end);
  }
  return last;
}

const documentsOver = (view: RetentionView, at: number): Document['id'][] =>
  [...view.documents.byId.values()]
    .filter((one) => {
      const from = one.sweptAt === null ? begins(view, one) : null;
      return from !== null && at >= from + policy.documentsKeptMs;
    })
    .map(({ id }) => id);

/** What is to be marked as no longer kept: at the very moment its time is over, not a millisecond earlier. */
export function sweeping(view: RetentionView, at: Millis): Events[] {
  const complaints = sweepableComplaints(view.conduct, at).map(({ id }) => id);
  const cases = sweepableCases(view.cases, at);
  const documents = documentsOver(view, at);
  return [
    ...(complaints.length === 0 ? [] : [{ kind: 'conduct.swept' as const, complaints, at }]),
    ...(cases.alerts.length + cases.cases.length === 0
      ? []
      : [{ kind: 'cases.swept' as const, ...cases, at }]),
    ...(documents.length === 0 ? [] : [{ kind: 'documents.swept' as const, documents, at }]),
    ...identitiesOver(view, at),
  ];
}

export const decideRetention = (view: RetentionView, ctx: Context): Decision<Events> =>
  accept(sweeping(view, ctx.at));

/** All that the vault must not hold any more, as the events of sweeps have marked it. */
export function swept({ conduct, cases, documents, protection }: RetentionView): Swept {
  const identities = [...protection.people.values()].flatMap(({ identitySubjects, identitySweptAt }) =>
    identitySweptAt === null ? [] : identitySubjects,
  );
  const parts = [sweptComplaints(conduct), sweptCases(cases), sweptDocuments(documents)];
  return {
    subjects: [...identities, ...parts.flatMap(({ subjects }) => subjects)],
    refs: parts.flatMap(({ refs }) => refs),
  };
}

/** Subjects that go at once with the person's own: who they are, where nothing of law keeps it. */
export const goesAlong = (view: RetentionView, person: PersonId): readonly string[] =>
  hadRelation(view, person) ? [] : (view.protection.people.get(person)?.identitySubjects ?? []);

/** What outlasts an erasure by law, and until when. */
export interface KeptByLaw {
  readonly kind: 'identity' | 'complaints';
  readonly until: Millis;
}

/** What the venue would have to keep of somebody who is erased at that moment (GDPR art. 17(3)(b)). */
export function keptByLaw(view: RetentionView, person: PersonId, at: Millis): KeptByLaw[] {
  const kept: KeptByLaw[] = [];
  const { identitySubjects = [] } = view.protection.people.get(person) ?? {};
  if (identitySubjects.length > 0 && hadRelation(view, person))
    kept.push({ kind: 'identity', until: identityUntil(view, at) as Millis });
  const complaints = complaintsOf(view.conduct, person)
    .filter(({ subject, sweptAt }) => subject !== null && sweptAt === null)
    .map((one) => (isOpenComplaint(one) ? at : (one.endedAt ?? at)) + policy.complaintsKeptMs);
  if (complaints.length > 0) kept.push({ kind: 'complaints', until: Math.max(...complaints) as Millis });
  return kept;
}

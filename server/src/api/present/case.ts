import type { AlertDetail, AlertView, CaseRow, CaseView } from '@piazza/shared/contract';
import { severities, type Severity } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import {
  orderIdOf,
  seq as seqOf,
  type AlertId,
  type CaseId,
  type ListingId,
  type PersonId,
} from '@piazza/shared/values';
import type { Sealed } from '../../domain/core/index.ts';
import { isConcerned, subjectsOf, type Alert, type Case } from '../../domain/cases/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { pickProposal, presentProposal, type ProposalPick } from './proposal.ts';
import { erasedName, listingTexts, personName, personProfile } from './words.ts';

/** An account by its sealed profile. */
interface Account {
  readonly personId: PersonId;
  readonly profile: Sealed | null;
  readonly blocked: boolean;
}

export interface AlertPick {
  readonly alert: Alert;
  readonly texts: Sealed | null;
  readonly subjects: readonly Account[];
}

const accountOf = (state: VenueState, personId: PersonId): Account => ({
  personId,
  profile: state.people.people.get(personId)?.profile ?? null,
  blocked: state.markets.blockedAccounts.has(personId),
});

const textsOf = (state: VenueState, listing: ListingId | null): Sealed | null =>
  listing === null ? null : (state.listings.listings.get(listing)?.content.texts ?? null);

export const pickAlertRow = (state: VenueState, alert: Alert): AlertPick => ({
  alert,
  texts: textsOf(state, alert.listing),
  subjects: alert.subjects.map((person) => accountOf(state, person)),
});

/** An alert for somebody whom it is not about. @throws Refused not_found, conflict_of_interest */
export function pickAlert(state: VenueState, id: AlertId, reader: PersonId): AlertPick {
  const alert = state.cases.alerts.get(id);
  if (alert === undefined) throw new Refused(reject('not_found'));
  if (isConcerned(state.people, reader, alert.subjects)) throw new Refused(reject('conflict_of_interest'));
  return pickAlertRow(state, alert);
}

const nameOf = async (context: ApiContext, profile: Sealed | null): Promise<string> =>
  (profile && (await personProfile(context, profile))?.displayName) ?? erasedName;

const presentAccounts = (context: ApiContext, accounts: readonly Account[]) =>
  Promise.all(
    accounts.map(async ({ personId, profile, blocked }) => {
      return { personId, blocked, displayName: await nameOf(context, profile) };
    }),
  );

const titleOf = async (context: ApiContext, texts: Sealed | null): Promise<string> =>
  texts === null ? '' : (await listingTexts(context, texts)).title;

export async function presentAlert(context: ApiContext, pick: AlertPick): Promise<AlertView> {
  const { alert } = pick;
  const { id, detector, severity, status, from, to, raisedAt, dueAt, dismissed } = alert;
  return {
    id,
    detector,
    severity,
    status,
    from,
    to,
    raisedAt,
    dueAt,
    listingId: alert.listing,
    title: await titleOf(context, pick.texts),
    subjects: await presentAccounts(context, pick.subjects),
    figures: Object.entries(alert.figures).map(([name, value]) => ({ name, value })),
    caseId: alert.case,
    dismissed: dismissed && {
      by: await personName(context, dismissed.by),
      at: dismissed.at,
      reason: await said(context, dismissed.reason),
    },
  };
}

export const presentAlertDetail = async (context: ApiContext, pick: AlertPick): Promise<AlertDetail> => ({
  ...(await presentAlert(context, pick)),
  seqs: pick.alert.seqs.map(seqOf),
  orders: pick.alert.orders.map(orderIdOf),
});

async function said(context: ApiContext, sealed: Sealed): Promise<string> {
  return (await context.vault.open<{ reason: string }>(sealed))?.reason ?? '';
}

export interface CasePick {
  readonly one: Case;
  readonly severity: Severity;
  readonly alerts: readonly AlertPick[];
  readonly subjects: readonly Account[];
}

/** The gravest of them. */
const gravest = (alerts: readonly Alert[]): Severity =>
  severities.find((severity) => alerts.some((alert) => alert.severity === severity)) ?? 'record';

export function pickCaseRow(state: VenueState, one: Case): CasePick {
  const alerts = one.alerts.flatMap((id) => state.cases.alerts.get(id) ?? []);
  return {
    one,
    severity: gravest(alerts),
    alerts: alerts.map((alert) => pickAlertRow(state, alert)),
    subjects: subjectsOf(state.cases, one).map((person) => accountOf(state, person)),
  };
}

/** A case for somebody whom it is not about. @throws Refused not_found, conflict_of_interest */
export function pickCase(state: VenueState, id: CaseId, reader: PersonId): CasePick {
  const one = state.cases.cases.get(id);
  if (one === undefined) throw new Refused(reject('not_found'));
  if (isConcerned(state.people, reader, subjectsOf(state.cases, one)))
    throw new Refused(reject('conflict_of_interest'));
  return pickCaseRow(state, one);
}

export async function presentCaseRow(context: ApiContext, pick: CasePick): Promise<CaseRow> {
  const { one, severity, alerts } = pick;
  const titles = await Promise.all(alerts.map(({ texts }) => titleOf(context, texts)));
  const { id, openedAt, dueAt, assignee } = one;
  return {
    id,
    openedAt,
    dueAt,
    severity,
    openedBy: await personName(context, one.openedBy),
    assignee: assignee && { personId: assignee, displayName: await personName(context, assignee) },
    alerts: alerts.length,
    titles: [...new Set(titles.filter((title) => title !== ''))],
    outcome: one.closed?.outcome ?? null,
  };
}

/** What is shown of a case beside itself. */
export interface CaseSurroundings {
  readonly proposals: readonly ProposalPick[];
  readonly operators: readonly PersonId[];
}

export function surroundingsOf(
  state: VenueState,
  { one, subjects }: CasePick,
  reader: PersonId,
): CaseSurroundings {
  const about = subjects.map(({ personId }) => personId);
  return {
    proposals: [...state.approvals.proposals.values()]
      .filter(({ act, status }) => status === 'waiting' && act.kind === 'case_closing' && act.case === one.id)
      .map(({ id }) => pickProposal(state, id, reader)),
    operators: [...state.people.people.values()]
      .filter(({ id, roles }) => roles.includes('operator') && !isConcerned(state.people, id, about))
      .map(({ id }) => id),
  };
}

export async function presentCase(
  context: ApiContext,
  pick: CasePick,
  { proposals, operators }: CaseSurroundings,
  reader: PersonId,
): Promise<CaseView> {
  const { one } = pick;
  const notes = one.notes.map(async ({ by, at, words }) => {
    return { by: await personName(context, by), at, words: await said(context, words) };
  });
  const { closed } = one;
  return {
    ...(await presentCaseRow(context, pick)),
    mine: one.assignee === reader,
    subjects: await presentAccounts(context, pick.subjects),
    alertList: await Promise.all(pick.alerts.map((alert) => presentAlert(context, alert))),
    notes: await Promise.all(notes),
    closed: closed && {
      outcome: closed.outcome,
      words: await said(context, closed.words),
      maker: await personName(context, closed.maker),
      checker: await personName(context, closed.checker),
      at: closed.at,
    },
    proposals: await Promise.all(proposals.map((proposal) => presentProposal(context, proposal, reader))),
    operators: await Promise.all(
      operators.map(async (personId) => ({ personId, displayName: await personName(context, personId) })),
    ),
  };
}

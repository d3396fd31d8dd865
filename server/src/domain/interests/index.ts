import type {
  AlertId,
  CaseId,
  ComplaintId,
  DisclosureId,
  DocumentId,
  ListingId,
  OfferId,
  OrganisationId,
  ProposalId,
  QuestionId,
  ReportId,
} from '@piazza/shared/values';
import type { Act, ApprovalsState } from '../approvals/index.ts';
import type { CasesState } from '../cases/index.ts';
import { hasInterest, type ConductState } from '../conduct/index.ts';
import type { DisclosuresState } from '../disclosures/index.ts';
import type { DocumentsState } from '../documents/index.ts';
import type { DutiesState } from '../duties/index.ts';
import type { ListingsState } from '../listings/index.ts';
import type { OffersState } from '../offers/index.ts';
import { represents, standsFor, type OrganisationsState } from '../organisations/index.ts';
import type { PeopleState } from '../people/index.ts';
import { deciding } from './deciding.ts';

export { judgesNoIssuer } from './deciding.ts';

export interface InterestsView {
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly documents: DocumentsState;
  readonly disclosures: DisclosuresState;
  readonly duties: DutiesState;
  readonly cases: CasesState;
  readonly conduct: ConductState;
  readonly approvals: ApprovalsState;
}
type Issuers = readonly OrganisationId[];

const one = (organisation: OrganisationId | undefined): Issuers =>
  organisation === undefined ? [] : [organisation];

const ofListing = ({ listings }: InterestsView, id: ListingId | null | undefined): Issuers =>
  one(id === null || id === undefined ? undefined : listings.listings.get(id)?.organisation);

const ofAlert = (view: InterestsView, id: AlertId): Issuers =>
  ofListing(view, view.cases.alerts.get(id)?.listing);

const ofCase = (view: InterestsView, id: CaseId): Issuers =>
  (view.cases.cases.get(id)?.alerts ?? []).flatMap((alert) => ofAlert(view, alert));

type OfAct = {
  readonly [K in Exclude<Act['kind'], 'money_out'>]: (
    view: InterestsView,
    act: Extract<Act, { kind: K }>,
  ) => Issuers;
};
/**
 * Whose affairs an act of two persons decides; acts about an account, a number or a fee are no issuer's. Money that
 * leaves for an issuer asks the same of its parties by itself.
 */
const ofAct: OfAct = {
  role_change: () => [],
  tier_change: () => [],
  class_grant: () => [],
  policy_change: () => [],
  fee_change: () => [],
  case_closing: (view, act) => ofCase(view, act.case),
  call_terms: (view, act) => ofListing(view, act.listing),
};
const issuersOfAct = (view: InterestsView, act: Act): Issuers => {
  const rule = ofAct[act.kind as keyof OfAct] as ((view: InterestsView, act: Act) => Issuers) | undefined;
  return rule?.(view, act) ?? [];
};

/** Who somebody is, is looked at as part of the issuers they act for. */
const ofPerson = (view: InterestsView, id: string): Issuers =>
  [...view.organisations.organisations.keys()].filter((organisation) => standsFor(view, id, organisation));

function ofProposal(view: InterestsView, id: ProposalId): Issuers {
  const proposal = view.approvals.proposals.get(id);
  return proposal === undefined ? [] : issuersOfAct(view, proposal.act);
}

const byKind: Readonly<Record<string, (view: InterestsView, id: string) => Issuers>> = {
  lst: (view, id) => ofListing(view, id as ListingId),
  org: (_view, id) => [id as OrganisationId],
  ofr: ({ offers }, id) => one(offers.offers.get(id as OfferId)?.organisation),
  doc: ({ documents }, id) => one(documents.byId.get(id as DocumentId)?.organisation),
  dis: (view, id) => ofListing(view, view.disclosures.disclosures.get(id as DisclosureId)?.listing),
  qst: (view, id) => ofListing(view, view.disclosures.questions.get(id as QuestionId)?.listing),
  rpt: (view, id) => ofListing(view, view.duties.reports.get(id as ReportId)?.listing),
  alr: (view, id) => ofAlert(view, id as AlertId),
  cas: (view, id) => ofCase(view, id as CaseId),
  cpl: (view, id) => ofListing(view, view.conduct.complaints.get(id as ComplaintId)?.listing),
  per: ofPerson,
  apr: (view, id) => ofProposal(view, id as ProposalId),
};

/**
 * The issuers whose affairs the object is: anything that waits in the queue, by its id. What somebody asks for as an
 * investor (`per_….class`) is no issuer's.
 */
export function issuersOf(view: InterestsView, object: string): Issuers {
  const [id = '', part] = object.split('.');
  return part === 'class' ? [] : (byKind[id.slice(0, 3)]?.(view, id) ?? []);
}

/** Whether the person behind the account has declared an interest in an issuer whose affairs the object is. */
export const isInterested = (view: InterestsView, account: string, object: string): boolean =>
  view.conduct.conflicts.size > 0 &&
  issuersOf(view, object).some((organisation) => hasInterest(view, account, organisation));

/**
 * Whether an interest that was declared keeps somebody of the desk from this: from every review of that issuer, by
 * whatever account, and from being given one (ECSPR art. 8). Whoever acts for the issuer is no reviewer of it.
 */
export function isBarred(view: InterestsView, command: Readonly<{ kind: string }>, actor: string): boolean {
  if (view.conduct.conflicts.size === 0) return false;
  const decisions = deciding[command.kind]?.(command, actor) ?? [];
  return decisions.some(({ act, object, who, asIssuer }) => {
    const issuers = act === undefined ? issuersOf(view, object) : issuersOfAct(view, act);
    return issuers.some(
      (organisation) =>
        hasInterest(view, who, organisation) &&
        !(asIssuer === true && represents(view.organisations, who, organisation)),
    );
  });
}

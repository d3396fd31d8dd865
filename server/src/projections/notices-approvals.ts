import type { NoticeKind } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { isParty, mayAgree, type ApprovalsEvent, type Proposal } from '../domain/approvals/index.ts';
import type { VenueState } from '../domain/venue/index.ts';

/** What a person is told of a proposal: whom, and which message. */
export type ApprovalNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

const subjectOf = ({ id, act }: Pick<Proposal, 'id' | 'act'>): Readonly<Record<string, string>> => ({
  proposal: id,
  act: act.kind,
});

/** Everybody who may agree to the proposal: those who proposed it, or whom it is about, are not among them. */
function checkers(state: VenueState, { act, maker }: Pick<Proposal, 'act' | 'maker'>): PersonId[] {
  return [...state.people.people.values()]
    .filter(({ id, suspended }) => !suspended && mayAgree(state, act, maker, id) && !isParty(state, act, id))
    .map(({ id }) => id);
}

/** The messages of an event: to those who can agree, and in the end to who proposed. */
export function approvalNotices(state: VenueState, event: ApprovalsEvent): ApprovalNotice[] {
  if (event.kind === 'approvals.proposed')
    return checkers(state, event.as).map((person) => [person, 'proposal_waiting', subjectOf(event.as)]);
  const proposal = state.approvals.proposals.get(event.proposal);
  if (proposal === undefined || event.status === 'withdrawn') return [];
  return [[proposal.maker, `proposal_${event.status}`, subjectOf(proposal)]];
}

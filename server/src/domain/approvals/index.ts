import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type PersonId, type ProposalId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Need } from '../core/index.ts';
import { samePerson } from '../people/index.ts';
import { hasConflict } from '../queue/index.ts';
import { clearTimer, setTimer, type ApprovalsTimer, type ScheduleEvent } from '../schedule/index.ts';
import { settingOf } from '../settings/index.ts';
import { rulesOf, type Act, type ActEvent, type ActView } from './acts.ts';
import type { ApprovalsCommand, ApprovalsEvent } from './events.ts';
import type { ApprovalsState, Proposal } from './state.ts';

export { rulesOf, type Act, type ActRules, type ActView } from './acts.ts';
export * from './events.ts';
export * from './state.ts';

interface View extends ActView {
  readonly approvals: ApprovalsState;
}
type Events = ApprovalsEvent | ActEvent | ScheduleEvent;
type Command<K extends ApprovalsCommand['kind']> = Extract<ApprovalsCommand, { kind: K }>;

const expiry = (proposal: ProposalId): string => `approval:${proposal}`;

function holds(view: ActView, person: string, need: Need): boolean {
  const roles = view.people.people.get(person as PersonId)?.roles ?? [];
  if (need === 'anybody') return true;
  return typeof need === 'string' ? roles.includes(need as never) : need.some((role) => roles.includes(role));
}

const decided = (
  { id }: Proposal,
  status: 'approved' | 'refused' | 'withdrawn',
  ctx: Context,
  command: { readonly reason: Proposal['reason'] | null },
): Events[] => [
  {
    kind: 'approvals.decided',
    proposal: id,
    status,
    checker: status === 'withdrawn' ? null : (ctx.actor as PersonId),
    reason: command.reason,
    at: ctx.at,
  },
  clearTimer(expiry(id)),
];

/** Who may agree to the act. */
const agreeing = (act: Act): Need => {
  const { agree, need } = rulesOf(act);
  return agree ?? need;
};

/** Whether the account belongs to somebody the act is about. */
export const isParty = (view: ActView, act: Act, account: string): boolean =>
  (rulesOf(act).parties?.(view, act) ?? []).some((party) => samePerson(view.people, party, account));

/** Whether the proposal is kept from this account: it is about its holder, who must not learn of it. */
export const isHidden = (view: ActView, { act }: Proposal, account: string): boolean =>
  rulesOf(act).confidential === true && isParty(view, act, account);

/** Whether what the proposal rests on is still as it was, its maker's role included: otherwise it is void. */
export const isCurrent = (view: ActView, { act, revision, maker }: Proposal): boolean => {
  const rules = rulesOf(act);
  return rules.revision(view, act) === revision && holds(view, maker, rules.need);
};

/** Precedence: not_allowed, conflict_of_interest, already_proposed, then what forbids the act. */
function proposalRefusal(
  view: View,
  { act, contentHash }: Command<'approvals.propose'>,
  ctx: Context,
): Rejection | null {
  const rules = rulesOf(act);
  if (!holds(view, ctx.actor, rules.need)) return reject('not_allowed');
  if (isParty(view, act, ctx.actor)) return reject('conflict_of_interest');
  for (const other of view.approvals.proposals.values()) {
    const same = other.status === 'waiting' && other.contentHash === contentHash;
    if (same && isCurrent(view, other)) return reject('already_proposed', { proposal: other.id });
  }
  return rules.refusal(view, act, ctx);
}

function decidePropose(view: View, command: Command<'approvals.propose'>, ctx: Context): Decision<Events> {
  const refusal = proposalRefusal(view, command, ctx);
  if (refusal !== null) return refuse(refusal);
  const { act, contentHash, reason } = command;
  const proposal = ctx.newId('proposal') as ProposalId;
  const maker = ctx.actor as PersonId;
  const expiresAt = millis(ctx.at + settingOf(view, 'approvalLifeMs'));
  const revision = rulesOf(act).revision(view, act);
  const as = { id: proposal, act, contentHash, revision, maker, reason, at: ctx.at, expiresAt };
  return accept<Events>(
    [
      { kind: 'approvals.proposed', proposal, as },
      setTimer(expiry(proposal), expiresAt, { kind: 'approvals.expire', proposal }),
    ],
    { proposal },
  );
}

/** Whether the account holds what the act asks of its checker, and belongs to another person than its maker's. */
export const mayAgree = (view: ActView, act: Act, maker: string, account: string): boolean =>
  holds(view, account, agreeing(act)) && !samePerson(view.people, maker, account);

/**
 * Why this account may not agree to (or refuse) the proposal, whatever it has read; null when it may.
 * Four eyes are those of two natural persons, whatever accounts they use (DOMAIN §3).
 * Precedence: not_allowed, same_person, conflict_of_interest.
 */
export function checkerRefusal(view: ActView, proposal: Proposal, account: string): Rejection | null {
  if (!holds(view, account, agreeing(proposal.act))) return reject('not_allowed');
  if (samePerson(view.people, proposal.maker, account)) return reject('same_person');
  const conflicted =
    isParty(view, proposal.act, account) || hasConflict(view.queue, view.people, account, proposal.id);
  return conflicted ? reject('conflict_of_interest') : null;
}

function checkRefusal(
  view: View,
  proposal: Proposal,
  { kind, contentHash }: Command<'approvals.approve' | 'approvals.refuse'>,
  ctx: Context,
): Rejection | null {
  const refusal = checkerRefusal(view, proposal, ctx.actor);
  if (refusal !== null) return refusal;
  if (contentHash !== proposal.contentHash) return reject('content_changed');
  if (kind === 'approvals.refuse') return null;
  if (!isCurrent(view, proposal)) return reject('content_changed');
  return rulesOf(proposal.act).refusal(view, proposal.act, ctx);
}

/**
 * Agreement or refusal by a second person; with an agreement the act is done in the same record.
 * Precedence: not_found, approval_expired, illegal_state, not_allowed, same_person, conflict_of_interest,
 * content_changed, then what forbids the act.
 */
function decideCheck(
  view: View,
  command: Command<'approvals.approve' | 'approvals.refuse'>,
  ctx: Context,
): Decision<Events> {
  const proposal = view.approvals.proposals.get(command.proposal);
  if (proposal === undefined) return refuse(reject('not_found'));
  if (proposal.status === 'expired') return refuse(reject('approval_expired'));
  if (proposal.status !== 'waiting') return refuse(reject('illegal_state', { status: proposal.status }));
  const refusal = checkRefusal(view, proposal, command, ctx);
  if (refusal !== null) return refuse(refusal);
  if (command.kind === 'approvals.refuse') return accept(decided(proposal, 'refused', ctx, command));
  return accept<Events>([
    ...decided(proposal, 'approved', ctx, command),
    ...rulesOf(proposal.act).events(view, proposal.act, proposal.maker, ctx),
  ]);
}

/** Only who proposed takes it back. Precedence: not_found, illegal_state, not_allowed. */
function decideWithdraw(view: View, id: ProposalId, ctx: Context): Decision<Events> {
  const proposal = view.approvals.proposals.get(id);
  if (proposal === undefined) return refuse(reject('not_found'));
  if (proposal.status !== 'waiting') return refuse(reject('illegal_state', { status: proposal.status }));
  if (proposal.maker !== ctx.actor) return refuse(reject('not_allowed'));
  return accept(decided(proposal, 'withdrawn', ctx, { reason: null }));
}

/** Four eyes: one person proposes an act, another one agrees to exactly that, or it is not done. */
export function decideApprovals(
  view: View,
  command: ApprovalsCommand | ApprovalsTimer,
  ctx: Context,
): Decision<Events> {
  switch (command.kind) {
    case 'approvals.propose':
      return decidePropose(view, command, ctx);
    case 'approvals.withdraw':
      return decideWithdraw(view, command.proposal, ctx);
    case 'approvals.expire':
      return accept<Events>([
        {
          kind: 'approvals.decided',
          proposal: command.proposal,
          status: 'expired',
          checker: null,
          reason: null,
          at: ctx.at,
        },
      ]);
    default:
      return decideCheck(view, command, ctx);
  }
}

export function evolveApprovals(state: ApprovalsState, event: ApprovalsEvent): void {
  if (event.kind === 'approvals.proposed') {
    const { as } = event;
    state.proposals.set(as.id, {
      ...as,
      status: 'waiting',
      checker: null,
      decidedAt: null,
      decidedReason: null,
    });
    return;
  }
  const proposal = existing(state.proposals, event.proposal, 'proposal');
  proposal.status = event.status;
  proposal.checker = event.checker;
  proposal.decidedAt = event.at;
  proposal.decidedReason = event.reason;
}

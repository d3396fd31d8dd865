import type { ProposalStatus, ProposalView, Role, Tier } from '@piazza/shared/contract';
import type { PersonId, ProposalId } from '@piazza/shared/values';
import { policy } from '@piazza/shared/policy';
import type { Cast, Player } from './cast.ts';

let asked = 0;

/** Another number for the policy, none like the one before. */
export function proposed(maker: Pick<Player, 'api'>): Promise<ProposalView> {
  asked += 1;
  const value = 10_000_000 + asked;
  return maker.api.call('approvals.propose', {
    body: {
      act: { kind: 'policy_change', setting: 'maxOrderValueCents', value },
      reason: 'Orders are small',
    },
  });
}

/** Agrees to a proposal as it is shown. */
export const agree = (checker: Player, { id, contentHash }: ProposalView): Promise<ProposalView> =>
  checker.api.call('approvals.approve', {
    params: { proposalId: id },
    body: { contentHash, reason: 'Seen, and as it should be' },
  });

/** Grants or withdraws a role: Adele proposes, Olga agrees (or whoever is named). */
export async function changeRole(
  cast: Pick<Cast, 'adele' | 'olga'>,
  personId: PersonId,
  role: Role,
  granted: boolean,
  checker: Player = cast.olga,
): Promise<ProposalView> {
  const body = { role, granted, reason: 'Papers seen' };
  return agree(checker, await cast.adele.api.call('people.setRole', { params: { personId }, body }));
}

/** Olga proposes a tier, Oreste agrees. */
export async function changeTier(
  { olga, oreste }: Readonly<Record<'olga' | 'oreste', Player>>,
  personId: PersonId,
  tier: Tier,
): Promise<ProposalView> {
  const body = { tier, reason: 'Papers seen' };
  return agree(oreste, await olga.api.call('people.setTier', { params: { personId }, body }));
}

/** Lets everybody take back what they have proposed, so that it may be proposed again. */
export async function nothingProposed({ venue }: Pick<Cast, 'venue'>): Promise<void> {
  const { exchange } = venue.venue;
  const waiting = exchange.peek(({ approvals }) =>
    [...approvals.proposals.values()].filter(({ status }) => status === 'waiting'),
  );
  for (const { id, maker } of waiting)
    await exchange.command({ kind: 'approvals.withdraw', proposal: id }, maker);
}

/** A proposal of Oreste's in that status. */
export async function proposalIn(cast: Cast, status: ProposalStatus): Promise<ProposalId> {
  const proposal = await proposed(cast.oreste);
  const params = { proposalId: proposal.id };
  const body = { contentHash: proposal.contentHash, reason: 'Better as it is' };
  if (status === 'approved') await agree(cast.olga, proposal);
  if (status === 'refused') await cast.olga.api.call('approvals.refuse', { params, body });
  if (status === 'withdrawn') await cast.oreste.api.call('approvals.withdraw', { params });
  if (status === 'expired') await cast.pass(policy.approvalLifeMs);
  return proposal.id;
}

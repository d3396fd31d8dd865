import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis } from '@piazza/shared/values';
import type { Protection } from './state.ts';

export type KnowledgeStanding = 'needed' | 'failed' | 'acknowledged' | 'passed';

/** How an investor stands to the entry knowledge test. A later failure takes no earlier pass away while it is valid. */
export function knowledgeStanding(own: Protection | undefined, at: Millis): KnowledgeStanding {
  if (own === undefined) return 'needed';
  if (own.passedUntil !== null && at < own.passedUntil) return 'passed';
  if (own.graded === null || own.graded.passed || at >= own.graded.validUntil) return 'needed';
  return own.acknowledgedAt === null ? 'failed' : 'acknowledged';
}

/** Whether a simulation of the ability to bear loss is there and not too old. */
export const hasSimulatedLoss = (own: Protection | undefined, at: Millis): boolean =>
  own !== undefined && own.loss !== null && at < own.loss.validUntil;

/**
 * Cents above which a single commitment asks for warning, consent and proof of understanding: the higher of €1,000 and
 * 5 % of the net worth, where the investor has shared it (ECSPR art. 21(7)). A simulation that is too old counts no more.
 * @param floorCents the venue's threshold
 */
export function warningThreshold(own: Protection | undefined, at: Millis, floorCents: number): number {
  const bearable = own !== undefined && hasSimulatedLoss(own, at) ? (own.loss?.bearableCents ?? 0) : 0;
  const netWorthShare = (bearable * policy.warningNetWorthShare) / (policy.bearableLossPercent * 100);
  return Math.max(floorCents, Math.floor(netWorthShare));
}

/** Whether the identity is on record: submitted and neither sent back nor rejected. */
const isIdentified = (own: Protection | undefined): boolean =>
  own?.identity?.status === 'submitted' || own?.identity?.status === 'approved';

/**
 * What an investor must have done before they commit so much, in the order it is asked for; null when all is done.
 * Anti-money-laundering asks it of everybody, the entry test and the simulation are for the non-sophisticated.
 */
export function entryRefusal(
  own: Protection | undefined,
  isSophisticated: boolean,
  amountCents: number,
  at: Millis,
): Rejection | null {
  if (!isIdentified(own)) return reject('identity_needed');
  if (amountCents >= policy.identityApprovalFromCents && own?.identity?.status !== 'approved')
    return reject('identity_not_approved', { fromCents: policy.identityApprovalFromCents });
  if (isSophisticated) return null;
  const standing = knowledgeStanding(own, at);
  if (standing === 'needed' || standing === 'failed') return reject('knowledge_test_needed', { standing });
  return hasSimulatedLoss(own, at) ? null : reject('loss_simulation_needed');
}

import { z } from 'zod';
import {
  amount,
  commitmentId,
  disclosureId,
  endpoint,
  listingId,
  methodId,
  offerId,
  page,
  pageQuery,
  positiveQuantity,
  quantity,
  stamp,
} from './kit.ts';
import { tiers } from './people.ts';

export const commitmentStatuses = [
  'pledged',
  'charging',
  'revoked',
  'captured',
  'capture_failed',
  'lapsed',
  'allotted',
  'settled',
  'released',
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

const commitmentView = z.object({
  id: commitmentId,
  offerId,
  listingId,
  title: z.string(),
  organisationName: z.string(),
  units: positiveQuantity,
  amount,
  status: z.enum(commitmentStatuses),
  placedAt: stamp,
  /** Until then it may be revoked without reason or penalty (ECSPR art. 22); null for sophisticated investors. */
  reflectionEndsAt: stamp.nullable(),
  /** Why it may be revoked anew, even where it was captured: the sheet changed, or the offer is on hold over it. */
  renewal: z
    .object({ why: z.enum(['changed', 'suspended', 'corrected', 'dismissed']), at: stamp, disclosureId })
    .nullable(),
  allottedUnits: quantity,
  allottedAmount: amount,
  tier: z.enum(tiers),
  timeline: z.array(z.object({ at: stamp, step: z.enum(commitmentStatuses) })),
});
export type CommitmentView = z.output<typeof commitmentView>;

/** What the investor confirms with a commitment (ECSPR art. 21(7), 22(3), 23(6)). */
const acknowledgements = z.object({
  /** The fixed warning was shown and read. */
  riskWarning: z.boolean(),
  /** The notice of the reflection period was shown before committing. */
  reflectionNotice: z.boolean(),
  /** Only above the threshold: explicit consent. That its risks are understood is proved before: see `protection.drawUnderstanding`. */
  aboveThreshold: z.boolean(),
});

const placeCommitmentBody = z.object({
  units: positiveQuantity,
  acknowledgements,
  /** The payer's own method that is charged when the reflection period ends; null or absent: out of the wallet. */
  method: methodId.nullish(),
});
const placeCommitmentRejections = [
  'not_found',
  'offer_not_open',
  'offer_suspended',
  'own_offer',
  'not_a_lot',
  'below_minimum_ticket',
  'above_hard_cap',
  'identity_needed',
  'identity_not_approved',
  'knowledge_test_needed',
  'loss_simulation_needed',
  'offer_full',
  'warning_not_acknowledged',
  'understanding_not_proved',
  'payments_off',
  'method_not_usable',
  'method_limit',
  'insufficient_funds',
] as const;
const exampleCommitment = {
  units: 100,
  acknowledgements: {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
  },
};

export const commitments = {
  'commitments.place': endpoint({
    method: 'POST',
    path: '/offers/:offerId/commitments',
    summary: 'Commit to an offer. A pledge until the reflection period ends; nothing is captured earlier.',
    access: ['investor'],
    ownership: 'none',
    states: ['open'],
    params: z.object({ offerId }),
    body: placeCommitmentBody,
    reply: commitmentView,
    status: 201,
    rejections: placeCommitmentRejections,
    example: { params: { offerId: '$offer' }, body: exampleCommitment },
    command: true,
  }),
  'commitments.mine': endpoint({
    method: 'GET',
    path: '/me/commitments',
    summary: 'Commitments of the signed-in person, newest first.',
    access: 'signed_in',
    ownership: 'none',
    query: pageQuery,
    reply: page(commitmentView),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'commitments.read': endpoint({
    method: 'GET',
    path: '/commitments/:commitmentId',
    summary: 'One commitment with its timeline.',
    access: 'signed_in',
    ownership: 'commitment',
    params: z.object({ commitmentId }),
    reply: commitmentView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { commitmentId: '$commitment' } },
    command: false,
  }),
  'commitments.revoke': endpoint({
    method: 'POST',
    path: '/commitments/:commitmentId/revoke',
    summary: 'Revoke a commitment in its reflection period, without reason or penalty.',
    access: ['investor'],
    ownership: 'commitment',
    // Later too, while a right to revoke has begun anew.
    states: ['pledged'],
    params: z.object({ commitmentId }),
    reply: commitmentView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'reflection_ended'],
    example: { params: { commitmentId: '$commitment' } },
    command: true,
  }),
} as const;

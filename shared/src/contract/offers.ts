import { z } from 'zod';
import {
  amount,
  commitmentId,
  endpoint,
  listingId,
  offerId,
  organisationId,
  page,
  pageQuery,
  positiveQuantity,
  price,
  quantity,
  reason,
  stamp,
} from './kit.ts';
import { instruments, sectors } from './listings.ts';
import { tiers } from './people.ts';

export const offerStatuses = [
  'scheduled',
  'open',
  'closing',
  'allotting',
  'funded',
  'failed',
  'cancelled',
] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** What moves while an offer fills; pushed to the room of the offer. */
export const offerProgress = z.object({
  offerId,
  status: z.enum(offerStatuses),
  /** Pledged and captured together. */
  committed: amount,
  /** Past its reflection period and held. */
  captured: amount,
  investors: z.int().min(0),
  /** When soft cap and allotment are decided; known from the closing time. */
  decisionAt: stamp.nullable(),
});
export type OfferProgress = z.output<typeof offerProgress>;

export const offerView = z.object({
  id: offerId,
  listingId,
  title: z.string(),
  tagline: z.string(),
  organisation: z.object({ id: organisationId, name: z.string(), fictional: z.boolean() }),
  place: z.string(),
  sector: z.enum(sectors),
  instrument: z.enum(instruments),
  couponBps: z.int().nullable(),
  indicator: z.string(),
  sdgTarget: z.string(),
  price,
  lot: positiveQuantity,
  softCap: amount,
  hardCap: amount,
  minimumTicket: amount,
  opensAt: stamp,
  closesAt: stamp,
  progress: offerProgress,
});
export type OfferView = z.output<typeof offerView>;

export const commitmentStatuses = [
  'pledged',
  'revoked',
  'captured',
  'capture_failed',
  'lapsed',
  'allotted',
  'settled',
  'released',
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export const commitmentView = z.object({
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
  allottedUnits: quantity,
  allottedAmount: amount,
  tier: z.enum(tiers),
  timeline: z.array(z.object({ at: stamp, step: z.enum(commitmentStatuses) })),
});
export type CommitmentView = z.output<typeof commitmentView>;

/** Why an investor received what they received. */
export const allotmentView = z.object({
  offerId,
  totalUnits: quantity,
  requestedUnits: quantity,
  tiers: z.array(
    z.object({
      tier: z.enum(tiers),
      reservedUnits: quantity,
      /** Its reserve, plus what flowed down to it. */
      offeredUnits: quantity,
      requestedUnits: quantity,
      allottedUnits: quantity,
      /** Requests up to this were filled whole; larger ones received this or one lot more. */
      levelUnits: quantity,
      commitments: z.int().min(0),
    }),
  ),
  /** Of the signed-in investor; null for everybody else. */
  mine: z
    .object({
      commitmentId,
      tier: z.enum(tiers),
      requestedUnits: quantity,
      allottedUnits: quantity,
      /** filled: asked for no more than the level; level: cut to it; level_plus_lot: received a residual lot; none: nothing was left. */
      reason: z.enum(['filled', 'level', 'level_plus_lot', 'none']),
    })
    .array(),
});
export type AllotmentView = z.output<typeof allotmentView>;

/** What the investor confirms with a commitment (ECSPR art. 21(7), 22(3), 23(6)). */
export const acknowledgements = z.object({
  /** The fixed warning was shown and read. */
  riskWarning: z.boolean(),
  /** The notice of the reflection period was shown before committing. */
  reflectionNotice: z.boolean(),
  /** Only above the threshold: explicit consent, and the right answer to the question of understanding. */
  aboveThreshold: z.boolean(),
  understanding: z.enum(['may_lose_all', 'guaranteed', 'paid_back_any_time']).nullable(),
});

export const placeCommitmentBody = z.object({ units: positiveQuantity, acknowledgements });
export const placeCommitmentRejections = [
  'not_found',
  'offer_not_open',
  'own_offer',
  'not_a_lot',
  'below_minimum_ticket',
  'above_hard_cap',
  'offer_full',
  'warning_not_acknowledged',
  'understanding_not_proved',
  'insufficient_funds',
] as const;
const exampleCommitment = {
  units: 100,
  acknowledgements: {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
    understanding: 'may_lose_all',
  },
};

const holder = z.object({ displayName: z.string(), units: quantity, sharePerMille: z.int(), since: stamp });

export const offers = {
  'offers.list': endpoint({
    method: 'GET',
    path: '/offers',
    summary: 'Offers of the venue, those that close first on top.',
    access: 'public',
    ownership: 'none',
    query: pageQuery.extend({
      status: z.enum(offerStatuses).optional(),
      sector: z.enum(sectors).optional(),
      instrument: z.enum(instruments).optional(),
      sdg: z
        .string()
        .regex(/^(?:1[0-7]|[1-9])$/)
        .optional(),
      q: z.string().max(80).optional(),
      sort: z.enum(['closing', 'newest', 'progress']).optional(),
    }),
    reply: page(offerView),
    status: 200,
    rejections: [],
    example: { query: { status: 'open', limit: '20' } },
    command: false,
  }),
  'offers.read': endpoint({
    method: 'GET',
    path: '/offers/:offerId',
    summary: 'One offer with its progress.',
    access: 'public',
    ownership: 'none',
    params: z.object({ offerId }),
    reply: offerView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { offerId: '$offer' } },
    command: false,
  }),
  'offers.allotment': endpoint({
    method: 'GET',
    path: '/offers/:offerId/allotment',
    summary: 'How a closed offer was allotted, with the explanation of one’s own share.',
    access: 'public',
    ownership: 'none',
    states: ['allotting', 'funded'],
    params: z.object({ offerId }),
    reply: allotmentView,
    status: 200,
    rejections: ['not_found', 'illegal_state'],
    example: { params: { offerId: '$funded' } },
    command: false,
  }),
  'offers.holders': endpoint({
    method: 'GET',
    path: '/offers/:offerId/holders',
    summary: 'The register of holders, for the issuer and operators.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params: z.object({ offerId }),
    query: pageQuery,
    reply: page(holder).extend({ totalUnits: quantity, holders: z.int().min(0) }),
    status: 200,
    rejections: ['not_found', 'not_allowed'],
    example: { params: { offerId: '$funded' }, query: { limit: '20' } },
    command: false,
  }),
  'offers.cancel': endpoint({
    method: 'POST',
    path: '/offers/:offerId/cancel',
    summary: 'Cancel an offer before its allotment. Every commitment is released at once.',
    access: ['operator'],
    ownership: 'none',
    states: ['scheduled', 'open', 'closing'],
    params: z.object({ offerId }),
    body: z.object({ reason }),
    reply: offerView,
    status: 200,
    rejections: ['not_found', 'illegal_state'],
    example: { params: { offerId: '$offer' }, body: { reason: 'An uncorrected defect of the sheet' } },
    command: true,
  }),
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
    states: ['pledged'],
    params: z.object({ commitmentId }),
    reply: commitmentView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'reflection_ended'],
    example: { params: { commitmentId: '$commitment' } },
    command: true,
  }),
} as const;

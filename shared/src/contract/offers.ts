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
import { instruments, sectors } from './draft.ts';
import { tiers } from './people.ts';

export const offerStatuses = [
  'scheduled',
  'open',
  'closing',
  'suspended',
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

const offerView = z.object({
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

/** Why an investor received what they received. */
const allotmentView = z.object({
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
    states: ['scheduled', 'open', 'closing', 'suspended'],
    params: z.object({ offerId }),
    body: z.object({ reason }),
    reply: offerView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'conflict_of_interest'],
    example: { params: { offerId: '$offer' }, body: { reason: 'An uncorrected defect of the sheet' } },
    command: true,
  }),
} as const;

import { z } from 'zod';
import { draft, emptyDraft, fieldComment, sectors } from './draft.ts';
import { endpoint, listingId, offerId, organisationId, reason, stamp } from './kit.ts';

export const listingStatuses = [
  'draft',
  'submitted',
  'under_review',
  'changes_requested',
  'approved',
  'live',
  'funded',
  'failed',
  'cancelled',
  'delisted',
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

const review = z.object({
  reviewerName: z.string(),
  /** Whether the reader is this reviewer. */
  mine: z.boolean(),
  at: stamp,
  verdict: z.enum(['taken', 'approved', 'changes_requested', 'stepped_back']),
  comments: z.array(fieldComment),
  reason: z.string(),
});

const transition = z.object({
  at: stamp,
  from: z.enum(listingStatuses).nullable(),
  to: z.enum(listingStatuses),
  /** Display name of who did it, or "venue" for what a timer did. */
  by: z.string(),
  reason: z.string(),
});

export const listingView = z.object({
  id: listingId,
  status: z.enum(listingStatuses),
  organisation: z.object({ id: organisationId, name: z.string(), fictional: z.boolean() }),
  draft,
  /** What reviewers last sent back, to be read beside the draft; for the issuer and operators. */
  previous: draft.nullable(),
  /** Grows with every saved draft; pass the one you edited. */
  revision: z.int().min(0),
  /** Hash of what reviewers approve. */
  contentHash: z.string(),
  gaps: z.array(z.string()),
  savedAt: stamp,
  submittedAt: stamp.nullable(),
  offerId: offerId.nullable(),
  reviews: z.array(review),
  transitions: z.array(transition),
});
export type ListingView = z.output<typeof listingView>;

export const listingSummary = z.object({
  id: listingId,
  status: z.enum(listingStatuses),
  title: z.string(),
  organisation: z.object({ id: organisationId, name: z.string(), fictional: z.boolean() }),
  sector: z.enum(sectors).nullable(),
  gaps: z.int().min(0),
  savedAt: stamp,
  submittedAt: stamp.nullable(),
  /** Since when it stands in this status. */
  since: stamp,
  offerId: offerId.nullable(),
  approvals: z.int().min(0),
  reviewers: z.array(z.object({ name: z.string(), mine: z.boolean() })),
});
export type ListingSummary = z.output<typeof listingSummary>;

const params = z.object({ listingId });

export const listings = {
  'listings.create': endpoint({
    method: 'POST',
    path: '/listings',
    summary: 'Begin a draft for one of your organisations.',
    access: ['enterprise'],
    ownership: 'none',
    body: z.object({ organisationId }),
    reply: listingView,
    status: 201,
    rejections: ['not_found', 'not_allowed'],
    example: { body: { organisationId: '$organisation' } },
    command: true,
  }),
  'listings.mine': endpoint({
    method: 'GET',
    path: '/me/listings',
    summary: 'Listings of the organisations the signed-in person represents.',
    access: ['enterprise'],
    ownership: 'none',
    reply: z.object({ items: z.array(listingSummary) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'listings.read': endpoint({
    method: 'GET',
    path: '/listings/:listingId',
    summary: 'One listing: public once admitted; before that only for its issuer and operators.',
    access: 'public',
    ownership: 'none',
    params,
    reply: listingView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$draft' } },
    command: false,
  }),
  'listings.saveDraft': endpoint({
    method: 'PUT',
    path: '/listings/:listingId/draft',
    summary:
      'Save the draft. `revision` is the one last read: a stale one is refused, nothing is overwritten.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['draft', 'changes_requested'],
    params,
    body: z.object({ revision: z.int().min(0), draft }),
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state', 'stale_revision'],
    example: { params: { listingId: '$draft' }, body: { revision: 0, draft: z.encode(draft, emptyDraft) } },
    command: true,
    maxBody: 128 * 1024,
  }),
  'listings.submit': endpoint({
    method: 'POST',
    path: '/listings/:listingId/submit',
    summary: 'Hand the listing in for review. Refused while the impact prospectus or the terms have gaps.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['draft', 'changes_requested'],
    params,
    reply: listingView,
    status: 200,
    rejections: [
      'not_found',
      'not_allowed',
      'illegal_state',
      'prospectus_incomplete',
      'terms_invalid',
      'dossier_incomplete',
      'issuer_cap_exceeded',
    ],
    example: { params: { listingId: '$draft' } },
    command: true,
  }),
  'listings.withdraw': endpoint({
    method: 'POST',
    path: '/listings/:listingId/withdraw',
    summary: 'Cancel a listing that is not live yet.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['draft', 'submitted', 'under_review', 'changes_requested', 'approved'],
    params,
    body: z.object({ reason }),
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state'],
    example: { params: { listingId: '$draft' }, body: { reason: 'Plans have changed' } },
    command: true,
  }),
  'listings.revise': endpoint({
    method: 'POST',
    path: '/listings/:listingId/revise',
    summary:
      'Take an approved listing back to change it, such as dates that have passed. Its approvals lapse: it is reviewed anew.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['approved'],
    params,
    body: z.object({ reason }),
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state'],
    example: { params: { listingId: '$approved' }, body: { reason: 'The closing time has passed' } },
    command: true,
  }),
  'listings.publish': endpoint({
    method: 'POST',
    path: '/listings/:listingId/publish',
    summary:
      'Open the offer of an approved listing, now or at its opening time. The terms are frozen from here.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['approved'],
    params,
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state', 'terms_invalid'],
    example: { params: { listingId: '$approved' } },
    command: true,
  }),
} as const;

import { z } from 'zod';
import { fieldComment } from './draft.ts';
import { endpoint, listingId, page, pageQuery, reason, seqNumber, stamp } from './kit.ts';
import { listingSummary, listingView } from './listings.ts';

const params = z.object({ listingId });

/** What operators do with listings, and the trail of every object. */
export const reviewEndpoints = {
  'review.queue': endpoint({
    method: 'GET',
    path: '/desk/queue',
    summary: 'Listings that wait for operators, oldest first.',
    access: ['operator'],
    ownership: 'none',
    reply: z.object({ items: z.array(listingSummary) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'review.take': endpoint({
    method: 'POST',
    path: '/listings/:listingId/review/take',
    summary: 'Take a listing into review as one of its two reviewers.',
    access: ['operator'],
    ownership: 'none',
    states: ['submitted', 'under_review'],
    params,
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'same_reviewer', 'conflict_of_interest'],
    example: { params: { listingId: '$submitted' } },
    command: true,
  }),
  'review.requestChanges': endpoint({
    method: 'POST',
    path: '/listings/:listingId/review/request-changes',
    summary: 'Send the listing back with comments on its fields. Approvals already given lapse.',
    access: ['operator'],
    ownership: 'none',
    states: ['under_review'],
    params,
    body: z.object({ comments: z.array(fieldComment).max(50), reason }),
    reply: listingView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'not_reviewer', 'conflict_of_interest'],
    example: {
      params: { listingId: '$under_review' },
      body: {
        comments: [{ field: 'texts.counterfactual', text: 'Which data?' }],
        reason: 'One answer is missing',
      },
    },
    command: true,
  }),
  'review.approve': endpoint({
    method: 'POST',
    path: '/listings/:listingId/review/approve',
    summary:
      'Approve exactly the content with this hash. The second approval by another person admits the listing.',
    access: ['operator'],
    ownership: 'none',
    states: ['under_review'],
    params,
    body: z.object({
      contentHash: z.string().regex(/^[0-9a-f]{64}$/),
      /** The gate of the impact prospectus: all three must be confirmed. */
      intentional: z.boolean(),
      measurable: z.boolean(),
      additional: z.boolean(),
      noConflictOfInterest: z.boolean(),
      reason,
    }),
    reply: listingView,
    status: 200,
    rejections: [
      'not_found',
      'illegal_state',
      'not_reviewer',
      'same_reviewer',
      'conflict_of_interest',
      'gates_not_confirmed',
      'content_changed',
      'due_diligence_incomplete',
    ],
    example: {
      params: { listingId: '$under_review' },
      body: {
        contentHash: '0'.repeat(64),
        intentional: true,
        measurable: true,
        additional: true,
        noConflictOfInterest: true,
        reason: 'Complete and plausible',
      },
    },
    command: true,
  }),
  'audit.read': endpoint({
    method: 'GET',
    path: '/desk/audit',
    summary: 'Every record of the journal that touched an object, newest first.',
    access: ['operator', 'administrator'],
    ownership: 'none',
    query: pageQuery.extend({ object: z.string().regex(/^[a-z]{3}_[0-9a-z]{1,12}$/) }),
    reply: page(
      z.object({
        seq: seqNumber,
        at: stamp,
        by: z.string(),
        kind: z.string(),
        facts: z.record(z.string(), z.unknown()),
      }),
    ),
    status: 200,
    rejections: [],
    example: { query: { object: '$draft' } },
    command: false,
  }),
} as const;

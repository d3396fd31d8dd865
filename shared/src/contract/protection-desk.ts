import { z } from 'zod';
import { endpoint, nothing, page, pageQuery, personId, proposalId, reason } from './kit.ts';
import { classCase, identityCase, identityStatuses } from './protection-views.ts';

const operators = { access: ['operator'], ownership: 'none' } as const;
const params = z.object({ personId });

/** What operators see and decide of who investors are. */
export const protectionDeskEndpoints = {
  'protection.identities': endpoint({
    method: 'GET',
    path: '/desk/identities',
    summary: 'Identities that were submitted: those that wait first, oldest first.',
    ...operators,
    query: pageQuery.extend({ status: z.enum(identityStatuses).optional() }),
    reply: page(identityCase),
    status: 200,
    rejections: [],
    example: { query: { status: 'submitted' } },
    command: false,
  }),
  'protection.identity': endpoint({
    method: 'GET',
    path: '/desk/identities/:personId',
    summary: 'One identity, with other accounts of the same tax code.',
    ...operators,
    params,
    reply: identityCase,
    status: 200,
    rejections: ['not_found'],
    example: { params: { personId: '$identity' } },
    command: false,
  }),
  'protection.reviewIdentity': endpoint({
    method: 'POST',
    path: '/desk/identities/:personId/review',
    summary: 'Approve an identity, ask for it again, or reject it, with a reason.',
    ...operators,
    params,
    body: z.object({
      revision: z.int().min(1),
      verdict: z.enum(['approve', 'ask_again', 'reject']),
      reason,
    }),
    reply: identityCase,
    status: 200,
    rejections: ['not_found', 'conflict_of_interest', 'nothing_to_decide', 'stale_revision'],
    example: {
      params: { personId: '$identity' },
      body: { revision: 1, verdict: 'approve', reason: 'Document and tax card seen' },
    },
    command: true,
  }),
  'protection.classes': endpoint({
    method: 'GET',
    path: '/desk/class-requests',
    summary: 'Requests for the class of sophisticated investors: those that wait first, oldest first.',
    ...operators,
    query: pageQuery,
    reply: page(classCase),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'protection.proposeClass': endpoint({
    method: 'POST',
    path: '/desk/class-requests/:personId/propose',
    summary: 'Propose to grant the class; another person agrees to it (see approvals).',
    ...operators,
    params,
    body: z.object({ request: z.int().min(1), reason }),
    reply: z.object({ proposalId }),
    status: 201,
    rejections: [
      'not_found',
      'nothing_to_decide',
      'identity_not_approved',
      'conflict_of_interest',
      'already_proposed',
    ],
    example: {
      params: { personId: '$requester' },
      body: { request: 1, reason: 'Two criteria shown by documents' },
    },
    command: true,
  }),
  'protection.refuseClass': endpoint({
    method: 'POST',
    path: '/desk/class-requests/:personId/refuse',
    summary: 'Refuse a request for the class, with a reason.',
    ...operators,
    params,
    body: z.object({ request: z.int().min(1), reason }),
    reply: nothing,
    status: 200,
    rejections: ['not_found', 'nothing_to_decide', 'conflict_of_interest'],
    example: {
      params: { personId: '$requester' },
      body: { request: 1, reason: 'The second criterion is not shown' },
    },
    command: true,
  }),
} as const;

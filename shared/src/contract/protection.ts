import { z } from 'zod';
import { policy } from '../policy/index.ts';
import { amount, endpoint, nothing, page, pageQuery, personId, proposalId, reason, text } from './kit.ts';
import {
  classCase,
  classCriteria,
  classParties,
  identityCase,
  identityDetails,
  identityStatuses,
  knowledgeTest,
  onboarding,
} from './protection-views.ts';

export * from './protection-views.ts';

const exampleDetails = {
  givenName: 'Prova',
  familyName: 'Esempio',
  birthDate: '1984-04-09',
  street: 'Via Esempio 1',
  postalCode: '10100',
  city: 'Torino',
  country: 'IT',
  taxCountry: 'DE',
  taxCode: '12 345 678 901',
};
/** Whole hundreds of euro: what is shared is rounded. */
const roundedAmount = amount.refine(
  (value) => value >= 0 && value % (policy.netWorthStepCents / policy.bearableLossPercent) === 0,
);
const own = { access: 'signed_in', ownership: 'none' } as const;
const investors = { access: ['investor'], ownership: 'none' } as const;
const operators = { access: ['operator'], ownership: 'none' } as const;

const ownEndpoints = {
  'protection.read': endpoint({
    method: 'GET',
    path: '/me/onboarding',
    summary: 'How far the signed-in person has come: identity, knowledge, bearable loss, class.',
    ...own,
    reply: onboarding,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'protection.submitIdentity': endpoint({
    method: 'POST',
    path: '/me/identity',
    summary: 'Say who one is; an operator looks at it. Replaces what was said before.',
    ...own,
    body: identityDetails,
    reply: onboarding,
    status: 200,
    rejections: ['tax_code_invalid', 'under_age'],
    example: { body: exampleDetails },
    command: true,
    perMinute: 20,
  }),
  'protection.test': endpoint({
    method: 'GET',
    path: '/me/knowledge-test',
    summary: 'The knowledge test that waits for answers, and the last one graded, each question explained.',
    ...investors,
    reply: knowledgeTest,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'protection.drawTest': endpoint({
    method: 'POST',
    path: '/me/knowledge-test',
    summary: 'Draw a knowledge test; one that is not answered yet stays.',
    ...investors,
    reply: knowledgeTest,
    status: 201,
    rejections: [],
    example: {},
    command: true,
  }),
  'protection.submitTest': endpoint({
    method: 'POST',
    path: '/me/knowledge-test/answers',
    summary:
      'Answer the test that was drawn, one place of an option for each question; it is graded at once.',
    ...investors,
    body: z.object({ answers: z.array(z.int().min(0).max(9)).length(policy.knowledgeQuestions) }),
    reply: knowledgeTest,
    status: 200,
    rejections: ['no_open_test', 'answers_invalid'],
    example: { body: { answers: Array.from({ length: policy.knowledgeQuestions }, () => 0) } },
    command: true,
  }),
  'protection.acknowledgeTest': endpoint({
    method: 'POST',
    path: '/me/knowledge-test/acknowledge',
    summary: 'Acknowledge the warning that follows a test that was not passed (ECSPR art. 21(4)).',
    ...investors,
    reply: onboarding,
    status: 200,
    rejections: ['nothing_to_acknowledge'],
    example: {},
    command: true,
  }),
  'protection.simulateLoss': endpoint({
    method: 'POST',
    path: '/me/loss-simulation',
    summary:
      'Note that the ability to bear loss was simulated, with the result where the investor shares it.',
    ...investors,
    body: z.object({ bearable: roundedAmount.nullable() }),
    reply: onboarding,
    status: 200,
    rejections: [],
    example: { body: { bearable: '2400.00' } },
    command: true,
  }),
  'protection.requestClass': endpoint({
    method: 'POST',
    path: '/me/investor-class',
    summary: 'Ask to be a sophisticated investor (ECSPR Annex II), with criteria and attestation.',
    ...investors,
    body: z.object({
      party: z.enum(classParties),
      criteria: z.array(z.enum(classCriteria)).max(classCriteria.length),
      evidence: text(2_000, 10),
      attested: z.boolean(),
    }),
    reply: onboarding,
    status: 200,
    rejections: ['attestation_missing', 'criteria_insufficient', 'request_pending'],
    example: {
      body: {
        party: 'person',
        criteria: ['income_or_portfolio', 'finance_experience'],
        evidence: 'Portfolio statement and employment contract, on request',
        attested: true,
      },
    },
    command: true,
  }),
  'protection.leaveClass': endpoint({
    method: 'POST',
    path: '/me/investor-class/leave',
    summary: 'Give up the class and have the protections of the law back, at once.',
    ...investors,
    reply: onboarding,
    status: 200,
    rejections: [],
    example: {},
    command: true,
  }),
} as const;

const params = z.object({ personId });

const deskEndpoints = {
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

export const protectionEndpoints = { ...ownEndpoints, ...deskEndpoints } as const;

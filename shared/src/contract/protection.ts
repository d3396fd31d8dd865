import { z } from 'zod';
import { policy } from '../policy/index.ts';
import { amount, endpoint, line, offerId, text } from './kit.ts';
import { protectionDeskEndpoints } from './protection-desk.ts';
import {
  classCriteria,
  classParties,
  identityDetails,
  knowledgeTest,
  onboarding,
  understanding,
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
  'protection.understanding': endpoint({
    method: 'GET',
    path: '/offers/:offerId/understanding',
    summary: 'How far one has proved that one understands the commitment one is about to make on an offer.',
    ...investors,
    params: z.object({ offerId }),
    reply: understanding,
    status: 200,
    rejections: ['not_found'],
    example: { params: { offerId: '$offer' } },
    command: false,
  }),
  'protection.drawUnderstanding': endpoint({
    method: 'POST',
    path: '/offers/:offerId/understanding',
    summary:
      'Draw the question that comes before a commitment above the threshold (ECSPR art. 21(7)); one that is open stays.',
    ...investors,
    params: z.object({ offerId }),
    reply: understanding,
    status: 201,
    rejections: ['not_found'],
    example: { params: { offerId: '$offer' } },
    command: true,
  }),
  'protection.answerUnderstanding': endpoint({
    method: 'POST',
    path: '/offers/:offerId/understanding/answer',
    summary: 'Answer it by the place of an option. A wrong answer is explained, and another question drawn.',
    ...investors,
    params: z.object({ offerId }),
    body: z.object({ question: line(40), answer: z.int().min(0).max(9) }),
    reply: understanding,
    status: 200,
    rejections: ['not_found', 'no_open_question', 'answers_invalid'],
    example: { params: { offerId: '$offer' }, body: { question: '$question_read', answer: 0 } },
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

export const protectionEndpoints = { ...ownEndpoints, ...protectionDeskEndpoints } as const;

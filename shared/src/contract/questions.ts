import { z } from 'zod';
import { endpoint, offerId, page, pageQuery, questionId, reason, stamp, text } from './kit.ts';

const questionView = z.object({
  id: questionId,
  offerId,
  at: stamp,
  text: z.string(),
  status: z.enum(['waiting', 'released', 'answered', 'hidden']),
  answer: z.object({ text: z.string(), at: stamp }).nullable(),
  /** Why an operator hid it; for who asked, the issuer and operators. */
  hiddenBecause: z.string(),
  /** Whether the reader asked it. Nobody else learns who did. */
  mine: z.boolean(),
});
export type QuestionView = z.output<typeof questionView>;

const mail = /[^\s@]+@[^\s@]+\.[^\s@]{2,}/;
const address = /(?:https?:\/\/|www\.)\S/i;
const phone = /(?:\+|00)?\d(?:[\s./-]?\d){7,}/;
/** Whether a text seems to give a mail address, a web address or a telephone number: none of the public's business. */
export const mentionsContact = (words: string): boolean =>
  mail.test(words) || address.test(words) || phone.test(words);

const ofOffer = z.object({ offerId });
const ofQuestion = z.object({ questionId });

/** What investors ask of a running offer, and what its issuer answers. */
export const questionEndpoints = {
  'questions.list': endpoint({
    method: 'GET',
    path: '/offers/:offerId/questions',
    summary:
      'Questions on an offer, newest first: what was answered or let out; one’s own, and for issuer and operators all.',
    access: 'public',
    ownership: 'none',
    params: ofOffer,
    query: pageQuery,
    reply: page(questionView),
    status: 200,
    rejections: ['not_found'],
    example: { params: { offerId: '$offer' }, query: { limit: '20' } },
    command: false,
  }),
  'questions.read': endpoint({
    method: 'GET',
    path: '/questions/:questionId',
    summary: 'One question, for operators.',
    access: ['operator'],
    ownership: 'none',
    params: ofQuestion,
    reply: questionView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { questionId: '$question' } },
    command: false,
  }),
  'questions.ask': endpoint({
    method: 'POST',
    path: '/offers/:offerId/questions',
    summary:
      'Ask the issuer of a running offer. Public once it was answered or let out, never with one’s name.',
    access: ['investor'],
    ownership: 'none',
    params: ofOffer,
    body: z.object({ text: text(1_000, 10) }),
    reply: questionView,
    status: 201,
    rejections: ['not_found', 'own_offer', 'offer_over', 'too_many_questions'],
    example: { params: { offerId: '$offer' }, body: { text: 'Who has signed the lease?' } },
    command: true,
  }),
  'questions.answer': endpoint({
    method: 'POST',
    path: '/questions/:questionId/answer',
    summary: 'Answer a question as the issuer; question and answer are public from then on.',
    access: ['enterprise'],
    ownership: 'question',
    params: ofQuestion,
    body: z.object({ text: text(3_000, 2) }),
    reply: questionView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'already_answered'],
    example: { params: { questionId: '$question' }, body: { text: 'The city has, in March.' } },
    command: true,
  }),
  'questions.release': endpoint({
    method: 'POST',
    path: '/questions/:questionId/release',
    summary: 'Let a question be public before it is answered.',
    access: ['operator'],
    ownership: 'none',
    params: ofQuestion,
    reply: questionView,
    status: 200,
    rejections: ['not_found', 'conflict_of_interest', 'already_answered'],
    example: { params: { questionId: '$question' } },
    command: true,
  }),
  'questions.hide': endpoint({
    method: 'POST',
    path: '/questions/:questionId/hide',
    summary: 'Hide a question, with its answer, for a reason.',
    access: ['operator'],
    ownership: 'none',
    params: ofQuestion,
    body: z.object({ reason }),
    reply: questionView,
    status: 200,
    rejections: ['not_found', 'conflict_of_interest', 'already_answered'],
    example: { params: { questionId: '$question' }, body: { reason: 'It names a private person' } },
    command: true,
  }),
} as const;

import { z } from 'zod';
import { listingTexts } from './draft.ts';
import {
  disclosureId,
  endpoint,
  listingId,
  offerId,
  page,
  pageQuery,
  questionId,
  reason,
  stamp,
  text,
} from './kit.ts';

export const disclosureKinds = ['change', 'defect', 'event'] as const;
export const disclosureStatuses = [
  'filed',
  'accepted',
  'refused',
  'withdrawn',
  'signalled',
  'suspended',
  'corrected',
  'dismissed',
  'cancelled',
  'published',
] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** Words of a live listing that its issuer may ask to change. Its name, price, caps, lot and dates never are. */
export const changedTexts = listingTexts.omit({ title: true }).partial();
export type ChangedTexts = z.output<typeof changedTexts>;

const changedText = z.object({
  /** As drafts and comments name it, such as "texts.risks". */
  field: z.string(),
  before: z.string(),
  after: z.string(),
});

export const disclosureView = z.object({
  id: disclosureId,
  kind: z.enum(disclosureKinds),
  status: z.enum(disclosureStatuses),
  listingId,
  /** Null for what is told after the offer. */
  offerId: offerId.nullable(),
  title: z.string(),
  at: stamp,
  /** Of the issuer for a change or an event, of the operator for a defect. */
  words: z.string(),
  /** A change or a correction that was filed: what it says, what it changes, what an operator's decision is bound to. */
  filing: z
    .object({
      at: stamp,
      words: z.string(),
      changes: z.array(changedText),
      contentHash: z.string(),
      pages: z.int(),
    })
    .nullable(),
  decided: z.object({ accepted: z.boolean(), at: stamp, words: z.string() }).nullable(),
  /** Of a defect: uncorrected by then the offer is suspended; once suspended, cancelled by `suspendedUntil`. */
  correctBy: stamp.nullable(),
  suspendedUntil: stamp.nullable(),
  /** Until when whoever had committed may revoke. */
  revocableUntil: stamp.nullable(),
  /** Of an event: the day it happened, and whether it was told later than it should have been. */
  occurredOn: z.iso.date().nullable(),
  late: z.boolean(),
  /** The version of the sheet that it made. */
  version: z.int().nullable(),
});
export type DisclosureView = z.output<typeof disclosureView>;

export const questionView = z.object({
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
const ofDisclosure = z.object({ disclosureId });
const ofQuestion = z.object({ questionId });
const filed = z.object({ reason, texts: changedTexts });
const filedRejections = [
  'content_changed',
  'nothing_to_change',
  'prospectus_incomplete',
  'kiis_too_long',
] as const;
const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

const changes = {
  'disclosures.list': endpoint({
    method: 'GET',
    path: '/listings/:listingId/disclosures',
    summary:
      'What the issuer has told of a listing, newest first; its issuer and operators also see what is not decided yet.',
    access: 'public',
    ownership: 'none',
    params: z.object({ listingId }),
    reply: z.object({ items: z.array(disclosureView) }),
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$funded_listing' } },
    command: false,
  }),
  'disclosures.read': endpoint({
    method: 'GET',
    path: '/disclosures/:disclosureId',
    summary: 'One disclosure, with the words it changes.',
    access: 'public',
    ownership: 'none',
    params: ofDisclosure,
    reply: disclosureView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { disclosureId: '$disclosure' } },
    command: false,
  }),
  'disclosures.file': endpoint({
    method: 'POST',
    path: '/offers/:offerId/disclosures',
    summary:
      'File a material change of what the sheet of a running offer says. Accepted by an operator, everybody who has committed is told and may revoke anew.',
    access: ['enterprise'],
    ownership: 'offer',
    params: ofOffer,
    body: filed,
    reply: disclosureView,
    status: 201,
    rejections: ['not_found', 'not_allowed', 'offer_over', 'disclosure_open', ...filedRejections],
    example: {
      params: { offerId: '$offer' },
      body: { reason: 'A supplier has left', texts: { risks: 'One supplier in three has left.' } },
    },
    command: true,
    maxBody: 128 * 1024,
  }),
  'disclosures.withdraw': endpoint({
    method: 'POST',
    path: '/disclosures/:disclosureId/withdraw',
    summary: 'Take back a change or a correction that nobody has decided.',
    access: ['enterprise'],
    ownership: 'disclosure',
    params: ofDisclosure,
    reply: disclosureView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state', 'offer_over'],
    example: { params: { disclosureId: '$disclosure' } },
    command: true,
  }),
  'disclosures.correct': endpoint({
    method: 'POST',
    path: '/disclosures/:disclosureId/correction',
    summary: 'Correct a defect that an operator has signalled.',
    access: ['enterprise'],
    ownership: 'disclosure',
    params: ofDisclosure,
    body: filed,
    reply: disclosureView,
    status: 200,
    rejections: [
      'not_found',
      'not_allowed',
      'illegal_state',
      'offer_over',
      'defect_corrected',
      ...filedRejections,
    ],
    example: {
      params: { disclosureId: '$defect' },
      body: { reason: 'The contract was not signed', texts: { useOfProceeds: 'Serre.' } },
    },
    command: true,
    maxBody: 128 * 1024,
  }),
  'disclosures.report': endpoint({
    method: 'POST',
    path: '/listings/:listingId/events',
    summary: 'Tell of an event that affects the outcomes planned with a funded issue, within seven days.',
    access: ['enterprise'],
    ownership: 'listing',
    states: ['funded'],
    params: z.object({ listingId }),
    body: z.object({ words: text(4_000, 3), occurredOn: z.iso.date() }),
    reply: disclosureView,
    status: 201,
    rejections: ['not_found', 'not_allowed', 'illegal_state', 'event_in_future'],
    example: {
      params: { listingId: '$funded_listing' },
      body: { words: 'The building permit is three months late.', occurredOn: '2026-01-15' },
    },
    command: true,
  }),
} as const;

const supervision = {
  'disclosures.signal': endpoint({
    method: 'POST',
    path: '/offers/:offerId/defects',
    summary:
      'Signal an omission, a mistake or a misleading statement in the sheet of a running offer; suspend the offer at once if need be.',
    access: ['operator'],
    ownership: 'none',
    params: ofOffer,
    body: z.object({ reason, suspend: z.boolean() }),
    reply: disclosureView,
    status: 201,
    rejections: ['not_found', 'conflict_of_interest', 'offer_over', 'disclosure_open'],
    example: {
      params: { offerId: '$offer' },
      body: { reason: 'The contract named as signed is not', suspend: false },
    },
    command: true,
  }),
  'disclosures.decide': endpoint({
    method: 'POST',
    path: '/disclosures/:disclosureId/decision',
    summary: 'Accept or refuse exactly the change or correction with this hash.',
    access: ['operator'],
    ownership: 'none',
    params: ofDisclosure,
    body: z.object({ accept: z.boolean(), contentHash, reason }),
    reply: disclosureView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'offer_over', 'conflict_of_interest', 'content_changed'],
    example: {
      params: { disclosureId: '$disclosure' },
      body: { accept: true, contentHash: '0'.repeat(64), reason: 'Plausible and complete' },
    },
    command: true,
  }),
  'disclosures.dismiss': endpoint({
    method: 'POST',
    path: '/disclosures/:disclosureId/dismiss',
    summary: 'Find that a defect was none; a suspended offer goes on.',
    access: ['operator'],
    ownership: 'none',
    params: ofDisclosure,
    body: z.object({ reason }),
    reply: disclosureView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'offer_over', 'conflict_of_interest'],
    example: { params: { disclosureId: '$defect' }, body: { reason: 'The contract was shown' } },
    command: true,
  }),
} as const;

const questions = {
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

/** What issuers tell after the admission, and what investors ask. */
export const disclosuresEndpoints = { ...changes, ...supervision, ...questions } as const;

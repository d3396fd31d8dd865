import { z } from 'zod';
import { listingTexts } from './draft.ts';
import { disclosureId, endpoint, listingId, offerId, reason, stamp, text } from './kit.ts';
import { questionEndpoints } from './questions.ts';

const disclosureKinds = ['change', 'defect', 'event'] as const;
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
const open: readonly DisclosureStatus[] = ['filed', 'signalled', 'suspended'];
const openDefect: readonly DisclosureStatus[] = ['signalled', 'suspended'];

/** Words of a live listing that its issuer may ask to change. Its name, price, caps, lot and dates never are. */
const changedTexts = listingTexts.omit({ title: true }).partial();
export type ChangedTexts = z.output<typeof changedTexts>;

const changedText = z.object({
  /** As drafts and comments name it, such as "texts.risks". */
  field: z.string(),
  before: z.string(),
  after: z.string(),
});

const disclosureView = z.object({
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

const ofOffer = z.object({ offerId });
const ofDisclosure = z.object({ disclosureId });
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
    states: open,
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
    states: openDefect,
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
    states: open,
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
    states: openDefect,
    params: ofDisclosure,
    body: z.object({ reason }),
    reply: disclosureView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'offer_over', 'conflict_of_interest'],
    example: { params: { disclosureId: '$defect' }, body: { reason: 'The contract was shown' } },
    command: true,
  }),
} as const;

/** What issuers tell after the admission, and what investors ask. */
export const disclosuresEndpoints = { ...changes, ...supervision, ...questionEndpoints } as const;

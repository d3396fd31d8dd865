import { z } from 'zod';
import {
  endpoint,
  line,
  listingId,
  organisationId,
  page,
  pageQuery,
  positiveAmount,
  positiveQuantity,
  price,
  reason,
  seqNumber,
  stamp,
  text,
  offerId,
} from './kit.ts';

export const sectors = [
  'housing',
  'food',
  'energy',
  'health',
  'education',
  'work_inclusion',
  'culture',
  'circular_economy',
  'mobility',
  'finance',
] as const;
export type Sector = (typeof sectors)[number];

export const instruments = [
  'equity_share',
  'community_share',
  'bond',
  'impact_linked_bond',
  'revenue_share',
  'land_trust_share',
  'outcome_contract_note',
  'donation_note',
] as const;
export type Instrument = (typeof instruments)[number];

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
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** The free text of a listing. Kept in the vault; the journal holds only its reference and salted hash. */
export const listingTexts = z.object({
  title: line(80, 0),
  tagline: line(160, 0),
  story: text(8_000),
  team: text(4_000),
  useOfProceeds: text(4_000),
  risks: text(4_000),
  redemption: text(2_000),
  /** Impact prospectus: the outcome, and the five dimensions of the Impact Management Project. */
  outcome: text(1_000),
  indicatorUnit: line(60, 0),
  what: text(2_000),
  who: text(2_000),
  howMuch: text(2_000),
  contribution: text(2_000),
  impactRisk: text(2_000),
  counterfactual: text(2_000),
  evidencePlan: text(2_000),
});
export type ListingTexts = z.output<typeof listingTexts>;

/** The structured half of a draft. Everything may still be missing while it is a draft. */
export const listingFacts = z.object({
  sector: z.enum(sectors).nullable(),
  instrument: z.enum(instruments).nullable(),
  transferability: z.enum(['free', 'with_consent', 'none']).nullable(),
  /** Interest a year in hundredths of a percent; null where the instrument bears none. */
  couponBps: z.int().min(0).max(3_000).nullable(),
  accrual: z.enum(['none', 'act_365', '30_360']).nullable(),
  /** IRIS+ code of the indicator. */
  indicator: z
    .string()
    .regex(/^(?:OI|PI|OD|FP|PD)[0-9]{4}$/)
    .nullable(),
  /** SDG target, such as "11.1". */
  sdgTarget: z
    .string()
    .regex(/^(?:1[0-7]|[1-9])\.(?:[1-9][0-9]?|[a-d])$/)
    .nullable(),
  baseline: z.int().min(0).max(1_000_000_000).nullable(),
  target: z.int().min(0).max(1_000_000_000).nullable(),
  targetDate: z.iso.date().nullable(),
  price: price.nullable(),
  lot: positiveQuantity.nullable(),
  softCap: positiveAmount.nullable(),
  hardCap: positiveAmount.nullable(),
  minimumTicket: positiveAmount.nullable(),
  opensAt: stamp.nullable(),
  closesAt: stamp.nullable(),
  /** Share of the hard cap reserved for each tier, in hundredths of a percent; the rest is open to all in tier order. */
  reserves: z.object({
    community: z.int().min(0).max(10_000),
    retail: z.int().min(0).max(10_000),
    institutional: z.int().min(0).max(10_000),
  }),
});
export type ListingFacts = z.output<typeof listingFacts>;

export const draft = z.object({ texts: listingTexts, facts: listingFacts });
export type Draft = z.output<typeof draft>;

/** Where a draft starts, and what the wizard shows first. */
export const emptyDraft: Draft = {
  texts: {
    title: '',
    tagline: '',
    story: '',
    team: '',
    useOfProceeds: '',
    risks: '',
    redemption: '',
    outcome: '',
    indicatorUnit: '',
    what: '',
    who: '',
    howMuch: '',
    contribution: '',
    impactRisk: '',
    counterfactual: '',
    evidencePlan: '',
  },
  facts: {
    sector: null,
    instrument: null,
    transferability: null,
    couponBps: null,
    accrual: null,
    indicator: null,
    sdgTarget: null,
    baseline: null,
    target: null,
    targetDate: null,
    price: null,
    lot: null,
    softCap: null,
    hardCap: null,
    minimumTicket: null,
    opensAt: null,
    closesAt: null,
    reserves: { community: 3_000, retail: 3_000, institutional: 0 },
  },
};

const requiredTexts = [
  'title',
  'tagline',
  'story',
  'useOfProceeds',
  'risks',
  'outcome',
  'what',
  'who',
  'howMuch',
  'contribution',
  'impactRisk',
  'counterfactual',
  'evidencePlan',
] as const satisfies readonly (keyof ListingTexts)[];

const requiredFacts = [
  'sector',
  'instrument',
  'transferability',
  'indicator',
  'sdgTarget',
  'baseline',
  'target',
  'targetDate',
  'price',
  'lot',
  'softCap',
  'hardCap',
  'minimumTicket',
  'closesAt',
] as const satisfies readonly (keyof ListingFacts)[];

/** Names of the fields a draft still lacks before it may be submitted (DOMAIN §5, impact prospectus). */
export function draftGaps(value: Draft): string[] {
  const texts = requiredTexts
    .filter((name) => value.texts[name].trim() === '')
    .map((name) => `texts.${name}`);
  const facts = requiredFacts.filter((name) => value.facts[name] === null).map((name) => `facts.${name}`);
  return [...texts, ...facts];
}

export const fieldComment = z.object({
  field: z.string().regex(/^(?:texts|facts)\.[A-Za-z]{1,40}$/),
  text: text(2_000, 1),
});
export type FieldComment = z.output<typeof fieldComment>;

export const review = z.object({
  reviewerName: z.string(),
  /** Whether the reader is this reviewer. */
  mine: z.boolean(),
  at: stamp,
  verdict: z.enum(['taken', 'approved', 'changes_requested']),
  comments: z.array(fieldComment),
  reason: z.string(),
});

export const transition = z.object({
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
    rejections: ['not_found', 'illegal_state', 'not_reviewer'],
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

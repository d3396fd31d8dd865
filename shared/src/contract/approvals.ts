import { z } from 'zod';
import { settingNames } from '../policy/index.ts';
import { endpoint, page, pageQuery, proposalId, reason, stamp } from './kit.ts';

/** What is done only when a second person agrees. */
export const actKinds = [
  'role_change',
  'tier_change',
  'policy_change',
  'class_grant',
  'case_closing',
  'fee_change',
  'money_out',
  'call_terms',
] as const;

export const proposalStatuses = ['waiting', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** One thing the act changes: codes, ids or whole numbers, which the reader's page puts into words. Null: nothing. */
const actFact = z.object({
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const someone = z.object({ name: z.string(), mine: z.boolean() });

/** An act as both persons read it before they put their name to it. */
export const proposalView = z.object({
  id: proposalId,
  act: z.object({
    kind: z.enum(actKinds),
    /** Id of the object, or the name of the setting. */
    object: z.string(),
    /** Name of the person or organisation it is about; empty where there is none. */
    name: z.string(),
    facts: z.array(actFact),
  }),
  /** Of all that is shown of the act: agree to exactly this. */
  contentHash: z.string(),
  maker: someone,
  reason: z.string(),
  at: stamp,
  expiresAt: stamp,
  status: z.enum(proposalStatuses),
  /** Whether what it rests on has changed since: it is void then. */
  stale: z.boolean(),
  checker: someone.nullable(),
  decidedAt: stamp.nullable(),
  decidedReason: z.string(),
  /** Why the reader may not agree to it; null where they may. */
  barred: z
    .enum(['not_allowed', 'same_person', 'conflict_of_interest', 'content_changed', 'illegal_state'])
    .nullable(),
});
export type ProposalView = z.output<typeof proposalView>;

/** A number of the policy table that the venue may change, in its own unit. */
const settingView = z.object({
  name: z.enum(settingNames),
  unit: z.enum(['cents', 'basis_points', 'days_ms']),
  /** What holds now, and what holds where nobody has changed it. */
  present: z.int(),
  table: z.int(),
  least: z.int(),
  most: z.int(),
  source: z.string(),
  /** In the order they were agreed to, the newest first; one of a later day does not hold yet. */
  versions: z.array(z.object({ value: z.int(), from: stamp, maker: z.string(), checker: z.string() })),
});
export type SettingView = z.output<typeof settingView>;

const params = z.object({ proposalId });
const desk = ['operator', 'administrator'] as const;
const checked = z.object({ contentHash: z.string().regex(/^[0-9a-f]{64}$/), reason });
const exampleCheck = { contentHash: '0'.repeat(64), reason: 'Seen, and as it should be' };

/** Refusals of the acts themselves, when they are proposed and again when they are agreed to. */
const actRefusals = [
  'not_found',
  'role_unchanged',
  'tier_unchanged',
  'last_administrator',
  'setting_out_of_bounds',
  'setting_date_invalid',
  'fee_out_of_bounds',
  'fee_date_invalid',
  'nothing_to_change',
  'nothing_to_decide',
  'identity_not_approved',
  'case_closed',
  'matching_forbidden',
  'trading_suspended',
  'phase_forbids',
  'trading_blocked',
] as const;

/** Four eyes: one person proposes, another one agrees to exactly that. */
export const approvalsEndpoints = {
  'approvals.list': endpoint({
    method: 'GET',
    path: '/desk/approvals',
    summary: 'Proposals that wait for a second person, or that were decided; newest first.',
    access: desk,
    ownership: 'none',
    query: pageQuery.extend({
      state: z.enum(['waiting', 'decided']).optional(),
      object: z
        .string()
        .regex(/^[a-zA-Z_0-9]{1,40}$/)
        .optional(),
    }),
    reply: page(proposalView),
    status: 200,
    rejections: [],
    example: { query: { state: 'waiting' } },
    command: false,
  }),
  'approvals.read': endpoint({
    method: 'GET',
    path: '/desk/approvals/:proposalId',
    summary: 'One proposal: what it changes, who proposed it and why, until when.',
    access: desk,
    ownership: 'none',
    params,
    reply: proposalView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { proposalId: '$proposal' } },
    command: false,
  }),
  'approvals.propose': endpoint({
    method: 'POST',
    path: '/desk/approvals',
    summary: 'Propose an act that has no endpoint of its own: another number of the policy.',
    access: desk,
    ownership: 'none',
    body: z.object({
      act: z.object({
        kind: z.literal('policy_change'),
        setting: z.enum(settingNames),
        value: z.int().min(0),
        /** From when on it is to hold; without it, from the agreement on. */
        from: stamp.optional(),
      }),
      reason,
    }),
    reply: proposalView,
    status: 201,
    rejections: ['already_proposed', 'setting_out_of_bounds', 'setting_date_invalid', 'nothing_to_change'],
    example: {
      body: {
        act: { kind: 'policy_change', setting: 'maxOrderValueCents', value: 10_000_000 },
        reason: 'Orders have been smaller than expected',
      },
    },
    command: true,
  }),
  'approvals.approve': endpoint({
    method: 'POST',
    path: '/desk/approvals/:proposalId/approve',
    summary: 'Agree to exactly what was read; the act is done at once. Refused to whoever proposed it.',
    access: desk,
    ownership: 'none',
    states: ['waiting'],
    params,
    body: checked,
    reply: proposalView,
    status: 200,
    rejections: [
      'illegal_state',
      'approval_expired',
      'same_person',
      'conflict_of_interest',
      'content_changed',
      ...actRefusals,
    ],
    example: { params: { proposalId: '$proposal' }, body: exampleCheck },
    command: true,
  }),
  'approvals.refuse': endpoint({
    method: 'POST',
    path: '/desk/approvals/:proposalId/refuse',
    summary: 'Refuse what another person proposed.',
    access: desk,
    ownership: 'none',
    states: ['waiting'],
    params,
    body: checked,
    reply: proposalView,
    status: 200,
    rejections: [
      'not_found',
      'illegal_state',
      'approval_expired',
      'same_person',
      'conflict_of_interest',
      'content_changed',
    ],
    example: { params: { proposalId: '$proposal' }, body: exampleCheck },
    command: true,
  }),
  'approvals.withdraw': endpoint({
    method: 'POST',
    path: '/desk/approvals/:proposalId/withdraw',
    summary: 'Take back what one has proposed.',
    access: desk,
    ownership: 'none',
    states: ['waiting'],
    params,
    reply: proposalView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'not_allowed'],
    example: { params: { proposalId: '$proposal' } },
    command: true,
  }),
  'approvals.settings': endpoint({
    method: 'GET',
    path: '/policy/settings',
    summary:
      'The numbers of the policy that the venue may change: what holds, since when, within what bounds.',
    access: 'public',
    ownership: 'none',
    reply: z.object({ items: z.array(settingView) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
} as const;

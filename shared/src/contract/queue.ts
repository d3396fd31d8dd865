import { z } from 'zod';
import { amount, endpoint, page, pageQuery, personId, reason, stamp } from './kit.ts';

/** What may wait for the people of the desk. */
export const queueKinds = [
  'listing',
  'proposal',
  'identity',
  'investor_class',
  'disclosure',
  'question',
  'complaint',
  'alert',
  'case',
  'report',
  'manager_trade',
  'payout',
  'break',
] as const;
export type QueueKind = (typeof queueKinds)[number];

/** Id of what waits; where one object waits for two things, with the second's name after a point. */
const objectId = z
  .string()
  .regex(/^(?:lst|apr|per|dis|qst|cpl|alr|cas|rpt|out|brk)_[0-9a-z]{1,12}(?:\.[a-z]{1,16})?$/);

const colleague = z.object({ id: personId, name: z.string(), mine: z.boolean() });

/** One thing that waits, whatever it is. */
const queueItem = z.object({
  kind: z.enum(queueKinds),
  object: objectId,
  title: z.string(),
  /** Of the organisation or person it is about; empty where there is none, or where it is not to be named. */
  name: z.string(),
  /** Where it stands, in the codes of its kind. */
  status: z.string(),
  since: stamp,
  /** Until when it should be seen to, by the policy; null where nothing says so. */
  dueAt: stamp.nullable(),
  overdue: z.boolean(),
  assignee: colleague.nullable(),
  /** What depends on it: an amount, or a code of its kind. */
  stakes: z.object({ amount: amount.nullable(), code: z.string() }),
  /** What the reader has said of their own interest in it. */
  declared: z.enum(['nothing', 'no_conflict', 'conflict']),
});
export type QueueItem = z.output<typeof queueItem>;

const counted = z.object({
  waiting: z.int().min(0),
  overdue: z.int().min(0),
  unassigned: z.int().min(0),
  mine: z.int().min(0),
});

const desk = ['operator', 'administrator'] as const;
const params = z.object({ object: objectId });

/** The one queue of the desk. Who may see what follows the roles of the kind. */
export const queueEndpoints = {
  'queue.list': endpoint({
    method: 'GET',
    path: '/desk/waiting',
    summary: 'Everything that waits for the people of the desk, what is due first at the top.',
    access: desk,
    ownership: 'none',
    query: pageQuery.extend({
      kind: z.enum(queueKinds).optional(),
      whose: z.enum(['mine', 'unassigned']).optional(),
      overdue: z.enum(['yes']).optional(),
      object: objectId.optional(),
    }),
    reply: page(queueItem).extend({
      /** Of everything the reader may see, whatever the filters. */
      counts: counted.extend({ kinds: z.array(counted.extend({ kind: z.enum(queueKinds) })) }),
      /** Whom something may be given to. */
      colleagues: z.array(colleague),
    }),
    status: 200,
    rejections: [],
    example: { query: { kind: 'listing', limit: '20' } },
    command: false,
  }),
  'queue.assign': endpoint({
    method: 'POST',
    path: '/desk/waiting/:object/assign',
    summary: 'Give what waits to yourself, to a colleague, or to nobody.',
    access: desk,
    ownership: 'none',
    params,
    body: z.object({ to: z.union([z.literal('me'), z.literal('nobody'), personId]) }),
    reply: queueItem,
    status: 200,
    rejections: ['not_found', 'nothing_to_change', 'conflict_of_interest', 'same_person'],
    example: { params: { object: '$submitted' }, body: { to: 'me' } },
    command: true,
  }),
  'queue.declare': endpoint({
    method: 'POST',
    path: '/desk/waiting/:object/interest',
    summary:
      'Say whether you have an interest in what waits. Who has one steps back from it for good: their approval no longer counts.',
    access: desk,
    ownership: 'none',
    params,
    body: z.object({ conflict: z.boolean(), reason }),
    reply: queueItem,
    status: 200,
    rejections: ['not_found', 'nothing_to_change', 'conflict_of_interest'],
    example: {
      params: { object: '$submitted' },
      body: { conflict: false, reason: 'I know nobody of this enterprise' },
    },
    command: true,
  }),
  'queue.figures': endpoint({
    method: 'GET',
    path: '/desk/figures',
    summary: 'How the desk stands: the pipeline, what waits, how fast it answers, offers, markets, alerts.',
    access: desk,
    ownership: 'none',
    reply: z.object({
      pipeline: z.array(z.object({ status: z.string(), listings: z.int().min(0) })),
      waiting: z.int().min(0),
      overdue: z.int().min(0),
      oldestSince: stamp.nullable(),
      /** From hand-in to the first decision of a round, over the last ninety days; null without one. Milliseconds. */
      medianResponseMs: z.int().min(0).nullable(),
      openOffers: z.int().min(0),
      markets: z.array(z.object({ phase: z.string(), markets: z.int().min(0) })),
      alerts: z.int().min(0),
      cases: z.int().min(0),
    }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
} as const;

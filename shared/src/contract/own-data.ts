import { z } from 'zod';
import { endpoint, file, nothing, stamp } from './kit.ts';

const erasureObstacles = [
  'money',
  'units',
  'open_orders',
  'open_commitments',
  'open_payments',
  'open_posts',
  'open_proposals',
  'open_complaint',
  'last_administrator',
  'sole_representative',
  'duty_of_law',
] as const;

export const ownData = {
  'security.export': endpoint({
    method: 'GET',
    path: '/me/export',
    summary: 'Everything the venue holds of the signed-in person, as one JSON file (GDPR art. 15 and 20).',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    reply: file,
    media: 'application/octet-stream',
    status: 200,
    rejections: [],
    example: {},
    command: false,
    perMinute: 10,
  }),
  'security.erasure': endpoint({
    method: 'GET',
    path: '/me/erasure',
    summary:
      'What stands in the way of erasing the signed-in person, and what the law keeps beyond it (GDPR art. 17).',
    access: 'signed_in',
    ownership: 'none',
    reply: z.object({
      obstacles: z.array(z.enum(erasureObstacles)),
      /** What the law makes the venue keep beyond the account, and until when where it is erased now. */
      kept: z.array(z.object({ kind: z.enum(['identity', 'complaints']), until: stamp })),
    }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'security.erase': endpoint({
    method: 'POST',
    path: '/me/erasure',
    summary:
      'Erase the signed-in person, for good: their key is destroyed. `confirmation` is their email address; play money that is left goes back where `giveBack` says so.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    body: z.object({ confirmation: z.string().max(254), giveBack: z.boolean() }),
    reply: nothing,
    status: 200,
    rejections: ['confirmation_wrong', 'simulation_only', 'no_play_money', 'erasure_blocked'],
    example: { body: { confirmation: 'nuova.persona@example.org', giveBack: false } },
    command: false,
    perMinute: 10,
  }),
} as const;

import { z } from 'zod';
import { proposalView } from './approvals.ts';
import { locale, me } from './auth.ts';
import { endpoint, line, nothing, page, pageQuery, personId, reason, roles, stamp } from './kit.ts';

export const tiers = ['community', 'retail', 'institutional'] as const;
export type Tier = (typeof tiers)[number];

/** A message of the venue to one person. `kind` selects the text in the reader's language, `subject` what it is about. */
export const notice = z.object({
  id: z.string(),
  at: stamp,
  kind: z.string(),
  /** Ids and numbers that the text and its link need. */
  subject: z.record(z.string(), z.string()),
});
export type Notice = z.output<typeof notice>;

const personView = z.object({
  id: personId,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  tier: z.enum(tiers),
  investorClass: z.enum(['non_sophisticated', 'sophisticated']),
  since: stamp,
});

export const people = {
  'me.read': endpoint({
    method: 'GET',
    path: '/me',
    summary: 'The signed-in person.',
    access: 'signed_in',
    ownership: 'none',
    reply: me,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'me.update': endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change the display name or the language.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ displayName: line(80, 2), locale }),
    reply: me,
    status: 200,
    rejections: [],
    example: { body: { displayName: 'Persona Nuova', locale: 'en' } },
    command: true,
  }),
  'me.acknowledgeWarning': endpoint({
    method: 'POST',
    path: '/me/risk-warning/acknowledge',
    summary: 'Acknowledge the fixed risk warning (ECSPR art. 23(6)(c)); until then it stays on every page.',
    access: 'signed_in',
    ownership: 'none',
    reply: me,
    status: 200,
    rejections: [],
    example: {},
    command: true,
  }),
  'me.notices': endpoint({
    method: 'GET',
    path: '/me/notices',
    summary: 'Messages of the venue to the signed-in person, newest first.',
    access: 'signed_in',
    ownership: 'none',
    query: pageQuery,
    reply: page(notice).extend({ unread: z.int().min(0) }),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'me.readNotices': endpoint({
    method: 'POST',
    path: '/me/notices/read',
    summary: 'Mark every message up to this one as read.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ upTo: z.string().regex(/^[0-9]{1,16}\.[0-9]{1,6}$/) }),
    reply: nothing,
    status: 200,
    rejections: [],
    example: { body: { upTo: '1.0' } },
    command: true,
  }),
  'people.list': endpoint({
    method: 'GET',
    path: '/people',
    summary: 'People of the venue, for operators.',
    access: ['operator', 'administrator'],
    ownership: 'none',
    query: pageQuery,
    reply: page(personView),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'people.setTier': endpoint({
    method: 'POST',
    path: '/people/:personId/tier',
    summary: 'Propose the allotment tier an operator has verified; it holds when another operator agrees.',
    access: ['operator'],
    ownership: 'none',
    params: z.object({ personId }),
    body: z.object({ tier: z.enum(tiers), reason }),
    reply: proposalView,
    status: 202,
    rejections: ['not_found', 'tier_unchanged', 'conflict_of_interest', 'already_proposed'],
    example: {
      params: { personId: '$investor' },
      body: { tier: 'community', reason: 'Member of the cooperative, book seen' },
    },
    command: true,
  }),
  'people.setRole': endpoint({
    method: 'POST',
    path: '/people/:personId/roles',
    summary:
      'Propose to grant or withdraw a role; done when another person of the desk agrees. Open sessions notice within 5 s.',
    access: ['administrator'],
    ownership: 'none',
    params: z.object({ personId }),
    body: z.object({ role: z.enum(roles), granted: z.boolean(), reason }),
    reply: proposalView,
    status: 202,
    rejections: ['not_found', 'role_unchanged', 'conflict_of_interest', 'already_proposed'],
    example: {
      params: { personId: '$investor' },
      body: { role: 'verifier', granted: true, reason: 'Accreditation seen' },
    },
    command: true,
  }),
} as const;

import { z } from 'zod';
import { complaintOutcomes } from '../policy/index.ts';
import { complaintId, endpoint, line, listingId, page, pageQuery, personId, stamp, text } from './kit.ts';

/** What of the venue a complaint may be about. */
export const complaintServices = [
  'offer',
  'commitment',
  'trading',
  'account',
  'information',
  'conduct',
  'other',
] as const;
const complaintStatuses = ['received', 'answered', 'closed', 'withdrawn'] as const;

/** Who complains, or who does so for them: section 1 of the template. */
const party = {
  name: line(200),
  /** Registration number or LEI, of a legal person. */
  registration: line(60, 0),
  address: line(300),
  email: z.email().max(200),
  phone: line(40, 0),
};
const representative = z.object({
  ...party,
  /** Reference of the power of attorney or other proof. */
  authority: line(200),
});

/** The standard template: delegated regulation 2022/2117, Annex. */
export const complaintForm = z.object({
  complainant: z.object(party),
  representative: representative.nullable(),
  service: z.enum(complaintServices),
  listingId: listingId.nullable(),
  /** Reference of the investment or the agreement. */
  reference: line(200, 0),
  /** Names of people of the venue it is about; empty where it is about none. */
  people: line(300, 0),
  description: text(6_000, 10),
  /** When what it is about happened. */
  happenedOn: line(120),
  damage: text(2_000),
  other: text(2_000),
  /** Documents, by what they are called or where they are to be found. */
  documents: z.array(line(200)).max(20),
});
export type ComplaintForm = z.output<typeof complaintForm>;

const outcome = z.enum(complaintOutcomes);
const said = z.object({ at: stamp, words: z.string() });
const complaintRow = z.object({
  id: complaintId,
  service: z.enum(complaintServices).nullable(),
  at: stamp,
  dueAt: stamp,
  status: z.enum(complaintStatuses),
  outcome: outcome.nullable(),
  /** Until when its author is told whether it is admissible, within ten working days of receipt. */
  tellBy: stamp,
  /** What they were told of that, and when; null until they were. */
  admissible: z.object({ is: z.boolean(), at: stamp }).nullable(),
  /** Whether a term is over: nobody has told whether it is admissible, or nobody has answered. */
  overdue: z.boolean(),
  endedAt: stamp.nullable(),
});
export type ComplaintRow = z.output<typeof complaintRow>;

const complaintView = complaintRow.extend({
  /** As it was sent; null once its time of keeping is over, or its author's data were erased. */
  form: complaintForm.nullable(),
  mine: z.boolean(),
  extensions: z.array(said.extend({ until: stamp })),
  answers: z.array(said),
  closed: said.extend({ outcome }).nullable(),
  /** People of the venue who take no part in it; for operators alone. */
  named: z.array(z.object({ id: personId, name: z.string() })),
  /** Whether the reader may not decide on it. */
  barred: z.boolean(),
  /** Whom an operator may name; for operators alone. */
  colleagues: z.array(z.object({ id: personId, name: z.string() })),
});
export type ComplaintView = z.output<typeof complaintView>;

const params = z.object({ complaintId });
const operator = ['operator'] as const;
const example = { params: { complaintId: '$complaint' } };
const atDesk = ['not_found', 'conflict_of_interest', 'complaint_closed'] as const;

const own = {
  'complaints.file': endpoint({
    method: 'POST',
    path: '/complaints',
    summary: 'Complain, free of charge, by the standard template (ECSPR art. 7). The answer says until when.',
    access: 'signed_in',
    ownership: 'none',
    body: complaintForm,
    reply: complaintView,
    status: 201,
    rejections: ['not_found', 'too_many_complaints'],
    example: {
      body: {
        complainant: {
          name: 'Ines Innocenti',
          registration: '',
          address: 'Via Po 1, Torino',
          email: 'ines@example.org',
          phone: '',
        },
        representative: null,
        service: 'information',
        listingId: null,
        reference: '',
        people: '',
        description: 'The sheet names a date that has passed.',
        happenedOn: '1 March',
        damage: '',
        other: '',
        documents: [],
      },
    },
    maxBody: 65_536,
    command: true,
  }),
  'complaints.mine': endpoint({
    method: 'GET',
    path: '/complaints',
    summary: 'The caller’s own complaints, newest first.',
    access: 'signed_in',
    ownership: 'none',
    query: pageQuery,
    reply: page(complaintRow),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'complaints.read': endpoint({
    method: 'GET',
    path: '/complaints/:complaintId',
    summary: 'A complaint with all that was answered, for its author and the operators.',
    access: 'signed_in',
    ownership: 'none',
    params,
    reply: complaintView,
    status: 200,
    rejections: ['not_found'],
    example,
    command: false,
  }),
  'complaints.withdraw': endpoint({
    method: 'POST',
    path: '/complaints/:complaintId/withdraw',
    summary: 'Take one’s own complaint back.',
    access: 'signed_in',
    ownership: 'none',
    params,
    reply: complaintView,
    status: 200,
    rejections: ['not_found', 'complaint_closed'],
    example,
    command: true,
  }),
} as const;

const desk = {
  'complaints.register': endpoint({
    method: 'GET',
    path: '/desk/complaints',
    summary: 'The register of complaints, newest first.',
    access: operator,
    ownership: 'none',
    query: pageQuery.extend({ state: z.enum(['open', 'ended']).optional() }),
    reply: page(complaintRow),
    status: 200,
    rejections: [],
    example: { query: { state: 'open' } },
    command: false,
  }),
  'complaints.name': endpoint({
    method: 'POST',
    path: '/desk/complaints/:complaintId/named',
    summary: 'Record that a complaint is about a person of the desk, who then takes no part in it.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ person: personId }),
    reply: complaintView,
    status: 200,
    rejections: [...atDesk, 'nothing_to_change'],
    example: { ...example, body: { person: '$administrator' } },
    command: true,
  }),
  'complaints.admit': endpoint({
    method: 'POST',
    path: '/desk/complaints/:complaintId/admissibility',
    summary:
      'Tell the complainant that the complaint is admissible; one that is not is closed with the reasons.',
    access: operator,
    ownership: 'none',
    params,
    reply: complaintView,
    status: 200,
    rejections: [...atDesk, 'admissibility_told'],
    example,
    command: true,
  }),
  'complaints.extend': endpoint({
    method: 'POST',
    path: '/desk/complaints/:complaintId/extension',
    summary: 'Tell the complainant that the answer comes later, why, and until when.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ days: z.int().min(1).max(365), words: text(2_000, 3) }),
    reply: complaintView,
    status: 200,
    rejections: [...atDesk, 'extension_invalid'],
    example: { ...example, body: { days: 10, words: 'The issuer was asked for its records' } },
    command: true,
  }),
  'complaints.answer': endpoint({
    method: 'POST',
    path: '/desk/complaints/:complaintId/answers',
    summary: 'Answer a complaint; its author is told at once.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ words: text(6_000, 3) }),
    reply: complaintView,
    status: 201,
    rejections: atDesk,
    example: { ...example, body: { words: 'The sheet has been corrected.' } },
    command: true,
  }),
  'complaints.close': endpoint({
    method: 'POST',
    path: '/desk/complaints/:complaintId/closing',
    summary: 'Close a complaint with its outcome and the reasons.',
    access: operator,
    ownership: 'none',
    params,
    body: z.object({ outcome, words: text(6_000, 3) }),
    reply: complaintView,
    status: 200,
    rejections: [...atDesk, 'admissibility_told'],
    example: { ...example, body: { outcome: 'upheld', words: 'You were right; it is put right.' } },
    command: true,
  }),
} as const;

/** Complaints, from the form to the answer (ECSPR art. 7, delegated regulation 2022/2117). */
export const complaintsEndpoints = { ...own, ...desk } as const;

import { z } from 'zod';
import { complaintsEndpoints } from './complaints.ts';
import { proposalView } from './approvals.ts';
import { amount, endpoint, nothing, organisationId, queryInteger, reason, stamp, text } from './kit.ts';

export type { ComplaintForm, ComplaintRow, ComplaintView } from './complaints.ts';
export { complaintForm, complaintServices } from './complaints.ts';

const interests = ['financial', 'family', 'employment', 'mandate', 'other'] as const;

/** An interest declared by somebody of the venue: never by whom (that is for the desk), nor the words it was declared with. */
const conflictRow = z.object({
  id: z.string(),
  interest: z.enum([...interests, 'stepped_back']),
  /** Name of the organisation it touches; empty where it is none, or one that nobody outside knows of. */
  organisation: z.string(),
  since: stamp,
  until: stamp.nullable(),
});
export type ConflictRow = z.output<typeof conflictRow>;

const ownConflict = conflictRow.extend({ person: z.string(), mine: z.boolean(), words: z.string() });
export type OwnConflict = z.output<typeof ownConflict>;

const share = z.int().min(0).max(10_000);
const fees = z.object({
  commitmentBps: share,
  tradeBps: share,
  successBps: share,
  admission: amount,
});
const feeSchedule = z.object({
  present: fees,
  versions: z.array(fees.extend({ from: stamp, at: stamp, maker: z.string(), checker: z.string() })),
});
export type FeeSchedule = z.output<typeof feeSchedule>;

const desk = ['operator', 'administrator'] as const;
const conflictParams = z.object({ conflictId: z.string().regex(/^cfl_[0-9a-z]{1,12}$/) });

/** How the venue itself behaves: complaints, conflicts of interest, fees. */
export const conductEndpoints = {
  ...complaintsEndpoints,
  'conflicts.register': endpoint({
    method: 'GET',
    path: '/conflicts',
    summary:
      'Interests that people of the venue have declared, newest first, without their names (ECSPR art. 8).',
    access: 'public',
    ownership: 'none',
    reply: z.object({ items: z.array(conflictRow) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'conflicts.list': endpoint({
    method: 'GET',
    path: '/desk/conflicts',
    summary:
      'The register as the desk reads it: with names and words; and the organisations one may have an interest in.',
    access: desk,
    ownership: 'none',
    reply: z.object({
      items: z.array(ownConflict),
      organisations: z.array(z.object({ id: organisationId, name: z.string() })),
    }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'conflicts.declare': endpoint({
    method: 'POST',
    path: '/desk/conflicts',
    summary: 'Declare an interest of one’s own. It is public at once, without the name.',
    access: desk,
    ownership: 'none',
    body: z.object({
      interest: z.enum(interests),
      organisationId: organisationId.nullable(),
      words: text(2_000, 3),
    }),
    reply: ownConflict,
    status: 201,
    rejections: ['not_found'],
    example: {
      body: { interest: 'mandate', organisationId: null, words: 'A seat on the board of a fund' },
    },
    command: true,
  }),
  'conflicts.end': endpoint({
    method: 'POST',
    path: '/desk/conflicts/:conflictId/end',
    summary: 'Say that an interest of one’s own has ended.',
    access: desk,
    ownership: 'none',
    params: conflictParams,
    reply: nothing,
    status: 200,
    rejections: ['not_found', 'declaration_ended'],
    example: { params: { conflictId: '$conflict' } },
    command: true,
  }),
  'fees.read': endpoint({
    method: 'GET',
    path: '/fees',
    summary: 'What the venue asks for its services: now, before and from when on.',
    access: 'public',
    ownership: 'none',
    reply: feeSchedule,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'fees.preview': endpoint({
    method: 'GET',
    path: '/fees/preview',
    summary: 'What an investor and an issuer would pay with these fees, by examples, VAT included.',
    access: 'public',
    ownership: 'none',
    query: z.object({
      commitmentBps: queryInteger(0, 10_000),
      tradeBps: queryInteger(0, 10_000),
      successBps: queryInteger(0, 10_000),
      admissionCents: queryInteger(0, 100_000_000),
    }),
    reply: z.object({
      examples: z.array(
        z.object({
          kind: z.enum(['commitment', 'trade', 'success', 'admission']),
          /** Of what it is a share; null where it is a sum. */
          of: amount.nullable(),
          net: amount,
          vat: amount,
          total: amount,
        }),
      ),
    }),
    status: 200,
    rejections: [],
    example: { query: { commitmentBps: '50', tradeBps: '10', successBps: '200', admissionCents: '50000' } },
    command: false,
  }),
  'fees.propose': endpoint({
    method: 'POST',
    path: '/desk/fees',
    summary: 'Propose other fees from a later day; they are set when another person agrees.',
    access: desk,
    ownership: 'none',
    body: fees.extend({ from: stamp, reason }),
    reply: proposalView,
    status: 201,
    rejections: ['already_proposed', 'fee_out_of_bounds', 'fee_date_invalid', 'nothing_to_change'],
    example: {
      body: {
        commitmentBps: 0,
        tradeBps: 10,
        successBps: 200,
        admission: '0.00',
        from: '$later',
        reason: 'The venue is to pay for itself',
      },
    },
    command: true,
  }),
} as const;

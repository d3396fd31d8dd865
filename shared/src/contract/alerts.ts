import { z } from 'zod';
import { detectors, severities, type Severity } from '../policy/index.ts';
import {
  alertId,
  caseId,
  endpoint,
  listingId,
  orderId,
  page,
  pageQuery,
  personId,
  positiveQuantity,
  price,
  quantity,
  reason,
  seqNumber,
  stamp,
} from './kit.ts';
import { sides } from './orders.ts';

const alertStatuses = ['open', 'dismissed', 'in_case'] as const;

export const accountName = z.object({ personId, displayName: z.string() });

/** An account that an alert is about, and whether the kill switch holds it. */
export const alertSubject = accountName.extend({ blocked: z.boolean() });

export const alertView = z.object({
  id: alertId,
  detector: z.enum(detectors),
  severity: z.enum(severities),
  status: z.enum(alertStatuses),
  listingId: listingId.nullable(),
  /** Empty where it is about money alone. */
  title: z.string(),
  subjects: z.array(alertSubject),
  from: stamp,
  to: stamp,
  raisedAt: stamp,
  dueAt: stamp,
  /** What was found, in numbers; the ending of a name tells the measure: Cents, Bps, Ms. */
  figures: z.array(z.object({ name: z.string(), value: z.int() })),
  caseId: caseId.nullable(),
  dismissed: z.object({ by: z.string(), at: stamp, reason: z.string() }).nullable(),
});
export type AlertView = z.output<typeof alertView>;

const alertDetail = alertView.extend({
  /** Records that show it. */
  seqs: z.array(seqNumber),
  orders: z.array(orderId),
});
export type AlertDetail = z.output<typeof alertDetail>;

/** One thing that happened in a market, as the journal has it. Accounts are named where the alert is about them. */
const tapeStep = z.object({
  seq: seqNumber,
  at: stamp,
  kind: z.enum(['rested', 'reduced', 'cancelled', 'dropped', 'traded', 'crossed', 'phase']),
  side: z.enum(sides).nullable(),
  price: price.nullable(),
  quantity,
  /** The order; of a trade the one that rested, of an auction's the one that bought. */
  orderId: orderId.nullable(),
  /** Of a trade the order that came, of an auction's the one that sold. */
  otherOrderId: orderId.nullable(),
  /** Places among `suspects`, from 0, of whose order it is; of a trade buyer and seller. Null: somebody else. */
  who: z.int().nullable(),
  other: z.int().nullable(),
  phase: z.string().nullable(),
  reason: z.string().nullable(),
});
export type TapeStep = z.output<typeof tapeStep>;

/** An order at rest when the tape begins. */
const tapeOrder = z.object({
  orderId,
  side: z.enum(sides),
  price,
  quantity: positiveQuantity,
  who: z.int().nullable(),
});

const tape = z.object({
  listingId,
  title: z.string(),
  suspects: z.array(accountName),
  phase: z.string().nullable(),
  book: z.array(tapeOrder),
  steps: z.array(tapeStep),
  /** Place in `steps` of the first and the last record that the alert names. */
  first: z.int(),
  last: z.int(),
});
export type Tape = z.output<typeof tape>;

const open = z.int();
/** Alerts in the status asked for, of each severity. */
const counts = z.object({ high: open, medium: open, low: open, record: open } satisfies Record<
  Severity,
  z.ZodInt
>);

export const alertParams = z.object({ alertId });
const operator = ['operator'] as const;
/** Of every act on an alert or a case: nobody deals with what they are part of. */
export const caseRefusals = ['not_found', 'conflict_of_interest'] as const;

/** Alerts of surveillance: for operators alone, and never for those they are about (MAR art. 16, 2016/957 art. 5). */
export const alertEndpoints = {
  'cases.alerts': endpoint({
    method: 'GET',
    path: '/desk/alerts',
    summary: 'Alerts of surveillance, the gravest at the top. Those about the reader are left out.',
    access: operator,
    ownership: 'none',
    query: pageQuery.extend({
      status: z.enum(alertStatuses).optional(),
      severity: z.enum(severities).optional(),
      detector: z.enum(detectors).optional(),
      listingId: listingId.optional(),
    }),
    reply: page(alertView).extend({ counts }),
    status: 200,
    rejections: [],
    example: { query: { status: 'open', severity: 'high' } },
    command: false,
  }),
  'cases.alert': endpoint({
    method: 'GET',
    path: '/desk/alerts/:alertId',
    summary: 'One alert with the records and orders that show it.',
    access: operator,
    ownership: 'none',
    params: alertParams,
    reply: alertDetail,
    status: 200,
    rejections: caseRefusals,
    example: { params: { alertId: '$alert' } },
    command: false,
  }),
  'cases.tape': endpoint({
    method: 'GET',
    path: '/desk/alerts/:alertId/tape',
    summary: 'The market of an alert as it was: the book before, and every record around what was found.',
    access: operator,
    ownership: 'none',
    params: alertParams,
    reply: tape,
    status: 200,
    rejections: caseRefusals,
    example: { params: { alertId: '$alert' } },
    command: false,
    perMinute: 60,
  }),
  'cases.dismiss': endpoint({
    method: 'POST',
    path: '/desk/alerts/:alertId/dismiss',
    summary: 'Dismiss an alert, with the reason.',
    access: operator,
    ownership: 'none',
    params: alertParams,
    body: z.object({ reason }),
    reply: alertDetail,
    status: 200,
    rejections: [...caseRefusals, 'alert_settled'],
    example: { params: { alertId: '$alert' }, body: { reason: 'A member moved units between own accounts' } },
    command: true,
  }),
} as const;

import { z } from 'zod';
import {
  amount,
  documentId,
  line,
  listingId,
  positiveQuantity,
  price,
  reportId,
  stamp,
  text,
} from './kit.ts';

const reportKinds = ['impact', 'financial'] as const;
const tradingStops = ['report_late', 'payment', 'delisted'] as const;

export const day = z.iso.date();

export const dutyReportStatuses = ['due', 'filed', 'changes_requested', 'accepted'] as const;
export type DutyReportStatus = (typeof dutyReportStatuses)[number];
export const unaccepted: readonly DutyReportStatus[] = ['due', 'filed', 'changes_requested'];

/** A report that an issuer owes or has given. What it says is public once it was accepted. */
export const dutyReport = z.object({
  id: reportId,
  listingId,
  kind: z.enum(reportKinds),
  /** Of its kind, from 1. */
  number: z.int(),
  dueOn: day,
  status: z.enum(dutyReportStatuses),
  /** Filed after its day, or past it and not filed. */
  late: z.boolean(),
  /** Trading is suspended over it. */
  suspended: z.boolean(),
  /** From when on a missing report suspends trading, and delists; null where nothing of the kind follows. */
  suspendsAt: stamp.nullable(),
  delistsAt: stamp.nullable(),
  filing: z
    .object({
      at: stamp,
      words: z.string(),
      /** What the indicator of the listing stands at; null for financial statements. */
      figure: z.number().nullable(),
      documents: z.array(documentId),
      contentHash: z.string(),
    })
    .nullable(),
  decided: z.object({ at: stamp, words: z.string() }).nullable(),
});
export type DutyReport = z.output<typeof dutyReport>;

const payment = z.object({
  number: z.int(),
  on: day,
  /** Nobody trades from here to the beginning of its day. */
  stopsFrom: stamp,
  resumesAt: stamp,
  status: z.enum(['declared', 'stopped', 'paid', 'withdrawn']),
  words: z.string(),
});

const managerTrade = z.object({
  number: z.int(),
  manager: z.string(),
  side: z.enum(['buy', 'sell']),
  quantity: positiveQuantity,
  price,
  amount,
  on: day,
  onVenue: z.boolean(),
  declaredAt: stamp,
  /** Declared after the third business day. */
  late: z.boolean(),
  /** All trades of the manager in that year that were declared or done on the venue until then. */
  yearAmount: amount,
});

/**
 * What a manager traded on the venue on a day and nobody has declared. Managers read their own, the issuer and operators
 * those that have to be declared.
 */
const toDeclare = z.object({
  entry: z.int(),
  manager: z.string(),
  /** It is the reader’s own. */
  own: z.boolean(),
  on: day,
  trades: z.array(z.object({ side: z.enum(['buy', 'sell']), quantity: positiveQuantity, price, amount })),
  amount,
  /** All of the manager’s trades of that year until then. */
  yearAmount: amount,
  /** Whether the year’s threshold is reached, so that it has to be declared. */
  owed: z.boolean(),
  /** The first instant that is too late. */
  dueAt: stamp,
  overdue: z.boolean(),
});
export type ToDeclare = z.output<typeof toDeclare>;

export const dutiesView = z.object({
  listingId,
  title: z.string(),
  /** What the figures of impact reports count. */
  indicator: z.string(),
  /** Null before the issue was funded. */
  since: stamp.nullable(),
  stop: z.enum(tradingStops).nullable(),
  delistedAt: stamp.nullable(),
  /** Insiders do not trade from `from` on until the report is out; the next one where none runs. */
  closedPeriod: z.object({ reportId, from: stamp, running: z.boolean(), reportDueOn: day }).nullable(),
  /** The next that is due first, then those that were accepted, newest first. */
  reports: z.array(dutyReport),
  payments: z.array(payment),
  trades: z.array(managerTrade),
  /** The oldest first. */
  toDeclare: z.array(toDeclare),
});
export type DutiesView = z.output<typeof dutiesView>;

export const insiderFacts = {
  name: line(200, 2),
  why: text(1_000, 3),
  /** Their own trades have to be declared. */
  manager: z.boolean(),
  from: day,
  /** The last day; null while it lasts. */
  until: day.nullable(),
};
const insiderVersion = z.object({ ...insiderFacts, by: z.string(), at: stamp });

/** One entry of an insider list, with every version of it, the newest first. */
export const insiderView = insiderVersion.extend({
  entry: z.int(),
  /** Whether an account of the venue belongs to them; only operators learn it. */
  hasAccount: z.boolean().nullable(),
  versions: z.array(insiderVersion),
});
export type InsiderView = z.output<typeof insiderView>;

import type { Brand } from './brand.ts';

export type PersonId = Brand<string, 'PersonId'>;
export type OrganisationId = Brand<string, 'OrganisationId'>;
export type ListingId = Brand<string, 'ListingId'>;
export type OfferId = Brand<string, 'OfferId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;
export type PostId = Brand<string, 'PostId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type DisclosureId = Brand<string, 'DisclosureId'>;
export type QuestionId = Brand<string, 'QuestionId'>;
export type ReportId = Brand<string, 'ReportId'>;
export type AlertId = Brand<string, 'AlertId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type ComplaintId = Brand<string, 'ComplaintId'>;
export type MethodId = Brand<string, 'MethodId'>;
export type PaymentId = Brand<string, 'PaymentId'>;
export type RefundId = Brand<string, 'RefundId'>;
export type OutgoingId = Brand<string, 'OutgoingId'>;
export type FundingId = Brand<string, 'FundingId'>;
export type DisputeId = Brand<string, 'DisputeId'>;
export type BreakId = Brand<string, 'BreakId'>;
export type OrderId = Brand<string, 'OrderId'>;

/** Prefix of every kind of id; the rest is the seq of the record that created it, in base 36. */
export const idPrefixes = {
  person: 'per',
  organisation: 'org',
  listing: 'lst',
  offer: 'ofr',
  commitment: 'cmt',
  order: 'ord',
  post: 'pst',
  proposal: 'apr',
  document: 'doc',
  disclosure: 'dis',
  question: 'qst',
  report: 'rpt',
  alert: 'alr',
  case: 'cas',
  complaint: 'cpl',
  method: 'mth',
  payment: 'pay',
  refund: 'rfd',
  outgoing: 'out',
  funding: 'fnd',
  dispute: 'dsp',
  break: 'brk',
} as const;
export type IdKind = keyof typeof idPrefixes;

const shapes = Object.fromEntries(
  Object.entries(idPrefixes).map(([kind, prefix]) => [kind, new RegExp(`^${prefix}_[0-9a-z]{1,12}$`)]),
) as Record<IdKind, RegExp>;

/** Whether the text has the shape of an id of that kind (existence is another matter). */
export const isId = (kind: IdKind, text: string): boolean => shapes[kind].test(text);

/** The pattern of an id of that kind, for schemas. */
export const idPattern = (kind: IdKind): RegExp => shapes[kind];

/** The id of the order with this number: the seq of the record that placed it. */
export const orderIdOf = (order: number): OrderId => `${idPrefixes.order}_${order.toString(36)}` as OrderId;

/** The number of an order, 1 … 2^53−1, or null for a text that is not its one canonical id. */
export function orderNumberOf(id: string): number | null {
  const order = Number.parseInt(id.slice(idPrefixes.order.length + 1), 36);
  return Number.isSafeInteger(order) && order > 0 && orderIdOf(order) === id ? order : null;
}

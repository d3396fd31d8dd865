import { z } from 'zod';
import type { RejectionCode } from '../rejections/index.ts';
import {
  amountPattern,
  formatAmount,
  idPattern,
  parseAmount,
  type Cents,
  type IdKind,
  type CommitmentId,
  type ListingId,
  type Millis,
  type OfferId,
  type OrderId,
  type PostId,
  type OrganisationId,
  type PersonId,
  type ProposalId,
  type DocumentId,
  type DisclosureId,
  type QuestionId,
  type ReportId,
  type AlertId,
  type CaseId,
  type ComplaintId,
  type BreakId,
  type DisputeId,
  type FundingId,
  type MethodId,
  type OutgoingId,
  type PaymentId,
  type RefundId,
  type PriceCents,
  type Seq,
  type Units,
} from '../values/index.ts';

/** What a person may be on the venue. One person may hold several. */
export const roles = [
  'investor',
  'enterprise',
  'operator',
  'verifier',
  'outcome_payer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who may call: anybody, anybody signed in, or the holders of one of the roles. */
export type Access = 'public' | 'signed_in' | readonly [Role, ...Role[]];

/** The object in the path whose owner alone may call (operators are named by their role, never by ownership). */
export type Ownership =
  | 'none'
  | 'organisation'
  | 'listing'
  | 'commitment'
  | 'order'
  | 'post'
  // Of the issuer whose offer it is about.
  | 'offer'
  | 'disclosure'
  | 'question'
  | 'report';

export interface EndpointRecord {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly ownership: Ownership;
  /** Whether the caller must have proved who they are within the last minutes (see `security.stepUp`). */
  readonly stepUp?: true;
  /** Statuses of the object in the path in which the call is legal; absent where any is. */
  readonly states?: readonly string[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly reply: z.ZodType;
  readonly status: 200 | 201 | 202 | 204;
  /** Other than JSON: lists as text, and whole files, whose reply is `file`. */
  readonly media?: 'text/csv' | FileMedia;
  /** The body is one file, as `application/octet-stream`, of at most `maxBody` bytes; there is no `body` beside it. */
  readonly upload?: true;
  /** The refusals a caller must be ready for, beside those of the edge (see `rejectionsOf`). */
  readonly rejections: readonly RejectionCode[];
  /** A valid request on the wire; `$name` stands for an id that a test supplies. */
  readonly example: {
    readonly params?: object;
    readonly query?: object;
    readonly body?: object;
    /** Text of the file that is sent, where one is. */
    readonly upload?: string;
  };
  /** Whether the call changes the venue and so takes an `Idempotency-Key`. */
  readonly command: boolean;
  /** Largest body in bytes, where 16 KiB is not enough. */
  readonly maxBody?: number;
  /** Requests a minute and client, where the general limit is too wide. */
  readonly perMinute?: number;
}

/** Files as they are sent: always to be kept, never shown in the venue's own place. */
export type FileMedia = 'application/pdf' | 'application/octet-stream';

/** Declares one endpoint; the type keeps its schemas so that server, client and tests derive from it. */
export const endpoint = <const E extends EndpointRecord>(record: E): E => record;

const edgeRejections = [
  'malformed_request',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'shutting_down',
  // A token that is sent must be good, where none is needed too.
  'not_authenticated',
  'session_expired',
] as const;

/** Every code a call may be refused with: those of the edge, of who is asking, of a command's key, and its own. */
export function rejectionsOf(
  record: Pick<EndpointRecord, 'access' | 'command' | 'rejections' | 'stepUp'>,
): RejectionCode[] {
  const codes: RejectionCode[] = [...edgeRejections];
  if (record.access !== 'public') codes.push('not_allowed');
  if (record.stepUp === true) codes.push('step_up_needed');
  if (record.command) codes.push('key_reused', 'key_expired');
  return [...new Set([...codes, ...record.rejections])];
}

// ---- values on the wire -------------------------------------------------

const integer = <T extends number>() => z.int() as unknown as z.ZodType<T, T>;

/** Euro as a decimal string on the wire, whole cents in memory. */
export const amount = z
  .codec(z.string().regex(amountPattern), integer<Cents>(), {
    decode: (text) => parseAmount(text),
    encode: (value) => formatAmount(value),
  })
  .meta({ description: 'Euro, two decimals', examples: ['1250.00'] });

/** An amount of at least one cent. */
export const positiveAmount = z
  .codec(z.string().regex(/^(?!0\.00$)(?:0|[1-9][0-9]{0,12})\.[0-9]{2}$/), integer<Cents>(), {
    decode: (text) => parseAmount(text),
    encode: (value) => formatAmount(value),
  })
  .meta({ description: 'Euro above zero, two decimals', examples: ['1250.00'] });

/** A price of one unit, €1.00 … €999.99. */
export const price = z
  .codec(z.string().regex(/^[1-9][0-9]{0,2}\.[0-9]{2}$/), integer<PriceCents>(), {
    decode: (text) => parseAmount(text) as number as PriceCents,
    encode: (value) => formatAmount(value as number as Cents),
  })
  .meta({ description: 'Euro for one unit, two decimals', examples: ['25.00'] });

/** RFC 3339 UTC on the wire, milliseconds in memory. */
export const stamp = z
  .codec(z.iso.datetime({ precision: 3 }), integer<Millis>(), {
    decode: (text) => Date.parse(text) as Millis,
    encode: (value) => new Date(value).toISOString(),
  })
  .meta({ description: 'RFC 3339, UTC, milliseconds' });

export const quantity = z.int().min(0).max(1_000_000_000) as unknown as z.ZodType<Units, Units>;
export const positiveQuantity = z.int().min(1).max(1_000_000_000) as unknown as z.ZodType<Units, Units>;
/** A difference of quantities; negative where the sell side is the larger one. */
export const signedQuantity = z.int();
export const seqNumber = z.int().min(0) as unknown as z.ZodType<Seq, Seq>;

const id = <T extends string>(kind: IdKind) =>
  z.string().regex(idPattern(kind)) as unknown as z.ZodType<T, T>;
export const personId = id<PersonId>('person');
export const organisationId = id<OrganisationId>('organisation');
export const listingId = id<ListingId>('listing');
export const offerId = id<OfferId>('offer');
export const commitmentId = id<CommitmentId>('commitment');
export const orderId = id<OrderId>('order');
export const postId = id<PostId>('post');
export const proposalId = id<ProposalId>('proposal');
export const documentId = id<DocumentId>('document');
export const disclosureId = id<DisclosureId>('disclosure');
export const questionId = id<QuestionId>('question');
export const reportId = id<ReportId>('report');
export const alertId = id<AlertId>('alert');
export const caseId = id<CaseId>('case');
export const complaintId = id<ComplaintId>('complaint');
export const methodId = id<MethodId>('method');
export const paymentId = id<PaymentId>('payment');
export const refundId = id<RefundId>('refund');
export const outgoingId = id<OutgoingId>('outgoing');
export const fundingId = id<FundingId>('funding');
export const disputeId = id<DisputeId>('dispute');
export const breakId = id<BreakId>('break');

// Free text: control characters are refused, so that nothing typed can break a log line, a CSV or a mail header.
const clean = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/);
export const text = (max: number, min = 0) => z.string().max(max).min(min).regex(clean);
/** Why an act of supervision was done; kept with the act. */
export const reason = text(2_000, 3);

/** A whole number in a query, in its one decimal form. */
export const queryInteger = (min: number, max: number) =>
  z
    .codec(z.string().regex(/^(?:0|[1-9][0-9]{0,14})$/), z.int().min(min).max(max), {
      decode: Number,
      encode: String,
    })
    .meta({ type: 'integer', minimum: min, maximum: max });

/** Cursor pagination: pass `next` of one page as `cursor` of the following. */
export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: queryInteger(1, 100).optional(),
});
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const nothing = z.object({});

/** The reply of an endpoint whose `media` is that of a file: its bytes, and the name it is to be kept under. */
export const file = z.object({
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type File = z.output<typeof file>;
export const isFile = (media: string | undefined): media is FileMedia =>
  media === 'application/pdf' || media === 'application/octet-stream';

// ---- derived types ------------------------------------------------------

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
/** What a handler receives and a caller passes, decoded. */
export interface Request<E extends EndpointRecord> {
  readonly params: Out<E['params']>;
  readonly query: Out<E['query']>;
  readonly body: Out<E['body']>;
  /** Of the file that came, where the endpoint takes one. */
  readonly bytes: E extends { readonly upload: true } ? Uint8Array : undefined;
}
export type Reply<E extends EndpointRecord> = z.output<E['reply']>;

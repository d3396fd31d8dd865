import type Stripe from 'stripe';

/** The members of a union that are listed, without the SDK's "any other text". */
type Listed<T> = T extends string ? (string extends T ? never : T) : never;

/** The codes that Stripe documents, and those that it sends beside them. */
export type Code =
  Listed<Stripe.PaymentIntent.LastPaymentError.Code> | 'insufficient_capabilities_for_transfer';

/** The kinds of errors that Stripe's API answers with. */
export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

/** The body of an error as Stripe sends it, under `error`. */
export interface ErrorBody {
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: Code;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly doc_url?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
  readonly payment_method?: Stripe.PaymentMethod;
  readonly setup_intent?: Stripe.SetupIntent;
}

/** A call that Stripe would refuse. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** Whether the refusal came before anything began: such a reply is not kept under the idempotency key. */
  readonly early: boolean;

  constructor(status: number, body: ErrorBody, early = false) {
    super(body.message);
    this.status = status;
    this.body =
      body.code === undefined
        ? body
        : { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` };
    this.early = early;
  }
}

/** A parameter that is missing or has a wrong form: refused before anything begins (400). */
export const malformed = (message: string, param: string, code?: Code): ApiError =>
  new ApiError(
    400,
    { type: 'invalid_request_error', ...(code === undefined ? {} : { code }), message, param },
    true,
  );

export const missing = (param: string): ApiError =>
  malformed(`Missing required param: ${param}.`, param, 'parameter_missing');

/** Something that the state of things forbids (400); Stripe gives many of these no code. */
export const refused = (code: Code | null, message: string, extra: Partial<ErrorBody> = {}): ApiError =>
  new ApiError(400, {
    ...extra,
    type: 'invalid_request_error',
    ...(code === null ? {} : { code }),
    message,
  });

/** An id that names nothing of this kind (404). */
export const noSuch = (kind: string, id: string, param = 'id'): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  });

import type { Rejection } from '@piazza/shared/rejections';

export type OrderCall = 'placeOrder' | 'amendOrder' | 'cancelOrder';

/** One command under its key, and what was said to it, if anything was. */
export interface Attempt {
  readonly key: string;
  readonly call: 'placeCommitment' | 'revokeCommitment' | OrderCall;
  readonly request: { readonly params: object; readonly body?: object };
  /** In one line: `accepted cmt_1`, or `refused not_a_lot {…}`. */
  answer: string | undefined;
}

/** What comes back for a call, or for one item of a batch. */
export type Ack =
  | { readonly ok: true; readonly value: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly rejection?: Rejection; readonly error?: string };

const isOrderCall = (call: Attempt['call']): call is OrderCall =>
  call === 'placeOrder' || call === 'amendOrder' || call === 'cancelOrder';
export const isOrder = ({ call }: Attempt): boolean => isOrderCall(call);

export const refusalLine = ({ code, detail }: Rejection): string =>
  `refused ${code} ${JSON.stringify(detail ?? {})}`;

/** An acceptance in one line: of a commitment its name, of an order all that it did at once. */
export function acceptanceLine(call: Attempt['call'], value: Readonly<Record<string, unknown>>): string {
  if (!isOrderCall(call)) return `accepted ${String(value['id'])}`;
  const { orderId, filled = 0, resting = 0, cancelled = 0 } = value;
  return `accepted ${String(orderId)} ${String(filled)}/${String(resting)}/${String(cancelled)}`;
}

/** The same request as an item of a batch. */
export function itemOf({ call, key, request: { params, body } }: Attempt): object {
  if (call === 'placeOrder') return { act: 'place', key, ...params, order: body };
  if (call === 'amendOrder') return { act: 'amend', key, ...params, change: body };
  return { act: 'cancel', key, ...params };
}

import type Stripe from 'stripe';
import type { Call } from './call.ts';
import { malformed, noSuch } from './errors.ts';
import type { Params } from './form.ts';

/** The parameters of every list. */
export const paging = 'limit starting_after ending_before';

/** The parameters of the lists that can be asked by time. */
export const dated = `${paging} created`;

type Listed = { id: string; created?: number };

/** Whether a stamp lies in what `created` (or a like parameter) asks for. */
export function inRange(params: Params, name: string, stamp: number): boolean {
  const range = params.group(name);
  if (range === undefined) return params.integer(name) === undefined || params.integer(name) === stamp;
  const { gte, gt, lte, lt } = {
    gte: range.integer('gte'),
    gt: range.integer('gt'),
    lte: range.integer('lte'),
    lt: range.integer('lt'),
  };
  return (
    (gte === undefined || stamp >= gte) &&
    (gt === undefined || stamp > gt) &&
    (lte === undefined || stamp <= lte) &&
    (lt === undefined || stamp < lt)
  );
}

function positionOf(items: readonly Listed[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw noSuch('object', id, param);
  return index;
}

/** A page of a list, newest first; `items` come oldest first. */
export function listOf<T extends Listed>(
  { params, path }: Call,
  items: readonly T[],
  fits: (item: T) => boolean = () => true,
): Stripe.ApiList<T> {
  const limit = params.integer('limit', 1) ?? 10;
  if (limit > 100) throw malformed('This value must be less than or equal to 100.', 'limit');
  const newest = items.toReversed();
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  const from = after === undefined ? 0 : positionOf(newest, after, 'starting_after') + 1;
  const to = before === undefined ? newest.length : positionOf(newest, before, 'ending_before');
  const range = newest
    .slice(from, to)
    .filter((item) => fits(item) && inRange(params, 'created', item.created ?? 0));
  const data = before === undefined ? range.slice(0, limit) : range.slice(-limit);
  return { object: 'list', data, has_more: range.length > limit, url: path };
}

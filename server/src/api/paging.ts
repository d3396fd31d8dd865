import { reject } from '@piazza/shared/rejections';
import type { HistoryStore } from '../ports/history.ts';
import { Refused } from './handler.ts';

export const defaultPage = 20;

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

function position(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(cursor))
    throw new Refused(reject('malformed_request', { fields: ['query.cursor'] }));
  return Number(cursor);
}

/** One page of a history stream, newest first. */
export async function historyPage<T>(
  history: HistoryStore,
  stream: string,
  request: PageRequest,
): Promise<{ items: T[]; next: string | null }> {
  const before = position(request.cursor);
  const limit = request.limit ?? defaultPage;
  const entries = await history.page(stream, before === undefined ? { limit } : { before, limit });
  const last = entries.at(-1);
  const next = last === undefined || last.index <= 1 || entries.length < limit ? null : String(last.index);
  return { items: entries.map((entry) => entry.value as T), next };
}

/** One page of a list that only grows, newest first: what is added meanwhile moves nothing from page to page. */
export function newestFirst<T>(
  items: readonly T[],
  request: PageRequest,
): { items: T[]; next: string | null } {
  const end = Math.min(position(request.cursor) ?? items.length, items.length);
  const start = Math.max(0, end - (request.limit ?? defaultPage));
  return { items: items.slice(start, end).toReversed(), next: start > 0 ? String(start) : null };
}

/** One page of a list in memory; the cursor is the position to go on from. */
export function slicePage<T>(items: readonly T[], request: PageRequest): { items: T[]; next: string | null } {
  const start = position(request.cursor) ?? 0;
  const end = start + (request.limit ?? defaultPage);
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
}

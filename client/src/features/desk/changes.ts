import type { Draft, ListingView } from '@piazza/shared/contract';
import { groups } from './fields.ts';

/** What a reviewer asked for on one field, and whether the issuer has changed that field since. */
export interface RequestedChange {
  readonly field: string;
  readonly text: string;
  readonly by: string;
  readonly changed: boolean;
}

function valueAt({ texts, facts }: Draft, path: string): string {
  const [part, name = ''] = path.split('.');
  const values: Readonly<Record<string, unknown>> = part === 'texts' ? texts : facts;
  return JSON.stringify(values[name] ?? null);
}

/** Paths of the fields that differ from what the reviewers last sent back; none where nothing was sent back. */
export function changedFields({
  previous,
  draft,
}: Pick<ListingView, 'previous' | 'draft'>): ReadonlySet<string> {
  if (previous === null) return new Set();
  const paths = groups.flatMap(({ fields }) => fields.map(({ path }) => path));
  return new Set(paths.filter((path) => valueAt(previous, path) !== valueAt(draft, path)));
}

/** What was asked for when the listing was last sent back, in the order it was said. */
export function requestedChanges(listing: ListingView): readonly RequestedChange[] {
  const last = listing.reviews.findLast(({ verdict }) => verdict === 'changes_requested');
  const changed = changedFields(listing);
  return (last?.comments ?? []).map(({ field, text }) => ({
    field,
    text,
    by: last?.reviewerName ?? '',
    changed: changed.has(field),
  }));
}

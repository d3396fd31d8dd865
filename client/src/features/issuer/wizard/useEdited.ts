import type { ListingId } from '@piazza/shared/values';
import { useCallback, useMemo, useState } from 'react';
import type { Review } from '../draft/comments.ts';
import type { InputName } from '../draft/fields.ts';
import { editedSince, noteEdited } from '../draft/local.ts';

/** Fields changed on this device since the request for changes, remembered over visits. */
export function useEdited(listing: ListingId, request: Review | null) {
  const at = request?.at ?? null;
  const [changes, setChanges] = useState(0);
  // Read again after each change: the device's memory is the only copy.
  const edited = useMemo(
    (): ReadonlySet<string> => new Set(at === null || changes < 0 ? [] : editedSince(listing, at)),
    [listing, at, changes],
  );
  const note = useCallback(
    (name: InputName) => {
      if (at === null) return;
      const field = name.startsWith('facts.reserves.') ? 'facts.reserves' : name;
      const known = editedSince(listing, at);
      if (known.includes(field)) return;
      noteEdited(listing, at, [...known, field]);
      setChanges((count) => count + 1);
    },
    [listing, at],
  );
  return { edited, note };
}

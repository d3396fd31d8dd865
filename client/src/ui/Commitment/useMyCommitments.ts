import type { CommitmentView } from '@piazza/shared/contract';
import { useEffect, useMemo } from 'react';
import { usePages } from '../../api/index.ts';

interface MyCommitments {
  /** Newest first; undefined until the first page is there. */
  readonly items: readonly CommitmentView[] | undefined;
  /** Whether all of them are there. */
  readonly complete: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Every commitment of who is signed in, read page by page until the end, and kept fresh by the venue. */
export function useMyCommitments(enabled = true): MyCommitments {
  const pages = usePages('commitments.mine', { query: { limit: 100 } }, { enabled });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return {
    items,
    complete: items !== undefined && !hasNextPage,
    error: items === undefined ? pages.error : null,
    retry: () => void pages.refetch(),
  };
}

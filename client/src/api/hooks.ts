import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from './call.ts';
import { Unreachable } from './refused.ts';
import type { Args, Input, Output, ReadName, WriteName } from './types.ts';
import { uuid } from './uuid.ts';

/** The key of a read: its endpoint, then what it was asked with. Realtime topics invalidate by it. */
export const queryKey = <N extends ReadName>(name: N, input?: Input<N>): readonly unknown[] =>
  input === undefined ? [name] : [name, input];

interface ReadOptions {
  /** False while the read makes no sense yet (nobody signed in, nothing chosen). */
  readonly enabled?: boolean;
  /** Shows the last answer while the next one, to another question, is on its way. */
  readonly keepPrevious?: boolean;
}

const untyped = api as (name: string, input: unknown, options: object) => Promise<unknown>;

/** Reads an endpoint and keeps the answer fresh: it is read again whenever the venue says that it changed. */
export function useApi<N extends ReadName>(
  name: N,
  ...[input, options]: Args<N, [options?: ReadOptions]>
): UseQueryResult<Output<N>> {
  return useQuery({
    queryKey: queryKey(name, input),
    queryFn: ({ signal }) => untyped(name, input, { signal }) as Promise<Output<N>>,
    enabled: options?.enabled ?? true,
    ...(options?.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

type PagedName = { [N in ReadName]: Output<N> extends { next: string | null } ? N : never }[ReadName];

/** Reads a paged endpoint page by page; `fetchNextPage` asks for the following one. */
export function usePages<N extends PagedName>(name: N, input: Input<N>, options?: ReadOptions) {
  return useInfiniteQuery({
    queryKey: queryKey(name, input),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked: { query?: object } = input;
      const query = { ...asked.query, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return untyped(name, { ...asked, query }, { signal }) as Promise<Output<N>>;
    },
    getNextPageParam: (last: Output<N>) => (last as { next: string | null }).next ?? undefined,
    enabled: options?.enabled ?? true,
    ...(options?.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Sends a command or another change. The idempotency key belongs to the intent: sending the same input again after
 * silence repeats the same command, so nobody pays twice for a lost reply.
 */
export function useCommand<N extends WriteName>(name: N) {
  const intent = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (intent.current?.text !== text) intent.current = { text, key: uuid() };
      try {
        const reply = await (untyped(name, input, { key: intent.current.key }) as Promise<Output<N>>);
        intent.current = null;
        return reply;
      } catch (error) {
        if (!(error instanceof Unreachable)) intent.current = null;
        throw error;
      }
    },
  });
}

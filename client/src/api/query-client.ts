import { QueryClient } from '@tanstack/react-query';
import { Refused } from './refused.ts';

/** One cache for the page. The venue says what changed, so nothing is read again just because time went by. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // A refusal would be the same again; silence may not be.
      retry: (failures, error) => !(error instanceof Refused) && failures < 3,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
    },
    mutations: { retry: false },
  },
});

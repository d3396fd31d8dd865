import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { api, queryKey } from '../../api/index.ts';
import { isOver } from '../../ui/Commitment/steps.ts';

const gather = (results: readonly UseQueryResult<OfferView>[]): ReadonlyMap<OfferId, OfferView> =>
  new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data] as const])));

/** The offers of those commitments that are not over, by id, as far as they are read. */
export function useOffers(commitments: readonly CommitmentView[]): ReadonlyMap<OfferId, OfferView> {
  const ids = new Set(commitments.filter(({ status }) => !isOver(status)).map(({ offerId }) => offerId));
  return useQueries({
    queries: [...ids].map((offerId) => {
      const input = { params: { offerId } };
      return { queryKey: queryKey('offers.read', input), queryFn: () => api('offers.read', input) };
    }),
    combine: gather,
  });
}

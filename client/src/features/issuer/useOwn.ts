import type { OrganisationId } from '@piazza/shared/values';
import { useApi, useMe } from '../../api/index.ts';

/** Whether the reader represents the organisation; undefined until it is known. */
export function useOwn(organisation: OrganisationId | undefined): boolean | undefined {
  const enterprise = useMe()?.roles.includes('enterprise') ?? false;
  const mine = useApi('organisations.mine', {}, { enabled: enterprise });
  if (!enterprise) return false;
  return mine.data?.items.some(({ id }) => id === organisation);
}

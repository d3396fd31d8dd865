import type { OfferStatus, OfferView } from '@piazza/shared/contract';
import { useApi, useMe } from '../../api/index.ts';
import { useOfferProgress } from '../../realtime/index.ts';

export type ObstacleKind = 'signed_out' | 'role' | 'own_offer' | 'onboarding' | Exclude<OfferStatus, 'open'>;

/** Whether it lies in the state of the offer, and not in who is reading. */
export const ofOffer = (kind: ObstacleKind): boolean =>
  kind !== 'signed_out' && kind !== 'role' && kind !== 'own_offer' && kind !== 'onboarding';

/** What keeps the reader from committing to an offer now; null when nothing does. Follows the offer live. */
export function useObstacle(offer: OfferView): ObstacleKind | null {
  const me = useMe();
  const { status } = useOfferProgress(offer);
  const issuer = me?.roles.includes('enterprise') ?? false;
  const investor = me?.roles.includes('investor') ?? false;
  const protection = useApi('protection.read', undefined, { enabled: investor });
  const mine = useApi('organisations.mine', {}, { enabled: issuer });
  if (status !== 'open') return status;
  if (me === null) return 'signed_out';
  if (mine.data?.items.some(({ id }) => id === offer.organisation.id) === true) return 'own_offer';
  if (!investor) return 'role';
  return (protection.data?.missing ?? null) === null ? null : 'onboarding';
}

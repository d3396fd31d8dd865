import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { isOver, stepsOf } from '../../ui/Commitment/steps.ts';

/** A date that matters to the holder of open commitments. */
export interface Coming {
  readonly key: string;
  readonly kind: 'reflection' | 'top_up' | 'closing' | 'decision';
  /** Venue time, ms. */
  readonly at: number;
  /** The latest time possible, not the one fixed. */
  readonly latest: boolean;
  /** The commitment it is about, or one of those to the offer it is about. */
  readonly commitment: CommitmentView;
}

/**
 * The dates of all open commitments in their order. Closing and decision are of the offer: one entry however many
 * commitments there are. Dates of offers that are not read yet are left out.
 */
export function comingUp(
  commitments: readonly CommitmentView[],
  offers: ReadonlyMap<OfferId, OfferView>,
  now: number,
): readonly Coming[] {
  const found = new Map<string, Coming>();
  for (const commitment of commitments) {
    if (isOver(commitment.status)) continue;
    const { id, offerId } = commitment;
    const steps = stepsOf(commitment, offers.get(offerId), now).filter(({ state }) => state !== 'done');
    const decision = steps.find(({ kind }) => kind === 'decision');
    for (const step of steps) {
      const { kind, latest } = step;
      const at = kind === 'top_up' ? (decision?.at ?? null) : step.at;
      if (at === null) continue;
      if (kind === 'reflection' || kind === 'top_up')
        found.set(`${kind}.${id}`, { key: `${kind}.${id}`, kind, at, latest, commitment });
      if (kind === 'closing' || kind === 'decision')
        found.set(`${kind}.${offerId}`, { key: `${kind}.${offerId}`, kind, at, latest, commitment });
    }
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

import type { CommitmentStatus, CommitmentView, OfferView } from '@piazza/shared/contract';
import { endOfRomeDay, millis, type OfferId } from '@piazza/shared/values';
import { expect } from 'chai';
import { comingUp } from '../../../../client/src/features/portfolio/coming.ts';
import { latestDecision } from '../../../../client/src/ui/Commitment/steps.ts';

const day = 86_400_000;
const now = millis(Date.UTC(2026, 2, 2, 9));
const reflectionEndsAt = endOfRomeDay(now, 4);

const commitment = (id: string, offerId: string, status: CommitmentStatus): CommitmentView =>
  ({
    id,
    offerId,
    status,
    reflectionEndsAt,
    placedAt: now,
    timeline: [{ at: now, step: 'pledged' }],
  }) as unknown as CommitmentView;
const offersOf = (
  ...offers: readonly (readonly [id: string, closesAt: number, decisionAt: number | null])[]
) =>
  new Map(
    offers.map(([id, closesAt, decisionAt]) => [
      id as OfferId,
      { id, closesAt, progress: { status: 'open', decisionAt } } as unknown as OfferView,
    ]),
  );
const shown = (...of: Parameters<typeof comingUp>) => comingUp(...of).map(({ key, at }) => [key, at]);

describe('dates that come up', () => {
  it('names closing and decision of an offer once, however many commitments there are', () => {
    const closesAt = now + 10 * day;
    const both = [commitment('cmt_1', 'ofr_1', 'pledged'), commitment('cmt_2', 'ofr_1', 'pledged')];
    expect(shown(both, offersOf(['ofr_1', closesAt, null]), now)).to.deep.equal([
      ['reflection.cmt_1', reflectionEndsAt],
      ['reflection.cmt_2', reflectionEndsAt],
      ['closing.ofr_1', closesAt],
      ['decision.ofr_1', latestDecision(closesAt)],
    ]);
  });

  it('puts the soonest first, over all offers', () => {
    const two = [commitment('cmt_1', 'ofr_1', 'captured'), commitment('cmt_2', 'ofr_2', 'captured')];
    const offers = offersOf(['ofr_1', now + 10 * day, null], ['ofr_2', now - day, now + 2 * day]);
    expect(shown(two, offers, now).map(([key]) => key)).to.deep.equal([
      'decision.ofr_2',
      'closing.ofr_1',
      'decision.ofr_1',
    ]);
  });

  it('gives a missing payment until the decision', () => {
    const failed = [commitment('cmt_1', 'ofr_1', 'capture_failed')];
    const decisionAt = now + 3 * day;
    expect(shown(failed, offersOf(['ofr_1', now - day, decisionAt]), now)).to.deep.equal([
      ['decision.ofr_1', decisionAt],
      ['top_up.cmt_1', decisionAt],
    ]);
  });

  it('is silent on what is over, and on dates nobody has read yet', () => {
    const over = (['revoked', 'lapsed', 'settled', 'released'] as const).map((status) =>
      commitment(`cmt_${status.length}`, 'ofr_1', status),
    );
    expect(shown(over, offersOf(['ofr_1', now + day, null]), now)).to.deep.equal([]);
    expect(shown([commitment('cmt_1', 'ofr_9', 'captured')], offersOf(), now)).to.deep.equal([]);
  });
});

import type { CommitmentStatus, CommitmentView, OfferView } from '@piazza/shared/contract';
import { endOfRomeDay, millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { latestDecision, stepsOf } from '../../../client/src/ui/Commitment/steps.ts';

const day = 86_400_000;
/** Monday 2 March 2026, 10:00 in Rome. */
const placedAt = millis(Date.UTC(2026, 2, 2, 9));
const reflectionEndsAt = endOfRomeDay(placedAt, 4);
const closesAt = millis(placedAt + 20 * day);

const commitment = (
  status: CommitmentStatus,
  ...later: readonly (readonly [CommitmentStatus, number])[]
): CommitmentView =>
  ({
    status,
    placedAt,
    reflectionEndsAt,
    timeline: [['pledged', placedAt] as const, ...later].map(([step, at]) => ({ step, at })),
  }) as unknown as CommitmentView;
const offer = (status: OfferView['progress']['status'], decisionAt: number | null = null): OfferView =>
  ({ closesAt, progress: { status, decisionAt } }) as unknown as OfferView;
const shown = (...of: Parameters<typeof stepsOf>): string[] =>
  stepsOf(...of).map(({ kind, state }) => `${state} ${kind}`);

describe('the way of a commitment', () => {
  it('waits for the end of the reflection period first', () => {
    const steps = stepsOf(commitment('pledged'), offer('open'), placedAt + day);
    expect(steps.map(({ kind, state }) => `${state} ${kind}`)).to.deep.equal([
      'done pledged',
      'now reflection',
      'ahead closing',
      'ahead decision',
      'ahead outcome',
    ]);
    expect(steps.map(({ at }) => at)).to.deep.equal([
      placedAt,
      reflectionEndsAt,
      closesAt,
      latestDecision(closesAt),
      null,
    ]);
    expect(steps.map(({ latest }) => latest)).to.deep.equal([false, false, false, true, false]);
  });

  it('lets the offer close before a reflection period that outlasts it', () => {
    const early = { ...offer('open'), closesAt: millis(placedAt + day) };
    expect(shown(commitment('pledged'), early, placedAt)).to.deep.equal([
      'done pledged',
      'now closing',
      'ahead reflection',
      'ahead decision',
      'ahead outcome',
    ]);
  });

  it('knows the decision once the offer has closed', () => {
    const decisionAt = closesAt + 2 * day;
    const captured = commitment('captured', ['captured', reflectionEndsAt]);
    const steps = stepsOf(captured, offer('closing', decisionAt), closesAt + day);
    expect(steps.map(({ kind, state, at }) => [state, kind, at])).to.deep.equal([
      ['done', 'pledged', placedAt],
      ['done', 'captured', reflectionEndsAt],
      ['done', 'closing', closesAt],
      ['now', 'decision', decisionAt],
      ['ahead', 'outcome', null],
    ]);
    expect(steps.some(({ latest }) => latest)).to.equal(false);
  });

  it('asks for money first where it was missing', () => {
    const failed = commitment('capture_failed', ['capture_failed', reflectionEndsAt]);
    expect(shown(failed, offer('open'), reflectionEndsAt + day)).to.deep.equal([
      'done pledged',
      'done capture_failed',
      'now top_up',
      'ahead closing',
      'ahead decision',
      'ahead outcome',
    ]);
  });

  it('ends with what became of it, the closing before what followed from it in the same moment', () => {
    const settled = commitment(
      'settled',
      ['captured', reflectionEndsAt],
      ['allotted', closesAt],
      ['settled', closesAt],
    );
    expect(shown(settled, offer('funded', closesAt), closesAt + day)).to.deep.equal([
      'done pledged',
      'done captured',
      'done closing',
      'done allotted',
      'done settled',
    ]);
  });

  it('has no closing where it ended before, or where the offer was cancelled', () => {
    const revoked = commitment('revoked', ['revoked', placedAt + day]);
    expect(shown(revoked, offer('closing', closesAt), closesAt + day)).to.deep.equal([
      'done pledged',
      'done revoked',
    ]);
    const released = commitment('released', ['released', closesAt + day]);
    expect(shown(released, offer('cancelled'), closesAt + 2 * day)).to.deep.equal([
      'done pledged',
      'done released',
    ]);
  });

  it('says without dates what it does not know while the offer is not read', () => {
    const steps = stepsOf(commitment('pledged'), undefined, placedAt);
    expect(steps.map(({ kind }) => kind)).to.deep.equal(['pledged', 'reflection', 'decision', 'outcome']);
    expect(steps.at(2)?.at).to.equal(null);
  });

  it('counts the latest decision from the last moment in which one could commit', () => {
    const midnight = millis(Date.UTC(2026, 2, 9, 23));
    expect(latestDecision(midnight)).to.equal(Date.UTC(2026, 2, 13, 23));
    expect(latestDecision(midnight + 1)).to.equal(Date.UTC(2026, 2, 14, 23));
  });
});

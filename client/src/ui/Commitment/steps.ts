import type { CommitmentStatus, CommitmentView, OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, millis } from '@piazza/shared/values';

/** What happens to a commitment, in the words of the texts; `outcome` stands for either end of a decision. */
export type StepKind = CommitmentStatus | 'reflection' | 'top_up' | 'closing' | 'decision' | 'outcome';

export interface Step {
  readonly kind: StepKind;
  /** Venue time, ms; null where nobody can know it yet. */
  readonly at: number | null;
  readonly state: 'done' | 'now' | 'ahead';
  /** The time is the latest one possible, not the one fixed. */
  readonly latest: boolean;
}

type Placed = Pick<CommitmentView, 'status' | 'timeline' | 'reflectionEndsAt' | 'placedAt'>;
type Offered = Pick<OfferView, 'closesAt' | 'progress'>;

const over: readonly CommitmentStatus[] = ['revoked', 'lapsed', 'settled', 'released'];

/** Whether nothing more will happen to a commitment. */
export const isOver = (status: CommitmentStatus): boolean => over.includes(status);

/**
 * The latest instant at which an offer that is still open can be decided: a commitment of its last moment has its
 * whole reflection period (ECSPR art. 22(3)).
 */
export const latestDecision = (closesAt: number): number =>
  endOfRomeDay(millis(closesAt - 1), policy.reflectionDays);

function past(commitment: Placed, offer: Offered | undefined, now: number): Step[] {
  const steps = commitment.timeline.map(({ at, step }): Step => {
    return { kind: step, at, state: 'done', latest: false };
  });
  const until = isOver(commitment.status) ? (steps.at(-1)?.at ?? now) : now;
  const closed = offer !== undefined && offer.progress.status !== 'cancelled' && offer.closesAt <= until;
  if (!closed) return steps;
  const closing: Step = { kind: 'closing', at: offer.closesAt, state: 'done', latest: false };
  // What was decided in the very moment of closing came after it.
  const after = steps.findIndex(({ kind, at }) => kind !== 'pledged' && at !== null && at >= offer.closesAt);
  return steps.toSpliced(after === -1 ? steps.length : after, 0, closing);
}

function ahead(commitment: Placed, offer: Offered | undefined, now: number): Step[] {
  const step = (kind: StepKind, at: number | null, latest = false): Step => {
    return { kind, at, state: 'ahead', latest };
  };
  const steps: Step[] = [];
  const { status, reflectionEndsAt } = commitment;
  if (status === 'pledged' && reflectionEndsAt !== null) steps.push(step('reflection', reflectionEndsAt));
  if (status === 'capture_failed') steps.push(step('top_up', null));
  if (status === 'allotted') return [step('settled', null)];
  if (offer === undefined) return [...steps, step('decision', null), step('outcome', null)];
  const { decisionAt } = offer.progress;
  const decided = decisionAt ?? latestDecision(offer.closesAt);
  if (offer.closesAt > now) steps.push(step('closing', offer.closesAt));
  steps.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [...steps, step('decision', decided, decisionAt === null), step('outcome', null)];
}

/**
 * The way of a commitment from its placing to its end: what happened, what it waits for now, what is to come.
 * @param offer left out while it is not known; its dates are missing then
 * @param now venue time, ms
 */
export function stepsOf(commitment: Placed, offer: Offered | undefined, now: number): readonly Step[] {
  const done = past(commitment, offer, now);
  if (isOver(commitment.status)) return done;
  const [next, ...rest] = ahead(commitment, offer, now);
  return next === undefined ? done : [...done, { ...next, state: 'now' }, ...rest];
}

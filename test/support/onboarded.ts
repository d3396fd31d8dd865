import { millis, type PersonId } from '@piazza/shared/values';
import { onboard } from '../../server/src/demo/onboarding.ts';
import type { Protection } from '../../server/src/domain/protection/index.ts';
import type { VenueEvent } from '../../server/src/domain/venue/index.ts';
import type { Sequencer } from '../../server/src/kernel/sequencer.ts';
import type { DomainVenue } from './domain-venue.ts';

const sealedDetails = { ref: 'details', hash: 'hash of details' };
/** Stories that are not about renewal never meet one. */
const longMs = 100 * 365 * 86_400_000;

/** A paper of one question that was answered rightly. */
const passed = (at: number): NonNullable<Protection['graded']> => ({
  version: '2026-11',
  questions: [{ id: 'risk_total_loss', order: [0, 1, 2] }],
  drawnAt: millis(at),
  answers: [0],
  correct: 1,
  passed: true,
  gradedAt: millis(at),
  validUntil: millis(at + longMs),
});

/** What has happened when an investor may commit any amount: identity approved, test passed, loss simulated and kept back. */
function onboarding(person: PersonId, at: number): VenueEvent[] {
  const loss = { bearableCents: null, at: millis(at), validUntil: millis(at + longMs) };
  const as = { revision: 1, details: sealedDetails, sameAs: [], submittedAt: millis(at) };
  const reviewed = { to: 'approved', reviewer: 'per_olga' as PersonId, reason: sealedDetails } as const;
  return [
    { kind: 'protection.identity_submitted', person, as },
    { kind: 'protection.identity_reviewed', person, ...reviewed, at: millis(at) },
    { kind: 'protection.test_graded', person, graded: passed(at) },
    { kind: 'protection.loss_simulated', person, loss },
  ];
}

/** These investors have done all that comes before a commitment. */
export const onboarded =
  (...people: readonly PersonId[]) =>
  (venue: DomainVenue): void => {
    for (const person of people) venue.fold(...onboarding(person, venue.now));
  };

/** The same by real commands, in a kernel without a vault. */
export const onboards = (exchange: Sequencer, person: PersonId, operator: PersonId): Promise<void> =>
  onboard({ exchange, vault: { seal: () => Promise.resolve(sealedDetails) } }, person, operator);

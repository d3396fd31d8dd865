import type { PersonId } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';
import type { ProtectionEvent } from './events.ts';
import type { Protection, ProtectionState } from './state.ts';

const untouched = (): Protection => ({
  identity: null,
  identitySubjects: [],
  identitySweptAt: null,
  paper: null,
  graded: null,
  passedUntil: null,
  acknowledgedAt: null,
  loss: null,
  request: null,
  understanding: null,
  sophisticated: null,
});

function of(state: ProtectionState, person: PersonId): Protection {
  const found = state.people.get(person);
  if (found !== undefined) return found;
  const fresh = untouched();
  state.people.set(person, fresh);
  return fresh;
}

/** What must be there before the event can be. */
function kept<T>(value: T | null, kind: string): T {
  if (value === null) throw new Impossible(`${kind} of nothing`);
  return value;
}

function evolveIdentity(
  own: Protection,
  event: Extract<ProtectionEvent, { kind: 'protection.identity_submitted' | 'protection.identity_reviewed' }>,
): void {
  if (event.kind === 'protection.identity_submitted') {
    own.identity = { ...event.as, status: 'submitted', reviewedAt: null, reviewer: null, reason: null };
    const { subject } = event;
    if (subject !== undefined && !own.identitySubjects.includes(subject))
      own.identitySubjects = [...own.identitySubjects, subject];
    return;
  }
  const { to: status, reviewer, reason, at: reviewedAt } = event;
  own.identity = { ...kept(own.identity, event.kind), status, reviewer, reason, reviewedAt };
}

export function evolveProtection(state: ProtectionState, event: ProtectionEvent): void {
  const own = of(state, event.person);
  switch (event.kind) {
    case 'protection.identity_submitted':
    case 'protection.identity_reviewed':
      return evolveIdentity(own, event);
    case 'protection.identity_swept':
      own.identitySweptAt = event.at;
      return;
    case 'protection.test_drawn':
      own.paper = event.paper;
      return;
    case 'protection.test_graded':
      own.paper = null;
      own.graded = event.graded;
      own.acknowledgedAt = null;
      if (event.graded.passed) own.passedUntil = event.graded.validUntil;
      return;
    case 'protection.failure_acknowledged':
      own.acknowledgedAt = event.at;
      return;
    case 'protection.loss_simulated':
      own.loss = event.loss;
      return;
    case 'protection.understanding_drawn':
      own.understanding = { ...event.as, provedAt: null };
      return;
    case 'protection.understanding_answered':
      if (event.right) own.understanding = { ...kept(own.understanding, event.kind), provedAt: event.at };
      return;
    case 'protection.understanding_used':
      own.understanding = null;
      return;
    case 'protection.class_requested':
      own.request = event.request;
      return;
    case 'protection.class_refused': {
      const { at: decidedAt, reason } = event;
      own.request = { ...kept(own.request, event.kind), status: 'refused', decidedAt, reason };
      return;
    }
    case 'protection.class_granted':
      own.request = { ...kept(own.request, event.kind), status: 'granted', decidedAt: event.at };
      own.sophisticated = { until: event.until, noticed: false };
      return;
    case 'protection.class_ending':
      own.sophisticated = { until: event.until, noticed: true };
      return;
    case 'protection.class_ended':
      own.sophisticated = null;
  }
}

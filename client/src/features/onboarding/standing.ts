import type { Onboarding } from '@piazza/shared/contract';

export const steps = ['identity', 'knowledge', 'loss'] as const;
export type Step = (typeof steps)[number];
export type StepState = 'todo' | 'waiting' | 'attention' | 'done' | 'optional';

function identityState({ identity }: Onboarding): StepState {
  if (identity === null) return 'todo';
  if (identity.status === 'submitted') return 'waiting';
  return identity.status === 'approved' ? 'done' : 'attention';
}

function knowledgeState({ knowledge, investorClass }: Onboarding): StepState {
  if (knowledge.standing === 'passed' || knowledge.standing === 'acknowledged') return 'done';
  if (investorClass.present === 'sophisticated') return 'optional';
  return knowledge.standing === 'failed' ? 'attention' : 'todo';
}

function lossState({ loss, investorClass }: Onboarding): StepState {
  if (loss.done) return 'done';
  return investorClass.present === 'sophisticated' ? 'optional' : 'todo';
}

export const stateOf = (step: Step, onboarding: Onboarding): StepState =>
  ({ identity: identityState, knowledge: knowledgeState, loss: lossState })[step](onboarding);

const stepOfMissing = {
  identity_needed: 'identity',
  identity_not_approved: 'identity',
  knowledge_test_needed: 'knowledge',
  loss_simulation_needed: 'loss',
} as const;

/** What comes next; null when nothing stands before a commitment. */
export const nextStep = ({ missing }: Onboarding): Step | null =>
  missing === null ? null : stepOfMissing[missing];

import { draftGaps, type Draft } from '@piazza/shared/contract';
import { isField, isRequired, stepFields, stepOf, steps, type Field, type Step } from './fields.ts';
import type { Problem } from './problems.ts';

export interface StepProgress {
  readonly step: Step;
  /** Fields that must be answered, and those that are, without fault. */
  readonly required: number;
  readonly done: number;
  readonly missing: readonly Field[];
  readonly problems: readonly Problem[];
}

/** How far each step is: the check is done when nothing anywhere is missing or wrong. */
export function progressOf(draft: Draft, problems: readonly Problem[]): readonly StepProgress[] {
  const gaps = draftGaps(draft).filter(isField);
  return steps.map((step) => {
    const needed = stepFields(step).filter((field) => isRequired(field, draft.facts.instrument));
    const missing = gaps.filter((field) => stepOf(field) === step);
    const wrong = problems.filter(({ field }) => stepOf(field) === step);
    const open = new Set<Field>([...missing, ...wrong.map(({ field }) => field)]);
    const done = needed.filter((field) => !open.has(field)).length;
    return { step, required: needed.length, done, missing, problems: wrong };
  });
}

/** Whether nothing is missing and nothing is wrong. */
export const isComplete = (progress: readonly StepProgress[]): boolean =>
  progress.every(({ missing, problems }) => missing.length === 0 && problems.length === 0);

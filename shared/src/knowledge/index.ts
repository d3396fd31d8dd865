import { lossQuestions } from './commitment-loss.ts';
import { termsQuestions } from './commitment-terms.ts';
import { failureQuestions } from './failure.ts';
import { liquidityQuestions } from './liquidity.ts';
import type { Posed, Question } from './question.ts';
import { rightsQuestions } from './rights.ts';
import { riskQuestions } from './risk.ts';

export * from './question.ts';

/** Options of every question. */
export const optionCount = 3;

/**
 * The questions of the entry knowledge test (ECSPR art. 21(1) and (2)) by version. A version that was ever drawn from
 * stays as it is: papers name it. The right answers are in here, so browsers never load this room.
 */
export const questionBanks: Readonly<Record<string, readonly Question[]>> = {
  '2026-11': [...riskQuestions, ...liquidityQuestions, ...failureQuestions, ...rightsQuestions],
};

/** From which papers are drawn. */
export const currentBank = '2026-11';

/** A question of a version; undefined for one that never was. */
export const questionOf = (version: string, id: string): Question | undefined =>
  questionBanks[version]?.find((question) => question.id === id);

/**
 * The questions by which somebody proves, before a large commitment, that they understand it and its risks
 * (ECSPR art. 21(7)(c)), by version. Like the test's: a version that was ever drawn from stays as it is.
 */
export const understandingBanks: Readonly<Record<string, readonly Posed[]>> = {
  '2026-11': [...lossQuestions, ...termsQuestions],
};

/** From which they are drawn. */
export const currentUnderstanding = '2026-11';

/** A question of a version; undefined for one that never was. */
export const understandingOf = (version: string, id: string): Posed | undefined =>
  understandingBanks[version]?.find((question) => question.id === id);

import { failureQuestions } from './failure.ts';
import { liquidityQuestions } from './liquidity.ts';
import type { Question } from './question.ts';
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

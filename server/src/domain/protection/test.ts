import { currentBank, questionBanks } from '@piazza/shared/knowledge';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { millis, type PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { ProtectionEvent } from './events.ts';
import { drawsOf, placeOrder, places, shuffled } from './draws.ts';
import { knowledgeStanding } from './queries.ts';
import type { GradedPaper, Paper, ProtectionState } from './state.ts';

type View = { readonly protection: ProtectionState };

/** Draws a paper; one that is not answered yet stays, so that nobody draws until they like the questions. */
export function decideDraw({ protection }: View, ctx: Context): Decision<ProtectionEvent> {
  const person = ctx.actor as PersonId;
  const open = protection.people.get(person)?.paper ?? null;
  if (open !== null) return accept([]);
  const bank = questionBanks[currentBank] ?? [];
  const draw = drawsOf(ctx.draw(2 ** 31));
  const questions = shuffled(bank, policy.knowledgeQuestions, draw).map(({ id }) => ({
    id,
    order: placeOrder(draw),
  }));
  const paper: Paper = { version: currentBank, questions, drawnAt: ctx.at };
  return accept<ProtectionEvent>([{ kind: 'protection.test_drawn', person, paper }]);
}

/** Right answers of a paper: the option in the chosen place is the first of its question. */
const rightAnswers = ({ questions }: Paper, answers: readonly number[]): number =>
  questions.filter(({ order }, at) => order[answers[at] ?? -1] === 0).length;

/** Grades the open paper. Failing bars nobody. Precedence: no_open_test, answers_invalid. */
export function decideSubmitTest(
  { protection }: View,
  answers: readonly number[],
  ctx: Context,
): Decision<ProtectionEvent> {
  const person = ctx.actor as PersonId;
  const paper = protection.people.get(person)?.paper ?? null;
  if (paper === null) return refuse(reject('no_open_test'));
  const fits = answers.length === paper.questions.length && answers.every((place) => places.includes(place));
  if (!fits) return refuse(reject('answers_invalid', { questions: paper.questions.length }));
  const correct = rightAnswers(paper, answers);
  const graded: GradedPaper = {
    ...paper,
    answers,
    correct,
    passed: correct >= policy.knowledgePassMark,
    gradedAt: ctx.at,
    validUntil: millis(ctx.at + policy.knowledgeLifeMs),
  };
  return accept<ProtectionEvent>([{ kind: 'protection.test_graded', person, graded }], { correct });
}

/** The investor has been warned that these services may not be for them, and goes on (ECSPR art. 21(4)). Refused: nothing_to_acknowledge. */
export function decideAcknowledge({ protection }: View, ctx: Context): Decision<ProtectionEvent> {
  const person = ctx.actor as PersonId;
  const standing = knowledgeStanding(protection.people.get(person), ctx.at);
  if (standing === 'needed') return refuse(reject('nothing_to_acknowledge', { standing }));
  if (standing !== 'failed') return accept([]);
  return accept<ProtectionEvent>([{ kind: 'protection.failure_acknowledged', person, at: ctx.at }]);
}

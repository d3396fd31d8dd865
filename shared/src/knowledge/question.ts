/** A question in one language. The first option is the right one: papers show the options in an order that is drawn. */
export interface QuestionWords {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  /** Why the first one is right; told once the paper was graded. */
  readonly why: string;
}

const topics = [
  'risk',
  'liquidity',
  'diversification',
  'default',
  'conflicts',
  'protection',
  'ranking',
  'impact',
] as const;
export type Topic = (typeof topics)[number];

/** A question with its words. Its id never changes its meaning; another meaning is another id. */
export interface Posed {
  readonly id: string;
  readonly en: QuestionWords;
  readonly it: QuestionWords;
}

/** One question of the entry knowledge test. */
export interface Question extends Posed {
  readonly topic: Topic;
}

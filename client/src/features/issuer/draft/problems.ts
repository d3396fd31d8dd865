import type { Field } from './fields.ts';

export type ProblemKey =
  | 'tooLong'
  | 'character'
  | 'euro'
  | 'price'
  | 'whole'
  | 'rate'
  | 'share'
  | 'indicator'
  | 'sdgTarget'
  | 'date'
  | 'moment'
  | 'choice'
  | 'tick'
  | 'hardCapLimit'
  | 'hardCapLots'
  | 'softCapAbove'
  | 'minimumAbove'
  | 'reservesAbove'
  | 'opensTooFar'
  | 'closesTooSoon'
  | 'closesTooLate'
  | 'targetTooSoon';

/** What is wrong with one field. Values whose names end in Cents are amounts, in At moments, in Bps shares. */
export interface Problem {
  readonly field: Field;
  readonly key: ProblemKey;
  readonly values: Readonly<Record<string, number>>;
}

export const problem = (field: Field, key: ProblemKey, values: Problem['values'] = {}): Problem => ({
  field,
  key,
  values,
});

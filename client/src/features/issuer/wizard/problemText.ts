import { useTranslation } from 'react-i18next';
import type { Formats } from '../../../locale/format.ts';
import { useFormat } from '../../../locale/use-format.ts';
import type { Problem, ProblemKey } from '../draft/problems.ts';

function readable(values: Problem['values'], format: Formats): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]): [string, string] => {
    if (name.endsWith('Cents')) return [name, format.money(value)];
    if (name.endsWith('At')) return [name, format.dateTime(value)];
    return [name, name.endsWith('Bps') ? format.rate(value) : format.number(value)];
  });
  return Object.fromEntries(entries);
}

/** Puts what is wrong with a field into words, with what would be right. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation('issuerFields');
  const format = useFormat();
  // The key is known only with the problem; its type already holds no other than those that have words.
  const say = t as (key: `problem.${ProblemKey}`, values: Record<string, string>) => string;
  return ({ key, values }) =>
    key === 'tooLong'
      ? t('problem.tooLong', { count: values['over'] ?? 0 })
      : say(`problem.${key}`, readable(values, format));
}

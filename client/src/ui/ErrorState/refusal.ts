import { useTranslation } from 'react-i18next';
import { Refused, Unreachable, type Facts } from '../../api/index.ts';
import type { Formats } from '../../locale/format.ts';
import { useFormat } from '../../locale/use-format.ts';

export interface RefusalText {
  readonly what: string;
  readonly money: string;
  readonly next: string;
}

/** Facts travel as cents, milliseconds and lists; people read amounts, days and sentences. */
function readable(facts: Facts, format: Formats): Record<string, string> {
  const entries = Object.entries(facts).map(([name, fact]): [string, string] => {
    if (Array.isArray(fact)) return [name, format.list(fact)];
    if (name.endsWith('Cents')) return [name, format.money(Number(fact))];
    return [name, typeof fact === 'number' ? format.number(fact) : fact];
  });
  return Object.fromEntries(entries);
}

/** Puts an error into words: what happened, what it means for the reader's money, what to do next. */
export function useRefusalText(): (error: unknown) => RefusalText {
  const { t } = useTranslation(['rejections', 'ui']);
  const format = useFormat();
  // The key is known only with the error; that each code has its words is checked where they are written.
  const say = t as (key: string, values: Record<string, string>) => string;
  return (error) => {
    if (!(error instanceof Refused)) {
      const status = error instanceof Unreachable && error.status > 0 ? ` (${error.status})` : '';
      return { what: t('ui:error.title') + status, money: '', next: t('ui:error.text') };
    }
    const facts = readable(error.facts, format);
    return {
      what: say(`rejections:${error.code}.what`, facts),
      money: say(`rejections:${error.code}.money`, facts),
      next: say(`rejections:${error.code}.next`, facts),
    };
  };
}

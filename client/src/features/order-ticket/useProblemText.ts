import { tickCents } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Problem } from './reading.ts';
import type { Ground } from './useGround.ts';

/** Puts into words what keeps a field from being sent. */
export function useProblemText({ marks }: Pick<Ground, 'marks'>): (problem: Problem) => string {
  const { t } = useTranslation('orderTicket');
  const { money, moneyExact, number, date } = useFormat();
  return (problem) => {
    switch (problem.kind) {
      case 'off_tick':
        return t('problem.off_tick', {
          tick: moneyExact(tickCents(problem.near[0] ?? marks.reference) ?? 1),
        });
      case 'outside_collar':
        return t('problem.outside_collar', { low: moneyExact(problem.low), high: moneyExact(problem.high) });
      case 'value_exceeded':
        return t('problem.value_exceeded', { most: money(problem.most) });
      case 'cash_short':
        return t('problem.cash_short', { missing: moneyExact(problem.missing) });
      case 'units_short':
        return t('problem.units_short', { count: problem.free, free: number(problem.free) });
      case 'day_out':
        return t('problem.day_out', { last: date(Date.parse(problem.last)) });
      default:
        return t(`problem.${problem.kind}`);
    }
  };
}

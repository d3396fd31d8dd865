import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { lotCents } from '../draft/terms.ts';
import { useHand } from './hand.ts';

/** What the amounts mean in units, lots and shares; undefined where they do not fit or are missing. */
export function useTermNotes() {
  const { t } = useTranslation('issuerFields');
  const format = useFormat();
  const { facts } = useHand().draft;
  const { lot, softCap, hardCap, minimumTicket } = facts;
  const value = lotCents(facts);
  if (value === null || lot === null) return {};
  const units = (lots: number) => format.number(lots * lot);
  const wholeHard = hardCap !== null && hardCap % value === 0;
  const smallest = minimumTicket === null ? 0 : Math.ceil(minimumTicket / value);
  const soft = softCap !== null && hardCap !== null && softCap <= hardCap ? softCap / hardCap : null;
  return {
    lot: t('note.lot', { amount: format.money(value) }),
    softCap: soft === null ? undefined : t('note.softShare', { share: format.percent(soft) }),
    hardCap: wholeHard
      ? t('note.units', { units: units(hardCap / value), lots: format.number(hardCap / value) })
      : undefined,
    minimum:
      smallest === 0
        ? undefined
        : t('note.minimum', {
            count: smallest,
            units: units(smallest),
            amount: format.money(smallest * value),
          }),
  };
}

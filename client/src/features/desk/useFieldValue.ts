import type { Draft } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Field } from './fields.ts';

/** How a field reads to a person; an empty text where it is not filled in. */
export function useFieldValue(): (draft: Draft, field: Field) => string {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  return ({ texts, facts }, { name, path }) => {
    if (path.startsWith('texts.')) return texts[name as keyof typeof texts];
    const value = facts[name as keyof typeof facts];
    if (value === null) return '';
    switch (name) {
      case 'price':
      case 'softCap':
      case 'hardCap':
      case 'minimumTicket':
      case 'ownFunds':
        return format.moneyExact(value as number);
      case 'opensAt':
      case 'closesAt':
        return format.dateTime(value as number);
      case 'couponBps':
        return format.rate(value as number);
      case 'sector':
        return t(`ui:sector.${facts.sector ?? 'housing'}`);
      case 'instrument':
        return t(`ui:instrument.${facts.instrument ?? 'bond'}`);
      case 'transferability':
        return t(`transferability.${facts.transferability ?? 'none'}`);
      case 'accrual':
        return t(`accrual.${facts.accrual ?? 'none'}`);
      case 'targetDate':
      case 'maturityDate':
        return format.date(Date.parse(value as string));
      case 'reserves':
        return (['community', 'retail', 'institutional'] as const)
          .map((tier) => `${t(`ui:tier.${tier}`)} ${format.rate(facts.reserves[tier])}`)
          .join(' · ');
      default:
        return typeof value === 'object' ? '' : typeof value === 'number' ? format.number(value) : value;
    }
  };
}

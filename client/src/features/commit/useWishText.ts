import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { lotsOf } from './amounts.ts';
import type { Draft, Wish } from './draft.ts';

type Unfit = Exclude<Wish, { readonly kind: 'fits' }>;

/** What is said about a wish: at length below the field, in short in the summary of errors. */
export function useWishText(offer: OfferView) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const { smallest, largest, lot } = lotsOf(offer);
  const unread = (by: Draft['by']): string =>
    by === 'amount'
      ? t('amount.unread', { example: format.money(smallest.amount) })
      : t('amount.unreadUnits', { example: format.number(smallest.units) });
  return {
    full: (wish: Wish, by: Draft['by']): string => {
      if (wish.kind === 'empty') return '';
      if (!('value' in wish)) return unread(by);
      if (wish.kind !== 'fits') {
        const count = t('action.unitsShort', { units: format.number(wish.value) });
        return t(`amount.${wish.kind}`, { wish: by === 'amount' ? format.money(wish.value) : count });
      }
      const units = format.number(wish.size.units);
      const sum = { units, price: format.money(offer.price), amount: format.money(wish.size.amount) };
      const lots = t('amount.lots', { count: wish.size.units / lot.units });
      return `${t('amount.fits', sum)} (${lots})`;
    },
    short: (wish: Unfit, by: Draft['by']): string => {
      if (wish.kind === 'empty') return t('amount.empty');
      if (wish.kind === 'unread') return unread(by);
      if (wish.kind === 'between') return t('amount.betweenShort');
      const { amount } = wish.kind === 'too_little' ? smallest : largest;
      return t(`amount.${wish.kind}Short`, { amount: format.money(amount) });
    },
  };
}

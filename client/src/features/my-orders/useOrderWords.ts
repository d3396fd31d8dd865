import type { OrderUpdate, OrderView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

/** Puts orders, and what happens to them, into words. */
export function useOrderWords() {
  const { t } = useTranslation('myOrders');
  const { number, moneyExact, date } = useFormat();
  const time = ({ timeInForce, goodTill }: OrderView): string =>
    t(`time.${timeInForce}`, { day: goodTill === null ? '' : date(Date.parse(goodTill)) });
  /** Tells an order from the others, for those who hear the names of buttons. */
  const name = ({ side, remaining, price, title }: OrderView): string =>
    `${t(`side.${side}`)} ${number(remaining)} × ${moneyExact(price)}, ${title}`;
  const happened = (update: OrderUpdate): string => {
    const { kind, side, quantity, remaining, reason } = update;
    const figures = {
      side: t(`sideWord.${side}`),
      units: number(quantity),
      left: number(remaining),
      price: moneyExact(update.price),
      reason: t(`reason.${reason ?? 'none'}`),
      count: quantity,
    };
    if (kind !== 'traded') return t(`happened.${kind}`, figures);
    const left = remaining === 0 ? '' : ` ${t('happened.left', { left: figures.left, count: remaining })}`;
    return t(`happened.traded_${side}`, figures) + left;
  };
  return { time, name, happened };
}

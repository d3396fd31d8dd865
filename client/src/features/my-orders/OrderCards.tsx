import type { OrderView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './MyOrders.module.css';
import { RowActs } from './RowActs.tsx';
import { useOrderWords } from './useOrderWords.ts';

interface OrderCardsProps {
  readonly orders: readonly OrderView[];
  readonly onDone: (text: string) => void;
}

/** Own orders of one market, where there is no room for a table. */
export function OrderCards({ orders, onDone }: OrderCardsProps) {
  const { t } = useTranslation('myOrders');
  const { moneyExact, number } = useFormat();
  const { time } = useOrderWords();
  return (
    <ul className={styles.cards} aria-label={t('open.caption')}>
      {orders.map((order) => {
        const { id, side, price, remaining, quantity } = order;
        return (
          <li key={id}>
            <p className={styles.wish}>
              <strong className={styles[side]}>{t(`side.${side}`)}</strong>{' '}
              <span className="figures">
                {t('left', { remaining: number(remaining), quantity: number(quantity) })} ×{' '}
                {moneyExact(price)}
              </span>
            </p>
            <p className={styles.soft}>{time(order)}</p>
            <RowActs order={order} onDone={onDone} />
          </li>
        );
      })}
    </ul>
  );
}

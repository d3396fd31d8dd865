import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import styles from './WalletPanel.module.css';

/** How much of what is held is held for orders that wait; nothing where none does. */
export function OrderHolds() {
  const { t } = useTranslation('portfolio');
  const { moneyExact } = useFormat();
  const orders = useApi('orders.mine').data?.items ?? [];
  const cents = orders.reduce(
    (sum, { side, price, remaining }) => (side === 'buy' ? sum + price * remaining : sum),
    0,
  );
  if (cents === 0) return null;
  return (
    <p className={styles.orders}>
      {t('wallet.orders', { amount: moneyExact(cents) })} <Link to="/orders">{t('wallet.toOrders')}</Link>
    </p>
  );
}

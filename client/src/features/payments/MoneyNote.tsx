import type { MoneyKind } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import styles from './Payments.module.css';

/** Says which money moves on this venue: play money, a provider's test mode, or real money. */
export function MoneyNote({ money }: { readonly money: MoneyKind }) {
  const { t } = useTranslation('payments');
  return (
    <p
      className={cx(styles.money, money === 'live' && styles.live)}
      role="note"
      aria-label={t('money.label')}
    >
      {t(`money.${money}`)}
    </p>
  );
}

import type { CommitmentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { TopUpButton } from '../../ui/Wallet/TopUpButton.tsx';
import styles from './CommitmentPage.module.css';

/** The capture found too little: how much is missing, and how to put it right before the decision. */
export function MissingMoney({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const wallet = useApi('wallet.read').data;
  const missing = wallet === undefined ? 0 : commitment.amount - wallet.available;
  return (
    <section className={styles.missing} aria-labelledby="missing">
      <h2 id="missing">{t('detail.failedTitle')}</h2>
      <p>{t('detail.failedText', { amount: format.money(commitment.amount) })}</p>
      {missing > 0 && <TopUpButton missing={missing} />}
    </section>
  );
}

import type { MarketView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './MarketPage.module.css';

/** What two operators have set for the next auction alone, and why; nothing where the usual rule holds. */
export function CallTerms({ market: { terms } }: { readonly market: MarketView }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  if (terms === null) return null;
  const { reference, collarBps, collar, at, reason } = terms;
  const values = { low: format.moneyExact(collar.low), high: format.moneyExact(collar.high) };
  return (
    <section aria-labelledby="call-terms" className={styles.terms}>
      <h2 id="call-terms" className={styles.panelTitle}>
        {t('terms.title')}
      </h2>
      <p>
        {reference !== null && `${t('terms.reference', { reference: format.moneyExact(reference) })} `}
        {collarBps !== null &&
          `${t('terms.collar', { share: format.rate(collarBps), usual: format.rate(policy.auctionCollar) })} `}
        {t('terms.means', values)}
      </p>
      <p className={styles.quiet}>
        {reason !== '' && `${t('terms.why', { reason })} `}
        {t('terms.since', { date: format.dateTime(at) })}
      </p>
    </section>
  );
}

import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useDealFlow } from '../../realtime/index.ts';
import styles from './RecentCommitments.module.css';

const shown = 8;

/** The last commitments and revocations of this offer that the public feed has carried; nobody is named. */
export function RecentCommitments({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('venture');
  const format = useFormat();
  const flow = useDealFlow();
  const items = flow.items
    .filter(({ offerId, kind }) => offerId === offer.id && (kind === 'committed' || kind === 'revoked'))
    .slice(0, shown);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={styles.title}>
        {t('recent.title')}
      </h2>
      {items.length === 0 ? (
        <p className={styles.empty}>{t('recent.empty')}</p>
      ) : (
        <ol className={styles.list} reversed>
          {items.map(({ seq, at, kind, amount }) => (
            <li key={seq} className={seq >= flow.liveFrom ? styles.fresh : undefined}>
              <span>
                {t(kind === 'revoked' ? 'recent.revoked' : 'recent.committed', {
                  amount: format.money(amount ?? 0),
                })}
              </span>
              <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

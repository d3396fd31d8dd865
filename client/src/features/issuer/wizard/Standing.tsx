import type { ListingView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { Slot } from '../../../slots/slots.ts';
import { Timeline, type TimelineStep } from '../../../ui/Timeline/Timeline.tsx';
import { NextStep } from '../NextStep.tsx';
import { ListingHeader } from './ListingHeader.tsx';
import styles from './Standing.module.css';

/** A listing that is not in the issuer's hands: what happens now, what happened, and what was handed in. */
export function Standing({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('issuer');
  return (
    <>
      <ListingHeader listing={listing} title={listing.draft.texts.title} />
      <div className={styles.columns}>
        <div className={styles.aside}>
          <section className={styles.now} aria-labelledby="standing-now">
            <h2 id="standing-now">{t('standing.now')}</h2>
            <NextStep listing={listing} here />
          </section>
          <section aria-labelledby="standing-history">
            <h2 id="standing-history" className={styles.title}>
              {t('standing.history')}
            </h2>
            <Timeline steps={useHistory(listing)} label={t('standing.label')} />
          </section>
        </div>
        <section className={styles.paper} aria-label={t('standing.reread')}>
          <Slot name="listingPreview" listing={listing} />
        </section>
      </div>
    </>
  );
}

function useHistory({ transitions }: ListingView): readonly TimelineStep[] {
  const { t } = useTranslation(['issuer', 'ui']);
  return transitions.map(({ at, to, by, reason }, place): TimelineStep => {
    const name = by === 'venue' ? t('issuer:standing.venue') : by;
    return {
      key: `${at} ${to}`,
      title: t(`ui:status.${to}`),
      at,
      text: [t('issuer:standing.by', { name }), reason].filter((part) => part !== '').join(' · '),
      state: place === transitions.length - 1 ? 'now' : 'done',
    };
  });
}

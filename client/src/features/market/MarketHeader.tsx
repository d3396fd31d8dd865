import type { MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import styles from './MarketHeader.module.css';

/** Whose units trade here, and how. */
export function MarketHeader({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation(['market', 'ui', 'trading']);
  const { listingId, title, organisation, sector, instrument, model } = market;
  const facts = [organisation.name, t(`ui:sector.${sector}`), t(`ui:instrument.${instrument}`)];
  return (
    <div className={styles.header}>
      <PageHeader
        title={title}
        eyebrow={
          <div className={styles.eyebrow}>
            <VentureMark name={organisation.name} size={48} />
            <div>
              <Link to="/markets">{t('market:back')}</Link>
              <div>{facts.join(' · ')}</div>
              {organisation.fictional && (
                <span className={styles.fictional} title={t('ui:fictionalHelp')}>
                  {t('ui:fictional')}
                </span>
              )}
            </div>
          </div>
        }
        lead={
          <span className={styles.lead}>
            {t(`trading:model.${model}`)} ·{' '}
            <Link to="/listings/$listingId" params={{ listingId }}>
              {t('market:venture')}
            </Link>
          </span>
        }
      />
    </div>
  );
}

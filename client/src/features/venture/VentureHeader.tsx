import type { OfferView, Sector } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import styles from './VenturePage.module.css';

interface VentureHeaderProps {
  readonly title: string;
  readonly tagline: string;
  readonly organisation: OfferView['organisation'];
  readonly place: string;
  readonly sector: Sector | null;
}

/** Whose venture it is, and what it is about. */
export function VentureHeader({ title, tagline, organisation, place, sector }: VentureHeaderProps) {
  const { t } = useTranslation(['venture', 'ui']);
  const facts = [organisation.name, place, sector === null ? '' : t(`ui:sector.${sector}`)];
  return (
    <PageHeader
      title={title}
      lead={tagline}
      eyebrow={
        <div className={styles.eyebrow}>
          <VentureMark name={organisation.name} size={72} />
          <div>
            <Link to="/offers">{t('venture:offers')}</Link>
            <div>{facts.filter((fact) => fact !== '').join(' · ')}</div>
            {organisation.fictional && (
              <span className={styles.fictional} title={t('ui:fictionalHelp')}>
                {t('ui:fictional')}
              </span>
            )}
          </div>
        </div>
      }
    />
  );
}

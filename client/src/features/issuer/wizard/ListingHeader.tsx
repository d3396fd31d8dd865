import type { ListingView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader/PageHeader.tsx';
import { StatusBadge } from '../../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Wizard.module.css';

interface ListingHeaderProps {
  readonly listing: ListingView;
  readonly title: string;
}

export function ListingHeader({ listing, title }: ListingHeaderProps) {
  const { t } = useTranslation('issuer');
  return (
    <PageHeader
      title={title.trim() === '' ? t('untitled') : title}
      eyebrow={
        <span className={styles.eyebrow}>
          <Link to="/issuer">{t('wizard.back')}</Link>
          <span>{listing.organisation.name}</span>
          <StatusBadge status={listing.status} />
        </span>
      }
    />
  );
}

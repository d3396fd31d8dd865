import { Button } from '@mantine/core';
import { policy } from '@piazza/shared/policy';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import styles from './Begin.module.css';

/** What somebody with nothing yet can do, in order. */
export function Begin() {
  const { t } = useTranslation('portfolio');
  return (
    <EmptyState
      title={t('begin.title')}
      action={
        <Button renderRoot={(props) => <Link to="/offers" search={{ status: 'open' }} {...props} />}>
          {t('begin.action')}
        </Button>
      }
    >
      <ol className={styles.steps}>
        <li>{t('begin.topUp')}</li>
        <li>{t('begin.choose')}</li>
        <li>{t('begin.commit', { days: policy.reflectionDays })}</li>
      </ol>
    </EmptyState>
  );
}

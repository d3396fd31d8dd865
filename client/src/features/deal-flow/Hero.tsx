import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { usePageTitle } from '../../ui/PageHeader/PageHeader.tsx';
import styles from './Hero.module.css';
import { Paving } from './Paving.tsx';
import { TotalsBoard } from './TotalsBoard.tsx';

/** What Piazza is, in one sentence, and what it amounts to right now. */
export function Hero() {
  const { t } = useTranslation('dealFlow');
  const me = useMe();
  usePageTitle(t('title'));
  return (
    <section className={styles.hero}>
      <Paving className={styles.paving} />
      <div className={styles.words}>
        <h1 id="page-title" tabIndex={-1} className={styles.headline}>
          {t('headline')}
        </h1>
        {me === null && <p className={styles.sentence}>{t('sentence')}</p>}
        <div className={styles.actions}>
          <Button color="#e9bc66" renderRoot={(props) => <Link to="/offers" {...props} />}>
            {t('seeOffers')}
          </Button>
          {me === null && (
            <Link to="/register" className={styles.register}>
              {t('openAccount')}
            </Link>
          )}
        </div>
      </div>
      <TotalsBoard />
    </section>
  );
}

import { Button } from '@mantine/core';
import type { MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import styles from './Board.module.css';
import { PostForm } from './PostForm.tsx';

/** Where a post is written, or what is missing to those who cannot. */
export function Write({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('board');
  return (
    <section aria-labelledby="board-write" className={styles.write}>
      <h2 id="board-write" tabIndex={-1} className={styles.title}>
        {t('form.title')}
      </h2>
      <Inside market={market} />
    </section>
  );
}

function Inside({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation(['board', 'common']);
  const me = useMe();
  if (me === null)
    return (
      <>
        <p className={styles.soft}>{t('board:form.signIn')}</p>
        <Button
          renderRoot={(props) => (
            <Link to="/sign-in" search={{ to: `/markets/${market.listingId}` }} {...props} />
          )}
        >
          {t('common:nav.signIn')}
        </Button>
      </>
    );
  if (!me.roles.includes('investor')) return <p className={styles.soft}>{t('board:form.role')}</p>;
  if (market.blocked) return <p className={styles.soft}>{t('board:form.blocked')}</p>;
  return <PostForm key={me.id} market={market} />;
}

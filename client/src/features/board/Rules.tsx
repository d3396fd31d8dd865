import { useTranslation } from 'react-i18next';
import styles from './Board.module.css';

const rules = ['binds', 'matches', 'consent'] as const;

/** What a post is, and what it is not. */
export function Rules() {
  const { t } = useTranslation('board');
  return (
    <section aria-labelledby="board-rules" className={styles.rules}>
      <h2 id="board-rules" className={styles.title}>
        {t('rules.title')}
      </h2>
      <dl className={styles.ruleList}>
        {rules.map((rule) => (
          <div key={rule}>
            <dt>{t(`rules.${rule}`)}</dt>
            <dd>{t(`rules.${rule}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

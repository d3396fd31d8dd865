import type { QuestionView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './Disclosures.module.css';

/** What was asked and answered, and where it stands. */
export function QuestionWords({ question }: { readonly question: QuestionView }) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const { text, at, status, answer, mine, hiddenBecause } = question;
  return (
    <>
      <p className={styles.question}>
        {mine && <span className={styles.mark}>{t('questions.mine')}</span>} {text}
      </p>
      <p className={styles.soft}>
        <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
        {status === 'waiting' && ` · ${t('questions.waiting')}`}
        {status === 'released' && ` · ${t('questions.released')}`}
        {status === 'hidden' && ` · ${t('questions.hidden', { reason: hiddenBecause })}`}
      </p>
      {answer !== null && (
        <div className={styles.answer}>
          <p className={styles.soft}>
            {t('questions.answerOf')} · {format.dateTime(answer.at)}
          </p>
          <p>{answer.text}</p>
        </div>
      )}
    </>
  );
}

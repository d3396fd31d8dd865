import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Disclosures.module.css';
import { Moderation } from './Moderation.tsx';
import { QuestionWords } from './QuestionWords.tsx';

/** One question of the desk's queue: let out, or hidden. */
export function QuestionPage() {
  const { t } = useTranslation('disclosures');
  const { questionId } = useParams({ from: '/desk/questions/$questionId' });
  const question = useApi('questions.read', { params: { questionId } });
  if (question.isPending) return <Skeletons shape="page" />;
  if (question.isError)
    return <ErrorState error={question.error} onRetry={() => void question.refetch()} size="page" />;
  const { offerId } = question.data;
  return (
    <>
      <PageHeader
        title={t('questions.pageTitle')}
        actions={
          <Link to="/offers/$offerId" params={{ offerId }}>
            {t('page.offer')}
          </Link>
        }
      />
      <div className={styles.sheet}>
        <div className={styles.item}>
          <QuestionWords question={question.data} />
          <Moderation question={question.data} />
        </div>
        <Slot name="deskItem" object={questionId} />
      </div>
    </>
  );
}

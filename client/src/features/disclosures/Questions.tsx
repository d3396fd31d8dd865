import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi, useMe, usePages } from '../../api/index.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Answering } from './Answering.tsx';
import { Asking } from './Asking.tsx';
import styles from './Disclosures.module.css';
import { Moderation } from './Moderation.tsx';
import { QuestionWords } from './QuestionWords.tsx';

const running: ReadonlySet<string> = new Set(['scheduled', 'open', 'closing', 'suspended']);

/** On the page of an offer: what investors asked and the issuer answered, and where one asks. */
export function Questions({ offer }: SlotProps['offerQuestions']) {
  const { t } = useTranslation('disclosures');
  const me = useMe();
  const { status } = useOfferProgress(offer);
  const investor = me?.roles.includes('investor') ?? false;
  const own = useApi('organisations.mine', undefined, { enabled: me?.roles.includes('enterprise') ?? false });
  const issuer = own.data?.items.some(({ id }) => id === offer.organisation.id) ?? false;
  const operator = me?.roles.includes('operator') ?? false;
  const pages = usePages('questions.list', { params: { offerId: offer.id }, query: { limit: 20 } });
  const questions = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className={styles.heading}>
        {t('questions.title')}
      </h2>
      <p className={styles.lead}>{t('questions.lead')}</p>
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {questions?.length === 0 && <p>{t('questions.none')}</p>}
      <ul className={styles.list}>
        {questions?.map((question) => (
          <li key={question.id} className={styles.item}>
            <QuestionWords question={question} />
            {issuer && <Answering question={question} />}
            {operator && <Moderation question={question} />}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('questions.more')}
        </Button>
      )}
      {investor && !issuer && running.has(status) && <Asking offerId={offer.id} />}
    </section>
  );
}

import { Button, Radio } from '@mantine/core';
import type { UnderstandingView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './WarningsStep.module.css';

/** A question of the venue on what this commitment risks. A wrong answer is explained, and another question asked. */
export function Understanding({ offerId }: { readonly offerId: OfferId }) {
  const { t } = useTranslation('commit');
  const params = { offerId };
  const { data } = useApi('protection.understanding', { params });
  const { mutate: draw, error } = useCommand('protection.drawUnderstanding');
  useEffect(() => {
    draw({ params: { offerId } }, { onSuccess: keep });
  }, [draw, offerId]);
  if (error !== null) return <ErrorState error={error} onRetry={() => draw({ params })} />;
  if (data?.state === 'proved')
    return (
      <output className={styles.proved}>
        <IconCircleCheck size={20} aria-hidden="true" /> {t('warnings.right')}
      </output>
    );
  if (data === undefined || data.question === null) return null;
  return <Question key={data.question.id} view={data} question={data.question} />;
}

/** What the venue says of the question now stands where it is read. */
const keep = (view: UnderstandingView): void => {
  const params = { offerId: view.offerId };
  queryClient.setQueryData(queryKey('protection.understanding', { params }), view);
};

interface QuestionProps {
  readonly view: UnderstandingView;
  readonly question: NonNullable<UnderstandingView['question']>;
}

function Question({ view: { offerId, missed }, question: { id, words } }: QuestionProps) {
  const { t } = useTranslation('commit');
  const { locale } = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = useCommand('protection.answerUnderstanding');
  const { ask, options } = words[locale];
  const send = () =>
    answer.mutate(
      { params: { offerId }, body: { question: id, answer: Number(chosen) } },
      { onSuccess: keep },
    );
  return (
    <>
      {missed !== null && <output className={styles.missed}>{t('warnings.missed', missed[locale])}</output>}
      <Radio.Group label={ask} description={t('warnings.questionHelp')} value={chosen} onChange={setChosen}>
        <div className={styles.answers}>
          {options.map((option, place) => (
            <Radio
              key={option}
              id={`commit-answer-${place}`}
              size="md"
              value={String(place)}
              label={option}
            />
          ))}
        </div>
      </Radio.Group>
      {answer.isError && <ErrorState error={answer.error} />}
      <div>
        <Button variant="default" disabled={chosen === null} loading={answer.isPending} onClick={send}>
          {t('warnings.answer')}
        </Button>
      </div>
    </>
  );
}

import { Button, Textarea } from '@mantine/core';
import type { QuestionView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';

/** Where the issuer answers a question that has no answer. */
export function Answering({ question }: { readonly question: QuestionView }) {
  const { t } = useTranslation('disclosures');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const answer = useCommand('questions.answer');
  if (question.status !== 'waiting' && question.status !== 'released') return null;
  if (!open)
    return (
      <div>
        <Button
          size="sm"
          variant="default"
          aria-label={`${t('questions.answer')}: ${question.text}`}
          onClick={() => setOpen(true)}
        >
          {t('questions.answer')}
        </Button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length < 2) return;
    const onSuccess = () => void queryClient.invalidateQueries({ queryKey: ['questions.list'] });
    answer.mutate({ params: { questionId: question.id }, body: { text } }, { onSuccess });
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={t('questions.answer')}>
      <Textarea
        label={t('questions.answerLabel')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={3000}
        data-autofocus
      />
      {answer.isError && <ErrorState error={answer.error} />}
      <div>
        <Button type="submit" loading={answer.isPending}>
          {t('questions.sendAnswer')}
        </Button>
      </div>
    </form>
  );
}

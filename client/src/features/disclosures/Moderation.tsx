import { Button, Textarea } from '@mantine/core';
import type { QuestionView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';

const readAgain = () => {
  void queryClient.invalidateQueries({ queryKey: ['questions.list'] });
  void queryClient.invalidateQueries({ queryKey: ['questions.read'] });
};

/** What an operator does with a question: let it out, or hide it for a reason. */
export function Moderation({ question }: { readonly question: QuestionView }) {
  const { t } = useTranslation('disclosures');
  const [hiding, setHiding] = useState(false);
  const release = useCommand('questions.release');
  const params = { questionId: question.id };
  if (question.status === 'hidden') return null;
  return (
    <div className={styles.acts}>
      {question.status === 'waiting' && (
        <Button
          size="sm"
          variant="default"
          loading={release.isPending}
          aria-label={`${t('questions.release')}: ${question.text}`}
          onClick={() => release.mutate({ params }, { onSuccess: readAgain })}
        >
          {t('questions.release')}
        </Button>
      )}
      <Button
        size="sm"
        variant="subtle"
        aria-label={`${t('questions.hide')}: ${question.text}`}
        onClick={() => setHiding(true)}
      >
        {t('questions.hide')}
      </Button>
      {release.isError && <ErrorState error={release.error} />}
      {hiding && <Hiding question={question} onClose={() => setHiding(false)} />}
    </div>
  );
}

interface HidingProps {
  readonly question: QuestionView;
  readonly onClose: () => void;
}

function Hiding({ question, onClose }: HidingProps) {
  const { t } = useTranslation('disclosures');
  const [reason, setReason] = useState('');
  const hide = useCommand('questions.hide');
  const onSuccess = () => {
    readAgain();
    onClose();
  };
  const send = () => {
    if (reason.trim().length >= 3)
      hide.mutate({ params: { questionId: question.id }, body: { reason } }, { onSuccess });
  };
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('questions.hideTitle')}
      confirm={t('questions.hide')}
      busy={hide.isPending}
      error={hide.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t('questions.hideText')}</p>
      <Textarea
        label={t('questions.reason')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

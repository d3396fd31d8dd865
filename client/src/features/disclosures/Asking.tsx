import { Button, Textarea } from '@mantine/core';
import { mentionsContact } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';

const least = 10;

/** Where an investor asks; warns of what should not become public. */
export function Asking({ offerId }: { readonly offerId: OfferId }) {
  const { t } = useTranslation('disclosures');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useCommand('questions.ask');
  const short = text.trim().length < least;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short) return document.getElementById('question-text')?.focus();
    ask.mutate(
      { params: { offerId }, body: { text } },
      {
        onSuccess: () => {
          setText('');
          setTried(false);
          void queryClient.invalidateQueries({ queryKey: ['questions.list'] });
        },
      },
    );
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={t('questions.send')}>
      <output className={ask.isSuccess ? styles.done : 'visually-hidden'}>
        {ask.isSuccess && t('questions.sent')}
      </output>
      <Textarea
        id="question-text"
        label={t('questions.ask')}
        description={t('questions.askHelp')}
        value={text}
        error={tried && short ? t('questions.short') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
      />
      <output className={mentionsContact(text) ? styles.warning : 'visually-hidden'}>
        {mentionsContact(text) && t('questions.contact')}
      </output>
      {ask.isError && <ErrorState error={ask.error} />}
      <div>
        <Button type="submit" loading={ask.isPending}>
          {t('questions.send')}
        </Button>
      </div>
    </form>
  );
}

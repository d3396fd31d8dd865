import { Button, TextInput } from '@mantine/core';
import type { ListingId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { readAgain } from './read-again.ts';

/** Where the issuer declares a payment to holders. */
export function PaymentForm({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('duties');
  const [on, setOn] = useState('');
  const [words, setWords] = useState('');
  const declare = useCommand('duties.declarePayment');
  const send = (event: FormEvent) => {
    event.preventDefault();
    declare.mutate({ params: { listingId }, body: { on, words } }, { onSuccess: readAgain });
  };
  return (
    <form className={styles.form} noValidate onSubmit={send} aria-label={t('declare')}>
      <TextInput
        type="date"
        label={t('payDay')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        label={t('payWords')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {declare.isError && <ErrorState error={declare.error} />}
      <div>
        <Button
          type="submit"
          variant="default"
          loading={declare.isPending}
          disabled={on === '' || words.trim().length < 3}
        >
          {t('declare')}
        </Button>
      </div>
    </form>
  );
}

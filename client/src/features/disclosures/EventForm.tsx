import { Button, Textarea, TextInput } from '@mantine/core';
import type { ListingId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Disclosures.module.css';

/** Where the issuer of a funded issue tells of an event. */
export function EventForm({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('disclosures');
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const done = () => {
    setOpen(false);
    setSent(true);
    void queryClient.invalidateQueries({ queryKey: ['disclosures.list'] });
  };
  return (
    <>
      <h3>{t('desk.eventTitle')}</h3>
      <p>{t('desk.eventLead')}</p>
      <output className={sent && !open ? styles.done : 'visually-hidden'}>
        {sent && !open && t('desk.eventSent')}
      </output>
      {open ? (
        <Writing listingId={listingId} onDone={done} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('desk.event')}
          </Button>
        </div>
      )}
    </>
  );
}

interface WritingProps {
  readonly listingId: ListingId;
  readonly onDone: () => void;
}

function Writing({ listingId, onDone }: WritingProps) {
  const { t } = useTranslation('disclosures');
  const [occurredOn, setDay] = useState('');
  const [words, setWords] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const report = useCommand('disclosures.report');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong: FieldError[] = [
      ...(occurredOn === '' ? [{ field: 'event-day', text: t('desk.needDay') }] : []),
      ...(words.trim().length < 3 ? [{ field: 'event-words', text: t('desk.needWhy') }] : []),
    ];
    setErrors(wrong);
    if (wrong.length === 0)
      report.mutate({ params: { listingId }, body: { words, occurredOn } }, { onSuccess: onDone });
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit} aria-label={t('desk.event')}>
      <FormErrors errors={errors} />
      <TextInput
        id="event-day"
        type="date"
        label={t('desk.eventOn')}
        value={occurredOn}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Textarea
        id="event-words"
        label={t('desk.eventWords')}
        value={words}
        maxLength={4000}
        autosize
        minRows={3}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {report.isError && <ErrorState error={report.error} />}
      <div>
        <Button type="submit" loading={report.isPending}>
          {t('desk.eventSend')}
        </Button>
      </div>
    </form>
  );
}

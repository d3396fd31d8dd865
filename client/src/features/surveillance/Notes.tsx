import type { CaseView } from '@piazza/shared/contract';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Surveillance.module.css';

interface PartProps {
  readonly one: CaseView;
}

/** What operators have noted, and room for more while the case is open. */
export function Notes({ one }: PartProps) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  return (
    <>
      {one.notes.length === 0 && <p>{t('case.noNotes')}</p>}
      <ol className={styles.notes}>
        {one.notes.map(({ at, by, words }) => (
          <li key={`${at} ${by} ${words}`}>
            <small>
              {by}, <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
            </small>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      {one.closed === null && <Write one={one} />}
    </>
  );
}

function Write({ one }: PartProps) {
  const { t } = useTranslation('surveillance');
  const note = useCommand('cases.note');
  const [words, setWords] = useState('');
  const send = () =>
    note.mutate({ params: { caseId: one.id }, body: { words } }, { onSuccess: () => setWords('') });
  return (
    <form
      className={styles.player}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        label={t('case.note')}
        value={words}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {note.isError && <ErrorState error={note.error} />}
      <div className={styles.acts}>
        <Button type="submit" variant="default" loading={note.isPending} disabled={words.trim().length < 3}>
          {t('case.addNote')}
        </Button>
      </div>
    </form>
  );
}

/** Who looks after the case: any operator whom it is not about. */
export function Assignee({ one }: PartProps) {
  const { t } = useTranslation('surveillance');
  const assign = useCommand('cases.assign');
  const give = (id: string) =>
    assign.mutate({
      params: { caseId: one.id },
      body: { assignee: id === '' ? null : (id as never) },
    });
  return (
    <>
      <NativeSelect
        label={t('case.assignee')}
        value={one.assignee?.personId ?? ''}
        disabled={one.closed !== null || assign.isPending}
        data={[
          { value: '', label: t('cases.nobody') },
          ...one.operators.map(({ personId, displayName }) => ({
            value: personId as string,
            label: displayName,
          })),
        ]}
        onChange={(event) => give(event.currentTarget.value)}
      />
      {assign.isError && <ErrorState error={assign.error} />}
    </>
  );
}

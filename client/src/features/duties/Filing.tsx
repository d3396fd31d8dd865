import { Button, NumberInput, Textarea } from '@mantine/core';
import type { DutyReport } from '@piazza/shared/contract';
import type { DocumentId, OrganisationId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { readAgain } from './read-again.ts';

interface Props {
  readonly report: DutyReport;
  readonly organisationId: OrganisationId;
}

/** Where the issuer files a report, or files it anew before it was accepted: from what it handed in last. */
export function Filing(props: Props) {
  const { t } = useTranslation('duties');
  const [open, setOpen] = useState(false);
  if (open) return <FilingForm {...props} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t(props.report.filing === null ? 'file' : 'fileAnew')}
      </Button>
    </div>
  );
}

function FilingForm({ report, organisationId, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('duties');
  const { id: reportId, listingId, kind, filing } = report;
  const filed = filing?.documents ?? [];
  const [words, setWords] = useState(filing?.words ?? '');
  const [figure, setFigure] = useState<number | string>(filing?.figure ?? '');
  const [documents, setDocuments] = useState<readonly DocumentId[]>(filed);
  const file = useCommand('duties.file');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = { words, figure: typeof figure === 'number' ? figure : null, documents: [...documents] };
    const onSuccess = () => {
      onDone();
      readAgain();
    };
    file.mutate({ params: { reportId }, body }, { onSuccess });
  };
  // Uploading is a form of its own, which must not stand within another.
  return (
    <section className={styles.form} aria-label={t('file')}>
      <form id={`file-${reportId}`} className={styles.part} noValidate onSubmit={send}>
        <Textarea
          label={t('words')}
          value={words}
          minRows={4}
          autosize
          maxLength={20_000}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {kind === 'impact' && (
          <NumberInput label={t('figureField')} value={figure} onChange={setFigure} hideControls />
        )}
      </form>
      <Slot
        name="reportAttaching"
        {...{ listingId, organisationId, documents, filed }}
        onChange={setDocuments}
      />
      {file.isError && <ErrorState error={file.error} />}
      <div>
        <Button
          type="submit"
          form={`file-${reportId}`}
          loading={file.isPending}
          disabled={words.trim().length < 20}
        >
          {t('send')}
        </Button>
      </div>
    </section>
  );
}

import { Button, FileInput, NativeSelect, Progress } from '@mantine/core';
import {
  documentKinds,
  type DocumentKind,
  type DocumentView,
  type Visibility,
} from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { ListingId, OrganisationId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Dossier.module.css';
import { useSending, type Sending } from './sending.ts';

const accepted = '.pdf,.png,.jpg,.jpeg,.txt,.csv,.docx,.xlsx,.odt';

interface UploaderProps {
  readonly organisationId: OrganisationId;
  readonly listingId?: ListingId;
  /** Who may see what is sent, the first by default. */
  readonly visibilities: readonly [Visibility, ...Visibility[]];
  /** What is chosen first. */
  readonly kind?: DocumentKind;
  readonly onDone: (document: DocumentView) => void;
}

/** Chooses a file and sends it, shows how far it is, cancels, and tries again. */
export function Uploader({
  organisationId,
  listingId,
  visibilities,
  kind: first = 'statute',
  onDone,
}: UploaderProps) {
  const { t } = useTranslation('dossier');
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<DocumentKind>(first);
  const [visibility, setVisibility] = useState<Visibility>(visibilities[0]);
  const [wrong, setWrong] = useState<string>();
  const target = { organisationId, ...(listingId === undefined ? {} : { listingId }) };
  const { sending, start, cancel, retry, forget } = useSending(target, (document) => {
    setFile(null);
    onDone(document);
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const problem = file === null ? 'none' : file.size > policy.documentMaxBytes ? 'large' : undefined;
    setWrong(problem && t(`documents.wrong.${problem}`, { mb: policy.documentMaxBytes / 1024 / 1024 }));
    if (problem === undefined && file !== null) start({ file, kind, visibility });
  };
  if (sending.at === 'way') return <OnItsWay sending={sending} onCancel={cancel} />;
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <FileInput
        label={t('documents.file')}
        description={t('documents.fileHelp', { mb: policy.documentMaxBytes / 1024 / 1024 })}
        placeholder={t('documents.choose')}
        accept={accepted}
        clearable
        clearButtonProps={{ 'aria-label': t('documents.clear') }}
        error={wrong}
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          forget();
        }}
      />
      <NativeSelect
        label={t('documents.kindLabel')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as DocumentKind)}
        data={documentKinds.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
      />
      {visibilities.length > 1 && (
        <NativeSelect
          label={t('documents.visibilityLabel')}
          value={visibility}
          onChange={(event) => setVisibility(event.currentTarget.value as Visibility)}
          data={visibilities.map((value) => ({ value, label: t(`documents.visibility.${value}`) }))}
        />
      )}
      {sending.at === 'failed' && <Failed sending={sending} onRetry={retry} />}
      <Button type="submit">{t('documents.send')}</Button>
    </form>
  );
}

function OnItsWay({
  sending: { chosen, share },
  onCancel,
}: {
  readonly sending: Extract<Sending, { at: 'way' }>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const text = t('documents.sending', { name: chosen.file.name, share: format.percent(share) });
  return (
    <div className={styles.way}>
      <p>{text}</p>
      <Progress value={share * 100} aria-label={text} />
      <Button variant="default" onClick={onCancel}>
        {t('documents.cancel')}
      </Button>
    </div>
  );
}

const reasons = ['empty', 'type', 'name', 'malware', 'not_scanned'] as const;

/** Why it was not taken; what did not arrive is sent again with one press. */
function Failed({
  sending: { error },
  onRetry,
}: {
  readonly sending: Extract<Sending, { at: 'failed' }>;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation('dossier');
  const why = isRefused(error, 'document_refused')
    ? reasons.find((one) => one === error.facts['why'])
    : undefined;
  return (
    <div>
      {why !== undefined && <p className={styles.why}>{t(`documents.refused.${why}`)}</p>}
      <ErrorState error={error} onRetry={onRetry} />
    </div>
  );
}

import { Button, Progress, Textarea } from '@mantine/core';
import { contract, type DocumentView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { DocumentList } from './DocumentList.tsx';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { useSize } from './size.ts';
import { Uploader } from './Uploader.tsx';

const { reason } = contract['documents.remove'].body.shape;

/** The organisation's documents: send, show to everybody or not, remove. */
export function DocumentsStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const params = { organisationId: dossier.organisation.id };
  const documents = useApi('documents.ofOrganisation', { params });
  const reread = () => {
    void documents.refetch();
    void queryClient.invalidateQueries({ queryKey: queryKey('dossier.read', { params }) });
  };
  return (
    <div className={styles.stack}>
      <Room dossier={dossier} />
      {documents.isPending && <Skeletons shape="rows" count={2} />}
      {documents.isError && <ErrorState error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data?.items.length === 0 && <p>{t('documents.none')}</p>}
      {documents.data !== undefined && (
        <DocumentList
          documents={documents.data.items}
          inside
          actionsFor={(one) => <Actions document={one} onDone={reread} />}
        />
      )}
      <h3>{t('documents.add')}</h3>
      <Uploader
        organisationId={dossier.organisation.id}
        visibilities={['public', 'issuer']}
        onDone={reread}
      />
    </div>
  );
}

function Room({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const sizeOf = useSize();
  const { bytes, mostBytes } = dossier.storage;
  const text = t('documents.room', { used: sizeOf(bytes), most: sizeOf(mostBytes) });
  return (
    <div>
      <p className={styles.lead}>{text}</p>
      <Progress value={(bytes / mostBytes) * 100} aria-label={text} />
    </div>
  );
}

interface ActionsProps {
  readonly document: DocumentView;
  readonly onDone: () => void;
}

function Actions({ document, onDone }: ActionsProps) {
  const { t } = useTranslation('dossier');
  const show = useCommand('documents.show');
  const to = document.visibility === 'public' ? 'issuer' : 'public';
  const params = { documentId: document.id };
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        aria-label={`${t(`documents.show.${to}`)}: ${document.name}`}
        loading={show.isPending}
        onClick={() => show.mutate({ params, body: { visibility: to } }, { onSuccess: onDone })}
      >
        {t(`documents.show.${to}`)}
      </Button>
      <Remove document={document} onDone={onDone} />
      {show.error !== null && <ErrorState error={show.error} />}
    </>
  );
}

function Remove({ document, onDone }: ActionsProps) {
  const { t } = useTranslation('dossier');
  const remove = useCommand('documents.remove');
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const good = reason.safeParse(text).success;
  const id = `remove-${document.id}`;
  const confirm = () => {
    setTried(true);
    if (!good) return window.document.getElementById(id)?.focus();
    remove.mutate(
      { params: { documentId: document.id }, body: { reason: text } },
      {
        onSuccess: () => {
          setAsking(false);
          onDone();
        },
      },
    );
  };
  return (
    <>
      <Button
        variant="subtle"
        color="vino"
        size="sm"
        aria-label={t('documents.removeOf', { name: document.name })}
        onClick={() => setAsking(true)}
      >
        {t('documents.remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('documents.removeOf', { name: document.name })}
        confirm={t('documents.removeConfirm')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('documents.removeText')}</p>
        <Textarea
          id={id}
          label={t('documents.reason')}
          error={tried && !good ? t('documents.reasonWrong') : undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

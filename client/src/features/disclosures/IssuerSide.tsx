import { Button } from '@mantine/core';
import type { DisclosureView, OfferView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { ChangeForm, type Changes } from './ChangeForm.tsx';
import styles from './Disclosures.module.css';

interface SideProps {
  readonly offer: OfferView;
  /** Changes and defects of the offer that are not done with. */
  readonly open: readonly DisclosureView[];
}

const readAgain = () => void queryClient.invalidateQueries({ queryKey: ['disclosures.list'] });

/** What the issuer has to do about the sheet, or may do. */
export function IssuerSide({ offer, open }: SideProps) {
  const { t } = useTranslation('disclosures');
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  const [first] = open;
  const defect = open.find(({ kind }) => kind === 'defect');
  const filed = open.find(({ filing }) => filing !== null);
  const mayWrite = filed === undefined;
  const done = () => {
    setWriting(false);
    setSent(true);
    readAgain();
  };
  return (
    <>
      {first === undefined && <p>{t('desk.issuerLead')}</p>}
      {defect !== undefined && <Defect defect={defect} />}
      <output className={sent ? styles.done : 'visually-hidden'}>{sent && t('desk.sent')}</output>
      {filed !== undefined && <Waiting filed={filed} />}
      {mayWrite && !writing && (
        <div>
          <Button variant={defect === undefined ? 'default' : 'filled'} onClick={() => setWriting(true)}>
            {t(defect === undefined ? 'desk.file' : 'desk.correct')}
          </Button>
        </div>
      )}
      {mayWrite && writing && (
        <Writing offer={offer} defect={defect} onDone={done} onClose={() => setWriting(false)} />
      )}
    </>
  );
}

function Defect({ defect }: { readonly defect: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const { words, correctBy, suspendedUntil } = defect;
  return (
    <div className={styles.warning}>
      <p>{t('desk.openDefect', { words })}</p>
      <p>
        {suspendedUntil === null
          ? t('desk.by', { date: format.dateTime(correctBy ?? defect.at) })
          : t('desk.until', { date: format.dateTime(suspendedUntil) })}
      </p>
    </div>
  );
}

function Waiting({ filed }: { readonly filed: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const withdraw = useCommand('disclosures.withdraw');
  const params = { disclosureId: filed.id };
  return (
    <div className={styles.acts}>
      <span>{t(filed.kind === 'change' ? 'desk.open' : 'desk.waiting')}</span>
      <Button
        size="sm"
        variant="default"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ params }, { onSuccess: readAgain })}
      >
        {t('desk.withdraw')}
      </Button>
      {withdraw.isError && <ErrorState error={withdraw.error} />}
    </div>
  );
}

interface WritingProps {
  readonly offer: OfferView;
  readonly defect: DisclosureView | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Writing({ offer, defect, onDone, onClose }: WritingProps) {
  const listing = useApi('listings.read', { params: { listingId: offer.listingId } });
  const file = useCommand('disclosures.file');
  const correct = useCommand('disclosures.correct');
  if (listing.data === undefined) return null;
  const send = (reason: string, texts: Changes) => {
    const body = { reason, texts };
    if (defect === undefined) file.mutate({ params: { offerId: offer.id }, body }, { onSuccess: onDone });
    else correct.mutate({ params: { disclosureId: defect.id }, body }, { onSuccess: onDone });
  };
  return (
    <ChangeForm
      texts={listing.data.draft.texts}
      busy={file.isPending || correct.isPending}
      error={file.error ?? correct.error}
      onSend={send}
      onClose={onClose}
    />
  );
}

import { Button, Checkbox, Textarea } from '@mantine/core';
import type { DisclosureView, OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import styles from './Disclosures.module.css';

interface SideProps {
  readonly offer: OfferView;
  readonly open: readonly DisclosureView[];
}

/** What waits for an operator, and where a defect is signalled. */
export function OperatorSide({ offer, open }: SideProps) {
  const { t } = useTranslation('disclosures');
  const [signalling, setSignalling] = useState(false);
  const defect = open.some(({ kind }) => kind === 'defect');
  return (
    <>
      {open.map(({ id, kind, status, words }) => (
        <p key={id}>
          {t(`told.${kind}`)} · {t(`told.status.${status}`)}: {words}{' '}
          <Link to="/desk/disclosures/$disclosureId" params={{ disclosureId: id }}>
            {t('desk.look')}
          </Link>
        </p>
      ))}
      {!defect && (
        <div>
          <Button variant="default" onClick={() => setSignalling(true)}>
            {t('desk.signal')}
          </Button>
        </div>
      )}
      {signalling && <Signalling offer={offer} onClose={() => setSignalling(false)} />}
    </>
  );
}

interface SignallingProps {
  readonly offer: OfferView;
  readonly onClose: () => void;
}

function Signalling({ offer, onClose }: SignallingProps) {
  const { t } = useTranslation('disclosures');
  const [reason, setReason] = useState('');
  const [suspend, setSuspend] = useState(false);
  const signal = useCommand('disclosures.signal');
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: ['disclosures.list'] });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('desk.signalTitle')}
      confirm={t('desk.signal')}
      busy={signal.isPending}
      error={signal.error}
      onConfirm={() => {
        if (reason.trim().length >= 3)
          signal.mutate({ params: { offerId: offer.id }, body: { reason, suspend } }, { onSuccess });
      }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t('desk.signalText')}</p>
        <Textarea
          label={t('desk.signalReason')}
          value={reason}
          maxLength={2000}
          autosize
          minRows={3}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          label={t('desk.suspendNow')}
          checked={suspend}
          onChange={(event) => setSuspend(event.currentTarget.checked)}
        />
      </div>
    </ConfirmDialog>
  );
}

import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import type { PanelProps } from './Panel.tsx';
import styles from './Review.module.css';

const gates = ['intentional', 'measurable', 'additional'] as const;
const noGates = { intentional: false, measurable: false, additional: false, noConflictOfInterest: false };
type Gates = typeof noGates;

interface DecisionFormProps extends PanelProps {
  /** Whether the other reviewer has approved already. */
  readonly second: boolean;
}

/** Approve what was read, or send it back with comments; both with a reason, both asked once more. */
export function DecisionForm({ listing, comments, onSent, second }: DecisionFormProps) {
  const { t } = useTranslation('desk');
  const [confirmed, setConfirmed] = useState<Gates>(noGates);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<'approve' | 'request' | null>(null);
  const approve = useCommand('review.approve');
  const request = useCommand('review.requestChanges');
  const params = { listingId: listing.id };
  const said = reason.trim().length >= 3;
  const written = Object.entries(comments).filter(([, text]) => text.trim() !== '');
  const all = Object.values(confirmed).every(Boolean);
  const done = () => {
    setAsking(null);
    onSent();
  };
  const sendApproval = () =>
    approve.mutate(
      { params, body: { contentHash: listing.contentHash, ...confirmed, reason } },
      { onSuccess: done },
    );
  const sendBack = () =>
    request.mutate(
      { params, body: { comments: written.map(([field, text]) => ({ field, text })), reason } },
      { onSuccess: done },
    );
  return (
    <>
      <p>{t('review.taken')}</p>
      <fieldset className={styles.gates}>
        <legend>{t('review.gates')}</legend>
        {gates.map((gate) => (
          <Checkbox
            key={gate}
            label={t(`review.${gate}`)}
            checked={confirmed[gate]}
            onChange={(event) => setConfirmed({ ...confirmed, [gate]: event.currentTarget.checked })}
          />
        ))}
        <Checkbox
          label={t('review.noConflict')}
          checked={confirmed.noConflictOfInterest}
          onChange={(event) =>
            setConfirmed({ ...confirmed, noConflictOfInterest: event.currentTarget.checked })
          }
        />
      </fieldset>
      <Textarea
        label={t('review.reason')}
        description={t('review.reasonHelp')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={styles.hint}>
        {written.length === 0 ? t('review.noComments') : t('review.comments', { count: written.length })}
      </p>
      <div className={styles.decide}>
        <Button disabled={!all || !said} onClick={() => setAsking('approve')}>
          {t('review.approve')}
        </Button>
        <Button variant="default" disabled={!said} onClick={() => setAsking('request')}>
          {t('review.request')}
        </Button>
      </div>
      {(!all || !said) && <p className={styles.hint}>{t('review.conditions')}</p>}
      <ConfirmDialog
        opened={asking === 'approve'}
        title={t('review.approveTitle')}
        confirm={t('review.approve')}
        busy={approve.isPending}
        error={approve.error}
        onConfirm={sendApproval}
        onClose={() => setAsking(null)}
      >
        {second ? t('review.approveSecond') : t('review.approveFirst')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'request'}
        title={t('review.requestTitle')}
        confirm={t('review.request')}
        busy={request.isPending}
        error={request.error}
        onConfirm={sendBack}
        onClose={() => setAsking(null)}
      >
        {t('review.requestText')}{' '}
        {written.length === 0 ? t('review.noComments') : t('review.comments', { count: written.length })}
      </ConfirmDialog>
    </>
  );
}

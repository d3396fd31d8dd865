import type { OfferView } from '@piazza/shared/contract';
import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import styles from './Desk.module.css';

const cancellable = new Set<OfferView['progress']['status']>(['scheduled', 'open', 'closing']);

/** On the page of an offer, for operators: cancel it, or read its trail. */
export function OperatorOffer({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const [asking, setAsking] = useState(false);
  if (me?.roles.includes('operator') !== true) return null;
  return (
    <section aria-labelledby="operators" className={styles.card}>
      <div className={styles.stack}>
        <h2 id="operators" style={{ margin: 0 }}>
          {t('offer.title')}
        </h2>
        <div className={styles.actions}>
          {cancellable.has(offer.progress.status) && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('offer.cancel')}
            </Button>
          )}
          <Button
            variant="subtle"
            renderRoot={(props) => <Link to="/desk/audit" search={{ object: offer.id }} {...props} />}
          >
            {t('offer.audit')}
          </Button>
        </div>
      </div>
      {asking && <Cancelling offer={offer} onClose={() => setAsking(false)} />}
    </section>
  );
}

interface CancellingProps {
  readonly offer: OfferView;
  readonly onClose: () => void;
}

function Cancelling({ offer, onClose }: CancellingProps) {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const cancel = useCommand('offers.cancel');
  const send = () =>
    cancel.mutate({ params: { offerId: offer.id }, body: { reason } }, { onSuccess: onClose });
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('offer.cancelTitle')}
      confirm={t('offer.cancel')}
      busy={cancel.isPending}
      error={cancel.error}
      onConfirm={() => {
        if (reason.trim().length >= 3) send();
      }}
      onClose={onClose}
    >
      <div className={styles.stack}>
        {t('offer.cancelText')}
        <Textarea
          label={t('offer.reason')}
          description={t('review.reasonHelp')}
          value={reason}
          maxLength={2000}
          error={reason.trim().length < 3 && cancel.isIdle ? t('review.needReason') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}

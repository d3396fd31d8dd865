import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Surveillance.module.css';

interface ReasonDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason of an act before it is done. */
export function ReasonDialog({ title, text, confirm, busy, error, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation(['surveillance', 'ui']);
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}>
      <div className={styles.player}>
        {text !== undefined && <p>{text}</p>}
        <Textarea
          label={t('surveillance:alert.reason')}
          description={t('surveillance:alert.reasonHelp')}
          value={reason}
          maxLength={1900}
          autosize
          minRows={2}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error !== null && <ErrorState error={error} />}
        <div className={styles.acts}>
          <Button variant="default" onClick={onClose}>
            {t('ui:confirm.cancel')}
          </Button>
          <Button
            color="vino"
            loading={busy}
            disabled={reason.trim().length < 3}
            onClick={() => onConfirm(reason.trim())}
          >
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

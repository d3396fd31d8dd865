import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { isReason, Reason } from './Reason.tsx';
import styles from './TradingDesk.module.css';

interface DeskDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  /** Names the act. */
  readonly confirm: string;
  readonly dangerous?: boolean;
  /** Whether everything but the reason is there. */
  readonly ready?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly wide?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Says what an act does, asks why, and does it. */
export function DeskDialog(props: DeskDialogProps) {
  const { title, children, confirm, dangerous = false, ready = true, busy, error, wide = false } = props;
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={title}
      size={wide ? 'xl' : 'md'}
      closeButtonProps={{ 'aria-label': t('confirm.cancel') }}
    >
      <form
        noValidate
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && isReason(reason)) props.onConfirm(reason.trim());
        }}
      >
        {children}
        <Reason value={reason} onChange={setReason} />
        {error !== null && <ErrorState error={error} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button
            type="submit"
            color={dangerous ? 'vino' : 'terracotta'}
            loading={busy}
            disabled={!ready || !isReason(reason)}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

import type { ProposalView } from '@piazza/shared/contract';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import styles from './Approvals.module.css';

interface CheckProps {
  readonly proposal: ProposalView;
}

/** What the reader can do with the proposal now. */
export function Check({ proposal }: CheckProps) {
  const { t } = useTranslation('approvals');
  const { status, barred, maker } = proposal;
  return (
    <section className={styles.panel} aria-labelledby="decide">
      <h2 id="decide">{t('page.decide')}</h2>
      {barred !== null && <p>{t(`barred.${barred}`)}</p>}
      {(barred === null || barred === 'content_changed') && <Decision proposal={proposal} />}
      {status === 'waiting' && maker.mine && <Withdraw proposal={proposal} />}
    </section>
  );
}

/** Agree to what was read, or refuse it; both with a reason, both asked once more. */
function Decision({ proposal }: CheckProps) {
  const { t } = useTranslation('approvals');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const said = reason.trim().length >= 3;
  const close = () => setAsking(null);
  return (
    <>
      <Textarea
        label={t('page.reason')}
        description={t('page.reasonHelp')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button disabled={!said || proposal.stale} onClick={() => setAsking('approve')}>
          {t('page.approve')}
        </Button>
        <Button variant="default" disabled={!said} onClick={() => setAsking('refuse')}>
          {t('page.refuse')}
        </Button>
      </div>
      <Asked
        act="approve"
        proposal={proposal}
        reason={reason}
        opened={asking === 'approve'}
        onClose={close}
      />
      <Asked act="refuse" proposal={proposal} reason={reason} opened={asking === 'refuse'} onClose={close} />
    </>
  );
}

interface AskedProps extends CheckProps {
  readonly act: 'approve' | 'refuse';
  readonly reason: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function Asked({ act, proposal, reason, opened, onClose }: AskedProps) {
  const { t } = useTranslation('approvals');
  const command = useCommand(`approvals.${act}`);
  const send = () =>
    command.mutate(
      { params: { proposalId: proposal.id }, body: { contentHash: proposal.contentHash, reason } },
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      opened={opened}
      title={t(`page.${act}Title`)}
      confirm={t(`page.${act}`)}
      dangerous={act === 'refuse'}
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      {t(`page.${act}Text`)}
    </ConfirmDialog>
  );
}

function Withdraw({ proposal }: CheckProps) {
  const { t } = useTranslation('approvals');
  const [asking, setAsking] = useState(false);
  const command = useCommand('approvals.withdraw');
  return (
    <>
      <div className={styles.acts}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('page.withdraw')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('page.withdrawTitle')}
        confirm={t('page.withdraw')}
        busy={command.isPending}
        error={command.error}
        onConfirm={() =>
          command.mutate({ params: { proposalId: proposal.id } }, { onSuccess: () => setAsking(false) })
        }
        onClose={() => setAsking(false)}
      >
        {t('page.withdrawText')}
      </ConfirmDialog>
    </>
  );
}

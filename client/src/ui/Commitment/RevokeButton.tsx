import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CommitmentView } from '@piazza/shared/contract';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog.tsx';
import { isRevocable } from './revocable.ts';
import styles from './RevokeButton.module.css';

interface RevokeButtonProps {
  readonly commitment: CommitmentView;
  readonly size?: 'sm' | 'md';
}

/** Revokes a pledge after one question. Once it is done, the outcome stands in the button's place and has the focus. */
export function RevokeButton({ commitment, size = 'md' }: RevokeButtonProps) {
  const { t } = useTranslation('commitment');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const [opened, { open, close }] = useDisclosure();
  const [done, setDone] = useState(false);
  const outcome = useFocusOnce(done && !opened);
  const revoke = useRevoke(commitment, () => {
    setDone(true);
    close();
  });
  const amount = format.money(commitment.amount);
  return (
    <>
      {isRevocable(commitment, now) && (
        <Button size={size} variant="default" aria-label={t('revoke.name', { amount })} onClick={open}>
          {t('revoke.button')}
        </Button>
      )}
      <ConfirmDialog
        opened={opened}
        title={t('revoke.title')}
        confirm={t('revoke.confirm')}
        dangerous
        busy={revoke.busy}
        error={revoke.error}
        onConfirm={revoke.send}
        onClose={() => {
          revoke.reset();
          close();
        }}
      >
        <p>{t('revoke.text', { amount, title: commitment.title })}</p>
        <p>{t('revoke.again')}</p>
      </ConfirmDialog>
      <output ref={outcome} tabIndex={-1} className={styles.outcome}>
        {done && t('revoke.done', { amount })}
      </output>
    </>
  );
}

/** The button that had the focus is gone with what it did: what came of it takes it over. */
function useFocusOnce(ready: boolean): RefObject<HTMLOutputElement | null> {
  const element = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (ready) element.current?.focus();
  }, [ready]);
  return element;
}

function useRevoke({ id }: CommitmentView, onRevoked: () => void) {
  const command = useCommand('commitments.revoke');
  const params = { commitmentId: id };
  const onSuccess = (revoked: CommitmentView) => {
    queryClient.setQueryData(queryKey('commitments.read', { params }), revoked);
    void queryClient.invalidateQueries({ queryKey: queryKey('commitments.mine') });
    onRevoked();
  };
  return {
    busy: command.isPending,
    error: command.error,
    reset: command.reset,
    send: () => command.mutate({ params }, { onSuccess }),
  };
}

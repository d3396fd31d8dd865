import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CommitmentView } from '@piazza/shared/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog.tsx';
import styles from './RevokeButton.module.css';

interface RevokeButtonProps {
  readonly commitment: CommitmentView;
  readonly size?: 'sm' | 'md';
}

/** Revokes a pledge after one question. Once it is done, the outcome stands in the button's place and has the focus. */
export function RevokeButton({ commitment, size = 'md' }: RevokeButtonProps) {
  const { t } = useTranslation('commitment');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const [said, setSaid] = useState('');
  const outcome = useRef<HTMLOutputElement>(null);
  // The button that had the focus is gone with what it did.
  useEffect(() => {
    if (said !== '' && !opened) outcome.current?.focus();
  }, [said, opened]);
  const revoke = useCommand('commitments.revoke');
  const amount = format.money(commitment.amount);
  const params = { commitmentId: commitment.id };
  const confirm = () =>
    revoke.mutate(
      { params },
      {
        onSuccess: (revoked) => {
          queryClient.setQueryData(queryKey('commitments.read', { params }), revoked);
          void queryClient.invalidateQueries({ queryKey: queryKey('commitments.mine') });
          setSaid(t('revoke.done', { amount }));
          close();
        },
      },
    );
  return (
    <>
      {commitment.status === 'pledged' && (
        <Button size={size} variant="default" aria-label={t('revoke.name', { amount })} onClick={open}>
          {t('revoke.button')}
        </Button>
      )}
      <ConfirmDialog
        opened={opened}
        title={t('revoke.title')}
        confirm={t('revoke.confirm')}
        dangerous
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={confirm}
        onClose={() => {
          revoke.reset();
          close();
        }}
      >
        <p>{t('revoke.text', { amount, title: commitment.title })}</p>
        <p>{t('revoke.again')}</p>
      </ConfirmDialog>
      <output ref={outcome} tabIndex={-1} className={styles.outcome}>
        {said}
      </output>
    </>
  );
}

import { Button, Textarea } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { contract } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';

const { reason } = contract['listings.withdraw'].body.shape;

interface ReasonedActProps {
  readonly listing: ListingView;
  /** Cancels a listing that is not live, for good; or takes an approved one back, to change it and have it reviewed anew. */
  readonly act: 'withdraw' | 'revise';
  /** Whether it is what comes next. */
  readonly primary?: boolean;
}

/** An act of the issuer that needs a reason and cannot be undone by a second press. */
export function ReasonedAct({ listing, act, primary = false }: ReasonedActProps) {
  const { t } = useTranslation('issuer');
  const command = useCommand(`listings.${act}`);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const good = reason.safeParse(text).success;
  const confirm = () => {
    setTried(true);
    if (!good) return document.getElementById(`${act}-reason`)?.focus();
    command.mutate(
      { params: { listingId: listing.id }, body: { reason: text } },
      { onSuccess: () => setOpen(false) },
    );
  };
  return (
    <>
      <Button variant={primary ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {t(`${act}.open`)}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t(`${act}.title`)}
        confirm={t(`${act}.confirm`)}
        dangerous={act === 'withdraw'}
        busy={command.isPending}
        error={command.error}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <p>{t(`${act}.text`)}</p>
        <Textarea
          id={`${act}-reason`}
          label={t('withdraw.reason')}
          description={t('withdraw.reasonHelp')}
          error={tried && !good ? t('withdraw.reasonWrong') : undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
        />
      </ConfirmDialog>
    </>
  );
}

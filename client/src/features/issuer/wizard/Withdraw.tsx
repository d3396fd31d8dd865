import { Button, Textarea } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { contract } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';

const { reason } = contract['listings.withdraw'].body.shape;

/** Cancels a listing that is not live, for good, with a reason. */
export function Withdraw({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('issuer');
  const withdraw = useCommand('listings.withdraw');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const good = reason.safeParse(text).success;
  const confirm = () => {
    setTried(true);
    if (!good) return document.getElementById('withdraw-reason')?.focus();
    withdraw.mutate(
      { params: { listingId: listing.id }, body: { reason: text } },
      { onSuccess: () => setOpen(false) },
    );
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t('withdraw.title')}
        confirm={t('withdraw.confirm')}
        dangerous
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <p>{t('withdraw.text')}</p>
        <Textarea
          id="withdraw-reason"
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

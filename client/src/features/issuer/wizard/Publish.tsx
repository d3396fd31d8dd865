import { Button } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { venueNow } from '../../../realtime/index.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';

/** Opens the offer of an admitted listing, now or at its time; the terms are frozen from here. */
export function Publish({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const navigate = useNavigate();
  const publish = useCommand('listings.publish');
  const [open, setOpen] = useState(false);
  const { opensAt, closesAt } = listing.draft.facts;
  const closes = closesAt === null ? '' : format.dateTime(closesAt);
  const later = opensAt !== null && opensAt > venueNow();
  const confirm = () =>
    publish.mutate(
      { params: { listingId: listing.id } },
      {
        onSuccess: ({ offerId }) => {
          setOpen(false);
          if (offerId !== null) void navigate({ to: '/offers/$offerId', params: { offerId } });
        },
      },
    );
  return (
    <>
      <Button size="lg" onClick={() => setOpen(true)}>
        {t('publish.open')}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t('publish.title')}
        confirm={t('publish.confirm')}
        busy={publish.isPending}
        error={publish.error}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <p>
          {later
            ? t('publish.later', { opens: format.dateTime(opensAt), closes })
            : t('publish.now', { closes })}
        </p>
        <p>{t('publish.frozen')}</p>
      </ConfirmDialog>
    </>
  );
}

import type { MarketView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import type { DialogOf } from './ActDialog.tsx';
import { DeskDialog } from './DeskDialog.tsx';

/** Empties the book of a market. */
export function CancelOrdersDialog({ market, onDone, onClose }: DialogOf & { readonly market: MarketView }) {
  const { t } = useTranslation('tradingDesk');
  const { number } = useFormat();
  const command = useCommand('desk.cancelOrders');
  const { listingId, title } = market;
  const send = (reason: string) =>
    command.mutate(
      { body: { target: { scope: 'listing', listingId }, reason } },
      {
        onSuccess: ({ cancelled }) =>
          onDone(t('cancelOrders.done', { count: cancelled, number: number(cancelled) })),
      },
    );
  return (
    <DeskDialog
      title={t('dialog.of', { act: t('act.cancelOrders'), title })}
      confirm={t('cancelOrders.confirm')}
      dangerous
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t('cancelOrders.text', { name: title })}</p>
    </DeskDialog>
  );
}

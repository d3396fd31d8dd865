import type { BlockTarget } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import type { DialogOf } from './ActDialog.tsx';
import { DeskDialog } from './DeskDialog.tsx';

interface ReleaseDialogProps extends DialogOf {
  readonly target: BlockTarget;
  readonly name: string;
}

/** Lets whom the kill switch stopped trade again. */
export function ReleaseDialog({ target, name, onDone, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const command = useCommand('desk.blockTrading');
  const send = (reason: string) =>
    command.mutate(
      { body: { target, blocked: false, cancelOrders: false, reason } },
      {
        onSuccess: (blocks) => {
          queryClient.setQueryData(queryKey('desk.tradingBlocks'), blocks);
          onDone(t('kill.released', { name }));
        },
      },
    );
  return (
    <DeskDialog
      title={t('kill.release')}
      confirm={t('kill.confirmRelease')}
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t(`kill.releaseText.${target.scope}`, { name })}</p>
    </DeskDialog>
  );
}

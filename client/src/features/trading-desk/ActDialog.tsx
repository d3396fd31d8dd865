import type { MarketAct, MarketView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { DeskDialog } from './DeskDialog.tsx';

export interface DialogOf {
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

interface ActDialogProps extends DialogOf {
  readonly market: MarketView;
  readonly act: MarketAct;
}

/** Starts, extends, halts, resumes or closes a session by hand. */
export function ActDialog({ market, act, onDone, onClose }: ActDialogProps) {
  const { t } = useTranslation('tradingDesk');
  const command = useCommand('markets.act');
  const { listingId, title } = market;
  const send = (reason: string) =>
    command.mutate(
      { params: { listingId }, body: { act, reason } },
      { onSuccess: () => onDone(t('dialog.done', { act: t(`act.${act}`), title })) },
    );
  return (
    <DeskDialog
      title={t('dialog.of', { act: t(`act.${act}`), title })}
      confirm={t(`act.${act}`)}
      dangerous={act === 'halt' || act === 'close'}
      busy={command.isPending}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t(`consequence.${act}`)}</p>
    </DeskDialog>
  );
}

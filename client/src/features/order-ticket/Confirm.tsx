import type { PlaceOrder } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import type { Doubt } from './doubts.ts';

interface ConfirmProps {
  readonly opened: boolean;
  readonly order: PlaceOrder;
  readonly doubts: readonly Doubt[];
  readonly onConfirm: (order: PlaceOrder) => void;
  readonly onClose: () => void;
}

/** Asks once more, and says why: the order is large, or far from the last price. */
export function Confirm({ opened, order, doubts, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation('orderTicket');
  const format = useFormat();
  const figures = {
    count: order.quantity,
    quantity: format.number(order.quantity),
    price: format.moneyExact(order.price),
  };
  const reason = (doubt: Doubt): string =>
    doubt.kind === 'large'
      ? t('confirm.large', { share: format.percent(doubt.share) })
      : t(`confirm.far_${order.side}`, { rate: format.rate(doubt.bps), from: format.moneyExact(doubt.from) });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('confirm.title')}
      confirm={t(`send.${order.side}At`, figures)}
      onConfirm={() => onConfirm(order)}
      onClose={onClose}
    >
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.kind}>{reason(doubt)}</li>
        ))}
      </ul>
      <p>
        {t(`confirm.total_${order.side}`, {
          ...figures,
          total: format.moneyExact(order.price * order.quantity),
        })}
      </p>
    </ConfirmDialog>
  );
}

import { Button } from '@mantine/core';
import type { OrderView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useOrderCommand } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { AmendForm } from './AmendForm.tsx';
import styles from './MyOrders.module.css';
import { useOrderWords } from './useOrderWords.ts';

interface RowActsProps {
  readonly order: OrderView;
  /** Says what was done, since the row itself may go. */
  readonly onDone: (text: string) => void;
}

/** What one can do with an order at rest: amend it where it stands, as an investor, or cancel it after one more press. */
export function RowActs({ order, onDone }: RowActsProps) {
  const { t } = useTranslation('myOrders');
  const { name } = useOrderWords();
  const investor = useMe()?.roles.includes('investor') ?? false;
  const [doing, setDoing] = useState<'amend' | 'cancel' | null>(null);
  const rest = () => {
    setDoing(null);
    requestAnimationFrame(() => document.getElementById(`amend-${order.id}`)?.focus());
  };
  if (doing === 'amend')
    return <AmendForm order={order} onClose={rest} onDone={() => (rest(), onDone(t('amend.done')))} />;
  if (doing === 'cancel') return <Sure order={order} onDone={onDone} onClose={rest} />;
  return (
    <div className={styles.acts}>
      {investor && (
        <Button
          id={`amend-${order.id}`}
          size="compact-md"
          variant="default"
          aria-label={t('amend.of', { order: name(order) })}
          onClick={() => {
            setDoing('amend');
            requestAnimationFrame(() => document.getElementById(`amend-price-${order.id}`)?.focus());
          }}
        >
          {t('amend.button')}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('cancel.of', { order: name(order) })}
        onClick={() => {
          setDoing('cancel');
          requestAnimationFrame(() => document.getElementById(`sure-${order.id}`)?.focus());
        }}
      >
        {t('cancel.button')}
      </Button>
    </div>
  );
}

interface SureProps extends RowActsProps {
  readonly onClose: () => void;
}

/** Cancelling cannot be undone, so it takes two presses; the second button has the focus. */
function Sure({ order, onDone, onClose }: SureProps) {
  const { t } = useTranslation('myOrders');
  const { number } = useFormat();
  const cancel = useOrderCommand('orders.cancel');
  const send = () =>
    cancel.mutate(
      { params: { orderId: order.id } },
      {
        onSuccess: ({ cancelled }) =>
          onDone(t('cancel.done', { count: cancelled, quantity: number(cancelled) })),
      },
    );
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape goes back from either button
    <div className={styles.acts} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Button
        size="compact-md"
        color="vino"
        id={`sure-${order.id}`}
        loading={cancel.isPending}
        onClick={send}
      >
        {t('cancel.sure')}
      </Button>
      <Button size="compact-md" variant="default" onClick={onClose}>
        {t('cancel.back')}
      </Button>
      {cancel.error !== null && <ErrorState error={cancel.error} />}
    </div>
  );
}

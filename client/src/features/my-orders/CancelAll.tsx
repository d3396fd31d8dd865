import { Button } from '@mantine/core';
import type { OrderView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import styles from './MyOrders.module.css';

interface CancelAllProps {
  readonly orders: readonly OrderView[];
  /** Null for those of every market. */
  readonly listingId: ListingId | null;
}

/** Takes all own orders out of their books, once that was asked again. */
export function CancelAll({ orders, listingId }: CancelAllProps) {
  const { t } = useTranslation('myOrders');
  const { number } = useFormat();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const cancel = useCommand('orders.cancelAll');
  const count = orders.length;
  const say = ({ cancelled, kept }: Output<'orders.cancelAll'>) => {
    setAsking(false);
    const gone = t('all.done', { count: cancelled, number: number(cancelled) });
    setDone(kept === 0 ? gone : `${gone} ${t('all.kept', { count: kept, number: number(kept) })}`);
  };
  return (
    <div className={styles.acts}>
      <Button variant="default" disabled={count === 0} onClick={() => setAsking(true)}>
        {t('all.button')}
      </Button>
      <output className={styles.soft}>{done}</output>
      <ConfirmDialog
        opened={asking}
        title={t('all.title')}
        confirm={t('all.confirm')}
        dangerous
        busy={cancel.isPending}
        error={cancel.error}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate({ body: { listingId } }, { onSuccess: say })}
      >
        <p>{t('all.text', { count, number: number(count) })}</p>
        <p>{t('all.frozen')}</p>
      </ConfirmDialog>
    </div>
  );
}

import { Button } from '@mantine/core';
import type { OutgoingView } from '@piazza/shared/contract';
import type { OutgoingId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, type ReadName } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Payments.module.css';

interface WithdrawalsProps {
  readonly withdrawals: readonly OutgoingView[];
  readonly cancel: (outgoing: OutgoingId) => Promise<unknown>;
  /** What is to be read again when one was taken back. */
  readonly stale: ReadName;
}

/** What has left or is to leave; what waits can be taken back. */
export function Withdrawals({ withdrawals, cancel, stale }: WithdrawalsProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const [said, setSaid] = useState('');
  const { run, busy, error } = useAct();
  const end = ({ id }: OutgoingView) =>
    run(async () => {
      await cancel(id);
      setSaid(t('withdraw.cancelled'));
      await queryClient.invalidateQueries({ queryKey: queryKey(stale) });
    });
  return (
    <>
      <h3>{t('withdraw.list')}</h3>
      <Problem error={error} />
      <ul className={styles.list}>
        {withdrawals.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.what}>
              <strong>{format.moneyExact(one.amount)}</strong>
              <span className={styles.hint}>
                {t(`out.${one.status}`)} · {format.dateTime(one.timeline.at(-1)?.at ?? 0)}
              </span>
            </span>
            {one.status === 'waiting' && (
              <Button
                variant="default"
                size="xs"
                disabled={busy}
                aria-label={t('withdraw.cancelThis', { amount: format.money(one.amount) })}
                onClick={() => end(one)}
              >
                {t('withdraw.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LiveRegion text={said} />
    </>
  );
}

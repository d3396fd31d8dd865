import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Countdown } from '../../ui/Countdown/Countdown.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './MyOrders.module.css';

const minuteMs = 60_000;
const choices = {
  one: minuteMs,
  five: 5 * minuteMs,
  fifteen: 15 * minuteMs,
  hour: 60 * minuteMs,
  day: 1_440 * minuteMs,
} as const;
type Choice = keyof typeof choices;

/** The dead man's switch: all orders go unless their owner speaks up in time. `dueAt` is null while it is off. */
export function DeadMan({ dueAt }: { readonly dueAt: number | null }) {
  const { t } = useTranslation('myOrders');
  const { dateTime } = useFormat();
  const [choice, setChoice] = useState<Choice>('fifteen');
  const [done, setDone] = useState('');
  const set = useCommand('orders.cancelAllAfter');
  const send = (afterMs: number) =>
    set.mutate(
      { body: { afterMs } },
      {
        onSuccess: ({ dueAt: due }) => {
          setDone(due === null ? t('deadMan.disarmedDone') : t('deadMan.armedDone', { time: dateTime(due) }));
          void queryClient.invalidateQueries({ queryKey: queryKey('orders.mine') });
        },
      },
    );
  return (
    <section aria-labelledby="dead-man" className={styles.deadMan}>
      <h2 id="dead-man" className={styles.title}>
        {t('deadMan.title')}
      </h2>
      <p className={styles.soft}>{t('deadMan.text')}</p>
      {dueAt !== null && (
        <p className={styles.due}>
          {t('deadMan.armed')} <Countdown to={dueAt} />
        </p>
      )}
      <NativeSelect
        label={t('deadMan.after')}
        value={choice}
        data={(Object.keys(choices) as Choice[]).map((value) => ({
          value,
          label: t(`deadMan.choice.${value}`),
        }))}
        onChange={(event) => setChoice(event.currentTarget.value as Choice)}
      />
      <div className={styles.acts}>
        <Button loading={set.isPending} onClick={() => send(choices[choice])}>
          {t(dueAt === null ? 'deadMan.arm' : 'deadMan.extend')}
        </Button>
        <Button variant="default" disabled={dueAt === null} onClick={() => send(0)}>
          {t('deadMan.disarm')}
        </Button>
      </div>
      {set.error !== null && <ErrorState error={set.error} />}
      <output className={styles.soft}>{done}</output>
    </section>
  );
}

import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useApi, useCommand, type Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import styles from '../Review.module.css';

type List = Output<'queue.list'>;

const readAgain = () => void queryClient.invalidateQueries({ queryKey: ['queue.list'] });

/** Who sees to what waits, until when, and whether the reader has an interest in it. Nothing where it does not wait. */
export function DeskItem({ object }: { readonly object: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const queue = useApi('queue.list', { query: { object } });
  const item = queue.data?.items[0];
  if (queue.data === undefined || item === undefined) return null;
  return (
    <section aria-labelledby="desk-item" className={styles.panel}>
      <h2 id="desk-item">{t('item.title')}</h2>
      {item.dueAt !== null && (
        <p className={styles.hint}>
          {t(item.overdue ? 'item.overdue' : 'item.due', { away: format.away(item.dueAt, now) })}
        </p>
      )}
      <Assign list={queue.data} item={item} />
      <Interest item={item} />
    </section>
  );
}

interface PartProps {
  readonly item: List['items'][number];
}

function Assign({ list, item }: PartProps & { readonly list: List }) {
  const { t } = useTranslation('desk');
  const assign = useCommand('queue.assign');
  const give = (to: string) =>
    assign.mutate({ params: { object: item.object }, body: { to: to as 'me' } }, { onSuccess: readAgain });
  return (
    <>
      <NativeSelect
        label={t('queue.give')}
        value={item.assignee?.id ?? 'nobody'}
        disabled={assign.isPending}
        data={[
          { value: 'nobody', label: t('queue.giveNobody') },
          ...list.colleagues.map(({ id, name, mine }) => ({
            value: id as string,
            label: mine ? t('item.self', { name }) : name,
          })),
        ]}
        onChange={(event) => give(event.currentTarget.value)}
      />
      {assign.isError && <ErrorState error={assign.error} />}
    </>
  );
}

function Interest({ item }: PartProps) {
  const { t } = useTranslation('desk');
  const [asking, setAsking] = useState<boolean | null>(null);
  if (item.declared !== 'nothing') return <p>{t(`item.declared.${item.declared}`)}</p>;
  return (
    <>
      <p>{t('item.ask')}</p>
      <div className={styles.decide}>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('item.none')}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('item.have')}
        </Button>
      </div>
      {asking !== null && (
        <Declaration object={item.object} conflict={asking} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

interface DeclarationProps {
  readonly object: string;
  readonly conflict: boolean;
  readonly onClose: () => void;
}

function Declaration({ object, conflict, onClose }: DeclarationProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const [reason, setReason] = useState('');
  const declare = useCommand('queue.declare');
  const send = () =>
    declare.mutate(
      { params: { object }, body: { conflict, reason } },
      { onSuccess: () => [onClose(), readAgain()] },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(conflict ? 'desk:item.have' : 'desk:item.none')}
      closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}
    >
      <div className={styles.content}>
        <p>{t(conflict ? 'desk:item.haveText' : 'desk:item.noneText')}</p>
        <Textarea
          label={t('desk:review.reason')}
          description={t('desk:review.reasonHelp')}
          value={reason}
          maxLength={2000}
          autosize
          minRows={2}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {declare.isError && <ErrorState error={declare.error} />}
        <Button
          color={conflict ? 'vino' : 'terracotta'}
          disabled={reason.trim().length < 3}
          loading={declare.isPending}
          onClick={send}
        >
          {t('desk:item.declare')}
        </Button>
      </div>
    </Modal>
  );
}

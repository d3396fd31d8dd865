import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePages, type Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../../ui/Facts/Facts.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import styles from '../Payments.module.css';

type Reply = Output<'payments.unclaimed'>;
type Row = Reply['items'][number];

/** Money that came for people who have been erased: how much, since when, and who owes it. */
export function Unclaimed() {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const pages = usePages('payments.unclaimed', { query: { limit: 50 } });
  const columns = useColumns();
  const all = pages.data?.pages ?? [];
  const rows = all.flatMap(({ items }) => items);
  const [newest] = all;
  const none = rows.length === 0 && newest?.owing.length === 0;
  return (
    <section className={styles.section} aria-labelledby="unclaimed">
      <h2 id="unclaimed">{t('desk.unclaimed')}</h2>
      {pages.isPending && <Skeletons shape="rows" />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {none && <EmptyState title={t('unclaimed.noneTitle')}>{t('unclaimed.none')}</EmptyState>}
      {newest !== undefined && !none && (
        <>
          <p className={styles.hint}>{t('unclaimed.why')}</p>
          <Facts facts={[{ label: t('unclaimed.total'), value: format.moneyExact(newest.total) }]} />
          <Owing owing={newest.owing} />
        </>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('desk.unclaimed')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ number }) => String(number)}
        />
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('desk.more')}
        </Button>
      )}
    </section>
  );
}

/** Overdue payments to holders of which erased people are owed a part that nobody knows yet. */
function Owing({ owing }: Pick<Reply, 'owing'>) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  if (owing.length === 0) return null;
  return (
    <>
      <h3>{t('unclaimed.owing')}</h3>
      <ul className={styles.list}>
        {owing.map(({ listingId, number, issuer, since, people }) => (
          <li key={`${listingId}/${number}`} className={styles.row}>
            <span className={styles.what}>
              <strong>{t('unclaimed.owed', { issuer, number, listing: listingId })}</strong>
              <span className={styles.hint}>
                {t('unclaimed.people', { count: people, since: format.date(since) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  return [
    { key: 'at', title: t('column.at'), cell: ({ since }) => format.dateTime(since) },
    {
      key: 'age',
      title: t('unclaimed.age'),
      numeric: true,
      sortBy: ({ days }) => days,
      cell: ({ days }) => t('unclaimed.days', { count: days }),
    },
    {
      key: 'debtor',
      title: t('unclaimed.debtor'),
      cell: ({ debtor }) => (debtor === '' ? t('unclaimed.venue') : debtor),
    },
    { key: 'holder', title: t('unclaimed.holder'), cell: ({ holder }) => holder },
    {
      key: 'reason',
      title: t('unclaimed.reasonTitle'),
      cell: ({ reason, about }) => `${t(`unclaimed.reason.${reason}`)} · ${about}`,
    },
    {
      key: 'amount',
      title: t('column.amount'),
      numeric: true,
      sortBy: ({ amount }) => amount,
      cell: ({ amount }) => format.moneyExact(amount),
    },
  ];
}

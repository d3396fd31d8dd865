import { useTranslation } from 'react-i18next';
import { useApi, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Conduct.module.css';
import { FeeForm } from './FeeForm.tsx';
import { useFeeFacts } from './useFeeFacts.ts';

type Version = Output<'fees.read'>['versions'][number];

/** What the venue asks: now, from when on, before; and where somebody of the desk proposes something else. */
export function FeesPage() {
  const { t } = useTranslation('conduct');
  const fees = useApi('fees.read');
  const factsOf = useFeeFacts();
  return (
    <DeskPage title={t('feeDesk.title')} lead={t('feeDesk.lead')}>
      {fees.isPending && <Skeletons shape="rows" count={4} />}
      {fees.isError && <ErrorState error={fees.error} onRetry={() => void fees.refetch()} />}
      {fees.isSuccess && (
        <div className={styles.sides}>
          <div className={styles.column}>
            <section aria-labelledby="present" className={styles.panel}>
              <h2 id="present">{t('feeDesk.present')}</h2>
              <Facts facts={factsOf(fees.data.present)} />
            </section>
            <Versions rows={fees.data.versions} />
          </div>
          <FeeForm present={fees.data.present} />
        </div>
      )}
    </DeskPage>
  );
}

function Versions({ rows }: { readonly rows: readonly Version[] }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const now = useVenueNow(60_000);
  if (rows.length === 0) return <p>{t('feeDesk.never')}</p>;
  const inForce = rows
    .filter(({ from }) => from <= now)
    .toSorted((a, b) => b.from - a.from || b.at - a.at)[0];
  const stateOf = (row: Version) => {
    if (row.from > now) return 'coming';
    return row === inForce ? 'inForce' : 'past';
  };
  const columns: readonly Column<Version>[] = [
    {
      key: 'from',
      title: t('feeDesk.from'),
      cell: ({ from }) => format.date(from),
      sortBy: ({ from }) => from,
    },
    { key: 'state', title: t('feeDesk.state'), cell: (row) => t(`feeDesk.states.${stateOf(row)}`) },
    {
      key: 'commitment',
      title: t('fee.commitment'),
      cell: (row) => format.rate(row.commitmentBps),
      numeric: true,
    },
    { key: 'trade', title: t('fee.trade'), cell: (row) => format.rate(row.tradeBps), numeric: true },
    { key: 'success', title: t('fee.success'), cell: (row) => format.rate(row.successBps), numeric: true },
    {
      key: 'admission',
      title: t('fee.admission'),
      cell: (row) => format.moneyExact(row.admission),
      numeric: true,
    },
    {
      key: 'agreed',
      title: t('feeDesk.agreed'),
      cell: ({ maker, checker }) => t('feeDesk.by', { maker, checker }),
    },
  ];
  return (
    <DataTable
      caption={t('feeDesk.versions')}
      columns={columns}
      rows={rows}
      rowKey={({ from, at }) => `${from} ${at}`}
    />
  );
}

import type { CommitmentView, Holding } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMyCommitments } from '../../ui/Commitment/useMyCommitments.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { Money } from '../../ui/Money/Money.tsx';
import styles from './CommitmentPage.module.css';

/** The commitments that became a holding. */
export function Origin({ holding }: { readonly holding: Holding }) {
  const { t } = useTranslation('portfolio');
  const columns = useColumns();
  const { items = [] } = useMyCommitments();
  const rows = items.filter(
    ({ listingId, allottedUnits }) => listingId === holding.listingId && allottedUnits > 0,
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="origin" className={styles.origin}>
      <h2 id="origin" className={styles.title}>
        {t('holding.from')}
      </h2>
      <DataTable
        caption={t('holding.fromCaption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function useColumns(): readonly Column<CommitmentView>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  return [
    {
      key: 'placed',
      title: t('holding.commitment'),
      cell: ({ id, placedAt }) => (
        <Link to="/portfolio/commitments/$commitmentId" params={{ commitmentId: id }}>
          {format.date(placedAt)}
        </Link>
      ),
    },
    {
      key: 'asked',
      title: t('detail.units'),
      numeric: true,
      cell: ({ units }) => format.number(units),
    },
    {
      key: 'received',
      title: t('detail.allotted'),
      numeric: true,
      cell: ({ allottedUnits }) => format.number(allottedUnits),
    },
    {
      key: 'paid',
      title: t('detail.paid'),
      numeric: true,
      cell: ({ allottedAmount }) => <Money cents={allottedAmount} form="exact" />,
    },
  ];
}

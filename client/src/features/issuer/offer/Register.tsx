import { Button, Group } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePages, type Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import styles from './OfferDesk.module.css';
import { useHoldersCsv } from './useHoldersCsv.ts';

/** Who holds the units of an offer, page by page, and the whole of it as a file. */
export function Register({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation(['issuer', 'ui']);
  const format = useFormat();
  const csv = useHoldersCsv(offer);
  const holders = usePages('offers.holders', { params: { offerId: offer.id }, query: { limit: 20 } });
  if (holders.isPending) return <Skeletons shape="rows" />;
  if (holders.isError) return <ErrorState error={holders.error} onRetry={() => void holders.refetch()} />;
  const rows = holders.data.pages.flatMap(({ items }, page) =>
    items.map((item, at) => ({ ...item, key: `${page}.${at}` })),
  );
  const { holders: count = 0, totalUnits = 0 } = holders.data.pages[0] ?? {};
  return (
    <div>
      <h3 className={styles.subtitle}>{t('issuer:desk.register')}</h3>
      {count === 0 ? (
        <p className={styles.none}>{t('issuer:desk.noHolders')}</p>
      ) : (
        <>
          <Holders
            caption={t('issuer:desk.summary', { count, units: format.number(totalUnits) })}
            rows={rows}
          />
          <Group mt="md">
            {holders.hasNextPage && (
              <Button
                variant="default"
                loading={holders.isFetchingNextPage}
                onClick={() => void holders.fetchNextPage()}
              >
                {t('ui:more')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden="true" />}
              disabled={csv.isPending}
              onClick={() => csv.mutate()}
            >
              {t(csv.isPending ? 'issuer:desk.csvBusy' : 'issuer:desk.csv')}
            </Button>
          </Group>
          {csv.isError && <ErrorState error={csv.error} />}
        </>
      )}
    </div>
  );
}

type Holder = Output<'offers.holders'>['items'][number] & { readonly key: string };

interface HoldersProps {
  readonly caption: string;
  readonly rows: readonly Holder[];
}

function Holders({ caption, rows }: HoldersProps) {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const columns: readonly Column<Holder>[] = [
    { key: 'name', title: t('desk.holder'), cell: ({ displayName }) => displayName },
    {
      key: 'units',
      title: t('desk.units'),
      cell: ({ units }) => format.number(units),
      sortBy: ({ units }) => units,
      numeric: true,
    },
    {
      key: 'share',
      title: t('desk.share'),
      cell: ({ sharePerMille }) => format.rate(sharePerMille * 10),
      numeric: true,
    },
    { key: 'since', title: t('desk.since'), cell: ({ since }) => format.date(since) },
  ];
  return <DataTable caption={caption} rows={rows} rowKey={({ key }) => key} columns={columns} />;
}

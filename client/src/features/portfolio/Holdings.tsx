import { instruments, type Holding } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { Money } from '../../ui/Money/Money.tsx';
import styles from './Holdings.module.css';
import { MarketValue } from './MarketValue.tsx';
import { useMarkets } from './useMarkets.ts';

/** The name of an instrument in the reader's language. */
export function useInstrumentName(): (instrument: string) => string {
  const { t } = useTranslation(['portfolio', 'ui']);
  return (instrument) => {
    const known = instruments.find((each) => each === instrument);
    return known === undefined ? t('portfolio:allocation.other') : t(`ui:instrument.${known}`);
  };
}

/** What is owned, from the register of holders. */
export function Holdings({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { t } = useTranslation('portfolio');
  const columns = useColumns();
  return (
    <section aria-labelledby="holdings" className={styles.holdings}>
      <h2 id="holdings" className={styles.title}>
        {t('holdings.title')}
      </h2>
      {holdings.length === 0 ? (
        <EmptyState title={t('holdings.none')}>{t('holdings.noneText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('holdings.caption')}
          captionHidden
          columns={columns}
          rows={holdings}
          rowKey={({ listingId }) => listingId}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<Holding>[] {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const nameOf = useInstrumentName();
  const markets = useMarkets();
  return [
    {
      key: 'venture',
      title: t('holdings.venture'),
      sortBy: ({ title }) => title,
      cell: ({ listingId, title, organisationName, instrument }) => (
        <div>
          <Link to="/portfolio/holdings/$listingId" params={{ listingId }} className={styles.name}>
            {title}
          </Link>
          <div className={styles.small}>
            {organisationName} · {nameOf(instrument)}
          </div>
        </div>
      ),
    },
    {
      key: 'units',
      title: t('holdings.units'),
      numeric: true,
      sortBy: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    {
      key: 'share',
      title: t('holdings.share'),
      numeric: true,
      sortBy: ({ sharePerMille }) => sharePerMille,
      cell: ({ sharePerMille }) => format.rate(sharePerMille * 10),
    },
    {
      key: 'cost',
      title: t('holdings.cost'),
      numeric: true,
      sortBy: ({ cost }) => cost,
      cell: ({ cost }) => <Money cents={cost} form="exact" />,
    },
    {
      key: 'value',
      title: t('holdings.value'),
      numeric: true,
      cell: (holding) => <MarketValue holding={holding} market={markets.get(holding.listingId)} />,
    },
  ];
}

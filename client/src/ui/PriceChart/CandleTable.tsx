import type { Candle } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable } from '../DataTable/DataTable.tsx';

interface CandleTableProps {
  readonly candles: readonly Candle[];
  readonly byDay: boolean;
}

// What a reader can take in; the whole history is in the CSV of the trades.
const rowsShown = 30;

/** The candles in figures, newest first. */
export function CandleTable({ candles, byDay }: CandleTableProps) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const price = (key: 'open' | 'high' | 'low' | 'close') => ({
    key,
    title: t(`chart.${key}`),
    cell: (candle: Candle) => format.moneyExact(candle[key]),
    numeric: true,
  });
  return (
    <DataTable
      caption={t('chart.title')}
      captionHidden
      rows={candles.slice(-rowsShown).toReversed()}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          key: 'at',
          title: t('chart.when'),
          cell: ({ at }) => (byDay ? format.date(at) : format.dateTime(at)),
        },
        price('open'),
        price('high'),
        price('low'),
        price('close'),
        {
          key: 'volume',
          title: t('chart.volume'),
          cell: ({ volume }) => format.number(volume),
          numeric: true,
        },
      ]}
    />
  );
}

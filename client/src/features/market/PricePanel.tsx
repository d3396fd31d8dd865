import type { CandleInterval } from '@piazza/shared/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { withTrades } from '../../ui/PriceChart/candles.ts';
import { PriceChart } from '../../ui/PriceChart/PriceChart.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import type { PanelOf } from './panels.ts';
import { Panel } from './Panel.tsx';
import { useChartedAuctions } from './useAuctions.ts';

const shown = 300;
// A candle grows by trades one cannot tell apart any faster.
const stepMs = 500;

/** The course of the price: what was read, and the trades since. */
export function PricePanel({ listingId, titleHidden = false }: PanelOf) {
  const { t } = useTranslation('market');
  const [interval, setInterval] = useState<CandleInterval>('1d');
  const query = useApi(
    'markets.candles',
    { params: { listingId }, query: { interval, limit: shown } },
    { keepPrevious: true },
  );
  const trades = useMarket(listingId, (live) => live.trades, stepMs);
  const auctions = useChartedAuctions(listingId);
  const read = query.data?.items;
  const candles = useMemo(
    () => (read === undefined ? undefined : withTrades(read, trades, interval)),
    [read, trades, interval],
  );
  return (
    <Panel title={t('panel.price')} titleHidden={titleHidden}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : candles === undefined ? (
        <Skeletons shape="lines" count={6} />
      ) : (
        <PriceChart candles={candles} auctions={auctions} interval={interval} onInterval={setInterval} />
      )}
    </Panel>
  );
}

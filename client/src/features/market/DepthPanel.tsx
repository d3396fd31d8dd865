import { useTranslation } from 'react-i18next';
import { useMarket } from '../../realtime/index.ts';
import { DepthChart } from '../../ui/DepthChart/DepthChart.tsx';
import type { PanelOf } from './panels.ts';
import { Panel } from './Panel.tsx';

// The curve is read as a shape: four times a second is more than the eye follows.
const stepMs = 250;

export function DepthPanel({ listingId, titleHidden = false }: PanelOf) {
  const { t } = useTranslation('market');
  const bids = useMarket(listingId, (live) => live.bids, stepMs);
  const asks = useMarket(listingId, (live) => live.asks, stepMs);
  const indicative = useMarket(listingId, (live) => live.indicative?.price ?? null);
  return (
    <Panel title={t('panel.depth')} titleHidden={titleHidden}>
      <DepthChart bids={bids} asks={asks} indicative={indicative} />
    </Panel>
  );
}

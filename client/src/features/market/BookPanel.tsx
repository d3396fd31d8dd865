import type { PriceCents } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useMarket } from '../../realtime/index.ts';
import type { PickedPrice } from '../../slots/slots.ts';
import { Ladder } from '../../ui/Ladder/Ladder.tsx';
import type { PanelOf } from './panels.ts';
import styles from './MarketPage.module.css';
import { Panel } from './Panel.tsx';
import { useOwnUnits } from './useOwnUnits.ts';

interface BookPanelProps extends PanelOf {
  /** The same function every time. */
  readonly onPick: (price: PriceCents, side: PickedPrice['side']) => void;
}

/** The order book, live; a price chosen in it goes to the order. */
export function BookPanel({ listingId, titleHidden = false, onPick }: BookPanelProps) {
  const { t } = useTranslation('market');
  const bids = useMarket(listingId, (live) => live.bids);
  const asks = useMarket(listingId, (live) => live.asks);
  const indicative = useMarket(listingId, (live) => live.indicative?.price ?? null);
  const own = useOwnUnits(listingId);
  const isEmpty = bids.length + asks.length === 0;
  return (
    <Panel title={t('panel.book')} titleHidden={titleHidden}>
      <Ladder bids={bids} asks={asks} indicative={indicative} own={own} onPick={onPick} />
      {isEmpty && (
        <div className={styles.teach}>
          <strong>{t('book.emptyTitle')}</strong>
          <p>{t('book.emptyText')}</p>
        </div>
      )}
    </Panel>
  );
}

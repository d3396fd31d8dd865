import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { MarketView } from '@piazza/shared/contract';
import type { PriceCents } from '@piazza/shared/values';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore } from '../../realtime/index.ts';
import { Slot, type PickedPrice } from '../../slots/slots.ts';
import { BookPanel } from './BookPanel.tsx';
import { DepthPanel } from './DepthPanel.tsx';
import styles from './MarketPage.module.css';
import type { PanelOf } from './panels.ts';
import { PricePanel } from './PricePanel.tsx';
import { Staleness } from './Staleness.tsx';
import { TapePanel } from './TapePanel.tsx';

/** What moves: book, charts, trades; and beside them the order. On a phone the views share one place. */
export function MarketBody({ market: { listingId } }: { readonly market: MarketView }) {
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const [picked] = useState(() => createStore<PickedPrice | null>(null));
  const ticket = useRef<HTMLDivElement>(null);
  const pick = useCallback(
    (price: PriceCents, side: PickedPrice['side']) => {
      picked.set({ price, side });
      if (isNarrow) ticket.current?.scrollIntoView({ block: 'start' });
    },
    [picked, isNarrow],
  );
  return (
    <div className={styles.body}>
      <Staleness listingId={listingId} className={styles.views}>
        {isNarrow ? (
          <Narrow
            listingId={listingId}
            book={<BookPanel listingId={listingId} titleHidden onPick={pick} />}
          />
        ) : (
          <Wide listingId={listingId} book={<BookPanel listingId={listingId} onPick={pick} />} />
        )}
      </Staleness>
      <div ref={ticket} className={styles.ticket}>
        <Slot name="marketTicket" listingId={listingId} picked={picked} />
      </div>
      <div className={styles.orders}>
        <Slot name="marketOrders" listingId={listingId} />
      </div>
    </div>
  );
}

interface ViewsProps extends PanelOf {
  readonly book: ReactNode;
}

function Wide({ listingId, book }: ViewsProps) {
  return (
    <div className={styles.wide}>
      <div className={styles.bookColumn}>{book}</div>
      <div className={styles.chartColumn}>
        <PricePanel listingId={listingId} />
        <DepthPanel listingId={listingId} />
      </div>
      <div className={styles.tapeColumn}>
        <TapePanel listingId={listingId} />
      </div>
    </div>
  );
}

function Narrow({ listingId, book }: ViewsProps) {
  const { t } = useTranslation('market');
  const views = [
    { name: 'book', content: book },
    { name: 'price', content: <PricePanel listingId={listingId} titleHidden /> },
    { name: 'depth', content: <DepthPanel listingId={listingId} titleHidden /> },
    { name: 'trades', content: <TapePanel listingId={listingId} titleHidden /> },
  ] as const;
  return (
    <Tabs defaultValue="book" keepMounted={false} classNames={{ tab: styles.tab ?? '' }}>
      <Tabs.List grow aria-label={t('panel.views')}>
        {views.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {t(`panel.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {views.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

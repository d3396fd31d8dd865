import type { MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { millis, romeDay } from '@piazza/shared/values';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useMarket, useVenueNow } from '../../realtime/index.ts';
import type { Column } from '../../ui/DataTable/DataTable.tsx';
import { PhaseBadge } from '../../ui/SessionBar/PhaseBadge.tsx';
import { When } from '../../ui/SessionBar/SessionBar.tsx';
import { useFollowListedTrades } from '../../ui/Tape/useFollowTrades.ts';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import { Change } from './Change.tsx';
import styles from './MarketsPage.module.css';

/** The columns of the list of markets; session, price and best orders are live. */
export function useMarketColumns(): readonly Column<MarketView>[] {
  const { t } = useTranslation('market');
  return useMemo(
    () => [
      { key: 'market', title: t('list.market'), cell: (market) => <Name market={market} />, sortBy: title },
      { key: 'phase', title: t('list.phase'), cell: (market) => <Session market={market} /> },
      { key: 'last', title: t('list.last'), cell: (market) => <Last market={market} />, numeric: true },
      {
        key: 'bid',
        title: t('list.bid'),
        cell: (market) => <Best market={market} side="bid" />,
        numeric: true,
      },
      {
        key: 'ask',
        title: t('list.ask'),
        cell: (market) => <Best market={market} side="ask" />,
        numeric: true,
      },
      {
        key: 'volume',
        title: t('list.volume'),
        cell: (market) => <Volume market={market} />,
        sortBy: ({ day }) => day?.volume ?? 0,
        numeric: true,
      },
    ],
    [t],
  );
}

const title = (market: MarketView): string => market.title;

interface CellProps {
  readonly market: MarketView;
}

function Name({ market }: CellProps) {
  const { listingId, organisation } = market;
  return (
    <span className={styles.name}>
      <VentureMark name={organisation.name} size={36} />
      <span>
        <Link to="/markets/$listingId" params={{ listingId }} className={styles.link}>
          {market.title}
        </Link>
        <br />
        <span className={styles.organisation}>{organisation.name}</span>
      </span>
    </span>
  );
}

function Session({ market: { listingId, session: read } }: CellProps) {
  const session = useMarket(listingId, (live) => live.session) ?? read;
  return (
    <span className={styles.session}>
      <PhaseBadge phase={session.phase} />
      <span className={styles.when}>
        <When session={session} />
      </span>
    </span>
  );
}

function Last({ market }: CellProps) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const last = useMarket(market.listingId, (live) => live.last) ?? market.last?.price ?? null;
  const reference = useMarket(market.listingId, (live) => live.reference) ?? market.reference;
  if (last === null) return t('list.none');
  return (
    <>
      <strong>{format.moneyExact(last)}</strong>
      <br />
      <Change last={last} reference={reference} />
    </>
  );
}

function Best({ market, side }: CellProps & { readonly side: 'bid' | 'ask' }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const standing = useMarket(market.listingId, (live) => live.standing);
  const seen = useMarket(market.listingId, (live) => live[`${side}s`][0]?.[0] ?? null);
  const price = standing === 'loading' ? market[side] : seen;
  return price === null ? t('list.none') : format.moneyExact(price);
}

function Volume({ market: { listingId, day } }: CellProps) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const now = useVenueNow(60_000);
  useFollowListedTrades(listingId);
  if (day === null) return t('list.none');
  const isToday = romeDay(millis(now)) === day.day;
  return (
    <>
      {format.number(day.volume)}
      <br />
      <span className={styles.when}>
        {isToday ? t('quote.today') : format.dayOfYear(Date.parse(day.day))}
      </span>
    </>
  );
}

import type { BlockTarget, MarketView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';

export type Scope = BlockTarget['scope'];

/** Whom the kill switch can stop, and how they are called. */
export interface Aim {
  readonly target: BlockTarget;
  readonly name: string;
}

/** What tells the targets of one scope apart. */
export function idOf(target: BlockTarget): string {
  if (target.scope === 'account') return target.personId;
  return target.scope === 'listing' ? target.listingId : '';
}

export interface Aims {
  readonly of: Readonly<Record<Scope, readonly Aim[]>>;
  /** Reads further accounts; null while there are none. */
  readonly more: (() => void) | null;
  readonly busy: boolean;
}

/** All accounts, a hundred at a time, all markets, and the venue. */
export function useAims(markets: readonly MarketView[]): Aims {
  const { t } = useTranslation('tradingDesk');
  const pages = usePages('people.list', { query: { limit: 100 } });
  const people = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return {
    of: {
      account: people.map(({ id: personId, displayName: name }) => ({
        target: { scope: 'account', personId },
        name,
      })),
      listing: markets.map(({ listingId, title: name }) => ({
        target: { scope: 'listing', listingId },
        name,
      })),
      venue: [{ target: { scope: 'venue' }, name: t('kill.venueName') }],
    },
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    busy: pages.isFetchingNextPage,
  };
}

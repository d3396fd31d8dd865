import type { MarketPhase, MarketView, OrderView } from '@piazza/shared/contract';
import { useApi } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';
import { freeCents } from '../../ui/Wallet/free.ts';
import { unoffered } from './offered.ts';
import type { Marks } from './prices.ts';

/** What a ticket is written against: the market and its phase, what its collars are measured from, and what is free. */
export interface Ground {
  readonly market: MarketView;
  readonly phase: MarketPhase;
  readonly marks: Marks;
  /** Cents and units that no pledge and no order has taken; undefined while unknown. */
  readonly freeCents: number | undefined;
  readonly freeUnits: number | undefined;
  /** Largest value of an order in cents; undefined while unknown. */
  readonly mostCents: number | undefined;
  /** Own orders that rest here. */
  readonly own: readonly OrderView[];
}

const none: readonly OrderView[] = [];

/** Everything a ticket looks at but the book itself, live. The book moves too often for a whole form to follow. */
export function useGround(market: MarketView): Ground {
  const { listingId } = market;
  const phase = useMarket(listingId, ({ session }) => session?.phase) ?? market.session.phase;
  const reference = useMarket(listingId, (live) => live.reference) ?? market.reference;
  const last = useMarket(listingId, (live) => live.last) ?? market.last?.price ?? null;
  const wallet = useApi('wallet.read').data;
  const holdings = useApi('holdings.mine').data;
  const settings = useApi('approvals.settings').data?.items;
  const own = useApi('orders.mine', { query: { listingId } }).data?.items;
  const held = holdings?.items.find((holding) => holding.listingId === listingId)?.units ?? 0;
  return {
    market,
    phase,
    marks: { reference, last },
    freeCents: wallet === undefined ? undefined : freeCents(wallet),
    freeUnits: holdings === undefined || own === undefined ? undefined : unoffered(held, own),
    mostCents: settings?.find(({ name }) => name === 'maxOrderValueCents')?.present,
    own: own ?? none,
  };
}

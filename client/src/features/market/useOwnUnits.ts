import type { OrderView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useMemo } from 'react';
import { useApi, useMe } from '../../api/index.ts';
import type { OwnUnits } from '../../ui/Ladder/Ladder.tsx';

function sum(orders: readonly OrderView[], side: OrderView['side']): ReadonlyMap<number, number> {
  const units = new Map<number, number>();
  for (const order of orders)
    if (order.side === side) units.set(order.price, (units.get(order.price) ?? 0) + order.remaining);
  return units;
}

/** Units of the reader's own orders by side and price; undefined for whoever has none. */
export function useOwnUnits(listingId: ListingId): OwnUnits | undefined {
  const me = useMe();
  const { data } = useApi('orders.mine', { query: { listingId } }, { enabled: me !== null });
  const orders = data?.items;
  return useMemo(
    () =>
      orders === undefined || orders.length === 0
        ? undefined
        : { bid: sum(orders, 'buy'), ask: sum(orders, 'sell') },
    [orders],
  );
}

import type { MakeDetector } from '../ground.ts';

/** Orders of insiders in a closed period: placing one is enough. MAR art. 8, 14 and 19(11). */
export const insiderTrading: MakeDetector = ({ tell, insiders }) => ({
  placed(order, { listing }) {
    const { person, placedAt: at, quantity, priceCents } = order;
    if (!insiders.isInsider(listing, order.natural, at) && !insiders.isInsider(listing, person, at)) return;
    if (!insiders.isClosed(listing, at)) return;
    tell({
      detector: 'insider_trading',
      severity: 'high',
      listing,
      subjects: [person],
      from: at,
      to: at,
      seqs: [order.order],
      orders: [order.order],
      figures: { quantity, priceCents, valueCents: quantity * priceCents },
    });
  },
});

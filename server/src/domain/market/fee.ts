import { policy } from '@piazza/shared/policy';
import { feesAt } from '../conduct/index.ts';
import type { Decision } from '../core/index.ts';
import type { FeeRate } from '../fees/index.ts';
import type { MarketDecided, MarketMoved } from './events.ts';
import { CANCEL, CROSS, TRADE, widthOf } from './moves.ts';
import type { MarketsView } from './view.ts';

/** Trades come first in an event, behind nothing but the order that makes room for its own amendment. */
function trades({ moves }: MarketMoved): boolean {
  const first = moves[0] === CANCEL ? widthOf(CANCEL) : 0;
  return moves[first] === TRADE || moves[first] === CROSS;
}

const rateAt = ({ conduct }: MarketsView, at: number): FeeRate => ({
  bps: feesAt(conduct, at).tradeBps,
  vatBps: policy.vatBps,
});

/**
 * Notes with every event of trades what the venue takes of them from their sellers. Nothing is looked at while the venue
 * has never set a fee.
 */
export function withTradeFee(view: MarketsView, decision: Decision<MarketDecided>): Decision<MarketDecided> {
  if (view.conduct.fees.length === 0 || 'rejection' in decision) return decision;
  const events = decision.events.map((event): MarketDecided => {
    if (event.kind !== 'market.moved' || !trades(event)) return event;
    const fee = rateAt(view, event.at);
    return fee.bps === 0 ? event : { ...event, fee };
  });
  return { ...decision, events };
}

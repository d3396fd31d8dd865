import type { MakeDetector } from '../ground.ts';
import { auctionCancels } from './auction-cancel.ts';
import { circularTrades } from './circular.ts';
import { collusions } from './collusion.ts';
import { concentrations } from './concentration.ts';
import { insiderTrading } from './insiders.ts';
import { layeringAndSpoofing } from './layering.ts';
import { markingTheClose } from './marking-close.ts';
import { matchedOrders } from './matched.ts';
import { largeTransactions, structured } from './money.ts';
import { priceSpikes } from './price-spike.ts';
import { washTrades } from './wash.ts';

/** Every detector; each stands on its own. */
export const all: readonly MakeDetector[] = [
  washTrades,
  circularTrades,
  matchedOrders,
  layeringAndSpoofing,
  auctionCancels,
  priceSpikes,
  markingTheClose,
  concentrations,
  collusions,
  insiderTrading,
  structured,
  largeTransactions,
];

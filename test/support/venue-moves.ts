import * as fc from 'fast-check';
import type { BoardCommand } from '../../server/src/domain/board/index.ts';
import type { ErasureCommand } from '../../server/src/domain/erasure/index.ts';
import type { MarketCommand } from '../../server/src/domain/market/index.ts';
import type { RetentionCommand } from '../../server/src/domain/retention/index.ts';
import type { SupervisionCommand, VenueCommand } from '../../server/src/domain/venue/index.ts';
import { day, hour, minute } from './domain-venue.ts';

/** One step of a random story. What it becomes depends on what is there: `nth` and `size` pick from it. */
export interface Move {
  readonly what: Kind;
  readonly nth: number;
  readonly who: number;
  readonly size: number;
  /** Time that goes by before it, in ms. */
  readonly pause: number;
  /** Whether it takes what suits the command, or anything. */
  readonly apt: boolean;
}

/** Commands these stories are made of: all up to the close of an offer. Markets and the board have stories of their own. */
export type Told = Exclude<
  VenueCommand['kind'],
  (MarketCommand | BoardCommand | ErasureCommand | RetentionCommand | SupervisionCommand)['kind']
>;

const weights = {
  /** Whatever brings some listing a step nearer to its offer. */
  onward: 40,
  'listings.create': 6,
  'listings.saveDraft': 2,
  'listings.submit': 2,
  'listings.withdraw': 1,
  'listings.revise': 1,
  'review.take': 2,
  'review.requestChanges': 1,
  'review.approve': 2,
  'offers.publish': 2,
  'offers.cancel': 1,
  'commitments.place': 40,
  'commitments.revoke': 6,
  'wallet.topUp': 4,
  'people.setTier': 2,
  'people.setRole': 1,
  'people.updateProfile': 1,
  'people.acknowledgeWarning': 1,
  'people.readNotices': 1,
  'people.register': 1,
  'organisations.create': 1,
  'organisations.update': 1,
  'venue.open': 1,
  'venue.advanceClock': 1,
} as const satisfies Record<Told | 'onward', number>;
type Kind = keyof typeof weights;

const kinds = fc.oneof(
  ...Object.entries(weights).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) })),
);
const pauses = fc.oneof(
  { weight: 30, arbitrary: fc.constant(0) },
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 30 * minute }) },
  { weight: 8, arbitrary: fc.integer({ min: hour, max: day }) },
  { weight: 1, arbitrary: fc.integer({ min: 2 * day, max: 9 * day }) },
);
const chosen = { nth: fc.nat(1_000), who: fc.nat(1_000), size: fc.nat(10_000_000), pause: pauses };
const suits = fc.oneof(
  { weight: 9, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);
const opening = fc.record({ ...chosen, what: fc.constant<Kind>('onward'), apt: fc.constant(true) });
const anything = fc.record({ ...chosen, what: kinds, apt: suits });

/** A random story: a few listings on their way, then anything. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.array(opening, { maxLength: 24, size: 'max' }),
    fc.array(anything, { minLength: 1, maxLength: 240, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

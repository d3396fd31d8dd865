import { clearing, type AuctionLevel } from '@piazza/shared/auction';
import { tickCents } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { levels, priceOfLevel } from '../../server/src/domain/market/prices.ts';
import { clearByHand, tiesByHand, type AuctionOrder } from '../support/auction-twin.ts';
import { property } from '../support/property.ts';

/** What the ladder and the feed make of orders: distinct prices, best first. */
function levelsOf(orders: readonly AuctionOrder[], side: AuctionOrder['side']): AuctionLevel[] {
  const totals = new Map<number, number>();
  for (const order of orders)
    if (order.side === side) totals.set(order.price, (totals.get(order.price) ?? 0) + order.quantity);
  const best = side === 'buy' ? -1 : 1;
  return [...totals].toSorted(([a], [b]) => best * (a - b));
}

/** Few neighbouring prices and small quantities: ties are the rule, and windows over a change of tick are frequent. */
const WIDTH = 6;
const bandEdges = [100, 150, 400, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];
const edgeLevels = Array.from({ length: levels }, (_, n) => n + 1).filter((level) =>
  bandEdges.includes(priceOfLevel(level)),
);
const windows = fc.oneof(
  fc.integer({ min: 1, max: levels - WIDTH }),
  fc.constantFrom(...edgeLevels).map((level) => Math.max(1, level - 3)),
);
const wishes = fc.array(
  fc.record({
    side: fc.constantFrom<AuctionOrder['side'][]>('buy', 'sell'),
    step: fc.nat(WIDTH),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 9 },
);
/** Where the reference stands in the window or a little outside of it, in steps; a half lies between two prices. */
const references = fc.option(
  fc.oneof(
    fc.integer({ min: -4, max: 4 * WIDTH + 4 }).map((quarters) => quarters / 4),
    fc.nat(WIDTH - 1).map((step) => step + 0.5),
  ),
  { freq: 8 },
);

/** The price so many steps above the level, a fraction taken of the step; whole cents, which may be off the tick. */
function priceAbove(first: number, steps: number): number {
  const below = Math.min(Math.max(first + Math.floor(steps), 1), levels - 1);
  const [from, to] = [priceOfLevel(below), priceOfLevel(below + 1)];
  return Math.round(from + (to - from) * (steps - Math.floor(steps)));
}

interface Drawn {
  readonly orders: readonly AuctionOrder[];
  readonly reference: number | null;
}
const books = fc.tuple(windows, wishes, references).map(([first, wished, at]): Drawn => {
  const orders = wished.map(({ side, step, quantity }, n) => ({
    id: n + 1,
    side,
    price: priceOfLevel(first + step),
    quantity,
  }));
  return { orders, reference: at === null ? null : priceAbove(first, at) };
});

const cases = [
  'an empty book',
  'one side only',
  'nothing crosses',
  'one price is best',
  'all ties leave buyers over',
  'all ties leave sellers over',
  'ties leave nobody over',
  'ties leave now buyers, now sellers over',
  'no reference',
  'a reference below',
  'a reference inside',
  'a reference at a tick',
  'a reference at half a tick',
  'a reference above',
] as const;
type Case = (typeof cases)[number];

function casesOf({ orders, reference }: Drawn): Case[] {
  if (orders.length === 0) return ['an empty book'];
  if (new Set(orders.map(({ side }) => side)).size === 1) return ['one side only'];
  const ties = tiesByHand(orders);
  if (ties.length === 0) return ['nothing crosses'];
  if (ties.length === 1) return ['one price is best'];
  if (ties.every(({ surplus }) => surplus > 0)) return ['all ties leave buyers over'];
  if (ties.every(({ surplus }) => surplus < 0)) return ['all ties leave sellers over'];
  const met: Case[] = [
    ties.some(({ surplus }) => surplus !== 0)
      ? 'ties leave now buyers, now sellers over'
      : 'ties leave nobody over',
  ];
  if (reference === null) return [...met, 'no reference'];
  const prices = ties.map(({ price }) => price);
  if (reference < Math.min(...prices)) return [...met, 'a reference below'];
  if (reference > Math.max(...prices)) return [...met, 'a reference above'];
  const tick = tickCents(reference) ?? 1;
  if (reference % tick === 0) return [...met, 'a reference inside', 'a reference at a tick'];
  if (2 * (reference % tick) === tick) return [...met, 'a reference inside', 'a reference at half a tick'];
  return [...met, 'a reference inside'];
}

describe('the price of an auction', () => {
  property(
    'is the one that a brute force over the distinct limit prices finds',
    100_000,
    [books],
    ({ orders, reference }) => {
      const found = clearing(levelsOf(orders, 'buy'), levelsOf(orders, 'sell'), reference);
      const wanted = clearByHand(orders, reference);
      if (
        found?.price !== wanted?.price ||
        found?.volume !== wanted?.volume ||
        found?.surplus !== wanted?.surplus
      )
        expect(found).to.deep.equal(wanted);
    },
  );

  it('was asked in every case that the rule tells apart', () => {
    const met: Record<string, number> = {};
    for (const book of fc.sample(books, 20_000))
      for (const name of casesOf(book)) met[name] = (met[name] ?? 0) + 1;
    for (const name of cases) expect(met[name] ?? 0, name).to.be.above(20);
  });
});

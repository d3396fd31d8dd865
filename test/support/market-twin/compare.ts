import { account } from '../../../server/src/domain/ledger/index.ts';
import { lastDayOf, priceOfLevel, timeInForceOf } from '../../../server/src/domain/market/index.ts';
import type { Market } from '../../../server/src/domain/market/index.ts';
import type { VenueState } from '../../../server/src/domain/venue/index.ts';
import type { TwinMarket } from './market.ts';
import { queue } from './orders.ts';
import type { MarketTwin } from './twin.ts';

const said = (...values: readonly unknown[]): string => values.join(' ');

function bookOf({ book, owners }: Market): string[] {
  const lines: string[] = [];
  for (const { id, owner, side, level, remaining, quantity, timeInForce, at } of book.orders()) {
    const [way, time] = [side === 0 ? 'buy' : 'sell', timeInForceOf(timeInForce)];
    const day = lastDayOf(timeInForce);
    lines.push(said(id, owners[owner], way, priceOfLevel(level), remaining, quantity, time, day, at));
  }
  return lines;
}

const twinBookOf = ({ orders }: TwinMarket): string[] =>
  [...queue(orders, 'buy'), ...queue(orders, 'sell')].map(
    ({ id, owner, side, price, remaining, quantity, time, lastDay, at }) =>
      said(id, owner, side, price, remaining, quantity, time, lastDay, at),
  );

const termsOf = ({ terms, interrupters }: Market): unknown[] => [
  terms?.referenceCents,
  terms?.collarBps,
  ...interrupters,
];

function marketFaults(market: Market, twin: TwinMarket): string[] {
  const found: string[] = [];
  const [book, wanted] = [bookOf(market).join('\n'), twinBookOf(twin).join('\n')];
  if (book !== wanted) found.push(`the book of ${twin.listing} is\n${book}\nits twin's\n${wanted}`);
  const { phase, referenceCents, trades, extensions } = market;
  const [now, then] = [
    said(phase, referenceCents, market.last?.priceCents, trades, extensions, ...termsOf(market)),
    said(
      twin.phase,
      twin.reference,
      twin.last ?? undefined,
      twin.trades,
      twin.extensions,
      twin.terms?.reference,
      twin.terms?.collarBps,
      ...twin.interrupters,
    ),
  ];
  if (now !== then) found.push(`${twin.listing} stands at ${now}, its twin at ${then}`);
  return found;
}

function moneyFaults({ ledger }: VenueState, { money, markets }: MarketTwin): string[] {
  const found: string[] = [];
  const bound = new Map(money.bound);
  for (const { listing, orders } of markets.values())
    for (const { owner, side, price, remaining } of orders) {
      const id = side === 'buy' ? account.cash(owner) : account.units(listing, owner);
      bound.set(id, (bound.get(id) ?? 0) + (side === 'buy' ? price * remaining : remaining));
    }
  for (const id of new Set([...ledger.accounts.keys(), ...money.owned.keys()])) {
    const { available = 0, held = 0 } = ledger.accounts.get(id) ?? {};
    const [owned, kept] = [money.owned.get(id) ?? 0, bound.get(id) ?? 0];
    if (available !== owned - kept || held !== kept)
      found.push(`${id} has ${available} and holds ${held}, its twin ${owned - kept} and ${kept}`);
  }
  return found;
}

function registerFaults({ register }: VenueState, { money }: MarketTwin): string[] {
  const lines = (
    holders: Iterable<
      readonly [string, Iterable<readonly [string, { units: number; cost: bigint | number }]>]
    >,
  ): string =>
    [...holders]
      .flatMap(([listing, held]) =>
        [...held].map(([who, { units, cost }]) => said(listing, who, units, cost)),
      )
      .toSorted()
      .join('\n');
  const real = [...register.holders].map(
    ([listing, held]) =>
      [
        listing,
        [...held].map(([who, one]) => [who, { units: one.units, cost: one.costCents }] as const),
      ] as const,
  );
  const [now, then] = [lines(real), lines(money.register)];
  return now === then ? [] : [`the register says\n${now}\nits twin's\n${then}`];
}

/** Everything in which the venue's state differs from its twin: books, standings, balances, holds, the register. */
export function differences(state: VenueState, twin: MarketTwin): string[] {
  const { markets } = state.markets;
  const found =
    markets.size === twin.markets.size ? [] : [`${markets.size} markets, not ${twin.markets.size}`];
  for (const [listing, one] of twin.markets) {
    const market = markets.get(listing);
    found.push(...(market === undefined ? [`${listing} has no market`] : marketFaults(market, one)));
  }
  return [...found, ...moneyFaults(state, twin), ...registerFaults(state, twin)];
}

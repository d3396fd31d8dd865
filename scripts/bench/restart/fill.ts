import type { ListingId } from '@piazza/shared/values';
import type { Venue } from '../../../server/src/compose.ts';
import type { Outcome } from '../../../server/src/kernel/record.ts';
import { fingerprintOf, quickCommand } from '../entry/built.ts';
import { Trader } from '../entry/orders.ts';
import type { PreparedMarket } from '../entry/venue.ts';

const together = 1_000;

/** Gives the core so many orders under keys, without an edge, a thousand under way at a time. */
export async function fill(
  { exchange }: Venue,
  { listing, people }: PreparedMarket,
  orders: number,
): Promise<void> {
  const traders = people.map((person, at) => ({ person, trader: new Trader(`fill-${at}`, 1 + at) }));
  for (let given = 0; given < orders; given += together) {
    for (let one = given; one < Math.min(given + together, orders); one += 1) {
      const { person, trader } = traders[one % traders.length] as (typeof traders)[number];
      const { kind, key, order } = trader.next();
      const command =
        kind === 'place'
          ? quickCommand('orders.place', listing satisfies ListingId, JSON.parse(order))
          : quickCommand('orders.cancel', order, undefined);
      if (command === undefined) throw new Error(`an order that nobody takes: ${order}`);
      const answer = (outcome: Outcome): void => {
        if (kind === 'place' && 'result' in outcome) {
          const { order: number, resting } = outcome.result;
          trader.placed({ orderId: `ord_${Number(number).toString(36)}`, resting });
        }
      };
      exchange.submit(command, person, { key, requestHash: fingerprintOf(command) }, answer);
    }
    await exchange.settled();
  }
}

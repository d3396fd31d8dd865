import { orderIdOf, type ListingId, type OrderId, type PersonId } from '@piazza/shared/values';
import type { VenueState } from '../../../server/src/domain/venue/index.ts';
import type { Evidence } from './evidence.ts';
import type { OrderStream } from './stream.ts';

/** Open quantity of a person's orders at rest, by the state. */
function openIn({ markets }: VenueState, person: PersonId): ReadonlyMap<OrderId, number> {
  const open = new Map<OrderId, number>();
  for (const { seats, book } of markets.markets.values()) {
    const seat = seats.get(person);
    if (seat === undefined) continue;
    for (let slot = book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
      open.set(orderIdOf(book.idAt(slot)), book.remainingAt(slot));
  }
  return open;
}

/** Whether what somebody was told of their orders tells of each that was placed once, and ends with what is open. */
export function compareOrders(person: PersonId, stream: OrderStream, { byKey, state }: Evidence): string[] {
  const wrong: string[] = [];
  const told = stream.updates.filter(({ kind }) => kind === 'placed').map(({ orderId }) => orderId);
  const placed: OrderId[] = [];
  for (const [record] of byKey.values())
    if (record?.actor === person && record.command.kind === 'orders.place' && 'result' in record.outcome)
      placed.push(orderIdOf(record.seq));
  if (told.toSorted().join() !== placed.toSorted().join())
    wrong.push(`${person} was told of ${told.length} orders, the journal has ${placed.length}`);
  const [open, kept] = [stream.open(), openIn(state, person)];
  for (const id of new Set([...open.keys(), ...kept.keys()]))
    if (open.get(id) !== kept.get(id as OrderId))
      wrong.push(
        `${person} knows of ${open.get(id) ?? 0} left of ${id}, the book has ${kept.get(id as OrderId) ?? 0}`,
      );
  return wrong;
}

/** Each trade of each market must have been told to two: who bought, and who sold. */
export function tradesTold(
  followers: readonly { readonly stream: OrderStream }[],
  { state }: Evidence,
): string[] {
  const sides = new Map<string, string[]>();
  for (const { stream } of followers)
    for (const { listingId, trade, side } of stream.updates)
      if (trade !== null) {
        const name = `${listingId} ${trade}`;
        sides.set(name, [...(sides.get(name) ?? []), side]);
      }
  const wrong: string[] = [];
  const all: [ListingId, number][] = [...state.markets.markets].map(([id, { trades }]) => [id, trades]);
  for (const [listing, trades] of all)
    for (let number = 1; number <= trades; number += 1) {
      const told = sides.get(`${listing} ${number}`) ?? [];
      if (told.toSorted().join() !== 'buy,sell')
        wrong.push(`trade ${number} of ${listing} was told to: ${told.join()}`);
    }
  const known = all.reduce((sum, [, trades]) => sum + trades, 0);
  if (sides.size > known) wrong.push(`${sides.size} trades were told, ${known} are there`);
  return wrong;
}

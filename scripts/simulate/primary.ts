import type { OfferId, PersonId } from '@piazza/shared/values';
import type { Actor } from '../../server/src/domain/core/index.ts';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import { place, revoke } from '../../test/support/domain-cast.ts';
import { below, pick, weighed, type Chance } from '../../test/support/market-wishes.ts';

/** What investors do beside trading: they bring money, commit it to the offers that are open, and think again. */
export function primaryWish(
  chance: Chance,
  { offers }: VenueState,
  investors: readonly PersonId[],
  open: readonly OfferId[],
): readonly [Actor, VenueCommand] {
  const person = pick(chance, investors);
  const kind = weighed(chance, [
    [4, 'place'],
    [1, 'revoke'],
    [1, 'topUp'],
  ] as const);
  if (kind === 'topUp') return [person, { kind: 'wallet.topUp', amountCents: 100 + below(chance, 200_000) }];
  const own = offers.byInvestor.get(person) ?? [];
  if (kind === 'revoke' && own.length > 0) return [person, revoke(pick(chance, own))];
  return [person, place(10 * (1 + below(chance, 30)), pick(chance, open))];
}

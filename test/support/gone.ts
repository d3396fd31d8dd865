import type { Cast } from './cast.ts';
import { proves, ready } from './paid-requests.ts';
import type { PaidVenue } from './paid-venue.ts';
import { daysPass } from './payers.ts';
import { agree } from './proposals.ts';

/** Tito takes all his money and is erased; a bank transfer of his comes afterwards. */
export async function goneBefore(shop: PaidVenue, cast: Cast, transferCents: number): Promise<void> {
  const { tito, olga, oreste } = cast;
  await tito.api.call('payments.instructions');
  await ready(shop, tito);
  await proves(tito);
  const { withdrawable: amount } = await tito.api.call('payments.overview');
  const { id: outgoingId } = await tito.api.call('payments.withdraw', { body: { amount } });
  const release = { params: { outgoingId }, body: { reason: 'All of it, to his own account' } };
  await agree(oreste, await olga.api.call('payments.proposeRelease', release));
  await shop.settled();
  await daysPass(shop, cast, 3);
  const customer = shop.venue.exchange.peek(({ payments }) => payments.customers.get(tito.id) ?? '');
  await proves(tito);
  await tito.api.call('security.erase', { body: { confirmation: tito.email, giveBack: false } });
  shop.standin.control.fund(customer, transferCents);
  await shop.settled();
}

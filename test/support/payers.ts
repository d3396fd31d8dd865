import type { CommitmentView, MethodView } from '@piazza/shared/contract';
import type { MethodId, OfferId } from '@piazza/shared/values';
import { freePort } from '../../scripts/crash/free-port.ts';
import type { Cast, Player } from './cast.ts';
import { acknowledged } from './listings.ts';
import { openPaidVenue, type PaidVenue } from './paid-venue.ts';

const daySeconds = 86_400;
const dayMs = daySeconds * 1_000;

/** Numbers that the stand-in knows, by what happens to a payment by them. */
export const numbers = {
  card: '4242424242424242',
  /** The bank asks who is paying, each time. */
  asks: '4000002760003184',
  /** It can be saved; each charge is declined. */
  declines: '4000000000000341',
  account: 'IT40S0542811101000000123456',
  /** The debit is submitted, and fails days later. */
  failsLate: 'IT13S0542811101000000123457',
} as const;

type ShopOptions = NonNullable<Parameters<typeof openPaidVenue>[0]>;

/** A venue at the stand-in, to which the pages of the provider find the way back. */
export async function openShop(clientFolder?: string, options: ShopOptions = {}): Promise<PaidVenue> {
  const port = await freePort();
  const config = { port, publicUrl: `http://127.0.0.1:${port}`, ...options.config };
  return openPaidVenue({ ...options, config, ...(clientFolder === undefined ? {} : { clientFolder }) });
}

/** Leaves a card or an account on the provider's page, as its form does. */
export async function leaves(
  { standin }: PaidVenue,
  who: Player,
  kind: MethodView['kind'],
  number: string,
): Promise<MethodId> {
  const body = { kind, back: '/portfolio/payments' };
  const { session } = await who.api.call('payments.beginMethod', { body });
  standin.control.save(session, number);
  return (await who.api.call('payments.finishMethod', { body: { session } })).id;
}

/** Commits to units that a method pays. */
export const commitBy = (
  who: Player,
  offerId: OfferId,
  units: number,
  method: MethodId | null,
): Promise<CommitmentView> =>
  who.api.call('commitments.place', {
    params: { offerId },
    body: { units: units as never, acknowledgements: acknowledged, ...(method === null ? {} : { method }) },
  });

/** Days go by at the venue and at the provider, and each hears of the other. */
export async function daysPass(shop: PaidVenue, cast: Cast, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await cast.pass(dayMs);
    await shop.settled();
    shop.standin.control.advance(daySeconds);
    await shop.settled();
  }
}

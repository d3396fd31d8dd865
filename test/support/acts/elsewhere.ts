import type { CommitmentView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import type { ApiClient } from '../api-client.ts';
import type { Site } from '../site.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Signs in on another device: what is done there appears on the pages that are open here. */
export async function elsewhere(site: Site, { email, password }: Credentials): Promise<ApiClient> {
  const { accessToken } = await site.client().call('auth.login', { body: { email, password } });
  return site.client(accessToken);
}

/** Tops up and places the smallest commitment that the offer takes. */
export async function commitLeast(investor: ApiClient, offerId: OfferId): Promise<CommitmentView> {
  const params = { offerId };
  const { minimumTicket, price, lot } = await investor.call('offers.read', { params });
  const units = Math.ceil(minimumTicket / price / lot) * lot;
  await investor.call('wallet.topUp', { body: { amount: Math.max(units * price, 10_000) as never } });
  const acknowledgements = {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
  } as const;
  return investor.call('commitments.place', { params, body: { units: units as never, acknowledgements } });
}

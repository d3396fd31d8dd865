import { createHmac } from 'node:crypto';
import { startStandin, type Standin, type StandinOptions } from '../../scripts/stripe-standin/index.ts';
import type { PaymentsConfig } from '../../server/src/config.ts';
import { openVenue, type OpenOptions, type TestVenue } from './server.ts';
import { waitFor } from './wait.ts';

const secondMs = 1_000;
export const webhookSecret = 'whsec_of_the_tests_0123456789';

/** A venue whose money is at the stand-in of Stripe. */
export interface PaidVenue extends TestVenue {
  readonly standin: Standin;
  /** Resolves when nothing is on its way between the two. */
  readonly settled: () => Promise<void>;
}

/** Starts both and lets the stand-in send its messages. Time is real at both, moved ahead by each one's own control. */
export async function openPaidVenue(
  options: OpenOptions & {
    readonly standin?: Partial<StandinOptions>;
    readonly payments?: Partial<PaymentsConfig>;
  } = {},
): Promise<PaidVenue> {
  const standin = await startStandin({ seed: 5, ...options.standin });
  const payments: PaymentsConfig = {
    by: 'stripe',
    secretKey: standin.key,
    webhookSecret,
    apiUrl: standin.url,
    ...options.payments,
  };
  const venue = await openVenue({ ...options, config: { payments, ...options.config } });
  standin.control.webhook({ url: `${venue.url}/webhooks/stripe`, secret: webhookSecret });
  const { payments: running } = venue.venue;
  return {
    ...venue,
    standin,
    settled: async () => {
      await standin.control.quiet();
      await waitFor(
        'nothing to be on its way to the provider',
        () => running?.courier.isIdle() === true || undefined,
      );
    },
    close: async () => {
      await venue.close();
      await standin.close();
    },
  };
}

/** A message as Stripe sends and signs it. */
export function signed(
  event: object,
  { agoMs = 0, secret = webhookSecret }: { readonly agoMs?: number; readonly secret?: string } = {},
): { readonly body: string; readonly signature: string } {
  const body = JSON.stringify({ object: 'event', livemode: false, ...event });
  const at = Math.floor((Date.now() - agoMs) / secondMs);
  const mac = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return { body, signature: `t=${at},v1=${mac}` };
}

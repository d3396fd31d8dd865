import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Stripe } from 'stripe';

/** The version of the API whose replies are understood here: the one the SDK was made for. */
const apiVersion = '2026-10-28.endive';
/** A call that takes longer is made again: nobody knows what came of it. */
const timeoutMs = 20_000;

export interface StripeOptions {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Where the API is, when not at Stripe's. */
  readonly apiUrl?: string;
}

const isSecure = (url: URL | undefined): boolean => url === undefined || url.protocol === 'https:';
const portOf = (url: URL): string => (url.port === '' ? (isSecure(url) ? '443' : '80') : url.port);

/** Stripe's own SDK. Never repeats a call by itself: the courier does, with the same key. */
export function connect({ secretKey, apiUrl }: StripeOptions): { stripe: Stripe; close: () => void } {
  const url = apiUrl === undefined ? undefined : new URL(apiUrl);
  const agent = isSecure(url) ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const stripe = new Stripe(secretKey, {
    apiVersion,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    httpAgent: agent,
    appInfo: { name: 'Piazza' },
    ...(url === undefined
      ? {}
      : { protocol: isSecure(url) ? 'https' : 'http', host: url.hostname, port: portOf(url) }),
  });
  return { stripe, close: () => agent.destroy() };
}

import type { CallName } from './socket.ts';
import { api, isRefused, Refused, Unreachable, type Input, type Output } from '../api/index.ts';
import { ask, connection } from './socket.ts';

const roads = {
  'orders.place': 'placeOrder',
  'orders.amend': 'amendOrder',
  'orders.cancel': 'cancelOrder',
} as const satisfies Record<string, CallName>;
export type OrderCommand = keyof typeof roads;

/** Refusals that say nothing about the command: an earlier sending may have been heard, so its outcome stays open. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof Refused) ||
  ['rate_limited', 'shutting_down', 'session_expired', 'not_authenticated'].includes(error.code);

const isSignedOut = (error: unknown): boolean =>
  isRefused(error, 'session_expired') || isRefused(error, 'not_authenticated');

/**
 * Sends a command about an order over the socket and, where no acknowledgement comes back, over HTTP under the same key:
 * the venue does it once, however often it is heard.
 * @throws Refused with the code of the venue; anything else means that the outcome is unknown (see `isPassing`).
 */
export async function sendOrder<N extends OrderCommand>(
  name: N,
  key: string,
  request: Input<N>,
): Promise<Output<N>> {
  if (connection.get() === 'live')
    try {
      return await ask(roads[name], { key, ...request } as never);
    } catch (error) {
      // A socket whose token ran out is refused; over HTTP the token is renewed on the way.
      if (!(error instanceof Unreachable) && !isSignedOut(error)) throw error;
    }
  return (await (api as (...args: unknown[]) => Promise<unknown>)(name, request, { key })) as Output<N>;
}

import { contract, type EndpointName } from '@piazza/shared/contract';
import { isRefused } from './refused.ts';
import { session } from './session.ts';
import { send, type Sending } from './transport.ts';
import type { Args, Output } from './types.ts';
import { uuid } from './uuid.ts';

/**
 * Calls an endpoint of the venue by name, in the name of who is signed in. An access token that has run out is
 * renewed once and the call repeated, under the same idempotency key.
 * @throws Refused with the code of the venue, or Unreachable.
 */
export async function api<N extends EndpointName>(
  name: N,
  ...[input, options]: Args<N, [options?: Pick<Sending, 'key' | 'signal'>]>
): Promise<Output<N>> {
  const sending = contract[name].command ? { key: uuid(), ...options } : { ...options };
  const attempt = () =>
    send(name, input ?? {}, { ...sending, token: session.current()?.accessToken ?? null });
  try {
    return (await attempt()) as Output<N>;
  } catch (error) {
    if (!isRefused(error, 'session_expired') || session.current() === null) throw error;
    await session.renew();
    return (await attempt()) as Output<N>;
  }
}

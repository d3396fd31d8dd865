import { randomUUID } from 'node:crypto';
import type { EndpointName } from '@piazza/shared/contract';
import { Refusal, type ApiClient } from './api-client.ts';
import { Authenticator } from './authenticator.ts';
import type { Cast, Player } from './cast.ts';
import { codeAt } from './one-time-codes.ts';
import type { TestVenue } from './server.ts';

/** Where browsers meet the venues of tests, whose address is a number: passkeys know it by name. */
const passkeyOrigin = 'http://localhost';
const STEP_MS = 30_000;

/** Signs in once more and gives that session's id. */
export async function furtherSession({ venue }: Pick<Cast, 'venue'>, player: Player): Promise<string> {
  const { email, password } = player;
  const { accessToken } = await venue.client().call('auth.login', { body: { email, password } });
  const { items } = await venue.client(accessToken).call('security.sessions');
  return items.find(({ current }) => current)?.id ?? '';
}

/** Makes a passkey with the authenticator. */
export async function madePasskey(
  api: ApiClient,
  device = new Authenticator(passkeyOrigin),
): Promise<string> {
  const { ceremony, options } = await api.call('security.beginPasskey');
  const body = { ceremony, credential: device.create(options), name: 'Laptop' };
  return (await api.call('security.addPasskey', { body })).id;
}

export interface TwoFactorOn {
  readonly recoveryCodes: readonly string[];
  /** A code that has not been used yet. */
  readonly code: () => string;
}

/** Turns two-factor sign-in on. The clock of sessions is the real one: each code is one step ahead of the last. */
export async function twoFactorOn(api: ApiClient): Promise<TwoFactorOn> {
  const { secret } = await api.call('security.beginTwoFactor');
  let at = Date.now() - STEP_MS;
  const code = (): string => {
    const shown = codeAt(secret, at);
    at += STEP_MS;
    return shown;
  };
  const { recoveryCodes } = await api.call('security.confirmTwoFactor', { body: { code: code() } });
  return { recoveryCodes, code };
}

/** The token of the second step, and what may be shown in it. */
async function passwordGiven(
  venue: TestVenue,
  { email, password }: Pick<Player, 'email' | 'password'>,
): Promise<{ readonly pending: string; readonly methods: readonly string[] }> {
  const outcome = await venue
    .client()
    .call('auth.login', { body: { email, password } })
    .catch((error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error('no second factor was asked for');
  const { pending, methods } = outcome.problem.facts ?? {};
  return { pending: String(pending), methods: methods as readonly string[] };
}

interface Missing {
  readonly body?: object;
  readonly token?: string;
  readonly cookie?: string;
}

/** Bodies that only somebody with keys and codes can write: each by a person of its own, so that nobody else's way in changes. */
export function securityExamples(cast: Cast): Partial<Record<EndpointName, () => Promise<Missing>>> {
  const join = (): Promise<Player> =>
    cast.join(`guarded-${randomUUID()}@example.org`, { displayName: 'Gina Guardi', roles: ['investor'] });
  const anonymous = cast.venue.client();
  return {
    'auth.secondFactor': async () => {
      const player = await join();
      const { code } = await twoFactorOn(player.api);
      const { pending } = await passwordGiven(cast.venue, player);
      return { body: { pending, code: code() } };
    },
    'auth.passkey': async () => {
      const device = new Authenticator(passkeyOrigin);
      await madePasskey((await join()).api, device);
      const { ceremony, options } = await anonymous.call('auth.askPasskey', { body: {} });
      return { body: { ceremony, credential: device.get(options) } };
    },
    'security.stepUp': async () => ({ body: { proof: { kind: 'password', password: cast.ines.password } } }),
    'security.confirmTwoFactor': async () => {
      const { api, token } = await join();
      const { secret } = await api.call('security.beginTwoFactor');
      return { token, body: { code: codeAt(secret, Date.now()) } };
    },
    'security.disableTwoFactor': async () => {
      const { api, token } = await join();
      const { code } = await twoFactorOn(api);
      return { token, body: { code: code() } };
    },
    'security.renewRecoveryCodes': async () => {
      const { api, token } = await join();
      await twoFactorOn(api);
      return { token };
    },
    'security.addPasskey': async () => {
      const { api, token } = await join();
      const { ceremony, options } = await api.call('security.beginPasskey');
      const credential = new Authenticator(passkeyOrigin).create(options);
      return { token, body: { ceremony, credential, name: 'Laptop' } };
    },
    'security.erase': async () => {
      const { email, token } = await join();
      return { token, body: { confirmation: email, giveBack: false } };
    },
  };
}

import type { Me } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { Identity } from '../identity/identity.ts';
import type { SignedIn } from '../identity/sessions.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { secondStepHandlers } from './second-step.ts';

export const REFRESH_COOKIE = 'piazza_refresh';

type AuthEndpoint =
  | 'auth.register'
  | 'auth.verifyEmail'
  | 'auth.login'
  | 'auth.secondFactor'
  | 'auth.askPasskey'
  | 'auth.passkey'
  | 'auth.refresh'
  | 'auth.logout'
  | 'auth.requestPasswordReset'
  | 'auth.confirmPasswordReset';

/** Presents a person to themselves, from the venue's state and their sealed profile. */
export type PresentMe = (personId: PersonId) => Promise<Me>;

/** Accounts and sessions. The refresh token travels only in its cookie, never in a body. */
export const authHandlers = (identity: Identity, presentMe: PresentMe): Handlers<AuthEndpoint> => {
  const welcome = async (call: Pick<Call<AuthEndpoint>, 'setCookie'>, signedIn: SignedIn) => {
    const { accessToken, expiresAt, personId } = signedIn;
    call.setCookie(REFRESH_COOKIE, signedIn.refreshToken, signedIn.refreshMaxAgeMs);
    return { accessToken, expiresAt, me: await presentMe(personId) };
  };

  return {
    'auth.register': async ({ body }) => {
      await identity.registration.register(body);
      return {};
    },
    'auth.verifyEmail': async ({ body }) => {
      await identity.registration.verifyEmail(body.token);
      return {};
    },
    'auth.login': async (call) =>
      welcome(
        call,
        await identity.login({
          ...call.body,
          clientAddress: call.clientAddress,
          userAgent: call.userAgent,
        }),
      ),
    ...secondStepHandlers(identity, welcome),
    'auth.refresh': async (call) => {
      try {
        return await welcome(call, await identity.sessions.refresh(call.cookie(REFRESH_COOKIE)));
      } catch (failure) {
        const ended = failure instanceof Refused && failure.rejection.code === 'session_expired';
        if (ended) call.setCookie(REFRESH_COOKIE, null, 0);
        throw failure;
      }
    },
    'auth.logout': async (call) => {
      await identity.sessions.logout(call.cookie(REFRESH_COOKIE));
      call.setCookie(REFRESH_COOKIE, null, 0);
      return {};
    },
    'auth.requestPasswordReset': async ({ body }) => {
      await identity.passwordReset.request(body.email);
      return {};
    },
    'auth.confirmPasswordReset': async ({ body }) => {
      await identity.passwordReset.confirm(body.token, body.password);
      return {};
    },
  };
};

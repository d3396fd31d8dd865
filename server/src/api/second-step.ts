import type { Identity } from '../identity/identity.ts';
import type { SignedIn } from '../identity/sessions.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'auth.secondFactor' | 'auth.askPasskey' | 'auth.passkey';
type Welcome = Handlers<'auth.login'>['auth.login'] extends (call: never) => Promise<infer R>
  ? (call: Pick<Call<Names>, 'setCookie'>, signedIn: SignedIn) => Promise<R>
  : never;

/** The second step of a sign-in, and the passkey that stands for both. */
export const secondStepHandlers = (
  { secondStep }: Pick<Identity, 'secondStep'>,
  welcome: Welcome,
): Handlers<Names> => ({
  'auth.secondFactor': async (call) =>
    welcome(call, await secondStep.byCode(call.body.pending, call.body.code)),
  'auth.askPasskey': ({ body }) => secondStep.askPasskey(body.pending),
  'auth.passkey': async (call) => {
    const { pending, ...answer } = call.body;
    return welcome(call, await secondStep.byPasskey(answer, pending, call.userAgent));
  },
});

import { z } from 'zod';
import { session } from './auth.ts';
import { endpoint, stamp } from './kit.ts';

export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Six digits of an app, or a recovery code. */
export const code = z.string().min(6).max(20);
/** What the browser answers to a ceremony, as JSON (WebAuthn § 5.1). */
export const credential = z.string().min(2).max(12_000);

/** What a passkey is asked with: `options` is JSON for the browser, `ceremony` names it in the answer. */
export const ceremony = z.object({ ceremony: token, options: z.string() });
export type Ceremony = z.output<typeof ceremony>;

const someToken = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
export const answered = { ceremony: someToken, credential: '{}' };

const proof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: z.string().min(1).max(128) }),
  z.object({ kind: z.literal('code'), code }),
  z.object({ kind: z.literal('passkey'), ceremony: token, credential }),
]);

/** What comes after the password, or stands in its place. */
export const secondStep = {
  'auth.secondFactor': endpoint({
    method: 'POST',
    path: '/auth/second-factor',
    summary: 'Finish a sign-in with a code of the app or a recovery code.',
    access: 'public',
    ownership: 'none',
    body: z.object({ pending: token, code }),
    reply: session,
    status: 200,
    rejections: ['sign_in_expired', 'account_suspended', 'code_wrong'],
    example: { body: { pending: someToken, code: '123456' } },
    command: false,
    perMinute: 60,
  }),
  'auth.askPasskey': endpoint({
    method: 'POST',
    path: '/auth/passkey/options',
    summary:
      'Begin a sign-in with a passkey: in place of the password, or after it where `pending` is given.',
    access: 'public',
    ownership: 'none',
    body: z.object({ pending: token.optional() }),
    reply: ceremony,
    status: 200,
    rejections: ['sign_in_expired', 'account_suspended'],
    example: { body: {} },
    command: false,
    perMinute: 60,
  }),
  'auth.passkey': endpoint({
    method: 'POST',
    path: '/auth/passkey',
    summary: 'Finish a sign-in with a passkey.',
    access: 'public',
    ownership: 'none',
    body: z.object({ ceremony: token, credential, pending: token.optional() }),
    reply: session,
    status: 200,
    rejections: ['sign_in_expired', 'account_suspended', 'passkey_refused'],
    example: { body: answered },
    command: false,
    perMinute: 60,
  }),
  'security.askStepUp': endpoint({
    method: 'POST',
    path: '/auth/step-up/options',
    summary: 'Begin a fresh proof with a passkey.',
    access: 'signed_in',
    ownership: 'none',
    reply: ceremony,
    status: 200,
    rejections: [],
    example: {},
    command: false,
    perMinute: 60,
  }),
  'security.stepUp': endpoint({
    method: 'POST',
    path: '/auth/step-up',
    summary: 'Prove once more who you are, before what cannot be taken back; counts for five minutes.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ proof }),
    reply: z.object({ freshUntil: stamp }),
    status: 200,
    rejections: ['step_up_needed', 'wrong_credentials', 'code_wrong', 'passkey_refused'],
    example: { body: { proof: { kind: 'password', password: 'una frase lunga e mia' } } },
    command: false,
    perMinute: 60,
  }),
} as const;

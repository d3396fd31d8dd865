import { z } from 'zod';
import { endpoint, line, nothing, stamp } from './kit.ts';
import { ownData } from './own-data.ts';
import { answered, ceremony, code, credential, secondStep, token } from './second-step.ts';

export * from './own-data.ts';
export type { Ceremony } from './second-step.ts';

const passkeyId = z.string().regex(/^pky_[0-9a-z]{1,12}$/);
const sessionId = z.string().regex(/^ses_[0-9a-z]{1,12}$/);
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** All stamps here are in real time: sessions do not travel with the clock of a simulation. */
const passkey = z.object({
  id: passkeyId,
  name: z.string(),
  createdAt: stamp,
  lastUsedAt: stamp.nullable(),
});
export type Passkey = z.output<typeof passkey>;

const securityView = z.object({
  /** Since when a code is asked for at sign-in; null where none is. */
  twoFactorSince: stamp.nullable(),
  recoveryCodesLeft: z.int().min(0),
  passkeys: z.array(passkey),
  /** Until when the last proof of this session counts; null when it no longer does. */
  freshUntil: stamp.nullable(),
  /** Whether what the person may do on the venue asks for a second factor, and none is on. */
  secondFactorAdvised: z.boolean(),
});
export type SecurityView = z.output<typeof securityView>;

const sessionView = z.object({
  id: sessionId,
  browser: z.enum(['firefox', 'edge', 'opera', 'chrome', 'safari', 'other']),
  system: z.enum(['windows', 'android', 'ios', 'macos', 'linux', 'other']),
  createdAt: stamp,
  lastUsedAt: stamp,
  current: z.boolean(),
});
export type SessionView = z.output<typeof sessionView>;

const twoFactor = {
  'security.read': endpoint({
    method: 'GET',
    path: '/me/security',
    summary: 'How the signed-in person proves who they are.',
    access: 'signed_in',
    ownership: 'none',
    reply: securityView,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'security.beginTwoFactor': endpoint({
    method: 'POST',
    path: '/me/security/two-factor',
    summary: 'A new secret for an app of one-time codes; good once a first code confirms it.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    reply: z.object({ secret: z.string(), uri: z.string(), svg: z.string() }),
    status: 200,
    rejections: ['two_factor_on', 'stale_revision'],
    example: {},
    command: false,
    perMinute: 30,
  }),
  'security.confirmTwoFactor': endpoint({
    method: 'POST',
    path: '/me/security/two-factor/confirm',
    summary: 'Turn two-factor sign-in on with a first code; the recovery codes are shown this once.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ code }),
    reply: recoveryCodes,
    status: 200,
    rejections: ['two_factor_on', 'two_factor_off', 'code_wrong', 'stale_revision'],
    example: { body: { code: '123456' } },
    command: false,
    perMinute: 30,
  }),
  'security.disableTwoFactor': endpoint({
    method: 'POST',
    path: '/me/security/two-factor/disable',
    summary: 'Turn two-factor sign-in off with a code.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    body: z.object({ code }),
    reply: nothing,
    status: 200,
    rejections: ['two_factor_off', 'code_wrong', 'stale_revision'],
    example: { body: { code: '123456' } },
    command: false,
    perMinute: 30,
  }),
  'security.renewRecoveryCodes': endpoint({
    method: 'POST',
    path: '/me/security/recovery-codes',
    summary: 'New recovery codes in place of all that were left, shown this once.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    reply: recoveryCodes,
    status: 200,
    rejections: ['two_factor_off', 'stale_revision'],
    example: {},
    command: false,
    perMinute: 30,
  }),
} as const;

const passkeys = {
  'security.beginPasskey': endpoint({
    method: 'POST',
    path: '/me/security/passkeys/options',
    summary: 'Begin the making of a passkey.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    reply: ceremony,
    status: 200,
    rejections: ['too_many_passkeys'],
    example: {},
    command: false,
    perMinute: 30,
  }),
  'security.addPasskey': endpoint({
    method: 'POST',
    path: '/me/security/passkeys',
    summary: 'Keep the passkey that was made.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ ceremony: token, credential, name: line(60) }),
    reply: passkey,
    status: 201,
    rejections: ['passkey_refused'],
    example: { body: { ...answered, name: 'Laptop' } },
    command: false,
    perMinute: 30,
  }),
  'security.renamePasskey': endpoint({
    method: 'PATCH',
    path: '/me/security/passkeys/:passkeyId',
    summary: 'Give a passkey another name.',
    access: 'signed_in',
    ownership: 'none',
    params: z.object({ passkeyId }),
    body: z.object({ name: line(60) }),
    reply: passkey,
    status: 200,
    rejections: ['not_found', 'stale_revision'],
    example: { params: { passkeyId: '$passkey' }, body: { name: 'Phone' } },
    command: false,
  }),
  'security.removePasskey': endpoint({
    method: 'DELETE',
    path: '/me/security/passkeys/:passkeyId',
    summary: 'Forget a passkey.',
    access: 'signed_in',
    ownership: 'none',
    stepUp: true,
    params: z.object({ passkeyId }),
    reply: nothing,
    status: 200,
    rejections: ['not_found'],
    example: { params: { passkeyId: '$passkey' } },
    command: false,
  }),
} as const;

const sessions = {
  'security.sessions': endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where the signed-in person is signed in, the newest first.',
    access: 'signed_in',
    ownership: 'none',
    reply: z.object({ items: z.array(sessionView) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'security.endSession': endpoint({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: 'End one session; its open sockets are cut within 5 s.',
    access: 'signed_in',
    ownership: 'none',
    params: z.object({ sessionId }),
    reply: nothing,
    status: 200,
    rejections: ['not_found'],
    example: { params: { sessionId: '$session' } },
    command: false,
  }),
  'security.endOtherSessions': endpoint({
    method: 'POST',
    path: '/me/sessions/end-others',
    summary: 'End every session but this one.',
    access: 'signed_in',
    ownership: 'none',
    reply: nothing,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
} as const;

export const securityEndpoints = {
  ...secondStep,
  ...twoFactor,
  ...passkeys,
  ...sessions,
  ...ownData,
} as const;

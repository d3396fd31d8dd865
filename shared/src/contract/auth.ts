import { z } from 'zod';
import { endpoint, line, nothing, personId, roles, stamp } from './kit.ts';

export const locale = z.enum(['it', 'en']);
export type Locale = z.infer<typeof locale>;

const email = z.email().max(254).toLowerCase();
const newPassword = z.string().min(12).max(128);
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Who is signed in, and what they may do. */
export const me = z.object({
  id: personId,
  email: z.string(),
  displayName: z.string(),
  locale,
  roles: z.array(z.enum(roles)),
  tier: z.enum(['community', 'retail', 'institutional']),
  investorClass: z.enum(['non_sophisticated', 'sophisticated']),
  riskWarningAcknowledgedAt: stamp.nullable(),
});
export type Me = z.output<typeof me>;

export const session = z.object({
  /** Access token, sent as `Authorization: Bearer`. */
  accessToken: z.string(),
  /** In real time, not venue time: sessions do not travel with the clock of a simulation. */
  expiresAt: stamp,
  me,
});
export type Session = z.output<typeof session>;

export const auth = {
  'auth.register': endpoint({
    method: 'POST',
    path: '/auth/register',
    summary: 'Open an account. A link to verify the email address is sent.',
    access: 'public',
    ownership: 'none',
    body: z.object({
      email,
      password: newPassword,
      displayName: line(80, 2),
      role: z.enum(['investor', 'enterprise']),
      locale,
    }),
    reply: nothing,
    status: 202,
    rejections: ['weak_password'],
    example: {
      body: {
        email: 'nuova.persona@example.org',
        password: 'una frase lunga e mia',
        displayName: 'Persona Nuova',
        role: 'investor',
        locale: 'it',
      },
    },
    command: false,
    perMinute: 20,
  }),
  'auth.verifyEmail': endpoint({
    method: 'POST',
    path: '/auth/verify-email',
    summary: 'Confirm the email address with the token of the link.',
    access: 'public',
    ownership: 'none',
    body: z.object({ token: oneTimeToken }),
    reply: nothing,
    status: 200,
    rejections: ['link_invalid'],
    example: { body: { token: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' } },
    command: false,
    perMinute: 30,
  }),
  'auth.login': endpoint({
    method: 'POST',
    path: '/auth/login',
    summary: 'Sign in; the refresh token travels in an httpOnly cookie.',
    access: 'public',
    ownership: 'none',
    body: z.object({ email, password: z.string().min(1).max(128) }),
    reply: session,
    status: 200,
    rejections: ['wrong_credentials', 'email_not_verified', 'account_suspended', 'second_factor_needed'],
    example: { body: { email: 'nuova.persona@example.org', password: 'una frase lunga e mia' } },
    command: false,
    perMinute: 60,
  }),
  'auth.refresh': endpoint({
    method: 'POST',
    path: '/auth/refresh',
    summary:
      'A new access token for the refresh cookie, which is rotated; reuse of an old one ends the whole family.',
    access: 'public',
    ownership: 'none',
    reply: session,
    status: 200,
    rejections: ['session_expired', 'foreign_origin'],
    example: {},
    command: false,
  }),
  'auth.logout': endpoint({
    method: 'POST',
    path: '/auth/logout',
    summary: 'End this session and its open sockets.',
    access: 'public',
    ownership: 'none',
    reply: nothing,
    status: 200,
    rejections: ['foreign_origin'],
    example: {},
    command: false,
  }),
  'auth.requestPasswordReset': endpoint({
    method: 'POST',
    path: '/auth/password-reset/request',
    summary: 'Send a reset link. The reply never tells whether the address is known.',
    access: 'public',
    ownership: 'none',
    body: z.object({ email }),
    reply: nothing,
    status: 202,
    rejections: [],
    example: { body: { email: 'nuova.persona@example.org' } },
    command: false,
    perMinute: 10,
  }),
  'auth.confirmPasswordReset': endpoint({
    method: 'POST',
    path: '/auth/password-reset/confirm',
    summary: 'Set a new password with the token of the link; every session of the person ends.',
    access: 'public',
    ownership: 'none',
    body: z.object({ token: oneTimeToken, password: newPassword }),
    reply: nothing,
    status: 200,
    rejections: ['link_invalid', 'weak_password'],
    example: {
      body: { token: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', password: 'una frase lunga e mia' },
    },
    command: false,
    perMinute: 20,
  }),
} as const;

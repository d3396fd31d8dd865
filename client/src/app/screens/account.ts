import * as at from '../routes.ts';
import type { PlacedScreen } from '../screen.ts';

/** Signing in, and what is one’s own whatever the role. */
export const accountScreens: readonly PlacedScreen[] = [
  [
    at.signIn,
    {
      words: ['account'],
      load: async () => (await import('../../features/account/SignInPage.tsx')).SignInPage,
    },
  ],
  [
    at.register,
    {
      words: ['account'],
      load: async () => (await import('../../features/account/RegisterPage.tsx')).RegisterPage,
    },
  ],
  [
    at.verify,
    {
      words: ['account'],
      load: async () => (await import('../../features/account/VerifyPage.tsx')).VerifyPage,
    },
  ],
  [
    at.reset,
    {
      words: ['account'],
      load: async () => (await import('../../features/account/ResetPage.tsx')).ResetPage,
    },
  ],
  [
    at.profile,
    {
      words: ['account'],
      access: 'signed_in',
      load: async () => (await import('../../features/account/ProfilePage.tsx')).ProfilePage,
    },
  ],
  [
    at.security,
    {
      words: ['security', 'account'],
      access: 'signed_in',
      load: async () => (await import('../../features/security/SecurityPage.tsx')).SecurityPage,
    },
  ],
  [
    at.complaints,
    {
      words: ['conduct'],
      access: 'signed_in',
      load: async () => (await import('../../features/conduct/ComplaintsPage.tsx')).ComplaintsPage,
    },
  ],
  [
    at.complaint,
    {
      words: ['conduct'],
      access: 'signed_in',
      load: async () => (await import('../../features/conduct/ComplaintPage.tsx')).ComplaintPage,
    },
  ],
  [
    at.notices,
    {
      words: ['account'],
      access: 'signed_in',
      load: async () => (await import('../../features/account/NoticesPage.tsx')).NoticesPage,
    },
  ],
];

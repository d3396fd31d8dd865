import * as at from '../routes.ts';
import type { PlacedScreen } from '../screen.ts';

/** Commitments, holdings, orders, and the way to them. */
export const investorScreens: readonly PlacedScreen[] = [
  [
    at.commit,
    {
      words: ['commit', 'commitment', 'wallet'],
      load: async () => (await import('../../features/commit/CommitPage.tsx')).CommitPage,
    },
  ],
  [
    at.portfolio,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../../features/portfolio/PortfolioPage.tsx')).PortfolioPage,
    },
  ],
  [
    at.commitments,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../../features/portfolio/CommitmentsPage.tsx')).CommitmentsPage,
    },
  ],
  [
    at.commitment,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../../features/portfolio/CommitmentPage.tsx')).CommitmentPage,
    },
  ],
  [
    at.statement,
    {
      words: ['portfolio', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../../features/portfolio/StatementPage.tsx')).StatementPage,
    },
  ],
  [
    at.payments,
    {
      words: ['payments', 'security', 'account'],
      access: ['investor'],
      load: async () => (await import('../../features/payments/PaymentsPage.tsx')).PaymentsPage,
    },
  ],
  [
    at.holding,
    {
      words: ['portfolio', 'commitment'],
      access: 'signed_in',
      load: async () => (await import('../../features/portfolio/HoldingPage.tsx')).HoldingPage,
    },
  ],
  [
    at.onboarding,
    {
      words: ['onboarding'],
      access: 'signed_in',
      load: async () => (await import('../../features/onboarding/OnboardingPage.tsx')).OnboardingPage,
    },
  ],
  [
    at.onboardingIdentity,
    {
      words: ['onboarding'],
      access: 'signed_in',
      load: async () => (await import('../../features/onboarding/IdentityPage.tsx')).IdentityPage,
    },
  ],
  [
    at.onboardingKnowledge,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../../features/onboarding/KnowledgePage.tsx')).KnowledgePage,
    },
  ],
  [
    at.onboardingLoss,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../../features/onboarding/LossPage.tsx')).LossPage,
    },
  ],
  [
    at.onboardingClass,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../../features/onboarding/ClassPage.tsx')).ClassPage,
    },
  ],
  [
    at.orders,
    {
      words: ['myOrders'],
      // Whoever was an investor reads what became of their orders, and cancels what is left.
      access: 'signed_in',
      load: async () => (await import('../../features/my-orders/OrdersPage.tsx')).OrdersPage,
    },
  ],
];

import * as at from '../routes.ts';
import type { PlacedScreen } from '../screen.ts';

const operators = ['operator', 'administrator'] as const;

/** Where the venue is operated. */
export const deskScreens: readonly PlacedScreen[] = [
  [
    at.desk,
    {
      words: ['desk', 'trading'],
      access: operators,
      load: async () => (await import('../../features/desk/QueuePage.tsx')).QueuePage,
    },
  ],
  [
    at.proposals,
    {
      words: ['approvals'],
      access: operators,
      load: async () => (await import('../../features/approvals/ProposalsPage.tsx')).ProposalsPage,
    },
  ],
  [
    at.proposal,
    {
      words: ['approvals', 'desk'],
      access: operators,
      load: async () => (await import('../../features/approvals/ProposalPage.tsx')).ProposalPage,
    },
  ],
  [
    at.policy,
    {
      words: ['approvals'],
      access: operators,
      load: async () => (await import('../../features/approvals/PolicyPage.tsx')).PolicyPage,
    },
  ],
  [
    at.fees,
    {
      words: ['conduct'],
      access: operators,
      load: async () => (await import('../../features/conduct/FeesPage.tsx')).FeesPage,
    },
  ],
  [
    at.conflicts,
    {
      words: ['conduct'],
      access: operators,
      load: async () => (await import('../../features/conduct/ConflictsPage.tsx')).ConflictsPage,
    },
  ],
  [
    at.review,
    {
      words: ['desk'],
      access: ['operator'],
      load: async () => (await import('../../features/desk/ReviewPage.tsx')).ReviewPage,
    },
  ],
  [
    at.disclosure,
    {
      words: ['disclosures', 'issuerFields', 'desk'],
      access: ['operator'],
      load: async () => (await import('../../features/disclosures/DisclosurePage.tsx')).DisclosurePage,
    },
  ],
  [
    at.question,
    {
      words: ['disclosures', 'desk'],
      access: ['operator'],
      load: async () => (await import('../../features/disclosures/QuestionPage.tsx')).QuestionPage,
    },
  ],
  [
    at.people,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../../features/desk/PeoplePage.tsx')).PeoplePage,
    },
  ],
  [
    at.identities,
    {
      words: ['onboarding'],
      access: ['operator'],
      load: async () => (await import('../../features/onboarding/IdentitiesDeskPage.tsx')).IdentitiesDeskPage,
    },
  ],
  [
    at.identity,
    {
      words: ['onboarding'],
      access: ['operator'],
      load: async () => (await import('../../features/onboarding/IdentityCasePage.tsx')).IdentityCasePage,
    },
  ],
  [
    at.marketsDesk,
    {
      words: ['tradingDesk', 'trading'],
      access: ['operator'],
      load: async () => (await import('../../features/trading-desk/MarketsDeskPage.tsx')).MarketsDeskPage,
    },
  ],
  [
    at.clock,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../../features/desk/ClockPage.tsx')).ClockPage,
    },
  ],
  [
    at.mail,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../../features/desk/MailPage.tsx')).MailPage,
    },
  ],
  [
    at.deskPayments,
    {
      words: ['payments'],
      access: operators,
      load: async () => (await import('../../features/payments/desk/PaymentsDeskPage.tsx')).PaymentsDeskPage,
    },
  ],
  [
    at.reports,
    {
      words: ['reports'],
      access: operators,
      load: async () => (await import('../../features/reports/ReportsPage.tsx')).ReportsPage,
    },
  ],
  [
    at.audit,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../../features/desk/AuditPage.tsx')).AuditPage,
    },
  ],
  [
    at.overdue,
    {
      words: ['duties'],
      access: ['operator'],
      load: async () => (await import('../../features/duties/OverduePage.tsx')).OverduePage,
    },
  ],
  [
    at.surveillance,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../../features/surveillance/SurveillancePage.tsx')).SurveillancePage,
    },
  ],
  [
    at.alert,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../../features/surveillance/AlertPage.tsx')).AlertPage,
    },
  ],
  [
    at.surveillanceCase,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../../features/surveillance/CasePage.tsx')).CasePage,
    },
  ],
];

import type { AnyRoute } from '@tanstack/react-router';
import * as at from './routes.ts';
import { screen, type ScreenSpec } from './screen.ts';

const operators = ['operator', 'administrator'] as const;

/** What is shown at each address. A feature adds its entries here. */
const screens: readonly (readonly [AnyRoute, ScreenSpec])[] = [
  [
    at.home,
    {
      words: ['dealFlow'],
      load: async () => (await import('../features/deal-flow/DealFlowPage.tsx')).DealFlowPage,
    },
  ],
  [
    at.offers,
    {
      words: ['offers'],
      load: async () => (await import('../features/offers/OffersPage.tsx')).OffersPage,
    },
  ],
  [
    at.offer,
    {
      words: ['venture'],
      load: async () => (await import('../features/venture/OfferPage.tsx')).OfferPage,
    },
  ],
  [
    at.listing,
    {
      words: ['venture'],
      load: async () => (await import('../features/venture/ListingPage.tsx')).ListingPage,
    },
  ],
  [
    at.sheet,
    {
      words: ['disclosures'],
      load: async () => (await import('../features/disclosures/SheetPage.tsx')).SheetPage,
    },
  ],
  [
    at.duties,
    {
      words: ['duties'],
      load: async () => (await import('../features/duties/DutiesPage.tsx')).DutiesPage,
    },
  ],
  [
    at.markets,
    {
      words: ['market', 'trading'],
      load: async () => (await import('../features/market/MarketsPage.tsx')).MarketsPage,
    },
  ],
  [
    at.market,
    {
      words: ['market', 'trading'],
      load: async () => (await import('../features/market/MarketPage.tsx')).MarketPage,
    },
  ],
  [
    at.commit,
    {
      words: ['commit', 'commitment', 'wallet'],
      load: async () => (await import('../features/commit/CommitPage.tsx')).CommitPage,
    },
  ],
  [
    at.portfolio,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../features/portfolio/PortfolioPage.tsx')).PortfolioPage,
    },
  ],
  [
    at.commitments,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../features/portfolio/CommitmentsPage.tsx')).CommitmentsPage,
    },
  ],
  [
    at.commitment,
    {
      words: ['portfolio', 'commitment', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../features/portfolio/CommitmentPage.tsx')).CommitmentPage,
    },
  ],
  [
    at.statement,
    {
      words: ['portfolio', 'wallet'],
      access: 'signed_in',
      load: async () => (await import('../features/portfolio/StatementPage.tsx')).StatementPage,
    },
  ],
  [
    at.holding,
    {
      words: ['portfolio', 'commitment'],
      access: 'signed_in',
      load: async () => (await import('../features/portfolio/HoldingPage.tsx')).HoldingPage,
    },
  ],
  [
    at.onboarding,
    {
      words: ['onboarding'],
      access: 'signed_in',
      load: async () => (await import('../features/onboarding/OnboardingPage.tsx')).OnboardingPage,
    },
  ],
  [
    at.onboardingIdentity,
    {
      words: ['onboarding'],
      access: 'signed_in',
      load: async () => (await import('../features/onboarding/IdentityPage.tsx')).IdentityPage,
    },
  ],
  [
    at.onboardingKnowledge,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../features/onboarding/KnowledgePage.tsx')).KnowledgePage,
    },
  ],
  [
    at.onboardingLoss,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../features/onboarding/LossPage.tsx')).LossPage,
    },
  ],
  [
    at.onboardingClass,
    {
      words: ['onboarding'],
      access: ['investor'],
      load: async () => (await import('../features/onboarding/ClassPage.tsx')).ClassPage,
    },
  ],
  [
    at.orders,
    {
      words: ['myOrders'],
      access: ['investor'],
      load: async () => (await import('../features/my-orders/OrdersPage.tsx')).OrdersPage,
    },
  ],
  [
    at.issuer,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../features/issuer/IssuerPage.tsx')).IssuerPage,
    },
  ],
  [
    at.newListing,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../features/issuer/NewListingPage.tsx')).NewListingPage,
    },
  ],
  [
    at.wizard,
    {
      words: ['issuer', 'issuerFields', 'venture'],
      access: ['enterprise'],
      load: async () => (await import('../features/issuer/wizard/WizardPage.tsx')).WizardPage,
    },
  ],
  [
    at.newOrganisation,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../features/issuer/OrganisationPages.tsx')).NewOrganisationPage,
    },
  ],
  [
    at.organisation,
    {
      words: ['issuer'],
      access: ['enterprise'],
      load: async () => (await import('../features/issuer/OrganisationPages.tsx')).EditOrganisationPage,
    },
  ],
  [
    at.dossier,
    {
      words: ['dossier'],
      access: ['enterprise'],
      load: async () => (await import('../features/dossier/DossierPage.tsx')).DossierPage,
    },
  ],
  [
    at.invitation,
    {
      words: ['dossier'],
      access: ['enterprise'],
      load: async () => (await import('../features/dossier/InvitationPage.tsx')).InvitationPage,
    },
  ],
  [
    at.desk,
    {
      words: ['desk', 'trading'],
      access: operators,
      load: async () => (await import('../features/desk/QueuePage.tsx')).QueuePage,
    },
  ],
  [
    at.proposals,
    {
      words: ['approvals'],
      access: operators,
      load: async () => (await import('../features/approvals/ProposalsPage.tsx')).ProposalsPage,
    },
  ],
  [
    at.proposal,
    {
      words: ['approvals', 'desk'],
      access: operators,
      load: async () => (await import('../features/approvals/ProposalPage.tsx')).ProposalPage,
    },
  ],
  [
    at.policy,
    {
      words: ['approvals'],
      access: operators,
      load: async () => (await import('../features/approvals/PolicyPage.tsx')).PolicyPage,
    },
  ],
  [
    at.review,
    {
      words: ['desk'],
      access: ['operator'],
      load: async () => (await import('../features/desk/ReviewPage.tsx')).ReviewPage,
    },
  ],
  [
    at.disclosure,
    {
      words: ['disclosures', 'issuerFields', 'desk'],
      access: ['operator'],
      load: async () => (await import('../features/disclosures/DisclosurePage.tsx')).DisclosurePage,
    },
  ],
  [
    at.question,
    {
      words: ['disclosures', 'desk'],
      access: ['operator'],
      load: async () => (await import('../features/disclosures/QuestionPage.tsx')).QuestionPage,
    },
  ],
  [
    at.people,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../features/desk/PeoplePage.tsx')).PeoplePage,
    },
  ],
  [
    at.identities,
    {
      words: ['onboarding'],
      access: ['operator'],
      load: async () => (await import('../features/onboarding/IdentitiesDeskPage.tsx')).IdentitiesDeskPage,
    },
  ],
  [
    at.identity,
    {
      words: ['onboarding'],
      access: ['operator'],
      load: async () => (await import('../features/onboarding/IdentityCasePage.tsx')).IdentityCasePage,
    },
  ],
  [
    at.marketsDesk,
    {
      words: ['tradingDesk', 'trading'],
      access: ['operator'],
      load: async () => (await import('../features/trading-desk/MarketsDeskPage.tsx')).MarketsDeskPage,
    },
  ],
  [
    at.clock,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../features/desk/ClockPage.tsx')).ClockPage,
    },
  ],
  [
    at.mail,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../features/desk/MailPage.tsx')).MailPage,
    },
  ],
  [
    at.reports,
    {
      words: ['reports'],
      access: operators,
      load: async () => (await import('../features/reports/ReportsPage.tsx')).ReportsPage,
    },
  ],
  [
    at.audit,
    {
      words: ['desk'],
      access: operators,
      load: async () => (await import('../features/desk/AuditPage.tsx')).AuditPage,
    },
  ],
  [
    at.overdue,
    {
      words: ['duties'],
      access: ['operator'],
      load: async () => (await import('../features/duties/OverduePage.tsx')).OverduePage,
    },
  ],
  [
    at.surveillance,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../features/surveillance/SurveillancePage.tsx')).SurveillancePage,
    },
  ],
  [
    at.alert,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../features/surveillance/AlertPage.tsx')).AlertPage,
    },
  ],
  [
    at.surveillanceCase,
    {
      words: ['surveillance'],
      access: ['operator'],
      load: async () => (await import('../features/surveillance/CasePage.tsx')).CasePage,
    },
  ],
  [
    at.signIn,
    {
      words: ['account'],
      load: async () => (await import('../features/account/SignInPage.tsx')).SignInPage,
    },
  ],
  [
    at.register,
    {
      words: ['account'],
      load: async () => (await import('../features/account/RegisterPage.tsx')).RegisterPage,
    },
  ],
  [
    at.verify,
    {
      words: ['account'],
      load: async () => (await import('../features/account/VerifyPage.tsx')).VerifyPage,
    },
  ],
  [
    at.reset,
    {
      words: ['account'],
      load: async () => (await import('../features/account/ResetPage.tsx')).ResetPage,
    },
  ],
  [
    at.profile,
    {
      words: ['account'],
      access: 'signed_in',
      load: async () => (await import('../features/account/ProfilePage.tsx')).ProfilePage,
    },
  ],
  [
    at.security,
    {
      words: ['security', 'account'],
      access: 'signed_in',
      load: async () => (await import('../features/security/SecurityPage.tsx')).SecurityPage,
    },
  ],
  [
    at.about,
    {
      words: ['conduct'],
      load: async () => (await import('../features/conduct/AboutPage.tsx')).AboutPage,
    },
  ],
  [
    at.complaints,
    {
      words: ['conduct'],
      access: 'signed_in',
      load: async () => (await import('../features/conduct/ComplaintsPage.tsx')).ComplaintsPage,
    },
  ],
  [
    at.complaint,
    {
      words: ['conduct'],
      access: 'signed_in',
      load: async () => (await import('../features/conduct/ComplaintPage.tsx')).ComplaintPage,
    },
  ],
  [
    at.notices,
    {
      words: ['account'],
      access: 'signed_in',
      load: async () => (await import('../features/account/NoticesPage.tsx')).NoticesPage,
    },
  ],
  [
    at.gallery,
    {
      words: [],
      load: async () => (await import('./gallery/GalleryPage.tsx')).GalleryPage,
    },
  ],
];

export function placeScreens(): void {
  for (const [route, spec] of screens) screen(route, spec);
}

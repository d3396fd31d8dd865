import * as at from './routes.ts';
import { screen } from './screen.ts';

/** What is shown at each address. A feature adds its lines here. */
export function placeScreens(): void {
  screen(at.home, {
    words: ['dealFlow'],
    load: async () => (await import('../features/deal-flow/DealFlowPage.tsx')).DealFlowPage,
  });
  screen(at.offers, {
    words: ['offers'],
    load: async () => (await import('../features/offers/OffersPage.tsx')).OffersPage,
  });
  screen(at.offer, {
    words: ['venture'],
    load: async () => (await import('../features/venture/OfferPage.tsx')).OfferPage,
  });
  screen(at.listing, {
    words: ['venture'],
    load: async () => (await import('../features/venture/ListingPage.tsx')).ListingPage,
  });
  screen(at.commit, {
    words: ['commit', 'commitment', 'wallet'],
    load: async () => (await import('../features/commit/CommitPage.tsx')).CommitPage,
  });
  screen(at.portfolio, {
    words: ['portfolio', 'commitment', 'wallet'],
    access: 'signed_in',
    load: async () => (await import('../features/portfolio/PortfolioPage.tsx')).PortfolioPage,
  });
  screen(at.commitments, {
    words: ['portfolio', 'commitment', 'wallet'],
    access: 'signed_in',
    load: async () => (await import('../features/portfolio/CommitmentsPage.tsx')).CommitmentsPage,
  });
  screen(at.commitment, {
    words: ['portfolio', 'commitment', 'wallet'],
    access: 'signed_in',
    load: async () => (await import('../features/portfolio/CommitmentPage.tsx')).CommitmentPage,
  });
  screen(at.statement, {
    words: ['portfolio', 'wallet'],
    access: 'signed_in',
    load: async () => (await import('../features/portfolio/StatementPage.tsx')).StatementPage,
  });
  screen(at.holding, {
    words: ['portfolio', 'commitment'],
    access: 'signed_in',
    load: async () => (await import('../features/portfolio/HoldingPage.tsx')).HoldingPage,
  });
  const operators = ['operator', 'administrator'] as const;
  screen(at.desk, {
    words: ['desk'],
    access: ['operator'],
    load: async () => (await import('../features/desk/QueuePage.tsx')).QueuePage,
  });
  screen(at.review, {
    words: ['desk'],
    access: ['operator'],
    load: async () => (await import('../features/desk/ReviewPage.tsx')).ReviewPage,
  });
  screen(at.people, {
    words: ['desk'],
    access: operators,
    load: async () => (await import('../features/desk/PeoplePage.tsx')).PeoplePage,
  });
  screen(at.clock, {
    words: ['desk'],
    access: operators,
    load: async () => (await import('../features/desk/ClockPage.tsx')).ClockPage,
  });
  screen(at.mail, {
    words: ['desk'],
    access: operators,
    load: async () => (await import('../features/desk/MailPage.tsx')).MailPage,
  });
  screen(at.audit, {
    words: ['desk'],
    access: operators,
    load: async () => (await import('../features/desk/AuditPage.tsx')).AuditPage,
  });
  screen(at.signIn, {
    words: ['account'],
    load: async () => (await import('../features/account/SignInPage.tsx')).SignInPage,
  });
  screen(at.register, {
    words: ['account'],
    load: async () => (await import('../features/account/RegisterPage.tsx')).RegisterPage,
  });
  screen(at.verify, {
    words: ['account'],
    load: async () => (await import('../features/account/VerifyPage.tsx')).VerifyPage,
  });
  screen(at.reset, {
    words: ['account'],
    load: async () => (await import('../features/account/ResetPage.tsx')).ResetPage,
  });
  screen(at.profile, {
    words: ['account'],
    access: 'signed_in',
    load: async () => (await import('../features/account/ProfilePage.tsx')).ProfilePage,
  });
  screen(at.notices, {
    words: ['account'],
    access: 'signed_in',
    load: async () => (await import('../features/account/NoticesPage.tsx')).NoticesPage,
  });
  screen(at.gallery, {
    words: [],
    load: async () => (await import('./gallery/GalleryPage.tsx')).GalleryPage,
  });
}

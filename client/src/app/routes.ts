import { commitmentId, complaintId } from '@piazza/shared/contract';
import { createRoute } from '@tanstack/react-router';
import { returnSearch, tokenSearch } from '../features/account/search.ts';
import { complaintsSearch } from '../features/conduct/search.ts';
import { commitSearch } from '../features/commit/search.ts';
import { dossierSearch, invitationSearch } from '../features/dossier/search.ts';
import { sheetSearch } from '../features/disclosures/search.ts';
import { wizardSearch } from '../features/issuer/search.ts';
import { paymentsSearch } from '../features/payments/search.ts';
import { onboardingSearch } from '../features/onboarding/search.ts';
import { offersSearch } from '../features/offers/search.ts';
import { commitmentsSearch, statementSearch } from '../features/portfolio/search.ts';
import * as desk from './routes/desk.ts';
import { getParentRoute, id, ofListing, ofOffer, ofOrganisation, root } from './routes/kit.ts';

export * from './routes/desk.ts';
export { root } from './routes/kit.ts';

export const home = createRoute({ getParentRoute, path: '/' });
export const offers = createRoute({ getParentRoute, path: '/offers', validateSearch: offersSearch });
export const offer = createRoute({ getParentRoute, path: '/offers/$offerId', params: ofOffer });
export const listing = createRoute({ getParentRoute, path: '/listings/$listingId', params: ofListing });
export const sheet = createRoute({
  getParentRoute,
  path: '/listings/$listingId/sheet',
  validateSearch: sheetSearch,
  params: ofListing,
});
export const duties = createRoute({ getParentRoute, path: '/listings/$listingId/duties', params: ofListing });
export const markets = createRoute({ getParentRoute, path: '/markets' });
export const market = createRoute({ getParentRoute, path: '/markets/$listingId', params: ofListing });

export const commit = createRoute({
  getParentRoute,
  path: '/offers/$offerId/commit',
  validateSearch: commitSearch,
  params: ofOffer,
});
export const portfolio = createRoute({ getParentRoute, path: '/portfolio' });
export const commitments = createRoute({
  getParentRoute,
  path: '/portfolio/commitments',
  validateSearch: commitmentsSearch,
});
export const commitment = createRoute({
  getParentRoute,
  path: '/portfolio/commitments/$commitmentId',
  params: {
    parse: (raw) => ({ commitmentId: id(commitmentId, raw.commitmentId) }),
    stringify: (params) => params,
  },
});
export const statement = createRoute({
  getParentRoute,
  path: '/portfolio/statement',
  validateSearch: statementSearch,
});
export const payments = createRoute({
  getParentRoute,
  path: '/portfolio/payments',
  validateSearch: paymentsSearch,
});
export const holding = createRoute({
  getParentRoute,
  path: '/portfolio/holdings/$listingId',
  params: ofListing,
});

export const onboarding = createRoute({
  getParentRoute,
  path: '/onboarding',
  validateSearch: onboardingSearch,
});
export const onboardingIdentity = createRoute({
  getParentRoute,
  path: '/onboarding/identity',
  validateSearch: onboardingSearch,
});
export const onboardingKnowledge = createRoute({
  getParentRoute,
  path: '/onboarding/knowledge',
  validateSearch: onboardingSearch,
});
export const onboardingLoss = createRoute({
  getParentRoute,
  path: '/onboarding/loss',
  validateSearch: onboardingSearch,
});
export const onboardingClass = createRoute({
  getParentRoute,
  path: '/onboarding/class',
  validateSearch: onboardingSearch,
});

export const orders = createRoute({ getParentRoute, path: '/orders' });

export const issuer = createRoute({ getParentRoute, path: '/issuer' });
export const newListing = createRoute({ getParentRoute, path: '/issuer/new' });
export const wizard = createRoute({
  getParentRoute,
  path: '/issuer/listings/$listingId',
  validateSearch: wizardSearch,
  params: ofListing,
});
export const newOrganisation = createRoute({ getParentRoute, path: '/issuer/organisations/new' });
export const organisation = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId',
  params: ofOrganisation,
});

export const issuerMoney = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId/money',
  params: ofOrganisation,
});
export const issuerStatement = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId/statement',
  params: ofOrganisation,
});
export const dossier = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId/dossier',
  validateSearch: dossierSearch,
  params: ofOrganisation,
});
export const invitation = createRoute({
  getParentRoute,
  path: '/invitation',
  validateSearch: invitationSearch,
});

export const signIn = createRoute({ getParentRoute, path: '/sign-in', validateSearch: returnSearch });
export const register = createRoute({ getParentRoute, path: '/register', validateSearch: returnSearch });
export const verify = createRoute({ getParentRoute, path: '/verify', validateSearch: tokenSearch });
export const reset = createRoute({ getParentRoute, path: '/reset', validateSearch: tokenSearch });
export const profile = createRoute({ getParentRoute, path: '/profile' });
export const security = createRoute({ getParentRoute, path: '/profile/security' });
export const about = createRoute({ getParentRoute, path: '/about' });
export const publicPolicy = createRoute({ getParentRoute, path: '/policy' });
export const complaints = createRoute({
  getParentRoute,
  path: '/complaints',
  validateSearch: complaintsSearch,
});
export const complaint = createRoute({
  getParentRoute,
  path: '/complaints/$complaintId',
  params: {
    parse: (raw) => ({ complaintId: id(complaintId, raw.complaintId) }),
    stringify: (params) => params,
  },
});
export const notices = createRoute({ getParentRoute, path: '/notices' });
export const gallery = createRoute({ getParentRoute, path: '/gallery' });

/** Every address of the client. A feature adds its routes above and here. */
export const routeTree = root.addChildren([
  home,
  offers,
  offer,
  listing,
  sheet,
  duties,
  markets,
  market,
  commit,
  portfolio,
  commitments,
  commitment,
  statement,
  payments,
  issuerMoney,
  issuerStatement,
  holding,
  onboarding,
  onboardingIdentity,
  onboardingKnowledge,
  onboardingLoss,
  onboardingClass,
  orders,
  issuer,
  newListing,
  wizard,
  newOrganisation,
  organisation,
  dossier,
  invitation,
  signIn,
  register,
  verify,
  reset,
  profile,
  security,
  about,
  publicPolicy,
  complaints,
  complaint,
  notices,
  gallery,
  desk.overdue,
  desk.desk,
  desk.proposals,
  desk.proposal,
  desk.policy,
  desk.fees,
  desk.conflicts,
  desk.review,
  desk.disclosure,
  desk.question,
  desk.people,
  desk.identities,
  desk.identity,
  desk.marketsDesk,
  desk.clock,
  desk.mail,
  desk.deskPayments,
  desk.reports,
  desk.audit,
  desk.surveillance,
  desk.alert,
  desk.surveillanceCase,
]);

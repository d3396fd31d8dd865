import {
  alertId,
  caseId,
  commitmentId,
  complaintId,
  disclosureId,
  listingId,
  offerId,
  organisationId,
  personId,
  proposalId,
  questionId,
} from '@piazza/shared/contract';
import { createRootRoute, createRoute, notFound } from '@tanstack/react-router';
import type { z } from 'zod';
import { returnSearch, tokenSearch } from '../features/account/search.ts';
import { alertsSearch } from '../features/surveillance/search.ts';
import { complaintsSearch } from '../features/conduct/search.ts';
import { commitSearch } from '../features/commit/search.ts';
import { proposalsSearch } from '../features/approvals/search.ts';
import { auditSearch, deskSearch } from '../features/desk/search.ts';
import { dossierSearch, invitationSearch } from '../features/dossier/search.ts';
import { sheetSearch } from '../features/disclosures/search.ts';
import { wizardSearch } from '../features/issuer/search.ts';
import { paymentsSearch } from '../features/payments/search.ts';
import { onboardingSearch } from '../features/onboarding/search.ts';
import { offersSearch } from '../features/offers/search.ts';
import { commitmentsSearch, statementSearch } from '../features/portfolio/search.ts';

// The addresses alone: what is shown there is said in screens.ts. Kept apart because every link is typed by the
// addresses, and a screen full of links cannot be part of its own type.

export const root = createRootRoute();
const getParentRoute = () => root;

/** Reads an id of the address; what has not its shape is a page that does not exist. */
function id<T>(schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(text);
  // eslint-disable-next-line typescript/only-throw-error -- the router's own signal
  if (!parsed.success) throw notFound();
  return parsed.data;
}

const stringify = <T>(params: T): T => params;
const ofListing = {
  parse: (raw: { listingId: string }) => ({ listingId: id(listingId, raw.listingId) }),
  stringify,
};
const ofOffer = { parse: (raw: { offerId: string }) => ({ offerId: id(offerId, raw.offerId) }), stringify };

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
export const overdue = createRoute({ getParentRoute, path: '/desk/duties' });
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
  params: {
    parse: (raw) => ({ organisationId: id(organisationId, raw.organisationId) }),
    stringify: (params) => params,
  },
});

export const issuerMoney = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId/money',
  params: {
    parse: (raw) => ({ organisationId: id(organisationId, raw.organisationId) }),
    stringify: (params) => params,
  },
});
export const dossier = createRoute({
  getParentRoute,
  path: '/issuer/organisations/$organisationId/dossier',
  validateSearch: dossierSearch,
  params: {
    parse: (raw) => ({ organisationId: id(organisationId, raw.organisationId) }),
    stringify: (params) => params,
  },
});
export const invitation = createRoute({
  getParentRoute,
  path: '/invitation',
  validateSearch: invitationSearch,
});

export const desk = createRoute({ getParentRoute, path: '/desk', validateSearch: deskSearch });
export const proposals = createRoute({
  getParentRoute,
  path: '/desk/proposals',
  validateSearch: proposalsSearch,
});
export const proposal = createRoute({
  getParentRoute,
  path: '/desk/proposals/$proposalId',
  params: { parse: (raw) => ({ proposalId: id(proposalId, raw.proposalId) }), stringify: (params) => params },
});
export const policy = createRoute({ getParentRoute, path: '/desk/policy' });
export const fees = createRoute({ getParentRoute, path: '/desk/fees' });
export const conflicts = createRoute({ getParentRoute, path: '/desk/conflicts' });
export const review = createRoute({ getParentRoute, path: '/desk/listings/$listingId', params: ofListing });
export const disclosure = createRoute({
  getParentRoute,
  path: '/desk/disclosures/$disclosureId',
  params: {
    parse: (raw) => ({ disclosureId: id(disclosureId, raw.disclosureId) }),
    stringify: (params) => params,
  },
});
export const question = createRoute({
  getParentRoute,
  path: '/desk/questions/$questionId',
  params: {
    parse: (raw) => ({ questionId: id(questionId, raw.questionId) }),
    stringify: (params) => params,
  },
});
export const people = createRoute({ getParentRoute, path: '/desk/people' });
export const identities = createRoute({ getParentRoute, path: '/desk/identities' });
export const identity = createRoute({
  getParentRoute,
  path: '/desk/identities/$personId',
  params: { parse: (raw) => ({ personId: id(personId, raw.personId) }), stringify: (params) => params },
});
export const marketsDesk = createRoute({ getParentRoute, path: '/desk/markets' });
export const clock = createRoute({ getParentRoute, path: '/desk/clock' });
export const mail = createRoute({ getParentRoute, path: '/desk/mail' });
export const deskPayments = createRoute({ getParentRoute, path: '/desk/payments' });
export const reports = createRoute({ getParentRoute, path: '/desk/reports' });
export const audit = createRoute({ getParentRoute, path: '/desk/audit', validateSearch: auditSearch });

export const surveillance = createRoute({
  getParentRoute,
  path: '/desk/surveillance',
  validateSearch: alertsSearch,
});
export const alert = createRoute({
  getParentRoute,
  path: '/desk/surveillance/alerts/$alertId',
  params: { parse: (raw) => ({ alertId: id(alertId, raw.alertId) }), stringify: (params) => params },
});
export const surveillanceCase = createRoute({
  getParentRoute,
  path: '/desk/surveillance/cases/$caseId',
  params: { parse: (raw) => ({ caseId: id(caseId, raw.caseId) }), stringify: (params) => params },
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
  overdue,
  markets,
  market,
  commit,
  portfolio,
  commitments,
  commitment,
  statement,
  payments,
  issuerMoney,
  deskPayments,
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
  desk,
  proposals,
  proposal,
  policy,
  fees,
  conflicts,
  review,
  disclosure,
  question,
  people,
  identities,
  identity,
  marketsDesk,
  clock,
  mail,
  reports,
  audit,
  surveillance,
  alert,
  surveillanceCase,
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
]);

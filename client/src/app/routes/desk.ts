import { alertId, caseId, disclosureId, personId, proposalId, questionId } from '@piazza/shared/contract';
import { createRoute } from '@tanstack/react-router';
import { proposalsSearch } from '../../features/approvals/search.ts';
import { auditSearch, deskSearch } from '../../features/desk/search.ts';
import { alertsSearch } from '../../features/surveillance/search.ts';
import { getParentRoute, id, ofListing } from './kit.ts';

// Where the venue is overseen.

export const overdue = createRoute({ getParentRoute, path: '/desk/duties' });
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

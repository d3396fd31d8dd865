import type { ApiContext } from './api/context.ts';
import { authHandlers } from './api/auth.ts';
import { boardHandlers } from './api/board.ts';
import { protectionHandlers } from './api/protection.ts';
import { understandingHandlers } from './api/understanding.ts';
import { securityHandlers } from './api/security.ts';
import { approvalsHandlers } from './api/approvals.ts';
import { queueHandlers } from './api/queue.ts';
import { dossierHandlers } from './api/dossier.ts';
import { kiisHandlers } from './api/kiis.ts';
import { disclosuresHandlers } from './api/disclosures.ts';
import { casesHandlers } from './api/cases.ts';
import { dutiesHandlers } from './api/duties.ts';
import { conductHandlers } from './api/conduct.ts';
import { reportsHandlers } from './api/reports.ts';
import { listingsHandlers } from './api/listings.ts';
import { commitmentsHandlers, offersHandlers } from './api/offers.ts';
import { marketsHandlers } from './api/markets.ts';
import { ordersHandlers } from './api/orders.ts';
import { organisationsHandlers } from './api/organisations.ts';
import { peopleHandlers } from './api/people.ts';
import { presentMe } from './api/present/person.ts';
import { tradingDeskHandlers } from './api/trading-desk.ts';
import { venueHandlers } from './api/venue.ts';
import { walletHandlers } from './api/wallet.ts';
import { statementsHandlers } from './api/statements.ts';
import { issuerStatementsHandlers } from './api/statements-issuer.ts';
import { paymentsHandlers } from './api/payments.ts';
import { issuerPaymentsHandlers } from './api/payments-issuer.ts';
import { deskPaymentsHandlers } from './api/payments-desk.ts';

/** What answers each endpoint of the contract. */
export const handlersOf = (context: ApiContext) => ({
  ...authHandlers(context.identity, (id) => presentMe(context, id)),
  ...peopleHandlers(context),
  ...walletHandlers(context),
  ...organisationsHandlers(context),
  ...listingsHandlers(context),
  ...offersHandlers(context),
  ...commitmentsHandlers(context),
  ...marketsHandlers(context),
  ...ordersHandlers(context),
  ...tradingDeskHandlers(context),
  ...boardHandlers(context),
  ...protectionHandlers(context),
  ...understandingHandlers(context),
  ...securityHandlers(context),
  ...approvalsHandlers(context),
  ...queueHandlers(context),
  ...dossierHandlers(context),
  ...kiisHandlers(context),
  ...disclosuresHandlers(context),
  ...casesHandlers(context),
  ...dutiesHandlers(context),
  ...conductHandlers(context),
  ...reportsHandlers(context),
  ...paymentsHandlers(context),
  ...statementsHandlers(context),
  ...issuerStatementsHandlers(context),
  ...issuerPaymentsHandlers(context),
  ...deskPaymentsHandlers(context),
  ...venueHandlers(context),
});

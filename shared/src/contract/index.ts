import { auth } from './auth.ts';
import { protectionEndpoints } from './protection.ts';
import { securityEndpoints } from './security.ts';
import { approvalsEndpoints } from './approvals.ts';
import { queueEndpoints } from './queue.ts';
import { dossierEndpoints } from './dossier.ts';
import { kiisEndpoints } from './kiis.ts';
import { disclosuresEndpoints } from './disclosures.ts';
import { casesEndpoints } from './cases.ts';
import { dutiesEndpoints } from './duties.ts';
import { conductEndpoints } from './conduct.ts';
import { reportsEndpoints } from './reports.ts';
import { paymentsEndpoints } from './payments.ts';
import { statementsEndpoints } from './statements.ts';
import { boardEndpoints } from './board.ts';
import { commitments } from './commitments.ts';
import type { EndpointRecord } from './kit.ts';
import { listings } from './listings.ts';
import { marketEndpoints } from './markets.ts';
import { offers } from './offers.ts';
import { orderEndpoints } from './orders.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { reviewEndpoints } from './review.ts';
import { tradingDeskEndpoints } from './trading-desk.ts';
import { venueEndpoints } from './venue.ts';
import { walletEndpoints } from './wallet.ts';

export * from './auth.ts';
export * from './board.ts';
export * from './protection.ts';
export * from './security.ts';
export * from './approvals.ts';
export * from './queue.ts';
export * from './dossier.ts';
export * from './kiis.ts';
export * from './disclosures.ts';
export { mentionsContact, type QuestionView } from './questions.ts';
export * from './cases.ts';
export * from './duties.ts';
export * from './conduct.ts';
export * from './reports.ts';
export * from './payments.ts';
export { issuerSums, type IssuerStatement, type IssuerSum } from './statements.ts';
export * from './commitments.ts';
export * from './draft.ts';
export * from './kit.ts';
export * from './listings.ts';
export * from './markets.ts';
export * from './offers.ts';
export * from './orders.ts';
export * from './organisations.ts';
export * from './people.ts';
export * from './notice-kinds.ts';
export * from './problem.ts';
export * from './review.ts';
export * from './socket.ts';
export * from './trading-desk.ts';
export * from './venue.ts';
export * from './wallet.ts';

/** Every endpoint of the venue by name: the one table that server, client, OpenAPI and tests are made from. */
export const contract = {
  ...auth,
  ...people,
  ...walletEndpoints,
  ...organisations,
  ...listings,
  ...reviewEndpoints,
  ...offers,
  ...commitments,
  ...marketEndpoints,
  ...orderEndpoints,
  ...tradingDeskEndpoints,
  ...boardEndpoints,
  ...protectionEndpoints,
  ...securityEndpoints,
  ...approvalsEndpoints,
  ...queueEndpoints,
  ...dossierEndpoints,
  ...kiisEndpoints,
  ...disclosuresEndpoints,
  ...casesEndpoints,
  ...dutiesEndpoints,
  ...conductEndpoints,
  ...reportsEndpoints,
  ...paymentsEndpoints,
  ...statementsEndpoints,
  ...venueEndpoints,
} as const satisfies Record<string, EndpointRecord>;
export type Contract = typeof contract;
export type EndpointName = keyof Contract;
export const endpointNames = Object.keys(contract) as EndpointName[];

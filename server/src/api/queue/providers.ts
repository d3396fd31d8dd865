import { alertProvider } from './alert.ts';
import { breakProvider } from './break.ts';
import { caseProvider } from './case.ts';
import { complaintProvider } from './complaint.ts';
import { disclosureProvider } from './disclosure.ts';
import { identityProvider } from './identity.ts';
import { investorClassProvider } from './investor-class.ts';
import { listingProvider } from './listing.ts';
import { managerTradeProvider } from './manager-trade.ts';
import { payoutProvider } from './payout.ts';
import { proposalProvider } from './proposal.ts';
import { questionProvider } from './question.ts';
import { reportProvider } from './report.ts';
import type { QueueProvider } from './provider.ts';

/** Everything that brings something into the queue of the desk. A new kind: a file beside this one, and a line here. */
export const providers: readonly QueueProvider[] = [
  listingProvider,
  proposalProvider,
  identityProvider,
  investorClassProvider,
  alertProvider,
  caseProvider,
  disclosureProvider,
  questionProvider,
  complaintProvider,
  reportProvider,
  managerTradeProvider,
  payoutProvider,
  breakProvider,
];

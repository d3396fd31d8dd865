import type { ReadName } from '../api/index.ts';

interface Stale {
  readonly names: readonly ReadName[];
  /** Where only one object changed: the parameter that names it. */
  readonly param?: string;
}

const whole: Record<string, readonly ReadName[]> = {
  listings: ['listings.mine', 'review.queue'],
  offers: ['offers.list'],
  queue: ['review.queue', 'queue.list', 'queue.figures'],
  approvals: ['approvals.list', 'cases.read'],
  settings: ['approvals.settings', 'markets.read', 'protection.read'],
  wallet: ['wallet.read', 'wallet.statement'],
  commitments: ['commitments.mine'],
  holdings: ['holdings.mine'],
  notices: ['me.notices'],
  me: ['me.read'],
  onboarding: ['protection.read', 'protection.test'],
  identities: ['protection.identities', 'protection.classes'],
  mail: ['desk.mail'],
  people: ['people.list'],
  reports: ['duties.overdue'],
  holders: ['offers.holders'],
  proceeds: ['organisations.proceeds'],
  organisations: ['organisations.mine', 'organisations.proceeds', 'dossier.read'],
  venue: ['venue.read'],
  markets: ['markets.list'],
  orders: ['orders.mine', 'holdings.mine'],
  blocks: ['desk.tradingBlocks', 'markets.list', 'cases.alert', 'cases.read'],
  alerts: ['cases.alerts'],
  cases: ['cases.list'],
  complaints: ['complaints.mine', 'complaints.register'],
  conflicts: ['conflicts.register', 'conflicts.list'],
  fees: ['fees.read'],
  payments: [
    'payments.overview',
    'payments.ofCommitment',
    'payments.issuer',
    'payments.desk',
    'payments.outgoings',
    'payments.unclaimed',
    'payments.breaks',
    'queue.list',
    'queue.figures',
  ],
};

const single: Record<string, Stale> = {
  dossier: {
    names: ['dossier.read', 'documents.ofOrganisation', 'audit.read'],
    param: 'organisationId',
  },
  documents: { names: ['documents.ofListing'], param: 'listingId' },
  listing: { names: ['listings.read', 'kiis.read', 'kiis.versions', 'audit.read'], param: 'listingId' },
  offer: { names: ['offers.read', 'offers.allotment', 'offers.holders', 'audit.read'], param: 'offerId' },
  market: { names: ['markets.read', 'markets.auctions'], param: 'listingId' },
  board: { names: ['board.list'], param: 'listingId' },
  duties: { names: ['duties.read', 'insiders.list'], param: 'listingId' },
  disclosures: { names: ['disclosures.list', 'kiis.read', 'kiis.versions', 'kiis.diff'], param: 'listingId' },
  disclosure: { names: ['disclosures.read'], param: 'disclosureId' },
  questions: { names: ['questions.list'], param: 'offerId' },
  question: { names: ['questions.read'], param: 'questionId' },
  post: { names: ['board.replies'], param: 'postId' },
  identity: { names: ['protection.identity'], param: 'personId' },
  alert: { names: ['cases.alert', 'audit.read'], param: 'alertId' },
  case: { names: ['cases.read', 'cases.stor', 'audit.read'], param: 'caseId' },
  complaint: { names: ['complaints.read', 'audit.read'], param: 'complaintId' },
  proposal: { names: ['approvals.read', 'audit.read'], param: 'proposalId' },
  commitment: { names: ['commitments.read', 'audit.read'], param: 'commitmentId' },
};

/** Whether what was read under `key` may have changed with `topic`. An unknown topic concerns nobody. */
export function concerns(topic: string, key: readonly unknown[]): boolean {
  const name = key[0] as ReadName;
  const [kind = '', id] = topic.split(':');
  if (id === undefined) return whole[kind]?.includes(name) ?? false;
  const stale = single[kind];
  if (stale === undefined || !stale.names.includes(name)) return false;
  const input = key[1] as { params?: Record<string, string>; query?: { object?: string } } | undefined;
  return input?.params?.[stale.param ?? ''] === id || input?.query?.object === id;
}

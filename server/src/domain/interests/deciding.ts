import type { Act } from '../approvals/index.ts';

/** A command as far as it names what it decides on. */
type Named = Readonly<Record<string, unknown>>;

/** Somebody who decides on an object, or on an act about it. */
export interface Decision {
  readonly object: string;
  readonly act?: Act;
  readonly who: string;
  /** Whether issuers give the same command in their own affairs. */
  readonly asIssuer?: true;
}
type Names = (command: Named, actor: string) => readonly Decision[];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const by =
  (field: string): Names =>
  (command, who) => [{ object: text(command[field]), who }];
/** The assignee decides later; nobody is made to step back from what they are given. */
const given =
  (field: string): Names =>
  (command) => [{ object: text(command[field]), who: text(command['assignee']) }];
const both =
  (...names: readonly Names[]): Names =>
  (command, actor) =>
    names.flatMap((name) => name(command, actor));
const shared =
  (field: string): Names =>
  (command, who) => [{ object: text(command[field]), who, asIssuer: true }];

/** Commands by which somebody of the desk decides on the affairs of an issuer, and which object each is about. */
export const deciding: Readonly<Record<string, Names>> = {
  'review.take': by('listing'),
  'review.requestChanges': by('listing'),
  'review.approve': by('listing'),
  'offers.cancel': by('offer'),
  'dossier.check': by('organisation'),
  'documents.add': shared('organisation'),
  'documents.show': shared('document'),
  'documents.remove': shared('document'),
  'protection.reviewIdentity': by('person'),
  'disclosures.signal': by('offer'),
  'disclosures.decide': by('disclosure'),
  'disclosures.dismiss': by('disclosure'),
  'disclosures.release': by('question'),
  'disclosures.hide': by('question'),
  'duties.decide': by('report'),
  'duties.endClosedPeriod': by('report'),
  'cases.dismiss': by('alert'),
  'cases.open': both(by('alert'), given('alert')),
  'cases.join': both(by('case'), by('alert')),
  'cases.assign': given('case'),
  'cases.note': by('case'),
  'conduct.name': by('complaint'),
  'conduct.admit': by('complaint'),
  'conduct.extend': by('complaint'),
  'conduct.answer': by('complaint'),
  'conduct.close': by('complaint'),
  'approvals.propose': ({ act }, who) => [{ object: '', act: act as Act, who }],
  'approvals.approve': by('proposal'),
  'approvals.refuse': by('proposal'),
  'queue.assign': given('object'),
  'markets.open': by('listing'),
  'markets.configure': by('listing'),
  // A halt protects everybody and cannot wait for a colleague; the others move the market on.
  'markets.act': (command, who) =>
    command['act'] === 'halt' ? [] : [{ object: text(command['listing']), who }],
};

/** Commands of the desk that decide on no issuer's affairs, each with why. */
export const judgesNoIssuer: Readonly<Record<string, string>> = {
  'venue.advanceClock': 'the clock of a simulation',
  'approvals.withdraw': 'takes back what one has proposed oneself',
  'queue.declare': 'says that one has an interest',
  'conduct.declare': 'says that one has an interest',
  'conduct.end': 'says that one has none any more',
  'protection.refuseClass': 'about an investor',
  'desk.blockTrading': 'stops an account, a market or the venue: kept for everybody (RTS 7 art. 12)',
  'desk.cancelOrders': 'the kill switch: kept for everybody (RTS 7 art. 12)',
  'payments.explain': 'about the books of the venue',
};

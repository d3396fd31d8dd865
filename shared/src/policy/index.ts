import { basisPoints, cents } from '../values/index.ts';
import { protectionPolicy } from './protection.ts';
import { issuersPolicy } from './issuers.ts';
import { conductPolicy } from './conduct.ts';
import { retentionPolicy } from './retention.ts';
import { reportsPolicy } from './reports.ts';
import { surveillancePolicy } from './surveillance.ts';
import { disclosuresPolicy } from './disclosures.ts';
import { dutiesPolicy } from './duties.ts';
import { paymentsPolicy } from './payments.ts';

export * from './settings.ts';
export * from './table.ts';

export {
  caseOutcomes,
  detectors,
  severities,
  type CaseOutcome,
  type Detector,
  type Severity,
} from './surveillance.ts';

export { retentionTable } from './retention.ts';
export { complaintOutcomes, type ComplaintOutcome } from './conduct.ts';

export type VenueMode = 'SIMULATION' | 'BULLETIN_BOARD' | 'MTF';

const DAY_MS = 86_400_000;

/** The numbers the law and the venue's design set, each with its source. They live here and nowhere else: laws change. */
export const policy = {
  ...protectionPolicy,
  ...issuersPolicy,
  ...conductPolicy,
  ...retentionPolicy,
  ...reportsPolicy,
  ...surveillancePolicy,
  ...dutiesPolicy,
  ...paymentsPolicy,
  ...disclosuresPolicy,
  /** A proposal lapses when nobody has agreed for this long. Design. */
  approvalLifeMs: 7 * DAY_MS,
  /** Furthest ahead that another number of the policy is agreed. Design. */
  settingAheadMs: 366 * DAY_MS,
  /** Single transactions from here on are looked at. DOMAIN §8, directive 2015/849 art. 11. */
  amlTransactionCents: cents(1_000_000),
  /** How long what waits for operators may wait, by what it is. Design; the law's own terms are beside their rules. */
  queueDueMs: {
    listing: 10 * DAY_MS,
    identity: 3 * DAY_MS,
    investor_class: 5 * DAY_MS,
    disclosure: 2 * DAY_MS,
    question: 3 * DAY_MS,
    alert: DAY_MS,
    case: 30 * DAY_MS,
    payout: 2 * DAY_MS,
    break: 2 * DAY_MS,
  },
  /** Rolling twelve-month cap per issuer. ECSPR art. 1(2)(c). */
  issuerCapCents: cents(500_000_000),
  issuerCapWindowMs: 365 * DAY_MS,
  /** Calendar days of reflection of a non-sophisticated investor. ECSPR art. 22(3). */
  reflectionDays: 4,
  /** A single commitment above max(this, 5 % of net worth) needs warning, consent and proof of understanding. ECSPR art. 21(7). */
  warningThresholdCents: cents(100_000),
  warningNetWorthShare: basisPoints(500),
  /** Share of the proceeds held until the first impact report is accepted. Practice of comparable venues. */
  retention: basisPoints(100),
  /** Commitments one offer takes at most, so that its allotment stays one journal record. Design. */
  commitmentsPerOffer: 50_000,
  /** Commitments settled by one command at the close. Design. */
  settlementChunk: 500,
  /** Idempotency keys: answered for this long, then refused, then forgotten. Design. */
  keyLifeMs: DAY_MS,
  keyTombstoneMs: 7 * DAY_MS,
  /** Keys of single orders known at least, the newest of the venue; twice as many at most. Design. */
  orderKeysKept: 200_000,
  /** Longest and shortest time an offer stays open, and how far ahead it may be scheduled. Design. */
  offerMinMs: DAY_MS,
  offerMaxMs: 365 * DAY_MS,
  /** Play-money top-up in SIMULATION, per command. Design. */
  topUpMinCents: cents(100),
  topUpMaxCents: cents(10_000_000),
  /** Furthest jump of the venue clock by one command in SIMULATION. Design. */
  clockJumpMaxMs: 400 * DAY_MS,
  /** Largest value of one order, price × quantity. RTS 7 art. 15(1)(b) asks for one; the number is Design. */
  maxOrderValueCents: cents(25_000_000),
  /** An account may give so long's worth of its orders a second at once. RTS 7 art. 18(1)(a) asks for a limit; the number is Design. */
  orderBurstMs: 2_000,
  /** Cancellations one account may give for each order it may: they take risk away. Design. */
  cancelsPerOrder: 5,
  /** Orders of one account that may rest in one book. Design. */
  openOrdersPerAccount: 1_000,
  /** Orders priced further from the reference are refused at entry. RTS 7 art. 15(1)(a); the number is Design. */
  orderCollar: basisPoints(5_000),
  /** An auction price further from the reference extends the call. DOMAIN §6. */
  auctionCollar: basisPoints(1_000),
  /** Widest collar that two operators may give one auction: twice the usual. Design. */
  callCollarMost: basisPoints(2_000),
  /** In continuous trading: furthest a trade may lie from the reference, and from the last trade, before a call interrupts. Design. */
  staticCollar: basisPoints(1_000),
  dynamicCollar: basisPoints(500),
  /** Extension of a call: this long and a drawn part of the second, so many times. Practice of Borsa Italiana. */
  extensionMs: 120_000,
  extensionDrawMs: 30_000,
  extensionsMax: 3,
  /** The call ends at a moment drawn within this after its freeze. Practice. */
  randomEndMs: 60_000,
  /** Length of the call that resumes trading after a halt, and of one that an operator starts by hand. Design. */
  resumeCallMs: 300_000,
  /** Freeze of a call that no calendar has planned. Design. */
  freezeMs: 30_000,
  /** GTD orders rest for at most this many days. DOMAIN §6. */
  goodTillDays: 90,
  /** Orders that one order trades with at most, so that its record stays small. Design. */
  fillsPerOrder: 10_000,
  /** Auction trades settled, and orders swept out of a book, by one command. Design. */
  auctionChunk: 10_000,
  /** Posts on the board: how long they stand, and how many one account may have. Design. */
  postLifeMs: 30 * DAY_MS,
  postsPerAccount: 20,
  /** The dead man's switch. Design. */
  cancelAllAfterMaxMs: DAY_MS,
  /** An issuer answers for its first impact report within this time of funding. Practice. */
  impactReportDueMs: 365 * DAY_MS,
  /** Sessions of a listing whose operator set no others: minutes of the day in Europe/Rome, ISO weekdays. Design. */
  session: {
    preOpenMinute: 9 * 60,
    callMinute: 10 * 60,
    freezeMinute: 10 * 60 + 55,
    endMinute: 11 * 60,
    closeMinute: 17 * 60,
    weekdays: [1, 2, 3, 4, 5],
  },
} as const;

/** The text of delegated regulation (EU) 2022/2114 art. 4(2), word for word; shown until acknowledged (ECSPR art. 21(4), DOMAIN §4). */
export const fixedWarning = {
  en: 'An investment in a crowdfunding project includes the risk of losing the entirety of the money invested.',
  it: 'Un investimento in un progetto di crowdfunding comporta il rischio di perdere la totalità del denaro investito.',
} as const;

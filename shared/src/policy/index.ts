import { basisPoints, cents } from '../values/index.ts';

export type VenueMode = 'SIMULATION' | 'BULLETIN_BOARD' | 'MTF';

const DAY_MS = 86_400_000;

/** The numbers the law and the venue's design set, each with its source. They live here and nowhere else: laws change. */
export const policy = {
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
  /** Longest and shortest time an offer stays open, and how far ahead it may be scheduled. Design. */
  offerMinMs: DAY_MS,
  offerMaxMs: 365 * DAY_MS,
  /** Play-money top-up in SIMULATION, per command. Design. */
  topUpMinCents: cents(100),
  topUpMaxCents: cents(10_000_000),
  /** Furthest jump of the venue clock by one command in SIMULATION. Design. */
  clockJumpMaxMs: 400 * DAY_MS,
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

/** ECSPR art. 23(6)(c) and DOMAIN §4: shown until acknowledged, word for word. */
export const fixedWarning = {
  en: 'An investment in a crowdfunding project includes the risk of losing the entirety of the money invested.',
  it: 'Un investimento in un progetto di crowdfunding comporta il rischio di perdere la totalità del denaro investito.',
} as const;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Money at a payment provider: DOMAIN §5 and §7, decision 022. */
export const paymentsPolicy = {
  /** Largest commitment that a card, or a SEPA debit, may pay; above it a bank transfer is asked for. Design. */
  cardMostCents: 1_500_000,
  sepaMostCents: 1_000_000,
  /** When a declined charge is tried again, counted from the attempt before; after the last it has failed. Design. */
  chargeRetryMs: [1 * DAY_MS, 3 * DAY_MS],
  /** The decision of an offer waits so long for charges under way, and again. Design. */
  chargeAwaitMs: 1 * DAY_MS,
  /** How long a payer has to authenticate (the off-session charge of a card). Design. */
  authenticateWithinMs: 72 * HOUR_MS,
  /** How long the payer of a charge that was refused for good may choose another method, the decision of its offer at the latest; at least `chargeAwaitMs`, for which that one waits. Design. */
  chooseWithinMs: 72 * HOUR_MS,
  /** Attempts of one payment at most, so that nobody tries cards out. Design. */
  chargeAttemptsMost: 6,
  /** Until then a debtor gets any SEPA debit back without a reason: SEPA Core rulebook, PSD2 art. 76 and 77 (8 weeks). */
  sepaReversibleMs: 8 * 7 * DAY_MS,
  /** Smallest and largest withdrawal, and the sum a day above which two persons must agree. Design. */
  withdrawalMinCents: 100,
  withdrawalMostCents: 100_000_000,
  withdrawalAloneCents: 1_000_000,
  /** Bank transfers that one holder may announce at a time; smallest and largest. Design. */
  fundingsOpen: 10,
  fundingMinCents: 100,
  fundingMostCents: 100_000_000,
  /** Methods a person may keep. Design. */
  methodsKept: 10,
  /** How long a movement may stand on one side of the books alone before it is a break. Design. */
  breakAfterMs: 2 * DAY_MS,
  /** How long a message of the provider is known, so that it is taken once; it sends each for three days. Design. */
  heardKeptMs: 30 * DAY_MS,
  /** Movements of the provider that one record takes. Design. */
  reconcileChunk: 100,
  /**
   * VAT on the venue's fees, in basis points: D.P.R. 633/1972 art. 16, ordinary rate. That its services are taxed, and
   * not exempt under art. 10(1) as services on securities may be, is an assumption: Design.
   */
  vatBps: 2_200,
} as const;

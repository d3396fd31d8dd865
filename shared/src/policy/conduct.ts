const DAY_MS = 86_400_000;

/** How a complaint ends. Template and procedure: delegated regulation 2022/2117. */
export const complaintOutcomes = ['upheld', 'partly_upheld', 'rejected', 'inadmissible'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** Complaints, conflicts and fees: ECSPR art. 7, 8, 19, DOMAIN §7 and §8. */
export const conductPolicy = {
  /** Until when a complaint is answered. ECSPR art. 7(4) asks for a reasonable time; the number is Design. */
  complaintAnswerMs: 30 * DAY_MS,
  /** Working days, after the day of receipt, to tell whether it is admissible. Delegated regulation 2022/2117 art. 3(1). */
  complaintAdmissibilityDays: 10,
  /** Furthest that one extension moves it, and how many there may be. Design. */
  complaintExtensionMs: 30 * DAY_MS,
  complaintExtensions: 2,
  /** Complaints of one person that may be open at a time. Design: enough for anybody, too few to flood the desk. */
  complaintsOpen: 20,
  /** How long ahead fees are announced. Design. */
  feeNoticeMs: 30 * DAY_MS,
  /** Furthest ahead they may be announced. Design. */
  feeAheadMs: 366 * DAY_MS,
  /** No fee of the schedule is larger: a share in basis points, a sum in cents. Design. */
  feeMostBps: 1_000,
  feeMostCents: 1_000_000,
  /** Amounts for which people are shown what they would pay, in cents. Design. */
  feeExamples: { commitment: 100_000, trade: 50_000, success: 10_000_000 },
} as const;

const DAY_MS = 86_400_000;

/** What issuers tell and how: ECSPR art. 23, DOMAIN §5 and §8. */
export const disclosuresPolicy = {
  /** Sides of A4 that the key investment information sheet takes at most. ECSPR art. 23(7). */
  kiisPages: 6,
  /** "Promptly": how long an issuer has to correct a defect before the offer is suspended. ECSPR art. 23(12); the number is Design. */
  defectCorrectionMs: 3 * DAY_MS,
  /** Longest suspension over a defect that is not corrected; the offer is cancelled then. ECSPR art. 23(12). */
  suspensionMs: 30 * DAY_MS,
  /** Calendar days within which an event that affects planned outcomes is disclosed. DOMAIN §8, practice. */
  eventDisclosureDays: 7,
  /** Questions of one person that may wait for an answer on one offer, and that one person may ask there in all. Design. */
  questionsWaiting: 3,
  questionsPerOffer: 20,
} as const;

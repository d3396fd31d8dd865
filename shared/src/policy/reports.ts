/** Reports out: DOMAIN §8 and ECSPR art. 16. */
export const reportsPolicy = {
  /** Rows of one report, so that it is made in memory in one go. Design. */
  reportRows: 50_000,
  /** Days one report covers at most. Design. */
  reportDays: 366,
} as const;

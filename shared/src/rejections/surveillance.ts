export const surveillanceRejections = {
  /** The alert was dismissed, or is part of a case. */
  alert_settled: 409,
  case_closed: 409,
  /** Only an operator can look after a case. */
  not_an_operator: 422,
} as const;

export const reportsRejections = {
  report_period_invalid: 422,
  report_too_large: 422,
} as const;

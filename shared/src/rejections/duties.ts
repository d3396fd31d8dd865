/** Duties of issues, insiders, closed periods. */
export const dutiesRejections = {
  /** Trading of the issue is stopped by a duty: a late report, a payment to holders, or for good. */
  trading_suspended: 409,
  /** An insider wants to trade in a closed period. */
  closed_period: 403,
  payment_day_invalid: 422,
  insider_dates_invalid: 422,
  insider_list_full: 409,
  not_a_manager: 409,
  trade_day_invalid: 422,
} as const;

export const paymentsRejections = {
  /** The venue runs on play money: there is no provider to pay through. */
  payments_off: 409,
  /** Play money does not exist where real money is used. */
  no_play_money: 409,
  /** The method was removed, or is not the caller's. */
  method_not_usable: 409,
  /** More than may be paid with a method of this kind: a bank transfer is asked for. */
  method_limit: 422,
  /** A charge of it is under way. */
  method_in_use: 409,
  too_many_methods: 409,
  /** The payer has not finished at the provider yet, or has given up. */
  setup_unfinished: 409,
  /** Nothing is to be done about this payment by its payer any more. */
  payment_closed: 409,
  /** Money can only leave to an account of one's own at the provider, and that is not there or not ready. */
  payee_not_ready: 409,
  /** A payment to holders is overdue: an issuer's own money stays until it is paid. */
  holders_unpaid: 409,
  funding_closed: 409,
  too_many_fundings: 409,
  /** The money has left, or was cancelled before. */
  outgoing_closed: 409,
  break_closed: 409,
  /** No units were delivered for it: there is nothing to certify. */
  not_executed: 409,
  /** The provider does not answer; nothing was changed. */
  provider_unavailable: 503,
  /** A message that the provider has not signed, or not in the last five minutes. */
  message_not_genuine: 400,
} as const;

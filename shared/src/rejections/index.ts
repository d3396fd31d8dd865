import { protectionRejections } from './protection.ts';
import { reportsRejections } from './reports.ts';
import { securityRejections } from './security.ts';
import { approvalsRejections } from './approvals.ts';
import { issuersRejections } from './issuers.ts';
import { disclosuresRejections } from './disclosures.ts';
import { surveillanceRejections } from './surveillance.ts';
import { dutiesRejections } from './duties.ts';
import { conductRejections } from './conduct.ts';
import { paymentsRejections } from './payments.ts';

/**
 * Every way the venue refuses: a closed list of stable snake_case codes with the HTTP status each travels under.
 * A rejection is an answer of the domain or of the edge; a bug is an exception and never looks like one of these.
 */
export const rejectionStatus = {
  // the request itself
  malformed_request: 400,
  payload_too_large: 413,
  unsupported_media_type: 415,
  not_found: 404,
  method_not_allowed: 405,
  rate_limited: 429,
  // who is asking
  not_authenticated: 401,
  session_expired: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  foreign_origin: 403,
  email_not_verified: 403,
  account_suspended: 403,
  // accounts
  email_taken: 409,
  link_invalid: 422,
  weak_password: 422,
  role_unchanged: 409,
  tier_unchanged: 409,
  last_administrator: 409,
  // idempotency and concurrency
  key_reused: 409,
  key_expired: 409,
  stale_revision: 409,
  // listings
  illegal_state: 409,
  prospectus_incomplete: 422,
  terms_invalid: 422,
  issuer_cap_exceeded: 422,
  not_reviewer: 403,
  same_reviewer: 409,
  conflict_of_interest: 403,
  gates_not_confirmed: 422,
  content_changed: 409,
  // offers and commitments
  offer_not_open: 409,
  own_offer: 403,
  below_minimum_ticket: 422,
  not_a_lot: 422,
  above_hard_cap: 422,
  offer_full: 409,
  warning_not_acknowledged: 422,
  understanding_not_proved: 422,
  reflection_ended: 409,
  insufficient_funds: 422,
  amount_out_of_range: 422,
  // markets and orders
  not_transferable: 409,
  already_trading: 409,
  calendar_invalid: 422,
  matching_forbidden: 409,
  trading_blocked: 409,
  market_closed: 409,
  phase_forbids: 409,
  order_kind_forbidden: 409,
  off_tick: 422,
  good_till_invalid: 422,
  order_value_exceeded: 422,
  outside_collar: 422,
  call_collar_out_of_bounds: 422,
  interruption_spent: 409,
  too_many_orders: 409,
  self_match: 409,
  not_fillable: 409,
  minimum_not_met: 409,
  insufficient_units: 422,
  nothing_to_change: 409,
  not_a_board: 409,
  own_post: 403,
  already_replied: 409,
  ...protectionRejections,
  ...securityRejections,
  ...approvalsRejections,
  ...issuersRejections,
  ...disclosuresRejections,
  ...surveillanceRejections,
  ...dutiesRejections,
  ...conductRejections,
  ...paymentsRejections,
  ...reportsRejections,
  // the venue
  simulation_only: 409,
  clock_out_of_range: 422,
  shutting_down: 503,
} as const;

export type RejectionCode = keyof typeof rejectionStatus;

/** A coded refusal. `detail` holds the facts the person needs to act on it (numbers as strings, ids, field names). */
export interface Rejection {
  readonly code: RejectionCode;
  readonly detail?: Readonly<Record<string, string | number | readonly string[]>>;
}

export const reject = (code: RejectionCode, detail?: Rejection['detail']): Rejection =>
  detail === undefined ? { code } : { code, detail };

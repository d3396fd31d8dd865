import type { RejectionCode } from '@piazza/shared/rejections';
import protection from './rejections-protection.en.ts';
import reports from './rejections-reports.en.ts';
import security from './rejections-security.en.ts';
import approvals from './rejections-approvals.en.ts';
import issuers from './rejections-issuers.en.ts';
import disclosures from './rejections-disclosures.en.ts';
import surveillance from './rejections-surveillance.en.ts';
import duties from './rejections-duties.en.ts';
import conduct from './rejections-conduct.en.ts';
import payments from './rejections-payments.en.ts';
import trading from './rejections-trading.en.ts';

/** What happened, what it means for the reader's money, and what to do next. */
export interface RefusalWords {
  readonly what: string;
  readonly money: string;
  readonly next: string;
}

const untouched = 'No money has moved.';

const words = {
  malformed_request: {
    what: 'Something in the form could not be read.',
    money: untouched,
    next: 'Check the highlighted fields and send it again.',
  },
  payload_too_large: {
    what: 'What you sent is too long.',
    money: untouched,
    next: 'Shorten the texts and send it again.',
  },
  unsupported_media_type: {
    what: 'The venue cannot read this kind of content.',
    money: untouched,
    next: 'Reload the page and try again.',
  },
  not_found: {
    what: 'There is nothing here, or it is not public.',
    money: untouched,
    next: 'Check the address, or start from the list of offers.',
  },
  method_not_allowed: {
    what: 'The venue does not do this here.',
    money: untouched,
    next: 'Reload the page and try again.',
  },
  rate_limited: {
    what: 'Too many requests or orders came from here, or from your account, in a short time.',
    money: untouched,
    next: 'Wait a moment, a minute at most, and try again. Cancelling your orders is possible all the while.',
  },
  not_authenticated: {
    what: 'You are not signed in.',
    money: untouched,
    next: 'Sign in and do it again.',
  },
  session_expired: {
    what: 'Your session has ended.',
    money: 'What was confirmed before stays confirmed; this last step has not happened.',
    next: 'Sign in and do it again.',
  },
  wrong_credentials: {
    what: 'The email address and the password do not belong together.',
    money: untouched,
    next: 'Check both, or ask for a new password.',
  },
  not_allowed: {
    what: 'Your account may not do this.',
    money: untouched,
    next: 'If you believe it should, ask the venue for the role it needs.',
  },
  foreign_origin: {
    what: 'The request came from another site and was stopped to protect you.',
    money: untouched,
    next: 'Open Piazza directly and try again.',
  },
  email_not_verified: {
    what: 'Your email address is not confirmed yet.',
    money: untouched,
    next: 'Open the link in the message we sent you, then sign in.',
  },
  account_suspended: {
    what: 'Your account is suspended.',
    money: 'What you own stays yours.',
    next: 'Write to the venue to learn why and how to resolve it.',
  },
  email_taken: {
    what: 'There is already an account with this address.',
    money: untouched,
    next: 'Sign in, or ask for a new password.',
  },
  link_invalid: {
    what: 'This link is used up or too old.',
    money: untouched,
    next: 'Ask for a new one; it arrives by email within a minute.',
  },
  weak_password: {
    what: 'This password would be too easy to guess.',
    money: untouched,
    next: 'Use at least 12 characters. A few words that only you would put together work well.',
  },
  role_unchanged: {
    what: 'The person already has this role, or never had it.',
    money: untouched,
    next: 'Nothing needs to be done.',
  },
  tier_unchanged: {
    what: 'The investor already stands in this tier.',
    money: untouched,
    next: 'Nothing needs to be done.',
  },
  last_administrator: {
    what: 'The venue would be left without an administrator.',
    money: untouched,
    next: 'Grant the role to somebody else first.',
  },
  key_reused: {
    what: 'This request looks like an earlier one with other contents.',
    money: 'The earlier request stands as it was; this one has not happened.',
    next: 'Reload the page, look at what is there, and start again.',
  },
  key_expired: {
    what: 'This request is more than a day old.',
    money: 'Look at your commitments: if it was done then, it is listed there. It has not been done again.',
    next: 'Start again if it is still what you want.',
  },
  stale_revision: {
    what: 'Somebody saved this draft after you opened it.',
    money: untouched,
    next: 'Reload it to see their changes, then add yours.',
  },
  illegal_state: {
    what: 'This is no longer possible: things have moved on in the meantime.',
    money: 'Nothing changed by your request.',
    next: 'The page now shows how things stand.',
  },
  prospectus_incomplete: {
    what: 'The impact prospectus or the terms still have gaps.',
    money: untouched,
    next: 'Fill in what is missing, then hand it in again.',
  },
  terms_invalid: {
    what: 'The terms do not fit together.',
    money: untouched,
    next: 'Check prices, lots, caps and dates; each has a note on what it allows.',
  },
  issuer_cap_exceeded: {
    what: 'With this offer you would raise more than {{capCents}} within twelve months: {{offeredCents}} here and {{offPlatformCents}} elsewhere are counted already.',
    money: 'Nothing has been opened, and nobody can commit yet.',
    next: 'Lower the hard cap, or wait until earlier offers are a year old.',
  },
  not_reviewer: {
    what: 'You have not taken this listing into review.',
    money: untouched,
    next: 'Take it first, if it still has a free place for a reviewer.',
  },
  same_reviewer: {
    what: 'You have already acted on this listing: the second pair of eyes must be another person’s.',
    money: untouched,
    next: 'Leave it to a colleague.',
  },
  conflict_of_interest: {
    what: 'You have an interest of your own in this.',
    money: untouched,
    next: 'Leave it to a colleague who has none.',
  },
  gates_not_confirmed: {
    what: 'A listing is admitted only if its impact is intentional, measurable and additional.',
    money: untouched,
    next: 'Confirm all of it, or request changes.',
  },
  content_changed: {
    what: 'The content is not the one you read.',
    money: untouched,
    next: 'Read what changed, then decide again.',
  },
  offer_not_open: {
    what: 'This offer takes no commitments now.',
    money: 'You have not committed anything.',
    next: 'See when it opens, or look at the other offers.',
  },
  own_offer: {
    what: 'You represent this venture, so you cannot commit to its offer.',
    money: 'You have not committed anything.',
    next: 'Share the page with those who might.',
  },
  below_minimum_ticket: {
    what: 'The smallest commitment to this offer is {{minimumCents}}.',
    money: 'You have not committed anything.',
    next: 'Choose at least that amount, if you can bear to lose it.',
  },
  not_a_lot: {
    what: 'Units of this offer come in lots of {{lot}}.',
    money: 'You have not committed anything.',
    next: 'Choose a multiple of the lot.',
  },
  above_hard_cap: {
    what: 'The whole offer is {{hardCapCents}}; nobody can commit more than that.',
    money: 'You have not committed anything.',
    next: 'Choose a smaller amount.',
  },
  offer_full: {
    what: 'This offer can take no more commitments.',
    money: 'You have not committed anything.',
    next: 'Follow it: units are shared out when it closes.',
  },
  warning_not_acknowledged: {
    what: 'The risk warning or the notice of the reflection period is not confirmed.',
    money: 'You have not committed anything.',
    next: 'Read both and tick the boxes, if you agree.',
  },
  understanding_not_proved: {
    what: 'The answer to the question about risk is not right.',
    money: 'You have not committed anything.',
    next: 'Read the warning once more: all of the money can be lost.',
  },
  reflection_ended: {
    what: 'The reflection period of this commitment is over.',
    money: 'Your money is held for the offer. Below the soft cap it comes back in full.',
    next: 'Wait for the close; your portfolio shows every step.',
  },
  insufficient_funds: {
    what: 'Your wallet does not hold enough: {{freeCents}} is free.',
    money: 'Nothing was committed, ordered or held.',
    next: 'Top up the wallet or choose a smaller amount.',
  },
  amount_out_of_range: {
    what: 'The amount must lie between {{leastCents}} and {{mostCents}}.',
    money: untouched,
    next: 'Choose an amount in between.',
  },
  ...trading,
  ...protection,
  ...security,
  ...approvals,
  ...issuers,
  ...disclosures,
  ...surveillance,
  ...duties,
  ...conduct,
  ...payments,
  ...reports,
  simulation_only: {
    what: 'This exists only in a simulation.',
    money: untouched,
    next: 'Nothing needs to be done.',
  },
  clock_out_of_range: {
    what: 'The venue’s clock cannot jump that far at once.',
    money: untouched,
    next: 'Choose a shorter time.',
  },
  shutting_down: {
    what: 'The venue is restarting.',
    money: 'What was confirmed is on record; this request has not happened.',
    next: 'Try again in a few seconds.',
  },
} as const satisfies Record<RejectionCode, RefusalWords>;

export default words;

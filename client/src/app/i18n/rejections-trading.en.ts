import type { RejectionCode } from '@piazza/shared/rejections';
import type { RefusalWords } from './rejections.en.ts';

const noOrder = 'No order was taken and nothing is held.';

/** Refusals of markets and orders. */
const words = {
  not_transferable: {
    what: 'The terms of this issue do not let it be traded here.',
    money: 'Holders keep what they own.',
    next: 'Read its terms on transfer. With the issuer’s consent alone it can be posted on the board.',
  },
  already_trading: {
    what: 'This issue is admitted to trading already.',
    money: 'No money has moved.',
    next: 'Open its market to see or change how it trades.',
  },
  calendar_invalid: {
    what: 'The sessions do not fit together.',
    money: 'No money has moved.',
    next: 'Each phase must begin after the one before, sessions must not overlap, and at least one weekday must be a trading day.',
  },
  matching_forbidden: {
    what: 'Nothing is matched here: this is a board of posts that bind nobody.',
    money: noOrder,
    next: 'Contact the people who posted, or choose a listing that trades.',
  },
  trading_blocked: {
    what: 'The venue has stopped trading here or for this account.',
    money: 'No order was taken. What you own, and what is in your wallet, stays yours.',
    next: 'Wait for the venue’s notice, or write to it to learn why.',
  },
  market_closed: {
    what: 'This market takes no orders now.',
    money: noOrder,
    next: 'The market page shows when its next session begins.',
  },
  phase_forbids: {
    what: 'The session is in a phase that does not allow this.',
    money: 'Your orders stand as they were, and so does what they hold.',
    next: 'In a freeze nothing can be withdrawn; wait until the auction is over and try again.',
  },
  order_kind_forbidden: {
    what: 'This kind of order is not possible in the present phase.',
    money: noOrder,
    next: 'During a call use a plain limit order. Immediate and market orders need continuous trading; auction orders a call ahead.',
  },
  off_tick: {
    what: 'The price is not on the price steps of this market.',
    money: noOrder,
    next: 'Choose the next step up or down: the dearer the unit, the wider the step.',
  },
  good_till_invalid: {
    what: 'The last day of the order does not fit.',
    money: noOrder,
    next: 'Choose a day from today to 90 days ahead, and only for an order that is good till a date.',
  },
  order_value_exceeded: {
    what: 'One order may be worth at most {{mostCents}}.',
    money: noOrder,
    next: 'Choose a smaller quantity, or send more than one order.',
  },
  outside_collar: {
    what: 'The price lies outside of what is accepted now: {{lowCents}} to {{highCents}}.',
    money: 'No order was taken and nothing is held. The limits protect you against slips.',
    next: 'Choose a price in between.',
  },
  call_collar_out_of_bounds: {
    what: 'The collar of one auction is never narrower than the usual one, and at most twice as wide.',
    money: 'No money has moved, and no order has changed.',
    next: 'Choose a collar from 10 % to 20 % of the reference, or leave it as it is.',
  },
  interruption_spent: {
    what: 'An order of yours has interrupted trading in this session already, and nothing of it waits: a second one may not.',
    money: noOrder,
    next: 'Choose {{priceCents}} to trade what the collar allows, or send an order that may wait in the book.',
  },
  too_many_orders: {
    what: 'You have {{most}} orders in this market, and that is the most.',
    money: 'Your open orders stand as they were; no further one was taken.',
    next: 'Cancel some that you no longer need.',
  },
  self_match: {
    what: 'This order would trade with one of your own.',
    money: noOrder,
    next: 'Cancel or change the other order first, or choose a price that does not meet it.',
  },
  not_fillable: {
    what: 'The whole quantity cannot be traded at once at this price.',
    money: 'Nothing was traded and nothing is held.',
    next: 'Choose a smaller quantity, a better price, or an order that may wait.',
  },
  minimum_not_met: {
    what: 'Less than your minimum quantity can be traded at once at this price.',
    money: 'Nothing was traded and nothing is held.',
    next: 'Lower the minimum, choose a better price, or an order that may wait.',
  },
  insufficient_units: {
    what: 'You do not have that many units to sell: {{freeUnits}} are free.',
    money: 'Nothing was sold, and your units stay yours.',
    next: 'Choose a smaller quantity, or cancel another order that holds units.',
  },
  not_a_board: {
    what: 'This listing trades in a book, not by posts.',
    money: 'Nothing was posted and nothing changed.',
    next: 'Place an order on its market page.',
  },
  own_post: {
    what: 'This post is your own.',
    money: 'Nothing changed.',
    next: 'Replies of others appear with it.',
  },
  already_replied: {
    what: 'You have answered this post before.',
    money: 'Nothing changed.',
    next: 'The author has your message; write to them directly.',
  },
  nothing_to_change: {
    what: 'It is already so: nothing would change.',
    money: 'No money has moved.',
    next: 'Nothing needs to be done.',
  },
} as const satisfies Partial<Record<RejectionCode, RefusalWords>>;

export default words;

const words = {
  trading_suspended: {
    what: 'Trading of this issue is suspended.',
    money: 'Your units and your money stay as they are; orders can still be cancelled.',
    next: 'Look at the page of the issue for the reason, and for when trading may go on.',
  },
  closed_period: {
    what: 'You are an insider of this issue, and it is in a closed period before a report.',
    money: 'Nothing was traded. Orders you had before stay and can be cancelled.',
    next: 'Wait until the report is out: the page of the issuer shows when.',
  },
  payment_day_invalid: {
    what: 'A payment cannot be declared for that day.',
    money: 'Nothing changed.',
    next: 'Choose another day: at least five days ahead, and one without a payment yet.',
  },
  insider_dates_invalid: {
    what: 'Somebody cannot stop being an insider before they became one.',
    money: 'Nothing changed.',
    next: 'Correct the dates and save again.',
  },
  insider_list_full: {
    what: 'The insider list has no room for more entries.',
    money: 'Nothing changed.',
    next: 'Write to the venue’s operators.',
  },
  not_a_manager: {
    what: 'That entry of the insider list is not one of a manager.',
    money: 'Nothing changed.',
    next: 'Mark the person as a manager in the insider list first.',
  },
  trade_day_invalid: {
    what: 'The trade cannot have happened on that day.',
    money: 'Nothing changed.',
    next: 'Give the day on which it was traded, since the issue was funded and not in the future.',
  },
} as const;

export default words;

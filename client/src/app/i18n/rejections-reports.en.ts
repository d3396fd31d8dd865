const words = {
  report_period_invalid: {
    what: 'A report covers 1 to 366 days, and the first may not lie after the last.',
    money: 'Nothing has changed.',
    next: 'Choose other days.',
  },
  report_too_large: {
    what: 'The report would have more than {{most}} rows.',
    money: 'Nothing has changed.',
    next: 'Choose a shorter period, and put the parts together.',
  },
} as const;

export default words;

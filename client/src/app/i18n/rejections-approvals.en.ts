const words = {
  already_proposed: {
    what: 'The same is already proposed and waits for agreement.',
    money: 'Nothing has changed.',
    next: 'Open the proposal in the queue; another person agrees to it there.',
  },
  approval_expired: {
    what: 'The proposal has expired: nobody agreed in time.',
    money: 'Nothing has changed.',
    next: 'Propose it again if it is still wanted.',
  },
  same_person: {
    what: 'Four eyes are those of two persons, and both of these accounts are yours.',
    money: 'Nothing has changed.',
    next: 'Ask a colleague to look at it.',
  },
  setting_out_of_bounds: {
    what: 'That value is outside of what the law and the venue’s rules allow.',
    money: 'Nothing has changed.',
    next: 'Choose a value between the smallest and the largest.',
  },
  setting_date_invalid: {
    what: 'A number cannot begin to hold on that day: it has passed, or lies more than a year ahead.',
    money: 'Nothing has changed.',
    next: 'Propose it again with a day that is still to come, or to hold at once.',
  },
} as const;

export default words;

const words = {
  complaint_closed: {
    what: 'This complaint has been closed or withdrawn.',
    money: 'Nothing has changed.',
    next: 'If something new has come up, file another complaint and name this one’s reference.',
  },
  admissibility_told: {
    what: 'Who complained has already been told that this complaint is admissible.',
    money: 'Nothing has changed.',
    next: 'Answer it, or close it as upheld, upheld in part or rejected, with the reasons.',
  },
  extension_invalid: {
    what: 'A term can be moved {{most}} times at most, to a day after {{after}} and no later than {{until}}.',
    money: 'Nothing has changed.',
    next: 'Choose fewer days, or answer now with what is known.',
  },
  too_many_complaints: {
    what: 'You have {{most}} complaints that are still open, as many as one person may have.',
    money: 'Nothing has changed; complaining is free of charge.',
    next: 'Wait for an answer, or withdraw a complaint that has been settled.',
  },
  declaration_ended: {
    what: 'This interest was already declared as ended.',
    money: 'Nothing has changed.',
    next: 'If it exists again, declare it anew.',
  },
  fee_date_invalid: {
    what: 'Fees are announced in good time: they may begin between {{from}} and {{until}}.',
    money: 'The fees stay as they are.',
    next: 'Choose a later day; leave time for the second person to agree.',
  },
  fee_out_of_bounds: {
    what: 'A fee is larger than the venue’s policy allows.',
    money: 'The fees stay as they are.',
    next: 'Choose smaller fees.',
  },
} as const;

export default words;

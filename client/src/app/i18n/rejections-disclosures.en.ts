const words = {
  kiis_too_long: {
    what: 'The information sheet would take more than six pages.',
    money: 'Nothing has changed.',
    next: 'Shorten the longest texts: the wizard shows how many pages the sheet takes.',
  },
  offer_suspended: {
    what: 'The offer is suspended: its information sheet is being corrected.',
    money: 'Nothing was taken from you.',
    next: 'Wait until the correction is accepted, or revoke what you have committed.',
  },
  offer_over: {
    what: 'The offer is over; this can no longer be done.',
    money: 'Nothing has changed.',
    next: 'Open the page of the offer to see what became of it.',
  },
  disclosure_open: {
    what: 'Another change or correction of this offer is still open.',
    money: 'Nothing has changed.',
    next: 'Wait until it is decided, or withdraw it first.',
  },
  defect_corrected: {
    what: 'A correction is already waiting for an operator.',
    money: 'Nothing has changed.',
    next: 'Wait for the decision, or withdraw the correction first.',
  },
  event_in_future: {
    what: 'The date of the event lies ahead.',
    money: 'Nothing has changed.',
    next: 'Give the day on which it happened.',
  },
  too_many_questions: {
    what: 'You have asked as many questions on this offer as may wait or be asked.',
    money: 'Nothing has changed.',
    next: 'Wait for the answers to those you have asked.',
  },
  already_answered: {
    what: 'The question has already been answered or hidden.',
    money: 'Nothing has changed.',
    next: 'Open the page again to see how it stands.',
  },
} as const;

export default words;

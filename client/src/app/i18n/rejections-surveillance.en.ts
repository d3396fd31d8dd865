const words = {
  alert_settled: {
    what: 'This alert has been dealt with already: it was dismissed, or it is part of a case.',
    money: 'Nothing has changed.',
    next: 'Read the alert again to see what became of it.',
  },
  case_closed: {
    what: 'The case is closed.',
    money: 'Nothing has changed.',
    next: 'If something new has come up, open another case from its alert.',
  },
  not_an_operator: {
    what: 'Only an operator of the venue can look after a case.',
    money: 'Nothing has changed.',
    next: 'Choose a colleague who is an operator.',
  },
} as const;

export default words;

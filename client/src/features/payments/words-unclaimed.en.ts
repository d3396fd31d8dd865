/** Words of money that is owed to people who have been erased. */
const words = {
  why: 'Money that came for people whose account has been erased. It is owed to them and kept apart. Their identity is kept by law for some years: who proves to be that holder has a right to it.',
  noneTitle: 'Nothing is unclaimed',
  none: 'Money appears here when it comes for somebody who has been erased: their share of an overdue payment to holders, or what a bank sends back.',
  total: 'Unclaimed in all',
  owing: 'Overdue payments in which erased people have a share',
  owed: '{{issuer}}: payment {{number}} of {{listing}}',
  people_one: '{{count}} person, since {{since}}; the amount is known when it is paid.',
  people_other: '{{count}} people, since {{since}}; the amount is known when it is paid.',
  age: 'Age',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  debtor: 'Owed by',
  venue: 'the venue',
  holder: 'Holder’s id',
  reasonTitle: 'What it is',
  reason: {
    distribution: 'Payment to holders',
    withdrawal: 'Withdrawal that came back',
    refund: 'Refund that came back',
    funding: 'Bank transfer',
    other: 'Other',
  },
} as const;
export default words;

const words = {
  free: 'Free to commit',
  freeHelp: 'Money in your wallet that is not promised to any offer.',
  pledged: 'Promised',
  pledgedHelp:
    'Commitments whose reflection period is running. The money is still in your wallet and nothing has been taken; it is only kept from being promised twice.',
  held: 'Held',
  heldHelp:
    'Commitments past their reflection period, set aside until their offer is decided, and what orders in a book need until they trade or are cancelled.',
  topUp: 'Top up',
  title: 'Top up your wallet',
  lead: 'This is a simulation: the money is play money and appears at once.',
  amount: 'Amount',
  range: 'From {{least}} to {{most}} at a time.',
  unread: 'Write an amount in euro, such as {{example}}.',
  outOfRange: 'Choose an amount from {{least}} to {{most}}.',
  submit: 'Add {{amount}}',
  submitPlain: 'Add the money',
  done: '{{amount}} added. You now have {{free}} free to commit.',
  cancel: 'Not now',
  byProvider: 'Here you pay with a card, a SEPA debit or a bank transfer.',
  payments: 'To your payments',
  closed: 'Play money exists only in the simulation.',
} as const;

export default words;

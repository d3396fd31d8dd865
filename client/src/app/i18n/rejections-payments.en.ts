const words = {
  payments_off: {
    what: 'This venue runs on play money: there is no card, no debit and no bank transfer.',
    money: 'Nothing has changed.',
    next: 'Add play money in your portfolio instead.',
  },
  no_play_money: {
    what: 'This venue works with a payment provider: there is no play money.',
    money: 'Nothing has changed.',
    next: 'Send a bank transfer, or pay with a card or a SEPA debit when you commit.',
  },
  method_not_usable: {
    what: 'This way to pay was removed or cannot be used.',
    money: 'Nothing was charged.',
    next: 'Choose another one, or add one under “Payments”.',
  },
  method_limit: {
    what: 'This is more than can be paid this way: the most is {{limitCents}}.',
    money: 'Nothing was charged.',
    next: 'Send the money by bank transfer and commit from your balance, or commit a smaller amount.',
  },
  method_in_use: {
    what: 'A payment is being made with it right now.',
    money: 'The payment goes on.',
    next: 'Remove it when that payment has ended.',
  },
  too_many_methods: {
    what: 'You have {{most}} ways to pay, the most that can be kept.',
    money: 'Nothing has changed.',
    next: 'Remove one that you no longer use.',
  },
  setup_unfinished: {
    what: 'The payment provider does not know this way to pay yet.',
    money: 'Nothing was charged.',
    next: 'Finish on the provider’s page, or begin again.',
  },
  payment_closed: {
    what: 'There is nothing left to do about this payment.',
    money: 'Its page says where the money is.',
    next: 'Open the commitment to see what became of it.',
  },
  payee_not_ready: {
    what: 'Money can only leave to a bank account of your own that the payment provider has checked.',
    money: 'Your money stays where it is.',
    next: 'Open “Payments” and finish setting up the account.',
  },
  holders_unpaid: {
    what: 'A payment to your holders is overdue.',
    money: 'Your own money stays here until it is paid.',
    next: 'Set its money aside under “Payments to holders”; what is left can leave then.',
  },
  funding_closed: {
    what: 'This transfer has arrived or was cancelled before.',
    money: 'What has arrived is on your balance.',
    next: 'Announce another one if you want to send more.',
  },
  too_many_fundings: {
    what: 'You have announced {{most}} transfers that have not arrived.',
    money: 'Nothing has changed; transfers that you did not announce arrive too.',
    next: 'Cancel those you will not send.',
  },
  outgoing_closed: {
    what: 'This money has left, or it was cancelled before.',
    money: 'The list says where it is.',
    next: 'Read the list again.',
  },
  break_closed: {
    what: 'This difference is settled or explained already.',
    money: 'Nothing has changed.',
    next: 'Read the list again.',
  },
  not_executed: {
    what: 'No units were delivered for this commitment, so there is no contract note.',
    money: 'Nothing has changed.',
    next: 'Its page says where it stands.',
  },
  provider_unavailable: {
    what: 'The payment provider does not answer.',
    money: 'Nothing was charged and nothing has left.',
    next: 'Try again in a minute.',
  },
  message_not_genuine: {
    what: 'This message does not come from the payment provider, or is too old.',
    money: 'Nothing was kept and nothing has changed.',
    next: 'The provider sends again what was not taken; compare the signing secret if it goes on.',
  },
} as const;
export default words;

const words = {
  timeline: {
    label: 'What happens to this commitment, and when',
    latest: 'at the latest',
    pledged: 'You committed',
    pledgedText: 'Nothing was taken: the money is still yours.',
    firmText: 'As a sophisticated investor you have no reflection period.',
    reflection: 'The reflection period ends',
    reflectionText:
      'Until then you may revoke, without reason or penalty. Then {{amount}} is taken and held for the offer.',
    revoked: 'You revoked it',
    revokedText: 'No money was taken, and nothing else follows from it.',
    charging: 'Payment under way',
    chargingText:
      '{{amount}} is being charged to your method of payment. A card is charged at once, a SEPA debit takes some days.',
    captured: 'Money held',
    capturedText: '{{amount}} is set aside for the offer. It is still yours until the allotment.',
    capture_failed: 'The money was not there',
    capture_failedText: 'When the reflection period had ended, {{amount}} could not be taken.',
    top_up: 'Bring the money',
    top_upText:
      'The venue tries once more when the offer is decided. If the money is missing then, the commitment lapses.',
    closing: 'The offer closes',
    closingText: 'No new commitments from then on.',
    closingDone: 'The offer closed',
    closingDoneText: 'No new commitments since then.',
    decision: 'The decision',
    decisionText:
      'When the last reflection period has ended. Below the soft cap everybody gets everything back at once; otherwise the units are allotted.',
    outcome: 'Units in your portfolio, or your money back',
    outcomeText: 'At once with the decision. What is not needed comes back to you.',
    lapsed: 'Lapsed',
    lapsedText: 'The money was not in your wallet, so the commitment ended. Nothing was taken.',
    allotted: 'Allotted',
    allottedText: '{{units}} units are yours.',
    allottedNoneText: 'No units were left for this commitment.',
    settled: 'Settled',
    settledText: '{{amount}} paid for {{units}} units, which are in your portfolio.',
    settledRestText:
      '{{amount}} paid for {{units}} units, which are in your portfolio; {{rest}} came back to you.',
    released: 'Released',
    releasedText: 'Everything that was set aside is yours again.',
  },
  renewal: {
    changed: 'The information sheet of the offer changed on {{date}}',
    suspended: 'The offer was suspended on {{date}} over a defect of its information sheet',
    corrected: 'The information sheet of the offer was corrected on {{date}}',
    dismissed: 'The offer goes on since {{date}}: no defect was found',
    until: 'You may revoke, without reason or cost, until the end of {{day}}.',
  },
  reflection: {
    title: 'You have {{days}} days to think again',
    before:
      'You may revoke this commitment without reason and without penalty, the same way you made it, until the end of {{day}} (midnight in Rome). No money is taken before.',
    after:
      'You may revoke it without reason and without penalty, the same way you made it, until the end of {{day}} (midnight in Rome). No money is taken before.',
    left: 'Time left to revoke:',
    none: 'There is no reflection period',
    noneText:
      'You are registered as a sophisticated investor. Your commitment is binding at once, and the money is held from the moment you commit.',
    noneAfterText:
      'You are registered as a sophisticated investor: the commitment is binding, and the money is held for the offer.',
    law: 'Regulation (EU) 2020/1503, art. 22',
  },
  revoke: {
    button: 'Revoke',
    name: 'Revoke the commitment of {{amount}}',
    title: 'Revoke this commitment?',
    text: 'You take back your commitment of {{amount}} to “{{title}}”. You need no reason, and there is no penalty. No money has been taken; {{amount}} becomes free to commit again.',
    again: 'You may commit again as long as the offer is open.',
    confirm: 'Revoke the commitment',
    done: 'The commitment of {{amount}} is revoked. No money was taken.',
  },
} as const;

export default words;

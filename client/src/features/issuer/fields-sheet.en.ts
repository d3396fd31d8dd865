/** What the key investment information sheet asks beside the story. */
export const sheetFields = {
  activities: {
    label: 'Activities',
    help: 'What does the organisation do, and which products or services does it offer?',
    example: 'A type B social co-operative: bakery inside a prison and a stall in town, 14 employees.',
  },
  responsible: {
    label: 'Who answers for the information',
    help: 'Names and functions of the persons responsible for what this sheet says.',
    example: 'The board: Anna Neri (chair), Luca Bianchi (treasurer).',
  },
  contact: {
    label: 'Contact details',
    help: 'Registered address, e-mail, telephone: as they will be published.',
    example: 'via Cigna 1, 10152 Torino; info@example.org; +39 011 000000',
  },
  accounts: {
    label: 'Annual accounts',
    help: 'An address where the newest annual accounts can be read, if there are any.',
  },
  figures: {
    label: 'Annual figures',
    help: 'Revenue, result, equity and debt of the last three years, if there are any.',
    example: '2023: revenue €412,000, result €3,000, equity €90,000, debt €130,000. 2024: …',
  },
  capitalChange: {
    label: 'Change of the capital',
    help: 'Who holds capital and votes before the offer, and who after it, if all of it is sold?',
    example: 'Today 40 members hold €60,000. If all is sold: 220 members, €240,000; one member, one vote.',
  },
  riskSector: {
    label: 'Risk of the sector',
    help: 'What can happen to everybody in your sector?',
    example: 'Prices of energy and flour; fewer public contracts.',
  },
  riskDefault: {
    label: 'Risk of default',
    help: 'What could make you unable to pay, and who would be paid before investors?',
    example: 'If two customers leave we could not pay the bank, which comes first.',
  },
  riskReturn: {
    label: 'Risk of a lower, later or no return',
    help: 'On what does the return depend, and what if it does not come?',
    example: 'No dividends are planned for four years; they may never come.',
  },
  riskLiquidity: {
    label: 'Risk of illiquidity',
    help: 'How hard will it be to get out before the end?',
    example: 'Shares are bought back at most once a year; nobody is bound to buy them on a market.',
  },
  riskOther: {
    label: 'Other risks',
    help: 'Anything else an investor should know.',
    example: 'The permit of the building may come late.',
  },
  interestTerms: {
    label: 'Interest and repayment',
    help: 'From which day does interest run, when is it paid, and how is the principal repaid?',
    example: 'From the day of delivery, every 30 June; five equal instalments from the second year.',
  },
  security: {
    label: 'Guarantees and collateral',
    help: 'Who or what secures the payments? Leave it empty if nothing does.',
    example: 'A guarantee fund covers half of the principal.',
  },
  rights: {
    label: 'Rights of holders',
    help: 'Which rights come with a unit: votes, information, payments, priority?',
    example: 'One member, one vote; the annual accounts; dividends within the limits of the statute.',
  },
  spv: {
    label: 'Special purpose vehicle',
    help: 'If another company stands between you and investors: its name, address and role. Leave it empty if none does.',
    example: 'Orti SPV srl, via Cigna 1, Torino: it holds the land.',
  },
} as const;

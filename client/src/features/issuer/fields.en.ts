import { sheetFields } from './fields-sheet.en.ts';

const words = {
  texts: {
    title: { label: 'Title', help: 'What is the venture called? The name people will search for.' },
    tagline: { label: 'In one line', help: 'What does it do, for whom? One sentence without jargon.' },
    story: {
      label: 'Story',
      help: 'What is the problem, what do you do about it, what have you done so far?',
      example:
        'In Barriera di Milano one flat in nine stands empty while 1,400 families wait for one. Since 2021 we have leased, repaired and let 38 of them…',
    },
    team: {
      label: 'Team',
      help: 'Who does the work, and what have they done before? Roles rather than praise.',
      example: 'Two architects, a social worker, a bookkeeper; twelve members, one vote each.',
    },
    useOfProceeds: {
      label: 'Use of the money',
      help: 'What will be bought or paid with it, and how much goes to each? What happens at the soft cap, what at the hard cap?',
      example:
        'At the soft cap: repairs of 12 flats (€160,000), reserve (€40,000). At the hard cap: 18 more flats and a shared workshop.',
    },
    risks: {
      label: 'Risks',
      help: 'What can go wrong, how likely is it, and what happens then to the money of investors?',
      example:
        'If the city ends the agreement, a third of the rents is lost and no dividend is paid for two years.',
    },
    redemption: {
      label: 'Redemption',
      help: 'When and how do holders get their money back, if at all?',
      example:
        'Shares are bought back at nominal value from the fourth year, at most 5 % of the capital a year.',
    },
    outcome: {
      label: 'Outcome',
      help: 'What will have changed for people or the environment, in one sentence?',
      example: 'Families who lost their home live in a flat they can afford, for at least two years.',
    },
    indicatorUnit: { label: 'Unit', help: 'What is counted? “people housed”, “tonnes of waste”, “pupils”.' },
    what: {
      label: 'What',
      help: 'Which outcome is it, is it wanted, and how much does it matter to those who live it?',
      example: 'A stable home. Families rank it first among eleven needs in our 2024 survey.',
    },
    who: {
      label: 'Who',
      help: 'Who experiences the change, how many are they, and how badly served were they before?',
      example:
        'Families evicted in the last 24 months, with an income below €15,000, in two districts of Torino.',
    },
    howMuch: {
      label: 'How much',
      help: 'How many, how deep and for how long?',
      example: '30 flats, about 95 people; rent 35 % below the market; contracts of four years and more.',
    },
    contribution: {
      label: 'Contribution',
      help: 'What would have happened anyway? What is due to you, and what to others?',
      example:
        'Without us most of these flats would stay empty: only 3 of 38 owners had tried to let within five years.',
    },
    impactRisk: {
      label: 'Impact risk',
      help: 'What could keep the outcome from happening, or do harm, and what would you do?',
      example: 'Owners may leave after four years; two in five contracts have an option to renew.',
    },
    counterfactual: {
      label: 'Counterfactual',
      help: 'How do you know what would happen without you? Which data or comparison do you use?',
      example:
        'The city’s list of evictions 2019–2024: 22 % of comparable families found a stable home in two years.',
    },
    evidencePlan: {
      label: 'Evidence plan',
      help: 'Who measures what, when and how, and who checks it?',
      example:
        'Signed contracts and a call after 6, 12 and 24 months; checked once a year by an outside evaluator.',
    },
    ...sheetFields,
  },
  facts: {
    sector: { label: 'Sector', help: 'Where people will look for it.' },
    instrument: { label: 'Instrument', help: 'What do investors receive?' },
    transferability: { label: 'Transferability', help: 'May holders pass their units on?' },
    couponBps: { label: 'Coupon, percent a year', help: 'Interest a year, up to 30 %. For example 3.5.' },
    accrual: { label: 'Day count of the interest', help: 'How days are counted between two payments.' },
    price: {
      label: 'Price of one unit',
      help: 'From €1 to €999. It must lie on a step: 1 cent below €2, up to €5 from €500.',
    },
    lot: { label: 'Lot', help: 'The number of units in which people commit. 1 if any number will do.' },
    softCap: {
      label: 'Soft cap',
      help: 'The least that makes sense. Below it, everybody gets everything back.',
    },
    hardCap: { label: 'Hard cap', help: 'The most you take. A whole number of lots, up to €5 million.' },
    minimumTicket: { label: 'Minimum ticket', help: 'The smallest commitment you accept.' },
    opensAt: {
      label: 'Opening',
      help: 'Rome time. Leave it empty to open at the moment you publish.',
    },
    closesAt: { label: 'Closing', help: 'Rome time. At least one day, at most one year after the opening.' },
    ownFunds: {
      label: 'Own funds',
      help: 'What the organisation puts into this project itself. Zero is an answer.',
    },
    maturityDate: { label: 'Maturity', help: 'The day on which the last of the principal is due.' },
    reserves: {
      label: 'Reserved shares',
      help: 'What part of the hard cap is kept for each tier. What a tier does not use flows on to the next.',
    },
    indicator: {
      label: 'Indicator (IRIS+)',
      help: 'Choose one of the catalogue, or type another code such as PI4060.',
    },
    sdgTarget: {
      label: 'SDG target',
      help: 'The target of the Sustainable Development Goals it serves, such as 11.1 or 1.a.',
    },
    baseline: { label: 'Baseline', help: 'Where the indicator stands today. A whole number.' },
    target: { label: 'Target', help: 'Where it shall stand. A whole number.' },
    targetDate: {
      label: 'By',
      help: 'The day on which the target shall be reached, after the offer closes.',
    },
  },
  optional: 'optional',
  choose: 'Choose…',
  transferability: { free: 'Free', with_consent: 'With the issuer’s consent', none: 'Not transferable' },
  transferabilityText: {
    free: 'Holders may sell or give units to anybody.',
    with_consent: 'You agree to every transfer, as most statutes of cooperatives ask.',
    none: 'Units stay with the holder until they are redeemed.',
  },
  accrual: { none: 'None', act_365: 'Actual days / 365', '30_360': '30 days a month / 360' },
  instrument: {
    equity_share: 'A share of the company, with votes by capital and dividends if there are any.',
    community_share: 'A share of a cooperative: one member, one vote, redeemed rather than sold.',
    bond: 'A loan with fixed interest and a date of repayment.',
    impact_linked_bond: 'A loan whose interest moves with the outcomes that verifiers confirm.',
    revenue_share: 'A part of future revenue until a multiple is paid.',
    land_trust_share: 'A share of a trust that keeps land or buildings out of speculation.',
    outcome_contract_note: 'Paid when a payer of outcomes pays for what was achieved.',
    donation_note: 'A donation on the register: no interest, no repayment.',
  },
  iris: {
    PI4060: 'People served',
    PI7098: 'People served with a low income',
    PI7954: 'Households served',
    PI2575: 'Organisations given a first access',
    PI2640: 'People housed',
    OI8869: 'Permanent employees',
    OI4038: 'Permanent employees with disabilities',
    OI8266: 'Permanent employees from low-income areas',
    PI3687: 'Jobs created at enterprises supported',
    PI2389: 'Pupils enrolled',
    PI2173: 'Pupils from low-income families',
    PI9910: 'Share of pupils who drop out',
    PI5842: 'Renewable energy generated for sale',
    OI6697: 'Energy saved',
    OI4862: 'Greenhouse gas emissions reduced',
    PI5678: 'Waste avoided by services sold',
    OI7920: 'Waste reduced in own operations',
    OI1674: 'Land cultivated directly',
  },
  problem: {
    tooLong_one: '{{count}} character too many.',
    tooLong_other: '{{count}} characters too many.',
    character: 'This holds a character that cannot be kept (a line break or a control character).',
    euro: 'Not an amount. Write euro and cents like 1250 or 1,250.50.',
    price: 'Not a price from €1 to €999.99. Write it like 25 or 25.50.',
    whole: 'Not a whole number.',
    rate: 'Not a rate from 0 to 30 percent with two decimals at most.',
    share: 'Each share is a percentage from 0 to 100, with two decimals at most.',
    indicator: 'An IRIS+ code has two letters (OI, PI, OD, FP, PD) and four digits, such as PI4060.',
    sdgTarget: 'A target is a goal and a number or letter, such as 11.1 or 1.a.',
    date: 'Not a date.',
    moment: 'Not a date and time that exists in Rome.',
    choice: 'Choose one of the list.',
    tick: 'At this height prices move in steps of {{tickCents}}: choose {{belowCents}} or {{aboveCents}}.',
    hardCapLimit: 'An issuer may raise at most {{capCents}} within twelve months.',
    hardCapLots: 'No whole number of lots of {{lotCents}}: choose {{belowCents}} or {{aboveCents}}.',
    softCapAbove: 'The soft cap is above the hard cap of {{hardCents}}.',
    minimumAbove: 'The smallest commitment is above the whole offer of {{hardCents}}.',
    reservesAbove: 'The reserves are {{overBps}} more than the whole.',
    opensTooFar: 'Too far ahead: {{latestAt}} at the latest.',
    closesTooSoon: 'An offer stays open for at least a day: {{earliestAt}} at the earliest.',
    closesTooLate: 'An offer stays open for at most a year: {{latestAt}} at the latest.',
    targetTooSoon: 'The target must fall after the offer closes on {{closesAt}}.',
  },
  note: {
    read: 'Read as {{amount}}.',
    tick: 'Step at this price: {{tick}}.',
    units: '{{units}} units in {{lots}} lots',
    unitsOnly: '{{units}} units',
    lot: 'One lot costs {{amount}}.',
    minimum_one: 'That is one lot of {{units}} units.',
    minimum_other: 'That is {{count}} lots, {{units}} units: {{amount}}.',
    softShare: '{{share}} of the hard cap.',
    opensNow: 'This is past, so the offer opens when you publish.',
    counter: '{{count}} of {{max}}',
  },
  reserves: {
    tier: '{{tier}}, percent',
    slider: '{{tier}}, slider',
    rest: 'Open to all, in the order of the tiers: {{share}}',
    amount: '{{amount}}',
    legend: 'Reserved shares of the hard cap',
  },
  example: 'Example',
  comment: {
    title: 'Reviewer’s comment',
    edited: 'You have changed this field since.',
    open: 'Not changed yet.',
  },
  missing: 'Still missing.',
} as const;

export default words;

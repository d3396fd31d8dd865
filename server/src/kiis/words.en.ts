import type { SheetWords } from './words.ts';

/** The model of delegated regulation (EU) 2022/2119 in English. */
export const en: SheetWords = {
  title: 'Key investment information sheet',
  fictional: 'Demonstration: organisation, people and figures are invented.',
  disclaimer:
    'This crowdfunding offer has been neither verified nor approved by competent authorities or the European Securities and Markets Authority (ESMA). The appropriateness of your experience and knowledge have not necessarily been assessed before you were granted access to this investment. By making this investment, you assume full risk of taking this investment, including the risk of partial or entire loss of the money invested.',
  warningTitle: 'Risk warning',
  riskWarning:
    'Investment in this crowdfunding project entails risks, including the risk of partial or entire loss of the money invested. Your investment is not covered by the deposit guarantee schemes established in accordance with Directive 2014/49/EU of the European Parliament and of the Council. Nor is your investment covered by the investor compensation schemes established in accordance with Directive 97/9/EC of the European Parliament and of the Council. You may not receive any return on your investment. This is not a savings product and we advise you not to invest more than 10 % of your net worth in crowdfunding projects. You may not be able to sell the investment instruments when you wish. If you are able to sell them, you may nonetheless incur losses.',
  reflectionTitle: 'Pre-contractual reflection period',
  reflection: (days) =>
    `Non-sophisticated investors may revoke a commitment for ${days} calendar days, at any time, without reason and without penalty, by the same route by which it was made. No money is captured before that period has ended.`,
  footer: (listing, day) => `Offer ${listing} · sheet of ${day}`,
  page: (page, of) => `Page ${page} of ${of}`,
  parts: {
    overview: 'Overview of the offer',
    A: 'Part A: The project owner and the project',
    B: 'Part B: Main features of the process and conditions of the capital raising',
    C: 'Part C: Risk factors',
    D: 'Part D: The offer of transferable securities and admitted instruments',
    E: 'Part E: Special purpose vehicles',
    F: 'Part F: Investor rights',
    G: 'Part G: Disclosures related to loans',
    H: 'Part H: Fees, information and legal redress',
    I: 'Part I: Individual portfolio management of loans',
  },
  labels: {
    identifier: 'Offer identifier',
    owner: 'Project owner and project',
    type: 'Type of offer and instrument',
    target: 'Target amount',
    deadline: 'Deadline',
    identity: 'Identity and legal form',
    management: 'Ownership and management',
    contact: 'Contact details',
    responsible: 'Persons responsible',
    activities: 'Principal activities, products and services',
    accounts: 'Financial statements',
    figures: 'Annual figures and ratios',
    project: 'The project and its purpose',
    useOfProceeds: 'Use of the money',
    impact: 'Outcome and how it is measured',
    minimum: 'Minimum target and completed offers',
    until: 'Deadline for the target',
    missed: 'If the target is missed',
    maximum: 'Maximum amount',
    ownFunds: 'Own funds committed',
    capitalChange: 'Change of capital or loans',
    riskProject: '1. Project risk',
    riskSector: '2. Sector risk',
    riskDefault: '3. Risk of default',
    riskReturn: '4. Risk of lower, delayed or no return',
    riskPlatform: '5. Risk of platform failure',
    riskLiquidity: '6. Risk of illiquidity',
    riskOther: '7. Other risks',
    total: 'Amount and type',
    price: 'Subscription price',
    overallotment: 'Oversubscription',
    payment: 'Subscription and payment',
    custody: 'Custody and delivery',
    security: 'Guarantee or collateral',
    buyBack: 'Redemption and buy-back',
    interest: 'Interest',
    maturity: 'Maturity',
    spv: 'Vehicle interposed',
    rights: 'Key rights',
    restrictions: 'Restrictions on transfer',
    exit: 'Ways to exit',
    voting: 'Capital and votes before and after',
    loans: 'Loans',
    fees: 'Fees and costs',
    information: 'Further information',
    complaints: 'Complaints',
    portfolio: 'Portfolio management',
  },
  legalForms: {
    cooperativa_sociale: 'social co-operative',
    impresa_sociale: 'social enterprise (impresa sociale)',
    societa_benefit: 'benefit corporation (società benefit)',
    siavs: 'innovative start-up with a social aim (SIAVS)',
    ets: 'third sector entity (ETS)',
    other: 'other legal form',
  },
  instruments: {
    equity_share: 'equity shares',
    community_share: 'community shares',
    bond: 'bonds',
    impact_linked_bond: 'impact-linked bonds',
    revenue_share: 'revenue share notes',
    land_trust_share: 'community land trust shares',
    outcome_contract_note: 'outcome contract notes',
    donation_note: 'donation notes',
  },
  transferability: {
    free: 'Units may be transferred freely.',
    with_consent: 'Each transfer needs the issuer’s consent.',
    none: 'Units cannot be transferred.',
  },
  accrual: { none: 'no day count', act_365: 'actual days / 365', '30_360': '30 days a month / 360' },
  statement:
    'The project owner declares that, to the best of its knowledge, no information has been omitted or is materially misleading or inaccurate. The project owner is responsible for the preparation of this key investment information sheet.',
  notStated: 'None stated.',
  notApplicable: 'Not applicable.',
  owner: (name, title) => `${name} · ${title}`,
  type: (instrument) => `Offer of ${instrument}`,
  target: (soft, hard) => `${soft}, at most ${hard}`,
  minimum: (soft, done) =>
    `${soft} in this offer. Offers that the project owner has completed on this venue before: ${done}.`,
  missed: 'Every commitment is released in full, at once and without cost; no units are issued.',
  capitalSame: 'The offer does not change the composition of the capital.',
  impact: ({ outcome, unit, baseline, target, day, indicator, sdg }) =>
    `${outcome} Indicator ${indicator} (${unit}): from ${baseline} to ${target} by ${day}. Target ${sdg} of the Sustainable Development Goals.`,
  riskPlatform:
    'The venue may be unable to go on with its services, for a time or for good. Commitments are held apart from the venue’s own money; the register of holders is kept so that the issuer can go on with it.',
  total: (units, instrument, hard) => `Up to ${units} units (${instrument}), ${hard} in all.`,
  price: (price, lot, minimum) => `${price} a unit, in lots of ${lot}; smallest commitment ${minimum}.`,
  overallotment: (reserves) =>
    `Commitments above the maximum are accepted until the deadline; units are then allotted by tier, equally within a tier, and the rest is released. Reserved: ${reserves}.`,
  reserves: (community, retail, institutional) =>
    `community ${community}, retail ${retail}, institutional ${institutional}`,
  payment:
    'A commitment is made on the venue and paid from the investor’s balance when the reflection period has ended, against delivery of the units at the close.',
  custody:
    'Units are entered in the register of holders kept by the venue, in the same instant as they are paid.',
  interest: (rate, accrual) => `${rate} a year (${accrual}).`,
  interestAndYield: (rate) => `Yield at the subscription price: ${rate} a year before tax.`,
  noInterest: 'The instrument bears no interest.',
  noSpv: 'No vehicle stands between the project owner and the investor.',
  exit: {
    free: 'Units may be offered on the venue’s secondary market or board, where there is one; nobody is bound to buy.',
    none: 'None before redemption.',
  },
  votingElsewhere: 'See part B, change of capital.',
  noLoans: 'Not applicable: the offer is of securities or admitted instruments, not of loans.',
  fees: ({ commitment, trade, success, admission, vat }) =>
    [
      commitment === '' && trade === ''
        ? 'The venue charges investors nothing for committing, holding or revoking.'
        : `The venue charges investors ${[
            ...(commitment === '' ? [] : [`${commitment} of what they commit, with the commitment itself`]),
            ...(trade === '' ? [] : [`${trade} of the value of units they sell in the secondary market`]),
          ].join(', and ')}; nothing for holding or revoking.`,
      ...(success === '' && admission === ''
        ? []
        : [
            `The project owner pays the venue ${[
              ...(success === '' ? [] : [`${success} of what the offer raises`]),
              ...(admission === '' ? [] : [`${admission} for the admission`]),
            ].join(', and ')}.`,
          ]),
      ...(commitment + trade + success + admission === ''
        ? []
        : [`VAT of ${vat} is added. Other fees are announced at least 30 days ahead.`]),
      'Taxes and the costs of the investor’s own bank are the investor’s.',
    ].join(' '),
  information: (listing) =>
    `The page of the offer (${listing}) on the venue holds every version of this sheet, the impact prospectus, questions and answers, and the documents of the issuer, free of charge.`,
  complaints:
    'Complaints are free of charge: to the venue through its complaints page; to the project owner at the contact above; then to the courts or to the bodies of out-of-court settlement.',
};

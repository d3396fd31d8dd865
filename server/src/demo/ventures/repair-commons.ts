import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const repairCommons: Venture = {
  key: 'repair-commons',
  language: 'en',
  organisation: {
    name: 'Repair Commons (demo)',
    legalForm: 'societa_benefit',
    place: 'Torino',
    website: '',
    about: prose`
      A benefit company invented for this demonstration. It runs an open workshop where broken things are mended
      by paid technicians and by the people who brought them, and sells what is given up, with a guarantee.`,
  },
  texts: {
    title: 'Repair Commons: a workshop the size of a supermarket',
    tagline:
      'Washing machines, laptops, bicycles: mended in the open, with a guarantee, two tram stops from home.',
    story: prose`
      Four thousand objects crossed our counter last year. Two thirds went home working. The rest gave up their
      parts to the others. We did all this in 160 square metres behind a church, with a waiting list of five weeks.

      A discount supermarket three streets away has closed. Its hall has a loading bay, daylight from above and a
      landlord, a housing cooperative, that wants us there for twelve years. In that hall we can mend twelve
      thousand objects a year, train forty technicians and run the city's first library of tools.

      We are selling ordinary shares. They carry one vote each, and the statute caps dividends at half of the
      profit. The other half goes into apprenticeships. If you want the fastest return, this is not it; if you want
      a city that throws away less, and a company that can live from it, come in.`,
    team: prose`
      Six technicians, two of them master electricians, a logistics lead from the second-hand trade, and a managing
      director who ran a municipal recycling yard. Three of the six learned the trade with us.`,
    useOfProceeds: prose`
      €74,000 for the fit-out of the hall and its electrical safety; €48,000 for test benches and lifting gear;
      €33,000 for parts stock; €25,000 of working capital for the first two quarters.`,
    risks: prose`
      Cheap new appliances may undercut repair. Two of our technicians are hard to replace. The lease allows the
      landlord to leave after year six with compensation. These are shares in a young company: you may lose
      everything you put in, and selling them needs a buyer.`,
    redemption:
      'Shares are not redeemed. The company may buy back up to 5 % a year at the audited book value.',
    outcome: 'Objects stay in use for years longer, and the waste they would have become does not arise.',
    indicatorUnit: 'tonnes of waste avoided a year',
    what: 'Working appliances instead of scrap: less waste, less spending, a trade worth learning.',
    who: prose`
      Households within three kilometres, 41 % of them on a low income, for whom a new washing machine is two
      months of savings; and young people out of school who train with us.`,
    howMuch: 'From 46 to 150 tonnes a year; an object we mend lives 3.4 years longer on average.',
    contribution: prose`
      Some of the objects would have been repaired by somebody else: we count one in six as not ours. Informal
      repair by friends is deducted on the basis of a survey at the counter.`,
    impactRisk:
      'People may keep an inefficient appliance for longer: for fridges and dryers we weigh that against the waste.',
    counterfactual: prose`
      In a comparable district without a workshop, the municipal yard records the same objects arriving 2.9 years
      younger.`,
    evidencePlan: prose`
      Every object is weighed and gets a number; a phone call after twelve months asks whether it still runs; a
      university department audits one drawer in ten.`,
  },
  facts: {
    sector: 'circular_economy',
    instrument: 'equity_share',
    transferability: 'free',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI5678',
    sdgTarget: '12.5',
    baseline: 46,
    target: 150,
    targetYears: 3,
    priceEuro: 30,
    lot: 2,
    softCapEuro: 100_200,
    hardCapEuro: 180_000,
    minimumEuro: 60,
    reserves: { community: 4_000, retail: 3_000, institutional: 1_000 },
  },
};

import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const slowLine: Venture = {
  key: 'slow-line',
  language: 'en',
  organisation: {
    name: 'Slow Line (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Ceres',
    website: '',
    about: prose`
      A community transport cooperative invented for this demonstration: five electric minibuses, owned by those
      who ride them, on call in the side valleys where the timetable ended.`,
  },
  texts: {
    title: 'Slow Line: a bus that comes when you call',
    tagline: 'Five electric minibuses on demand for eleven mountain villages without a bus line.',
    story: prose`
      The last scheduled bus up the side valleys stopped in the year the school closed. Since then a medical
      appointment takes a day off work from a neighbour with a car. A hundred and sixty young people decide every
      autumn whether they can go on to secondary school, and some decide by transport.

      We have run two minibuses on call for eighteen months. You phone, or press one of the yellow buttons in the
      eleven villages, and within forty minutes someone is there. Nineteen thousand rides so far, at two euro each,
      and a contribution from the union of municipalities for every ride that replaces a school run.

      With three more vehicles and chargers at the dairy we can cover all the villages, early and late. Investors
      receive 6 % of ticket and contract revenue until they have had 1.35 times what they put in.`,
    team: prose`
      Nine drivers, of whom five are over fifty and two came from the closed paper mill, a dispatcher, a mechanic
      shared with the forestry cooperative, and a board elected by 610 member households.`,
    useOfProceeds: prose`
      €171,000 as the unfunded part of three electric minibuses; €44,000 for chargers and the roof they stand
      under; €27,000 for winter equipment; €18,000 for the booking line in four languages.`,
    risks: prose`
      Snow can stop us for days. The contribution per ride is renewed every two years. Batteries may age faster in
      the cold than the maker says. A revenue share pays only when there is revenue: you may get back less than you
      put in, or nothing.`,
    redemption:
      '6 % of revenue, paid every six months, until 1.35 times the sum is reached or ten years have passed.',
    outcome: 'People without a car reach school, work and the doctor, and stay in the valley.',
    indicatorUnit: 'active riders a year',
    what: 'A ride within forty minutes, all year, at the price of a city ticket.',
    who: 'Young people, older people and commuters of eleven villages; one household in four has no car.',
    howMuch: 'From 780 to 2,100 active riders; for a secondary school pupil, about 360 rides a year.',
    contribution: prose`
      No operator bid for the line in three tenders. Car sharing among neighbours covers perhaps a tenth of the
      rides; we subtract it.`,
    impactRisk:
      'If riders came mostly from among those who have a car anyway, emissions would fall but access would not improve.',
    counterfactual: 'In the next valley, without a service, school drop-out after year ten is twice as high.',
    evidencePlan:
      'Ride records by age group and purpose, school registers, a yearly count at the yellow buttons.',
  },
  facts: {
    sector: 'mobility',
    instrument: 'revenue_share',
    transferability: 'none',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI9327',
    sdgTarget: '11.2',
    baseline: 780,
    target: 2_100,
    targetYears: 2,
    priceEuro: 20,
    lot: 5,
    softCapEuro: 150_000,
    hardCapEuro: 260_000,
    minimumEuro: 100,
    reserves: { community: 5_000, retail: 2_500, institutional: 500 },
  },
};

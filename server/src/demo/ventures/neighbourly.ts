import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const neighbourly: Venture = {
  key: 'neighbourly',
  language: 'en',
  organisation: {
    name: 'Neighbourly (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Settimo Torinese',
    website: '',
    about: prose`
      A social cooperative invented for this demonstration. Its concierges sit in the entrance halls of ordinary
      blocks of flats and keep an eye on those who grow old there: shopping, pills, papers, company.`,
  },
  texts: {
    title: 'Neighbourly: a concierge for growing old at home',
    tagline:
      'Thirty trained concierges keep nine hundred older people at home, and are paid for by the result.',
    story: prose`
      Mrs B. is eighty-seven and lives on the fifth floor. When the lift broke for nine days, nobody noticed that
      she had run out of her heart tablets. That was the winter in which we put the first concierge into the hall
      of her building: a former shop assistant, trained for four months as a care worker, on a permanent contract.

      Eleven concierges later, the health district has counted for itself: among the people we look after,
      avoidable hospital days have fallen by a fifth. It now pays for exactly that. For every person who stays at
      home for twelve months and is not admitted for an avoidable cause, a fixed amount is due, up to a ceiling.

      These notes finance the months between paying the concierges and being paid for the result. If the result
      does not come, the notes pay less, down to nothing. If it does, they pay the rate stated here.`,
    team: prose`
      Eleven concierges, a nurse coordinator, a social worker and a director who has run home care services for
      fifteen years. The results are verified by a public health institute that we do not pay.`,
    useOfProceeds: prose`
      €318,000 for nineteen further concierges until the first outcome payment; €62,000 for training; €40,000 for
      alarms and a shared calendar; €30,000 as a liquidity reserve.`,
    risks: prose`
      The outcome payer may verify fewer results than planned: below 60 % of the plan the notes lose capital. A hot
      summer or an epidemic would distort the comparison. There is no guarantee of any kind; the whole sum may be
      lost.`,
    redemption:
      'Paid out of verified outcome payments, in three instalments over thirty months; what is not earned lapses.',
    outcome: 'Older people live at home for longer, safely, and hospitals are spared stays that help nobody.',
    indicatorUnit: 'care workers on permanent contracts',
    what: 'Somebody who notices: daily contact, help with small things, a nurse when it is more than small.',
    who: prose`
      People over seventy-five who live alone or with a partner of the same age, in blocks without a lift or with
      one that fails; four in ten have no child living within thirty kilometres.`,
    howMuch: 'From 330 to 900 people looked after; thirty permanent jobs in place of eleven.',
    contribution: prose`
      Public home care reaches one in nine of them, mostly after a hospital stay. We subtract those it would have
      reached anyway.`,
    impactRisk:
      'The effect may be smaller in newer buildings with younger residents: we extend only to blocks like the first ones.',
    counterfactual: prose`
      Matched comparison by age, illness and income with residents of similar blocks in the same district, drawn by
      the institute that verifies.`,
    evidencePlan: prose`
      Pseudonymous admissions data from the health district, employment records of the concierges, an interview
      with one person in ten every year.`,
  },
  facts: {
    sector: 'health',
    instrument: 'outcome_contract_note',
    transferability: 'with_consent',
    couponBps: 300,
    accrual: '30_360',
    indicator: 'OI5323',
    sdgTarget: '3.8',
    baseline: 11,
    target: 30,
    targetYears: 2,
    priceEuro: 250,
    lot: 1,
    softCapEuro: 250_000,
    hardCapEuro: 450_000,
    minimumEuro: 250,
    reserves: { community: 1_500, retail: 3_000, institutional: 4_000 },
  },
};

import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const pictureHouse: Venture = {
  key: 'picture-house',
  language: 'en',
  organisation: {
    name: 'Mountain Picture House (demo)',
    legalForm: 'ets',
    place: 'Bardonecchia',
    website: '',
    about: prose`
      An association invented for this demonstration that reopened a village cinema: films, a choir, a parliament
      of teenagers, and the only heated public room within twenty kilometres in February.`,
  },
  texts: {
    title: 'Mountain Picture House: keep the lights on at 1,300 metres',
    tagline: 'A village cinema becomes the winter living room of a valley, and belongs to those who use it.',
    story: prose`
      The cinema has 140 seats, a screen from 1958 and a boiler that eats a third of the ticket money. We took the
      keys four years ago, because the alternative was a depot for ski equipment. Since then: 610 screenings, a
      film club run by teenagers, a choir that fills the room without a film, and a projector paid for by a raffle.

      What we cannot raffle is insulation. This issue replaces the boiler with a heat pump, insulates the roof and
      turns the foyer into a room that is open every day from three to ten: homework, cards, a bar without slot
      machines.

      Community shares carry one vote per person, however many you hold. They may pay up to 2 % when there is a
      surplus. Mostly they pay in Thursdays.`,
    team: prose`
      One employed manager, a projectionist, four young people on civic service and thirty-six volunteers. The
      books are kept by a retired bank clerk who has never lost a cent.`,
    useOfProceeds: prose`
      €52,000 for the heat pump and the ventilation; €31,000 for the roof; €17,000 for the foyer and its kitchen;
      €10,000 in reserve.`,
    risks: prose`
      Winters without snow bring fewer visitors. Distributors may raise their minimum fees. Volunteers get tired.
      Community shares cannot be sold to others and may be written down to nothing.`,
    redemption: 'Withdrawable at par after three years on six months of notice, as far as reserves allow.',
    outcome: 'A valley of scattered villages has a warm public place where generations meet all year round.',
    indicatorUnit: 'different people through the door a year',
    what: 'Culture and company within reach, indoors, in the months when there is neither.',
    who: 'Residents of nine villages, a third of them over sixty-five, and 240 teenagers with nowhere to go.',
    howMuch: 'From 3,100 to 5,400 different people a year, on 330 open days instead of 120.',
    contribution:
      'Without us the hall is a depot. Streaming replaces the film but neither the choir nor the cards.',
    impactRisk:
      'The room may be used mostly by those who are already active: we keep one evening a week for each village.',
    counterfactual:
      'Two halls in similar valleys closed in the same year; neither has been replaced by anything.',
    evidencePlan: 'Door counter, membership register, an exercise-book of guests, one survey each spring.',
  },
  facts: {
    sector: 'culture',
    instrument: 'community_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI4060',
    sdgTarget: '11.4',
    baseline: 3_100,
    target: 5_400,
    targetYears: 2,
    priceEuro: 10,
    lot: 5,
    softCapEuro: 60_000,
    hardCapEuro: 110_000,
    minimumEuro: 50,
    reserves: { community: 5_000, retail: 2_500, institutional: 0 },
  },
};

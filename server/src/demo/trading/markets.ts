import type { MarketModel, SessionPlanView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { Days } from '../chapters.ts';

/** How a listing trades from some day on. */
export interface Regime {
  readonly from: Days;
  readonly model: MarketModel;
  readonly sessions: readonly SessionPlanView[];
  readonly everyDay: boolean;
  readonly reason: string;
  /** Orders of the crowd a day. */
  readonly orders: number;
}

const office: SessionPlanView = { ...policy.session, weekdays: [...policy.session.weekdays] };

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Open around the clock, so that whoever comes to look finds it trading. */
const allDay: SessionPlanView = {
  preOpenMinute: 1,
  callMinute: 2,
  freezeMinute: 4,
  endMinute: 5,
  closeMinute: 1_435,
  weekdays: everyDay,
};

/** An auction an hour: whoever comes to look sees a call under way. */
const hourly: readonly SessionPlanView[] = Array.from({ length: 24 }, (_, hour) => ({
  preOpenMinute: hour * 60 + 1,
  callMinute: hour * 60 + 3,
  freezeMinute: hour * 60 + 54,
  endMinute: hour * 60 + 55,
  closeMinute: hour * 60 + 58,
  weekdays: everyDay,
}));

/** The markets of the story, by the key of their venture; the first regime opens it. */
export const tradingOf: Readonly<Record<string, readonly Regime[]>> = {
  'repair-commons': [
    {
      from: -31,
      model: 'auction',
      sessions: [office],
      everyDay: false,
      reason: 'L’emissione è interamente consegnata e liberamente trasferibile: un’asta al giorno.',
      orders: 12,
    },
    {
      from: -11,
      model: 'continuous',
      sessions: [office],
      everyDay: false,
      reason: 'Un fornitore di liquidità si è impegnato: dopo l’asta si passa alla negoziazione continua.',
      orders: 34,
    },
    {
      from: -1,
      model: 'continuous',
      sessions: [allDay],
      everyDay: true,
      reason: 'Dimostrazione: il mercato resta aperto giorno e notte.',
      orders: 60,
    },
  ],
  serre: [
    {
      from: -19,
      model: 'auction',
      sessions: [office],
      everyDay: false,
      reason: 'Quote liberamente trasferibili, scambi rari: un’asta al giorno.',
      orders: 10,
    },
    {
      from: -1,
      model: 'auction',
      sessions: hourly,
      everyDay: true,
      reason: 'Dimostrazione: un’asta ogni ora, perché chi arriva ne veda una.',
      orders: 60,
    },
  ],
  'picture-house': [
    {
      from: -3,
      model: 'bulletin',
      sessions: [office],
      everyDay: false,
      reason: 'Transfers need the issuer’s consent: posts only, which bind nobody.',
      orders: 0,
    },
  ],
};

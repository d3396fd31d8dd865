import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { policy } from '@piazza/shared/policy';
import type { PlaceOrder } from '../../../../../server/src/domain/market/index.ts';
import { cast, lst, why } from '../../../../support/domain-cast.ts';
import { tuesday } from '../../../../support/market-venue.ts';
import { does, given, happened, spends, type Step } from '../../../../support/given.ts';
import { buy, daily, marketIn, sell, standingOf } from '../../../../support/market-venue.ts';
import { precedence, type Break, type Wish } from '../../../../support/precedence.ts';

type Place = Wish<PlaceOrder>;
const listing = lst(1);
const bulletin: Step = happened({ kind: 'market.configured', listing, model: 'bulletin', calendar: daily });
const closed: Step = happened({
  kind: 'market.phased',
  listing,
  phase: 'closed',
  at: tuesday(10) as never,
  until: null,
  session: null,
  extensions: 0,
});
const blocked: Step = happened({ kind: 'market.blocked', target: { scope: 'venue' }, blocked: true });
const thousand: Step = (venue) => {
  for (let n = 0; n < policy.openOrdersPerAccount; n += 1) does(cast.ines, sell(1, 1_480))(venue);
};
const early = (step: Step) => (wish: Place) => void wish.steps.splice(1, 0, step);
const late = (step: Step) => (wish: Place) => void wish.steps.push(step);
const as = (changes: Partial<PlaceOrder>) => (wish: Place) => {
  wish.command = { ...wish.command, ...changes };
};

const atTheDoor: readonly Break<PlaceOrder>[] = [
  ['not_found', 'a listing without a market', as({ listing: lst(9) })],
  ['matching_forbidden', 'a board', late(bulletin)],
  ['trading_blocked', 'a venue that is stopped', late(blocked)],
  ['market_closed', 'a market that is closed', late(closed)],
];
const ofSize: readonly Break<PlaceOrder>[] = [
  ['off_tick', 'a price off its tick', as({ priceCents: 1_001 })],
  ['order_value_exceeded', 'more than an order may be worth', as({ quantity: 25_001 })],
  ['outside_collar', 'a price far from the reference', as({ priceCents: 2_000 })],
  ['good_till_invalid', 'a last day without GTD', as({ lastDay: 20_600 })],
  ['too_many_orders', 'a thousand orders at rest', early(thousand)],
];
const poor: Break<PlaceOrder> = ['insufficient_funds', 'too little money', late(spends(cast.ines, 995_000))];
const prices = 'a price off its tick+a price far from the reference';

describe('what speaks against an order (MKD-5)', () => {
  describe('in continuous trading, in this order', () => {
    const sound = (): Place => ({
      steps: [marketIn('continuous')],
      actor: cast.ines,
      command: buy(10, 1_000),
    });
    precedence(
      sound,
      [
        ...atTheDoor,
        ['order_kind_forbidden', 'one for the next auction', as({ timeInForce: 'auction' })],
        ...ofSize,
        ['not_fillable', 'fill or kill that finds nothing', as({ timeInForce: 'fok' })],
        ['minimum_not_met', 'a minimum that finds nothing', as({ minimumQuantity: 5 })],
        poor,
      ],
      [prices, 'one for the next auction+fill or kill that finds nothing'],
    );
  });

  describe('in a call, in this order', () => {
    const sound = (): Place => ({ steps: [marketIn('call')], actor: cast.ines, command: buy(10, 1_000) });
    precedence(
      sound,
      [
        ...atTheDoor,
        ['order_kind_forbidden', 'one that must trade at once', as({ timeInForce: 'ioc' })],
        ...ofSize,
        ['self_match', 'an own order it would meet', early(does(cast.ines, sell(1, 1_000)))],
        poor,
      ],
      [prices, 'a thousand orders at rest+an own order it would meet'],
    );
  });

  const kinds: readonly (readonly [string, Partial<PlaceOrder>])[] = [
    ['market', { type: 'market' }],
    ['immediate or cancel', { timeInForce: 'ioc' }],
    ['fill or kill', { timeInForce: 'fok' }],
    ['minimum-quantity', { minimumQuantity: 1 }],
  ];
  for (const phase of ['pre_open', 'call', 'freeze'] as const)
    for (const [what, changes] of kinds)
      it(`a ${what} order has no place in ${phase}: order_kind_forbidden`, () =>
        given(marketIn(phase))
          .when(cast.ines, buy(10, 1_000, changes))
          .refuses('order_kind_forbidden', { phase }));

  it('a minimum above the quantity contradicts itself: order_kind_forbidden', () =>
    given(marketIn('continuous'))
      .when(cast.ines, buy(10, 1_000, { minimumQuantity: 11 }))
      .refuses('order_kind_forbidden'));

  const monday = Math.floor(tuesday(12) / 86_400_000) - 1;
  const days: readonly (readonly [string, Partial<PlaceOrder>, RejectionCode | null])[] = [
    ['GTD until today', { timeInForce: 'gtd', lastDay: monday + 1 }, null],
    ['GTD for 90 days', { timeInForce: 'gtd', lastDay: monday + 91 }, null],
    ['GTD for 91 days', { timeInForce: 'gtd', lastDay: monday + 92 }, 'good_till_invalid'],
    ['GTD until yesterday', { timeInForce: 'gtd', lastDay: monday }, 'good_till_invalid'],
    ['GTD without a day', { timeInForce: 'gtd' }, 'good_till_invalid'],
  ];
  for (const [what, changes, code] of days)
    it(`${what}: ${code ?? 'taken'}`, () => {
      const outcome = given(marketIn('call')).when(cast.ines, buy(10, 1_000, changes));
      if (code === null) outcome.accepts();
      else outcome.refuses(code);
    });

  it('the worth, the collar and the cover are told in the refusal', () => {
    const venue = given(marketIn('call'));
    venue.when(cast.ines, buy(25_001, 1_000)).refuses('order_value_exceeded', { mostCents: 25_000_000 });
    venue.when(cast.ines, buy(1, 498)).refuses('outside_collar', { lowCents: 500, highCents: 1_500 });
    venue.when(cast.ines, buy(1, 1_510)).refuses('outside_collar', { lowCents: 500, highCents: 1_500 });
    venue.when(cast.sofia, sell(1, 1_000)).refuses('insufficient_units', { freeUnits: 0 });
    venue
      .when(cast.ines, buy(1_001, 1_000))
      .refuses('insufficient_funds', { freeCents: 1_000_000, amountCents: 1_001_000 });
  });

  it('the widest prices of the collar are taken', () => {
    const venue = given(marketIn('call'));
    venue.when(cast.ines, buy(1, 500)).accepts();
    venue.when(cast.ivo, sell(1, 1_500)).accepts();
  });

  it('an account that is stopped enters nothing, others do', () => {
    const stopped = does(cast.olga, {
      kind: 'desk.blockTrading',
      target: { scope: 'account', person: cast.ines },
      blocked: true,
      cancelOrders: false,
      reason: why,
    });
    const venue = given(marketIn('call'), stopped);
    venue.when(cast.ines, buy(1, 1_000)).refuses('trading_blocked');
    venue.when(cast.ivo, buy(1, 1_000)).accepts();
  });

  it('an order at rest holds what it may cost, and no more can be promised', () => {
    const { venue, when } = given(
      marketIn('call'),
      does(cast.ines, buy(400, 1_000), buy(100, 900), sell(300, 1_200)),
    );
    expect(standingOf(venue, cast.ines)).to.deep.equal({
      units: 700,
      heldUnits: 300,
      cents: 510_000,
      heldCents: 490_000,
    });
    when(cast.ines, buy(511, 1_000)).refuses('insufficient_funds');
    when(cast.ines, sell(701, 1_200)).refuses('insufficient_units');
    when(cast.ines, buy(510, 1_000)).accepts();
  });
});

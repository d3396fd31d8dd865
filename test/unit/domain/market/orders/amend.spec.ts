import { expect } from 'chai';
import type { AmendOrder } from '../../../../../server/src/domain/market/index.ts';
import { cast, why } from '../../../../support/domain-cast.ts';
import { does, given, until, type Outcome, type Step } from '../../../../support/given.ts';
import {
  act,
  bookOf,
  buy,
  marketIn,
  ordersOf,
  sell,
  standingOf,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, caio, olga } = cast;
/** Ines sells 10 at 10.00 before Ivo does; Caio buys 4 of hers where trading is continuous. */
const book: Step = (venue) => {
  does(ines, sell(10, 1_000))(venue);
  does(ivo, sell(10, 1_000))(venue);
  does(caio, buy(4, 1_000))(venue);
};
type Change = Partial<Pick<AmendOrder, 'priceCents' | 'quantity'>>;

/** Ines changes her order. */
function amends({ venue, when }: ReturnType<typeof given>, change: Change): Outcome {
  const [order = 0] = ordersOf(venue, ines);
  return when(ines, { kind: 'orders.amend', order, priceCents: 0, quantity: 0, ...change });
}

describe('amending an order (MKD-8)', () => {
  const continuous = (): ReturnType<typeof given> => given(marketIn('continuous'), book);

  it('to a smaller quantity keeps its place; the quantity named is the whole, what has traded included', () => {
    const story = continuous();
    const outcome = amends(story, { quantity: 7 });
    expect(outcome.decision)
      .to.have.property('result')
      .that.includes({ filled: 0, resting: 3, cancelled: 3 });
    expect(bookOf(outcome.accepts())).to.deep.equal(['ines sells 3 at 1000', 'ivo sells 10 at 1000']);
    expect(standingOf(story.venue, ines)).to.include({ units: 993, heldUnits: 3 });
  });

  it('to a greater quantity goes to the end of its level', () => {
    const venue = amends(continuous(), { quantity: 11 }).accepts();
    expect(bookOf(venue)).to.deep.equal(['ivo sells 10 at 1000', 'ines sells 7 at 1000']);
  });

  it('to another price goes to the end of that level, even where it becomes smaller too', () => {
    const story = given(marketIn('continuous'), book, does(ivo, sell(1, 1_010)));
    const venue = amends(story, { priceCents: 1_010, quantity: 8 }).accepts();
    expect(bookOf(venue)).to.deep.equal([
      'ivo sells 10 at 1000',
      'ivo sells 1 at 1010',
      'ines sells 4 at 1010',
    ]);
  });

  it('to a price that is met trades at once', () => {
    const story = given(marketIn('continuous'), book, does(caio, buy(2, 980)));
    const outcome = amends(story, { priceCents: 980 });
    expect(outcome.decision)
      .to.have.property('result')
      .that.includes({ filled: 2, resting: 4, cancelled: 0 });
    expect(bookOf(outcome.accepts())).to.deep.equal(['ines sells 4 at 980', 'ivo sells 10 at 1000']);
  });

  it('so that it meets an own order lets the amended one give way', () => {
    const story = given(marketIn('continuous'), book, does(ines, buy(2, 980)));
    const outcome = amends(story, { priceCents: 980 });
    expect(outcome.decision)
      .to.have.property('result')
      .that.includes({ filled: 0, resting: 0, cancelled: 6 });
    expect(bookOf(outcome.accepts())).to.deep.equal(['ines buys 2 at 980', 'ivo sells 10 at 1000']);
  });

  it('beyond the collar interrupts trading', () => {
    const far = given(marketIn('continuous'), does(ines, sell(1, 1_000)), does(caio, buy(1, 940)));
    expect(
      amends(far, { priceCents: 900 }).accepts().state.markets.markets.values().next().value?.phase,
    ).to.equal('call');
  });

  it('counts what the order holds already as cover', () => {
    const story = given(marketIn('call'), does(ines, buy(1_000, 1_000)));
    amends(story, { priceCents: 1_010 }).refuses('insufficient_funds', {
      freeCents: 1_000_000,
      amountCents: 1_010_000,
    });
    amends(story, { priceCents: 1_010, quantity: 990 }).accepts();
    const seller = given(marketIn('call'), does(ines, sell(1_000, 1_000)));
    amends(seller, { quantity: 1_001 }).refuses('insufficient_units', { freeUnits: 1_000 });
    amends(seller, { priceCents: 1_010 }).accepts();
  });

  it('is refused like a new order where it is not only smaller', () => {
    const story = continuous();
    amends(story, { priceCents: 1_001 }).refuses('off_tick');
    amends(story, { priceCents: 1_600 }).refuses('outside_collar');
    amends(story, { quantity: 25_005 }).refuses('order_value_exceeded');
    const block = { kind: 'desk.blockTrading', blocked: true, cancelOrders: false, reason: why } as const;
    does(olga, { ...block, target: { scope: 'venue' } })(story.venue);
    amends(story, { quantity: 20 }).refuses('trading_blocked');
    amends(story, { quantity: 9 }).accepts();
    does(olga, act('halt'))(story.venue);
    amends(story, { quantity: 8 }).accepts();
  });

  it('is refused where nothing would change, or nothing would be left', () => {
    for (const change of [{}, { quantity: 10 }, { priceCents: 1_000 }, { quantity: 4 }, { quantity: 3 }])
      amends(continuous(), change).refuses('nothing_to_change');
  });

  it('is refused to whom the order does not belong, and when it rests nowhere: not_found', () => {
    const { venue, when } = continuous();
    const [order = 0] = ordersOf(venue, ines);
    when(ivo, { kind: 'orders.amend', order, priceCents: 0, quantity: 9 }).refuses('not_found');
    when(ines, { kind: 'orders.amend', order: 9_999, priceCents: 0, quantity: 9 }).refuses('not_found');
  });

  it('is refused in a freeze, before anything else; in a market at rest an order only becomes smaller', () => {
    const frozen = given(marketIn('freeze'), does(ines, sell(10, 1_000)));
    amends(frozen, { quantity: 5 }).refuses('phase_forbids', { phase: 'freeze' });
    amends(frozen, {}).refuses('phase_forbids');
    const night = given(marketIn('continuous'), does(ines, sell(10, 1_000)), until(tuesday(20)));
    amends(night, { quantity: 11 }).refuses('market_closed', { phase: 'closed' });
    amends(night, { quantity: 9 }).accepts();
  });
});

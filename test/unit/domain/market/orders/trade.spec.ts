import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import type { PlaceOrder } from '../../../../../server/src/domain/market/index.ts';
import { cast, lst } from '../../../../support/domain-cast.ts';
import { does, given, passes, type Step } from '../../../../support/given.ts';
import {
  bookOf,
  buy,
  marketIn,
  marketOf,
  ordersOf,
  sell,
  standingOf,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, caio, sofia } = cast;
const continuous = marketIn('continuous');
/** A book: Ivo sells 10 at 10.00, Caio 5 at 10.00 and 20 at 10.20; Ines buys 10 at 9.90. */
const book: Step = (venue) => {
  does(ivo, sell(10, 1_000))(venue);
  does(caio, sell(5, 1_000), sell(20, 1_020))(venue);
  does(ines, buy(10, 990))(venue);
};
const resultOf = (venue: ReturnType<typeof given>, who: typeof ines, order: PlaceOrder): object => {
  const { decision } = venue.when(who, order);
  if ('rejection' in decision) throw new Error(decision.rejection.code);
  venue.venue.fold(...decision.events);
  return { ...decision.result, order: 0 };
};

describe('continuous trading (MKD-1, MKD-6)', () => {
  it('goes by price, then by time, at the price of the one that waited', () => {
    const story = given(continuous, book);
    expect(resultOf(story, sofia, buy(18, 1_050))).to.deep.equal({
      order: 0,
      filled: 18,
      resting: 0,
      cancelled: 0,
    });
    expect(bookOf(story.venue)).to.deep.equal(['ines buys 10 at 990', 'caio sells 17 at 1020']);
    expect(standingOf(story.venue, sofia)).to.deep.equal({
      units: 18,
      heldUnits: 0,
      cents: 1_000_000 - 15 * 1_000 - 3 * 1_020,
      heldCents: 0,
    });
    expect(standingOf(story.venue, ivo).cents).to.equal(1_010_000);
    const { last, trades, day, minute } = marketOf(story.venue);
    expect([last, trades]).to.deep.equal([{ priceCents: 1_020, at: tuesday(10) }, 3]);
    const figures = {
      open: 1_000,
      high: 1_020,
      low: 1_000,
      close: 1_020,
      volume: 18,
      turnoverCents: 18_060,
      trades: 3,
    };
    expect(day).to.deep.equal({ from: tuesday(0), ...figures });
    expect(minute).to.deep.equal({ from: tuesday(10), ...figures });
  });

  it('what does not trade rests at its limit, behind those who came before', () => {
    const story = given(continuous, book);
    expect(resultOf(story, sofia, buy(20, 1_000))).to.deep.equal({
      order: 0,
      filled: 15,
      resting: 5,
      cancelled: 0,
    });
    does(ines, buy(1, 1_000))(story.venue);
    expect(bookOf(story.venue)).to.deep.equal([
      'sofia buys 5 at 1000',
      'ines buys 1 at 1000',
      'ines buys 10 at 990',
      'caio sells 20 at 1020',
    ]);
  });

  it('units and euro change hands to the cent, and the cost of units moves in proportion', () => {
    const { venue } = given(continuous, does(ivo, sell(3, 1_010)), does(sofia, buy(3, 1_010)));
    does(sofia, sell(1, 1_000))(venue);
    does(caio, buy(1, 1_000))(venue);
    const holders = venue.state.register.holders.get(lst(1))!;
    expect(holders.get(ivo)).to.include({ units: 997, costCents: 997_000 });
    expect(holders.get(sofia)).to.include({ units: 2, costCents: 2_020, since: tuesday(10) });
    expect(holders.get(caio)).to.include({ units: 1_001, costCents: 1_001_000 });
    does(caio, buy(2, 1_010))(venue);
    does(sofia, sell(2, 1_010))(venue);
    expect(holders.has(sofia), 'who sold the last unit leaves the register').to.equal(false);
  });

  const immediate: readonly (readonly [string, PlaceOrder, object, number])[] = [
    [
      'immediate or cancel',
      buy(20, 1_000, { timeInForce: 'ioc' }),
      { filled: 15, resting: 0, cancelled: 5 },
      2,
    ],
    [
      'market with its protection price',
      buy(50, 1_020, { type: 'market' }),
      { filled: 35, resting: 0, cancelled: 15 },
      1,
    ],
    ['fill or kill', buy(15, 1_000, { timeInForce: 'fok' }), { filled: 15, resting: 0, cancelled: 0 }, 2],
    [
      'minimum quantity',
      buy(20, 1_000, { minimumQuantity: 15 }),
      { filled: 15, resting: 5, cancelled: 0 },
      3,
    ],
    [
      'immediate that finds nothing',
      sell(3, 1_000, { timeInForce: 'ioc' }),
      { filled: 0, resting: 0, cancelled: 3 },
      4,
    ],
  ];
  for (const [what, order, result, left] of immediate)
    it(`an order ${what}`, () => {
      const story = given(continuous, book);
      const who = order.side === 'buy' ? sofia : ivo;
      expect(resultOf(story, who, order)).to.deep.equal({ order: 0, ...result });
      expect(bookOf(story.venue)).to.have.length(left);
    });

  it('fill or kill, and minimum quantities, are refused where one unit is missing', () => {
    const { when } = given(continuous, book);
    when(sofia, buy(16, 1_000, { timeInForce: 'fok' })).refuses('not_fillable');
    when(sofia, buy(16, 1_000, { timeInForce: 'fok', minimumQuantity: 1 })).refuses('not_fillable');
    when(sofia, buy(20, 1_000, { minimumQuantity: 16 })).refuses('minimum_not_met');
    when(ines, sell(11, 990, { timeInForce: 'fok' })).refuses('not_fillable');
  });

  it('an order trades with no more others than one record can hold; fill or kill needs them all', () => {
    const many: Step = (venue) => {
      const most = policy.fillsPerOrder + 1;
      const market = marketOf(venue);
      does(ivo, sell(1, 1_000))(venue);
      does(caio, sell(1, 1_000))(venue);
      const moves: number[] = [];
      for (let n = 2; n < most; n += 1)
        moves.push(
          2,
          1_000_000 + n,
          n % 2,
          1,
          market.book.levelAt(market.book.find(ordersOf(venue, ivo)[0]!)),
          1,
          1,
          1,
        );
      // Nobody holds so many units: what is at rest is folded as it would have been written.
      venue.fold({
        kind: 'ledger.posted',
        from: `outside:${lst(1)}`,
        to: `units:${lst(1)}:${ivo}`,
        asset: lst(1),
        amount: most,
        reason: 'delivery',
        subject: {},
      });
      venue.fold({
        kind: 'ledger.posted',
        from: `outside:${lst(1)}`,
        to: `units:${lst(1)}:${caio}`,
        asset: lst(1),
        amount: most,
        reason: 'delivery',
        subject: {},
      });
      for (const holder of [ivo, caio])
        venue.fold({
          kind: 'register.issued',
          listing: lst(1),
          holder,
          units: most,
          costCents: most,
          at: venue.now,
        });
      venue.fold({ kind: 'market.moved', listing: lst(1), at: venue.now, joined: null, moves });
    };
    const story = given(continuous, many, (venue) =>
      venue.fold({
        kind: 'ledger.posted',
        from: 'outside:EUR',
        to: `cash:${sofia}`,
        asset: 'EUR',
        amount: 50_000_000,
        reason: 'top_up',
        subject: {},
      }),
    );
    story.when(sofia, buy(10_001, 1_000, { timeInForce: 'fok' })).refuses('not_fillable');
    story.when(sofia, buy(10_000, 1_000, { timeInForce: 'fok' })).accepts();
    expect(bookOf(story.venue)).to.have.length(1);
  });
});

describe('the collars of continuous trading (MKD-9)', () => {
  const thin: Step = (venue) => {
    does(ivo, sell(5, 1_000), sell(5, 1_060))(venue);
    does(ines, buy(5, 940))(venue);
  };

  it('a trade that would lie beyond is not made: a call follows, in which the rest of the order waits', () => {
    const { venue } = given(continuous, thin, does(sofia, buy(8, 1_080)));
    const market = marketOf(venue);
    expect([market.phase, market.extensions, market.trades]).to.deep.equal(['call', 1, 1]);
    expect(market.until).to.equal(tuesday(10) + policy.extensionMs);
    expect(bookOf(venue)).to.deep.equal([
      'sofia buys 3 at 1080',
      'ines buys 5 at 940',
      'ivo sells 5 at 1060',
    ]);
    passes(policy.extensionMs)(venue);
    expect([market.phase, market.trades, market.last?.priceCents]).to.deep.equal(['continuous', 2, 1_060]);
    expect([market.referenceCents, market.referenceSource]).to.deep.equal([1_060, 'auction']);
  });

  it('so it is for who sells, and for an immediate order, of which nothing waits', () => {
    const sold = given(continuous, thin, does(ivo, sell(5, 900))).venue;
    expect(marketOf(sold).phase).to.equal('call');
    const { venue } = given(continuous, thin, does(sofia, buy(8, 1_080, { timeInForce: 'ioc' })));
    expect(marketOf(venue).phase).to.equal('call');
    expect(bookOf(venue)).to.deep.equal(['ines buys 5 at 940', 'ivo sells 5 at 1060']);
  });

  it('an order whose limit lies within interrupts nothing, nor does fill or kill, which is refused', () => {
    const { venue, when } = given(continuous, thin, does(sofia, buy(8, 1_050)));
    expect(marketOf(venue).phase).to.equal('continuous');
    when(caio, buy(5, 1_080, { timeInForce: 'fok' })).refuses('not_fillable');
  });

  it('prices may wander step by step, but not ten percent away from the last auction', () => {
    const { venue } = given(continuous);
    for (const price of [1_050, 1_100]) {
      does(ivo, sell(1, price))(venue);
      does(sofia, buy(1, price))(venue);
    }
    expect(marketOf(venue).phase).to.equal('continuous');
    does(ivo, sell(1, 1_110))(venue);
    does(sofia, buy(1, 1_110))(venue);
    expect(marketOf(venue).phase).to.equal('call');
  });
});

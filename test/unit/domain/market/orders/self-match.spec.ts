import { expect } from 'chai';
import type { SelfMatch } from '../../../../../server/src/domain/market/index.ts';
import { cast } from '../../../../support/domain-cast.ts';
import { does, given, passes, type Step } from '../../../../support/given.ts';
import { bookOf, buy, marketIn, marketOf, sell } from '../../../../support/market-venue.ts';

const { ines, ivo } = cast;
/** Ivo, Ines, Ivo: all sell at 10.00, in this order. */
const book: Step = (venue) => {
  does(ivo, sell(5, 1_000))(venue);
  does(ines, sell(5, 1_000))(venue);
  does(ivo, sell(5, 1_000))(venue);
};
const ruled = (selfMatch: SelfMatch, quantity = 12, more: object = {}) =>
  buy(quantity, 1_000, { selfMatch, ...more });

describe('nobody trades with themselves (MKD-7)', () => {
  const outcomes: readonly (readonly [SelfMatch, object, readonly string[]])[] = [
    [
      'cancel_newest',
      { filled: 5, resting: 0, cancelled: 7 },
      ['ines sells 5 at 1000', 'ivo sells 5 at 1000'],
    ],
    ['cancel_oldest', { filled: 10, resting: 2, cancelled: 0 }, ['ines buys 2 at 1000']],
    ['cancel_both', { filled: 5, resting: 0, cancelled: 7 }, ['ivo sells 5 at 1000']],
  ];
  for (const [rule, result, left] of outcomes)
    it(`in continuous trading: ${rule}`, () => {
      const outcome = given(marketIn('continuous'), book).when(ines, ruled(rule));
      expect(outcome.decision).to.have.property('result').that.includes(result);
      expect(bookOf(outcome.accepts())).to.deep.equal(left);
    });

  it('fill or kill counts what it may trade before it gives way', () => {
    const { when } = given(marketIn('continuous'), book);
    for (const rule of ['cancel_newest', 'cancel_both'] as const) {
      when(ines, ruled(rule, 6, { timeInForce: 'fok' })).refuses('not_fillable');
      when(ines, ruled(rule, 10, { minimumQuantity: 6 })).refuses('minimum_not_met');
    }
    when(ines, ruled('cancel_oldest', 11, { timeInForce: 'fok' })).refuses('not_fillable');
    when(ines, ruled('cancel_newest', 5, { timeInForce: 'fok' })).accepts();
    when(ines, ruled('cancel_oldest', 5, { timeInForce: 'fok' })).accepts();
  });

  it('in a call an order that would meet an own one is refused, on both sides; others are not', () => {
    const { when } = given(marketIn('call'), does(ines, sell(5, 1_000), buy(5, 980)));
    when(ines, buy(1, 1_000)).refuses('self_match');
    when(ines, buy(1, 990)).accepts();
    when(ines, sell(1, 990)).refuses('self_match');
    when(ivo, buy(1, 1_000)).accepts();
  });

  it('an order that comes to cross an own one is amended in a call no more than it is placed', () => {
    const { venue, when } = given(marketIn('call'), does(ines, sell(5, 1_000), buy(5, 980)));
    const [, bid] = [...marketOf(venue).book.orders()]
      .toSorted((a, b) => b.side - a.side)
      .map(({ id }) => id);
    when(ines, { kind: 'orders.amend', order: bid!, priceCents: 1_000, quantity: 0 }).refuses('self_match');
    when(ines, { kind: 'orders.amend', order: bid!, priceCents: 990, quantity: 0 }).accepts();
  });

  // An order that interrupts trading rests across the book: behind the collar it must not meet its owner in the call.
  const behind: readonly (readonly [SelfMatch, readonly string[]])[] = [
    ['cancel_newest', ['ivo sells 5 at 1060', 'ines sells 5 at 1070', 'ines sells 5 at 1080']],
    ['cancel_oldest', ['ines buys 5 at 1090', 'ivo sells 5 at 1060']],
    ['cancel_both', ['ivo sells 5 at 1060', 'ines sells 5 at 1080']],
  ];
  for (const [selfMatch, left] of behind)
    it(`nor behind the collar, when an order interrupts trading: ${selfMatch}`, () => {
      const beyond: Step = (venue) => {
        does(ivo, sell(5, 1_060))(venue);
        does(ines, sell(5, 1_080), sell(5, 1_070))(venue);
      };
      const { venue } = given(marketIn('continuous'), beyond, does(ines, buy(5, 1_090, { selfMatch })));
      expect(marketOf(venue).phase).to.equal('call');
      expect(bookOf(venue)).to.deep.equal(left);
      passes(150_000)(venue);
      expect(marketOf(venue).phase).to.equal('continuous');
    });
});

import { expect } from 'chai';
import type { BlockTarget, BlockTrading } from '../../../../server/src/domain/market/index.ts';
import { cast, lst, why } from '../../../support/domain-cast.ts';
import { does, given, inTurn, until, type Step } from '../../../support/given.ts';
import { bookOf, buy, issued, marketIn, openMarket, sell, tuesday } from '../../../support/market-venue.ts';

const { ines, ivo, olga } = cast;
const two = lst(2);
const both: Step = inTurn(
  issued({ listing: two }),
  marketIn('closed'),
  does(olga, openMarket({ listing: two })),
  until(tuesday(9, 30)),
  does(ines, buy(1, 900), sell(1, 1_100), buy(1, 900, { listing: two })),
  does(ivo, buy(1, 910)),
);
const account: BlockTarget = { scope: 'account', person: ines };
const listing: BlockTarget = { scope: 'listing', listing: lst(1) };
const venueWide: BlockTarget = { scope: 'venue' };
const block = (target: BlockTarget, changes: Partial<BlockTrading> = {}): BlockTrading => ({
  kind: 'desk.blockTrading',
  target,
  blocked: true,
  cancelOrders: false,
  reason: why,
  ...changes,
});

describe('the kill switch (MKD-16)', () => {
  const left: readonly (readonly [
    string,
    BlockTarget,
    boolean,
    cancelled: number,
    one: number,
    other: number,
  ])[] = [
    ['an account loses its orders everywhere, asked or not', account, false, 3, 1, 0],
    ['a listing keeps its orders', listing, false, 0, 3, 1],
    ['a listing loses its orders where that is asked', listing, true, 3, 0, 1],
    ['the venue keeps its orders', venueWide, false, 0, 3, 1],
    ['the venue loses its orders where that is asked', venueWide, true, 4, 0, 0],
  ];
  for (const [what, target, cancelOrders, cancelled, one, other] of left)
    it(what, () => {
      const outcome = given(both).when(olga, block(target, { cancelOrders }));
      expect(outcome.decision).to.have.deep.property('result', { cancelled });
      const venue = outcome.accepts();
      venue.passTo(venue.now);
      expect([bookOf(venue).length, bookOf(venue, two).length]).to.deep.equal([one, other]);
    });

  it('stops whom it is for and nobody else, and lets go again', () => {
    const { venue, when } = given(both, does(olga, block(listing)));
    when(ivo, buy(1, 900)).refuses('trading_blocked');
    when(ivo, buy(1, 900, { listing: two })).accepts();
    does(olga, block(venueWide))(venue);
    when(ivo, buy(1, 900, { listing: two })).refuses('trading_blocked');
    does(olga, block(venueWide, { blocked: false }), block(listing, { blocked: false }))(venue);
    when(ivo, buy(1, 900)).accepts();
    does(olga, block(account), block(account, { blocked: false }))(venue);
    when(ines, buy(1, 900)).accepts();
  });

  it('letting go cancels nothing', () => {
    const { venue, when } = given(both, does(olga, block(venueWide)));
    const outcome = when(olga, block(venueWide, { blocked: false, cancelOrders: true }));
    expect(outcome.decision).to.have.deep.property('result', { cancelled: 0 });
    outcome.accepts();
    expect(bookOf(venue)).to.have.length(3);
  });

  it('what is stopped can still be cancelled by its owner', () => {
    const { when } = given(both, does(olga, block(venueWide)));
    when(ines, { kind: 'orders.cancelAll', listing: null }).accepts();
  });

  for (const [what, target] of Object.entries({ account, listing, venueWide }))
    it(`that would change nothing of the ${what} is refused: nothing_to_change`, () => {
      const { venue, when } = given(both);
      when(olga, block(target, { blocked: false })).refuses('nothing_to_change');
      does(olga, block(target))(venue);
      when(olga, block(target)).refuses('nothing_to_change');
    });

  it('is refused for somebody and something that is not there', () => {
    const { when } = given(both);
    when(olga, block({ scope: 'account', person: cast.nobody })).refuses('not_found');
    when(olga, block({ scope: 'listing', listing: lst(9) }, { blocked: false })).refuses('not_found');
    when(ines, block(venueWide)).refuses('not_allowed');
  });

  it('works in a freeze too', () => {
    const { venue } = given(both, until(tuesday(9, 58)), does(olga, block(account)));
    expect(bookOf(venue)).to.deep.equal(['ivo buys 1 at 910']);
  });
});

describe('orders cancelled by supervision (MKD-16)', () => {
  const cancel = (target: BlockTarget) => ({ kind: 'desk.cancelOrders', target, reason: why }) as const;
  for (const [what, target, cancelled] of [
    ['an account', account, 3],
    ['a listing', listing, 3],
    ['the venue', venueWide, 4],
  ] as const)
    it(`all of ${what}, in a freeze too; it may go on trading`, () => {
      const story = given(both, until(tuesday(9, 58)));
      const outcome = story.when(olga, cancel(target));
      expect(outcome.decision).to.have.deep.property('result', { cancelled, kept: 0 });
      const venue = outcome.accepts();
      venue.passTo(venue.now);
      expect(bookOf(venue).length + bookOf(venue, two).length).to.equal(4 - cancelled);
      story.when(ines, buy(1, 900)).accepts();
    });

  it('nothing where there is nothing, not_found where there is no market', () => {
    const { when } = given(both);
    when(olga, cancel({ scope: 'account', person: cast.sofia })).yields();
    when(olga, cancel({ scope: 'listing', listing: lst(9) })).refuses('not_found');
    when(ines, cancel(venueWide)).refuses('not_allowed');
  });
});

import { expect } from 'chai';
import type { ListingId } from '@piazza/shared/values';
import { cast, lst } from '../../../../support/domain-cast.ts';
import { does, given, inTurn, passes, until, type Step } from '../../../../support/given.ts';
import {
  act,
  admitted,
  bookOf,
  buy,
  issued,
  marketIn,
  marketOf,
  openMarket,
  ordersOf,
  sell,
  standingOf,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, olga } = cast;
const two = lst(2);
/** Markets of lst_1 and lst_2, both in their call; Ines has orders in both, Ivo one in each. */
const both: Step = inTurn(
  admitted(),
  issued({ listing: two }),
  does(olga, openMarket({ listing: two, model: 'auction' })),
  until(tuesday(9, 30)),
  does(ines, buy(10, 1_000), sell(10, 1_100), buy(5, 990, { listing: two })),
  does(ivo, sell(3, 1_200), sell(3, 1_200, { listing: two })),
);
const cancelAll = (listing: ListingId | null) => ({ kind: 'orders.cancelAll', listing }) as const;
const holdOn = (afterMs: number) => ({ kind: 'orders.cancelAllAfter', afterMs }) as const;

describe('cancelling orders (MKD-10)', () => {
  it('gives back what the order held', () => {
    const { venue, when } = given(marketIn('call'), does(ines, buy(10, 1_000)));
    const [order = 0] = ordersOf(venue, ines);
    const outcome = when(ines, { kind: 'orders.cancel', order });
    expect(outcome.decision).to.have.deep.property('result', { order, cancelled: 10 });
    outcome.accepts();
    expect(standingOf(venue, ines)).to.include({ cents: 1_000_000, heldCents: 0 });
    when(ines, { kind: 'orders.cancel', order }).refuses('not_found');
  });

  it('is refused to others, and in a freeze', () => {
    const { venue, when } = given(marketIn('call'), does(ines, buy(10, 1_000)));
    const [order = 0] = ordersOf(venue, ines);
    when(ivo, { kind: 'orders.cancel', order }).refuses('not_found');
    until(tuesday(9, 58))(venue);
    when(ines, { kind: 'orders.cancel', order }).refuses('phase_forbids', { phase: 'freeze' });
    when(ivo, { kind: 'orders.cancel', order }).refuses('not_found');
  });

  for (const phase of ['closed', 'halted'] as const)
    it(`is possible in a market that is ${phase}`, () => {
      const { venue, when } = given(marketIn('call'), does(ines, buy(10, 1_000)));
      does(olga, act(phase === 'halted' ? 'halt' : 'close'))(venue);
      const [order = 0] = ordersOf(venue, ines);
      when(ines, { kind: 'orders.cancel', order }).accepts();
    });

  it('all at once: of one listing, or of all; nobody else’s', () => {
    const one = given(both).when(ines, cancelAll(lst(1)));
    expect(one.decision).to.have.deep.property('result', { cancelled: 2, kept: 0 });
    const venue = one.accepts();
    expect([bookOf(venue), bookOf(venue, two)]).to.deep.equal([
      ['ivo sells 3 at 1200'],
      ['ines buys 5 at 990', 'ivo sells 3 at 1200'],
    ]);
    const all = given(both).when(ines, cancelAll(null));
    expect(all.decision).to.have.deep.property('result', { cancelled: 3, kept: 0 });
    expect(bookOf(all.accepts(), two)).to.deep.equal(['ivo sells 3 at 1200']);
  });

  it('all at once: nothing where there is none, not_found where there is no market', () => {
    const { when } = given(both);
    expect(when(cast.sofia, cancelAll(null)).decision).to.have.deep.property('result', {
      cancelled: 0,
      kept: 0,
    });
    when(ines, cancelAll(lst(9))).refuses('not_found');
  });

  it('all at once keeps, and tells, those in a freeze', () => {
    const { when, venue } = given(both, does(olga, act('close', two)), until(tuesday(9, 58)));
    const outcome = when(ines, cancelAll(null));
    expect(outcome.decision).to.have.deep.property('result', { cancelled: 1, kept: 2 });
    outcome.accepts();
    expect(ordersOf(venue, ines)).to.have.length(2);
  });
});

describe('the dead man’s switch (MKD-11)', () => {
  it('cancels everything of its owner when the time is over, to the millisecond', () => {
    const { venue } = given(both, does(ines, holdOn(60_000)), passes(59_999));
    expect(ordersOf(venue, ines)).to.have.length(2);
    passes(1)(venue);
    expect([ordersOf(venue, ines), ordersOf(venue, ines, two)]).to.deep.equal([[], []]);
    expect(bookOf(venue)).to.deep.equal(['ivo sells 3 at 1200']);
    expect(venue.state.markets.deadMen.size).to.equal(0);
    expect(venue.journal.findLast(({ kind }) => kind === 'market.moved')).to.have.property('moves');
  });

  it('is held by calling again, and let go with 0', () => {
    const { venue, when } = given(
      both,
      does(ines, holdOn(60_000)),
      passes(50_000),
      does(ines, holdOn(60_000)),
    );
    passes(50_000)(venue);
    expect(ordersOf(venue, ines)).to.have.length(2);
    const off = when(ines, holdOn(0));
    expect(off.decision).to.have.deep.property('result', { dueAt: 0 });
    off.accepts();
    passes(100_000)(venue);
    expect(ordersOf(venue, ines)).to.have.length(2);
    when(ines, holdOn(0)).yields();
  });

  it('tells when it is due', () => {
    const { when } = given(both);
    expect(when(ines, holdOn(1_000)).decision).to.have.deep.property('result', {
      dueAt: tuesday(9, 30) + 1_000,
    });
  });

  it('a freeze keeps it from its work for as long as it lasts, and no longer', () => {
    const { venue } = given(
      marketIn('freeze'),
      does(ines, buy(10, 1_000)),
      does(ines, holdOn(30_000)),
      until(tuesday(9, 59)),
    );
    expect(ordersOf(venue, ines)).to.have.length(1);
    expect(venue.state.markets.deadMen.has(ines)).to.equal(true);
    until(tuesday(10, 1))(venue);
    expect(marketOf(venue).phase).to.equal('continuous');
    expect(ordersOf(venue, ines)).to.have.length(0);
    expect(venue.state.markets.deadMen.size).to.equal(0);
  });
});

import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { cast } from '../../../../support/domain-cast.ts';
import { does, given, happened, passes, until, type Step } from '../../../../support/given.ts';
import {
  bookOf,
  buy,
  marketIn,
  marketOf,
  openMarket,
  ordersOf,
  sell,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, caio, sofia } = cast;

describe('MKD-18: who may interrupt trading', () => {
  /** Continuous trading at 10.00 with one ask far away: beyond the dynamic collar of 5 %. */
  const thin: Step = (venue) => {
    marketIn('continuous', openMarket())(venue);
    does(ines, sell(5, 1_000), sell(5, 1_080), sell(5, 1_090))(venue);
  };
  const again = passes(policy.extensionMs + policy.extensionDrawMs);
  const beyond = (quantity = 1, more = {}) => buy(quantity, 1_090, { timeInForce: 'ioc', ...more });

  it('an immediate order that leaves nothing interrupts once; the owner’s next one is refused, and trades nothing', () => {
    const { venue, when } = given(thin, does(ivo, buy(5, 1_000)));
    when(sofia, beyond()).accepts();
    expect([marketOf(venue).phase, marketOf(venue).interrupters]).to.deep.equal(['call', [sofia]]);
    again(venue);
    expect(marketOf(venue).phase).to.equal('continuous');
    does(ines, sell(1, 1_000))(venue);
    const before = bookOf(venue);
    for (const more of [{}, { type: 'market' as const }])
      when(sofia, beyond(5, more)).refuses('interruption_spent', { priceCents: 1_050 });
    expect([bookOf(venue), marketOf(venue).phase]).to.deep.equal([before, 'continuous']);
    // What stays within the collar trades as before, and others may interrupt.
    when(sofia, buy(1, 1_050, { timeInForce: 'ioc' })).accepts();
    when(caio, beyond()).accepts();
    expect(marketOf(venue).phase).to.equal('call');
  });

  it('an order that may wait still interrupts, again and again', () => {
    const { venue, when } = given(thin, does(ivo, buy(5, 1_000)), does(sofia, beyond()), again);
    when(sofia, buy(1, 1_090)).accepts();
    expect(marketOf(venue).phase).to.equal('call');
  });

  it('so does no other account of the same person', () => {
    const { venue, when } = given(thin, does(ivo, buy(5, 1_000)), does(sofia, beyond()), again);
    happened({ kind: 'people.identified', person: caio, natural: sofia })(venue);
    when(caio, beyond()).refuses('interruption_spent');
  });

  it('with the session it is forgotten', () => {
    const { venue, when } = given(thin, does(ivo, buy(5, 1_000)), does(sofia, beyond()), again);
    until(tuesday(34, 1))(venue);
    expect(marketOf(venue).phase).to.equal('continuous');
    when(sofia, beyond()).accepts();
    expect(marketOf(venue).phase).to.equal('call');
  });

  it('an order that gives way to an own one behind the collar, and so leaves nothing, counts too', () => {
    const { venue, when } = given(thin, does(ivo, buy(5, 1_000)));
    const own = buy(1, 1_090, { selfMatch: 'cancel_newest' });
    when(ines, own).accepts();
    expect(marketOf(venue).interrupters).to.deep.equal([ines]);
    again(venue);
    when(ines, own).refuses('interruption_spent');
  });

  it('so does an order that is amended, and then gives way to an own one', () => {
    const step: Step = (venue) => {
      thin(venue);
      does(ivo, buy(5, 1_000))(venue);
      does(ines, buy(1, 1_090, { selfMatch: 'cancel_newest' }))(venue);
      again(venue);
      does(ines, buy(1, 990))(venue);
    };
    const { venue, when } = given(step);
    const order = ordersOf(venue, ines).at(-1) ?? 0;
    const before = bookOf(venue);
    when(ines, { kind: 'orders.amend', order, priceCents: 1_090, quantity: 0 }).refuses('interruption_spent');
    expect(bookOf(venue)).to.deep.equal(before);
  });
});

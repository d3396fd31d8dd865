import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available } from '../../../../server/src/domain/ledger/index.ts';
import { violations } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst } from '../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../support/domain-venue.ts';
import { fees } from '../../../support/fees.ts';
import { does, given, inTurn, until, type Step } from '../../../support/given.ts';
import { buy, marketIn, sell, standingOf, tuesday } from '../../../support/market-venue.ts';

const trading = (tradeBps: number, from?: number): Step => fees({ tradeBps }, from);
const cash = (venue: DomainVenue, person: PersonId): number => standingOf(venue, person).cents;
const earned = ({ state }: DomainVenue): readonly number[] => [
  available(state.ledger, account.fees),
  available(state.ledger, account.vat),
];
const lastMoved = ({ journal }: DomainVenue) => journal.findLast(({ kind }) => kind === 'market.moved');

describe('the fee on trades', () => {
  it('FEE-2: is taken from the seller after delivery versus payment, with VAT, each rounded up', () => {
    const { venue } = given(inTurn(marketIn('continuous'), trading(35), does(cast.ines, sell(7, 1_010))));
    const [ines, ivo] = [cash(venue, cast.ines), cash(venue, cast.ivo)];
    does(cast.ivo, buy(7, 1_010))(venue);
    // €70.70: 0.35 % is 24.745 cents, 22 % of 25 cents are 5.5.
    expect(earned(venue)).to.deep.equal([25, 6]);
    expect(cash(venue, cast.ines) - ines).to.equal(7_070 - 31);
    expect(cash(venue, cast.ivo) - ivo).to.equal(-7_070);
    expect(violations(venue.state)).to.deep.equal([]);
  });

  it('FEE-2: is taken from a seller who comes last alike, and of every trade by itself', () => {
    const { venue } = given(
      inTurn(
        marketIn('continuous'),
        trading(35),
        does(cast.ivo, buy(3, 1_010)),
        does(cast.caio, buy(4, 1_010)),
      ),
    );
    const before = cash(venue, cast.ines);
    does(cast.ines, sell(7, 1_010))(venue);
    // 10.605 and 14.14 cents become 11 and 15, with 3 and 4 of VAT: more than the 25 and 6 of the whole.
    expect(earned(venue)).to.deep.equal([26, 7]);
    expect(cash(venue, cast.ines) - before).to.equal(7_070 - 33);
  });

  it('FEE-2: is taken of an auction’s trades', () => {
    const { venue } = given(
      inTurn(marketIn('call'), trading(35), does(cast.ines, sell(7, 1_010)), does(cast.ivo, buy(7, 1_010))),
    );
    until(tuesday(10, 5))(venue);
    expect(earned(venue)).to.deep.equal([25, 6]);
    expect(violations(venue.state)).to.deep.equal([]);
  });

  it('FEE-2: leaves nothing of units and money behind but the fee: buy n, sell n', () => {
    const { venue } = given(inTurn(marketIn('continuous'), trading(35)));
    const before = standingOf(venue, cast.ivo);
    does(cast.ines, sell(9, 1_010))(venue);
    does(cast.ivo, buy(9, 1_010))(venue);
    does(cast.caio, buy(9, 1_010))(venue);
    does(cast.ivo, sell(9, 1_010))(venue);
    const after = standingOf(venue, cast.ivo);
    expect(after.units).to.equal(before.units);
    // 31.815 cents and 7.04 of VAT, once: as a buyer he paid none.
    expect(before.cents - after.cents).to.equal(32 + 8);
    expect(after.heldCents + after.heldUnits).to.equal(0);
  });

  it('FEE-2: is none before its day, none at 0, and none of orders that only rest', () => {
    const { venue } = given(
      inTurn(marketIn('continuous'), trading(35, tuesday(12)), does(cast.ines, sell(7, 1_010))),
    );
    does(cast.ivo, buy(2, 1_010))(venue);
    expect(lastMoved(venue)).not.to.have.property('fee');
    until(tuesday(12) - 1)(venue);
    does(cast.ivo, buy(2, 1_010))(venue);
    expect(earned(venue)).to.deep.equal([0, 0]);
    until(tuesday(12))(venue);
    does(cast.caio, buy(1, 500))(venue);
    expect(lastMoved(venue)).not.to.have.property('fee');
    does(cast.ivo, buy(2, 1_010))(venue);
    expect(lastMoved(venue)).to.have.deep.property('fee', { bps: 35, vatBps: 2_200 });
    trading(0, tuesday(12))(venue);
    does(cast.ivo, buy(1, 1_010))(venue);
    expect(lastMoved(venue)).not.to.have.property('fee');
    expect(venue.state.markets.markets.get(lst(1))?.trades).to.equal(4);
  });
});

import { expect } from 'chai';
import { Impossible } from '../../../../server/src/domain/core/index.ts';
import { levelOfPrice, marketViolations } from '../../../../server/src/domain/market/index.ts';
import { cast, lst } from '../../../support/domain-cast.ts';
import { does, given } from '../../../support/given.ts';
import { buy, marketIn, marketOf, sell } from '../../../support/market-venue.ts';

const { ines, ivo } = cast;
const listing = lst(1);

describe('what must hold in every market (MKD-2)', () => {
  it('names a hold that is not what the orders need', () => {
    const { venue } = given(marketIn('call'), does(ines, buy(2, 900), sell(3, 1_100)));
    expect(marketViolations(venue.state)).to.deep.equal([]);
    const { book, seats } = marketOf(venue);
    book.remove(book.firstOf(seats.get(ines)!));
    expect(marketViolations(venue.state)).to.deep.equal([
      'per_ines in lst_1 holds 1800 and 3, its orders need 0 and 3',
    ]);
    book.remove(book.firstOf(seats.get(ines)!));
    expect(marketViolations(venue.state)).to.deep.equal([
      'per_ines in lst_1 holds 1800 and 3, its orders need 0 and 0',
    ]);
  });

  it('names a book that is crossed while it trades continuously; in a call it may be', () => {
    const { venue } = given(marketIn('call'), does(ines, buy(2, 1_000)), does(ivo, sell(3, 1_000)));
    expect(marketViolations(venue.state)).to.deep.equal([]);
    marketOf(venue).phase = 'continuous';
    expect(marketViolations(venue.state)).to.deep.equal(['the book of lst_1 is crossed']);
  });

  const at = given(marketIn('continuous')).venue.now;
  const moved = (...moves: number[]) => ({ kind: 'market.moved', listing, at, joined: null, moves }) as const;
  const wrong: readonly (readonly [string, number[]])[] = [
    ['of no kind', [0]],
    ['of a kind to come', [7, 1, 2, 3]],
    ['that cancels nothing', [3, 999, 0, 0, 1, 1, 0]],
    ['that trades with nothing', [1, 999, 0, 0, 1_000, 0, 0, 0, 1, 1]],
    ['of a seat nobody took', [2, 999, 7, 0, levelOfPrice(900), 1, 1, 1]],
    ['that rests without cover', [2, 999, 0, 0, levelOfPrice(900), 1_000_000, 1_000_000, 1]],
  ];
  for (const [what, moves] of wrong)
    it(`a row ${what} is a bug`, () => {
      const { venue } = given(marketIn('continuous'), does(ines, buy(1, 900)));
      expect(() => venue.fold(moved(...moves))).to.throw(Impossible);
    });

  it('a seat is taken once', () => {
    const { venue } = given(marketIn('continuous'), does(ines, buy(1, 900)));
    expect(() => venue.fold({ ...moved(), joined: ines })).to.throw(Impossible);
  });
});

import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { cast, why } from '../../../../support/domain-cast.ts';
import { minute, type DomainVenue } from '../../../../support/domain-venue.ts';
import { does, given, passes, until, type Step } from '../../../../support/given.ts';
import {
  act,
  bookOf,
  buy,
  marketIn,
  marketOf,
  ordersOf,
  sell,
  standingOf,
  told,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, caio, sofia, olga } = cast;
const result = (venue: DomainVenue): object | undefined =>
  venue.journal.findLast(({ kind }) => kind === 'market.uncrossed');

describe('the end of a call (MKD-13)', () => {
  const book: Step = (venue) => {
    does(sofia, buy(10, 1_050), buy(10, 1_000))(venue);
    does(caio, buy(10, 1_000))(venue);
    does(ines, sell(12, 980))(venue);
    does(ivo, sell(3, 1_000), sell(5, 1_020))(venue);
  };

  it('all trade at one price: better ones wholly, those at the margin by time', () => {
    const { venue } = given(marketIn('call'), book, until(tuesday(10)));
    expect(bookOf(venue)).to.deep.equal([
      'sofia buys 5 at 1000',
      'caio buys 10 at 1000',
      'ivo sells 5 at 1020',
    ]);
    expect(result(venue)).to.deep.equal({
      kind: 'market.uncrossed',
      listing: 'lst_1',
      at: tuesday(10),
      priceCents: 1_000,
      volume: 15,
      surplus: 15,
      trades: 3,
      extensions: 0,
      referenceCents: 1_000,
    });
    const { referenceCents, referenceSource, trades, uncross } = marketOf(venue);
    expect([referenceCents, referenceSource, trades, uncross]).to.deep.equal([1_000, 'auction', 3, null]);
  });

  it('each row tells what both orders keep', () => {
    const { venue } = given(marketIn('call'), book);
    const [first, second] = ordersOf(venue, sofia);
    const [[ask], [next]] = [ordersOf(venue, ines), ordersOf(venue, ivo)];
    const before = venue.journal.length;
    until(tuesday(10))(venue);
    expect(told(venue, before)).to.deep.equal([
      'freeze',
      `${first} and ${ask} cross 10 at 1000, keep 0 and 2`,
      `${second} and ${ask} cross 2 at 1000, keep 8 and 0`,
      `${second} and ${next} cross 3 at 1000, keep 5 and 0`,
      'continuous',
    ]);
  });

  it('what a buyer held above the price comes back', () => {
    const { venue } = given(marketIn('call'), book, until(tuesday(10)));
    expect(standingOf(venue, sofia)).to.deep.equal({
      units: 15,
      heldUnits: 0,
      cents: 1_000_000 - 15_000 - 5_000,
      heldCents: 5_000,
    });
    expect(standingOf(venue, ines)).to.include({ units: 988, heldUnits: 0, cents: 1_012_000 });
  });

  it('without a price nothing trades, the reference stays, and the session goes on', () => {
    const { venue } = given(marketIn('call'), does(ines, sell(1, 1_010)), until(tuesday(10)));
    expect(result(venue)).to.include({ priceCents: null, volume: 0, trades: 0 });
    expect([marketOf(venue).phase, marketOf(venue).referenceSource]).to.deep.equal(['continuous', 'issue']);
  });

  const far: Step = (venue) => {
    does(sofia, buy(10, 1_200))(venue);
    does(ines, sell(10, 1_150))(venue);
  };

  it('a price outside of the collar extends the call three times, then the market stands still without a trade', () => {
    const { venue } = given(marketIn('call'), far, until(tuesday(10)));
    const market = marketOf(venue);
    for (const extensions of [1, 2, 3]) {
      expect([market.phase, market.extensions]).to.deep.equal(['call', extensions]);
      passes(policy.extensionMs)(venue);
    }
    expect([market.phase, market.trades, market.until]).to.deep.equal(['halted', 0, null]);
    expect(result(venue)).to.include({ priceCents: null, extensions: 3, at: tuesday(10) + 6 * minute });
  });

  it('an extension is drawn out by chance, and cancelling is possible again while it lasts', () => {
    const { venue } = given((one) => void (one.chance = () => 0.999_999), marketIn('freeze'), far);
    until(tuesday(10) + policy.randomEndMs)(venue);
    const market = marketOf(venue);
    expect(market.until).to.equal(venue.now + policy.extensionMs + policy.extensionDrawMs);
    does(sofia, { kind: 'orders.cancelAll', listing: null })(venue);
    until(market.until ?? 0)(venue);
    expect(market.phase).to.equal('continuous');
  });

  it('a price at the edge of the collar trades', () => {
    const edge = given(
      marketIn('call'),
      does(sofia, buy(1, 1_100)),
      does(ines, sell(1, 1_100)),
      until(tuesday(10)),
    );
    expect(marketOf(edge.venue).last?.priceCents).to.equal(1_100);
    const low = given(
      marketIn('call'),
      does(sofia, buy(1, 900)),
      does(ines, sell(1, 900)),
      until(tuesday(10)),
    );
    expect(marketOf(low.venue).last?.priceCents).to.equal(900);
  });

  for (const scope of ['venue', 'listing'] as const)
    it(`a stop of the ${scope} leaves the call without a trade`, () => {
      const target =
        scope === 'venue' ? { scope } : { scope, listing: marketOf(given(marketIn('call')).venue).listing };
      const stop = {
        kind: 'desk.blockTrading',
        target,
        blocked: true,
        cancelOrders: false,
        reason: why,
      } as const;
      const { venue } = given(marketIn('call'), book, does(olga, stop), until(tuesday(10)));
      expect(result(venue)).to.include({ priceCents: null });
      expect([marketOf(venue).phase, marketOf(venue).trades]).to.deep.equal(['halted', 0]);
      does(olga, { ...stop, blocked: false }, act('resume'))(venue);
      passes(policy.resumeCallMs)(venue);
      expect(marketOf(venue).trades).to.equal(3);
    });

  it('a large auction is settled in several records, at one price, and told once', () => {
    const { venue } = given(marketIn('call'), does(ines, sell(1, 1_000)), does(sofia, buy(1, 1_000)));
    const market = marketOf(venue);
    const pairs = policy.auctionChunk + 5;
    const [{ level } = { level: 0 }] = market.book.orders();
    const moves: number[] = [];
    for (let n = 1; n < pairs; n += 1)
      moves.push(2, 1_000_000 + n, 0, 1, level, 1, 1, 1, 2, 2_000_000 + n, 1, 0, level, 1, 1, 1);
    const more = { kind: 'ledger.posted', reason: 'delivery', subject: {} } as const;
    venue.fold(
      { ...more, from: 'outside:lst_1', to: `units:lst_1:${ines}`, asset: 'lst_1', amount: pairs },
      {
        kind: 'register.issued',
        listing: market.listing,
        holder: ines,
        units: pairs,
        costCents: 0,
        at: venue.now,
      },
      { ...more, from: 'outside:EUR', to: `cash:${sofia}`, asset: 'EUR', amount: pairs * 1_000 },
      { kind: 'market.moved', listing: market.listing, at: venue.now, joined: null, moves },
    );
    does(olga, act('extend'))(venue);
    until(tuesday(9, 59))(venue);
    const before = venue.journal.length;
    until(tuesday(10, 5))(venue);
    const since = venue.journal.slice(before);
    expect(since.filter(({ kind }) => kind === 'market.moved')).to.have.length(2);
    expect(since.flatMap((event) => (event.kind === 'market.phased' ? [event.phase] : []))).to.deep.equal([
      'freeze',
      'uncross',
      'continuous',
    ]);
    expect(since.filter(({ kind }) => kind === 'market.uncrossed')).to.have.length(1);
    expect(result(venue)).to.include({ volume: pairs, trades: pairs });
    expect([market.trades, market.book.size]).to.deep.equal([pairs, 0]);
  });
});

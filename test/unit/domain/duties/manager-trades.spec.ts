import { policy } from '@piazza/shared/policy';
import { dayOf } from '@piazza/shared/calendar';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  declareBefore,
  declareBy,
  overdueTrades,
  owedOf,
  yearCents,
} from '../../../../server/src/domain/duties/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, happened, inTurn, until, type Step } from '../../../support/given.ts';
import { act, buy, marketIn, sell, tuesday } from '../../../support/market-venue.ts';
import { declare, enter, entered, issueOf, owing, trading } from '../../../support/owing.ts';

const today = dayOf(millis(tuesday(10)));
const declareSeen = (entry = 1, on = today): VenueCommand => ({
  kind: 'duties.declareSeen',
  listing: lst(1),
  entry,
  day: on,
});
const rich = inTurn(trading, funded(5_000_000), entered());
/** Ines sells so many to Ivo, or buys them from him: his order rests, hers comes. */
const inesSells = (quantity: number, price = 1_000): Step =>
  inTurn(does(cast.ivo, buy(quantity, price)), does(cast.ines, sell(quantity, price)));
const inesBuys = (quantity: number, price = 1_000): Step =>
  inTurn(does(cast.ivo, sell(quantity, price)), does(cast.ines, buy(quantity, price)));
const seen = (venue: DomainVenue) =>
  issueOf(venue).venueTrades.map(({ entry, side, priceCents, quantity }) => [
    entry,
    side,
    quantity,
    priceCents,
  ]);
const owing19990 = inTurn(rich, inesSells(1_000), inesBuys(999));

describe('DUT-12: what managers trade on the venue', () => {
  it('is seen in continuous trading, on either side of the order, in the order in which it came', () => {
    const { venue } = given(rich, inesSells(10), inesSells(5), inesBuys(3), inesSells(2));
    expect(seen(venue)).to.deep.equal([
      [1, 'sell', 15, 1_000],
      [1, 'buy', 3, 1_000],
      [1, 'sell', 2, 1_000],
    ]);
    const resting = given(rich, does(cast.ines, sell(10, 1_000)), does(cast.ivo, buy(10, 1_000)));
    expect(seen(resting.venue)).to.deep.equal([[1, 'sell', 10, 1_000]]);
  });
  it('is seen in an auction', () => {
    const call = inTurn(marketIn('call', { model: 'auction' }), owing, entered());
    const crossed = given(
      call,
      does(cast.ines, sell(10, 990)),
      does(cast.ivo, buy(10, 1_010)),
      until(tuesday(10, 30)),
    );
    expect(seen(crossed.venue)).to.deep.equal([[1, 'sell', 10, 1_000]]);
  });
  it('is that of both, where managers trade with each other', () => {
    const { venue } = given(rich, entered(cast.ivo), inesSells(10));
    expect(seen(venue)).to.deep.equal(
      [
        [1, 'buy', 10, 1_000],
        [2, 'sell', 10, 1_000],
      ].map(([entry, side, ...rest]) => [entry === 1 ? 2 : 1, side, ...rest]),
    );
  });
  it('counts by whichever account of theirs', () => {
    const same: Step = happened({
      kind: 'people.identified',
      person: cast.ivo,
      natural: cast.ines,
      at: beginning,
    } as never);
    const { venue } = given(
      trading,
      funded(5_000_000),
      entered(),
      same,
      does(cast.caio, buy(10, 1_000)),
      does(cast.ivo, sell(10, 1_000)),
    );
    expect(seen(venue)).to.deep.equal([[1, 'sell', 10, 1_000]]);
  });
  it('is nobody’s business of others: no manager, an entry that is over, one that has not begun, one of another issue', () => {
    for (const not of [
      enter({ manager: false }),
      enter({ from: millis(beginning - 10 * day), until: beginning }),
      enter({ from: millis(beginning + 30 * day) }),
      enter({ person: null }),
    ]) {
      const { venue } = given(trading, funded(5_000_000), does(cast.enzo, not), inesSells(10));
      expect(seen(venue)).to.deep.equal([]);
    }
  });
});

describe('DUT-13: when a manager’s trade has to be declared', () => {
  it('from the trade on with which the year comes to €20,000, and not below', () => {
    const below = given(owing19990).venue;
    expect(yearCents(issueOf(below), 1, today)).to.equal(1_999_000);
    expect(owedOf(issueOf(below)).map(({ owed }) => owed)).to.deep.equal([false, false]);
    const at = given(owing19990, inesSells(1)).venue;
    expect(yearCents(issueOf(at), 1, today)).to.equal(policy.duties.managerTradesYearCents);
    expect(owedOf(issueOf(at)).map(({ owed }) => owed)).to.deep.equal([false, false, true]);
  });
  it('what was declared of trades elsewhere counts, what was declared of these counts once', () => {
    const elsewhere = declare({ side: 'buy', quantity: 1, priceCents: 1_000, day: today, onVenue: false });
    const { venue } = given(owing19990, does(cast.ines, elsewhere));
    expect(owedOf(issueOf(venue)).map(({ owed }) => owed)).to.deep.equal([false, true]);
    const told = given(owing19990, does(cast.ines, declareSeen())).venue;
    expect(yearCents(issueOf(told), 1, today)).to.equal(1_999_000);
  });
  it('within three business days: the last millisecond is in time, the next is late', () => {
    // Traded on Tuesday: until Friday night.
    expect(declareBy(today)).to.equal(today + 3);
    const before = declareBefore(today);
    const late = (at: number) =>
      overdueTrades(given(owing19990, inesSells(1)).venue.state.duties, millis(at));
    expect(late(before - 1).size).to.equal(0);
    expect([...late(before).keys()]).to.deep.equal([lst(1)]);
    expect(
      late(before)
        .get(lst(1))
        ?.map(({ trade }) => [trade.side, trade.quantity]),
    ).to.deep.equal([['sell', 1]]);
  });
  it('is never overdue below the threshold, nor once declared', () => {
    const far = millis(beginning + 300 * day);
    expect(overdueTrades(given(owing19990).venue.state.duties, far).size).to.equal(0);
    const told = given(owing19990, inesSells(1), does(cast.ines, declareSeen())).venue;
    expect(overdueTrades(told.state.duties, far).size).to.equal(0);
  });
});

describe('DUT-14: the declaration of what the venue has seen', () => {
  const over = inTurn(owing19990, inesSells(1));
  it('is the manager’s, by whichever account, or the issuer’s where it has to be; nobody else’s', () => {
    given(over).when(cast.ivo, declareSeen()).refuses('not_allowed');
    given(over).when(cast.elsa, declareSeen()).refuses('not_allowed');
    given(over).when(cast.olga, declareSeen()).refuses('not_allowed');
    given(over).when(cast.ines, declareSeen(2)).refuses('not_found');
    given(over, does(cast.enzo, enter({ entry: 1, manager: false })))
      .when(cast.ines, declareSeen())
      .refuses('not_a_manager');
    given(over)
      .when(cast.ines, declareSeen(1, today + 1))
      .refuses('nothing_to_change');
    given(owing19990).when(cast.enzo, declareSeen()).refuses('nothing_to_change');
    const byIssuer = given(over).when(cast.enzo, declareSeen()).accepts();
    expect(issueOf(byIssuer).trades.map(({ quantity, by }) => [quantity, by])).to.deep.equal([
      [1, cast.enzo],
    ]);
  });
  it('says each side and price as it was, with the year’s sum, and points to the trades', () => {
    const venue = given(over).when(cast.ines, declareSeen()).accepts();
    expect(
      issueOf(venue).trades.map(({ side, quantity, of, yearCents: year, late, onVenue }) => [
        side,
        quantity,
        of,
        year,
        late,
        onVenue,
      ]),
    ).to.deep.equal([
      ['sell', 1_001, [1, 3], 2_000_000, false, true],
      ['buy', 999, [2], 1_999_000, false, true],
    ]);
    expect(issueOf(venue).venueTrades.map(({ declared }) => declared)).to.deep.equal([1, 2, 1]);
    given(over, does(cast.ines, declareSeen())).when(cast.ines, declareSeen()).refuses('nothing_to_change');
  });
  it('is marked late from the fourth business day on', () => {
    for (const [at, late] of [
      [declareBefore(today) - 1, false],
      [declareBefore(today), true],
    ] as const) {
      const venue = given(over, does(cast.olga, act('close')), until(at))
        .when(cast.ines, declareSeen())
        .accepts();
      expect(issueOf(venue).trades.map((one) => one.late)).to.deep.equal([late, late]);
    }
  });
  it('typed by hand it points to the same trades, where units and prices agree', () => {
    const both = inTurn(rich, inesSells(10), inesSells(5, 1_010));
    const link = (command: VenueCommand) =>
      issueOf(given(both).when(cast.ines, command).accepts()).trades.map(({ of }) => of);
    const typed = { side: 'sell', day: today } as const;
    expect(link(declare({ ...typed, quantity: 10, priceCents: 1_000 }))).to.deep.equal([[1]]);
    expect(link(declare({ ...typed, quantity: 15, priceCents: 1_003 }))).to.deep.equal([[1, 2]]);
    expect(link(declare({ ...typed, quantity: 15, priceCents: 1_011 }))).to.deep.equal([[]]);
    expect(link(declare({ ...typed, quantity: 14, priceCents: 1_000 }))).to.deep.equal([[]]);
    expect(link(declare({ ...typed, quantity: 10, priceCents: 1_000, onVenue: false }))).to.deep.equal([[]]);
    expect(link(declare({ ...typed, side: 'buy', quantity: 10, priceCents: 1_000 }))).to.deep.equal([[]]);
  });
  it('what is traded after it on the same day is to be declared anew', () => {
    const { venue } = given(over, does(cast.ines, declareSeen()), inesSells(4));
    expect(owedOf(issueOf(venue)).map(({ trade, owed }) => [trade.quantity, owed])).to.deep.equal([
      [4, true],
    ]);
  });
});

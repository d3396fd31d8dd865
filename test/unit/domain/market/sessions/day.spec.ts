import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import type { Calendar, TimeInForce } from '../../../../../server/src/domain/market/index.ts';
import { cast } from '../../../../support/domain-cast.ts';
import { beginning, day, minute, type DomainVenue } from '../../../../support/domain-venue.ts';
import { does, given, until, type Step } from '../../../../support/given.ts';
import {
  act,
  admitted,
  bookOf,
  buy,
  marketIn,
  marketOf,
  plan,
  sell,
  tuesday,
} from '../../../../support/market-venue.ts';

const { ines, ivo, olga } = cast;
const today = Math.floor(tuesday(12) / day);

/** Phases the market went through, and when, from Tuesday on. */
const phases = (venue: DomainVenue): string[] =>
  venue.journal.flatMap((event) =>
    event.kind === 'market.phased' && event.at >= tuesday(0)
      ? [`${new Date(event.at).toISOString().slice(5, 19)} ${event.phase}`]
      : [],
  );

describe('a session (MKD-12)', () => {
  it('of the continuous model runs from pre-open to close by itself, by the clocks of Rome', () => {
    const { venue } = given(admitted(), until(tuesday(24)));
    expect(phases(venue)).to.deep.equal([
      '03-03T08:00:00 pre_open',
      '03-03T08:30:00 call',
      '03-03T08:58:00 freeze',
      '03-03T09:00:00 continuous',
      '03-03T16:30:00 closed',
    ]);
    expect(marketOf(venue).until).to.equal(tuesday(9) + day);
  });

  it('of the auction model ends with its auction', () => {
    const { venue } = given(admitted({ model: 'auction' }), until(tuesday(24)));
    expect(phases(venue)).to.deep.equal([
      '03-03T08:00:00 pre_open',
      '03-03T08:30:00 call',
      '03-03T08:58:00 freeze',
      '03-03T09:00:00 closed',
    ]);
  });

  it('never trades on weekends and holidays, unless every day trades', () => {
    const friday = tuesday(9) + 3 * day;
    const { venue } = given(admitted(), until(friday + 12 * 60 * minute));
    expect(marketOf(venue).session?.day).to.equal('2026-03-09');
    const always = { sessions: [{ ...plan, weekdays: [1, 2, 3, 4, 5, 6, 7] }], everyDay: true };
    const other = given(admitted({ calendar: always }), until(friday + 12 * 60 * minute)).venue;
    expect(marketOf(other).session?.day).to.equal('2026-03-07');
  });

  it('its call ends at a moment that nobody can aim at: within a minute after the freeze', () => {
    for (const [chance, at] of [
      [0, tuesday(10)],
      [0.5, tuesday(10) + policy.randomEndMs / 2],
      [0.999_999, tuesday(10) + policy.randomEndMs],
    ] as const) {
      const { venue } = given((one) => void (one.chance = () => chance), marketIn('freeze'));
      expect(marketOf(venue).until).to.equal(at);
      until(at - 1)(venue);
      expect(marketOf(venue).phase).to.equal('freeze');
      until(at)(venue);
      expect(marketOf(venue).phase).to.equal('continuous');
    }
  });

  it('orders gather from the pre-open on, and trade at the end of the call', () => {
    const { venue } = given(marketIn('pre_open'), does(ines, sell(10, 980)), does(ivo, buy(10, 1_010)));
    expect(marketOf(venue).trades).to.equal(0);
    until(tuesday(10))(venue);
    expect([marketOf(venue).trades, marketOf(venue).last?.priceCents]).to.deep.equal([1, 1_000]);
  });

  const two: Calendar = {
    sessions: [
      { ...plan, closeMinute: 720 },
      { ...plan, preOpenMinute: 780, callMinute: 790, freezeMinute: 800, endMinute: 810, closeMinute: 900 },
    ],
    everyDay: false,
  };

  it('of a day may be followed by another, which takes over its orders', () => {
    const orders = (['day', 'gtc', 'auction'] as const).map((timeInForce, n) =>
      buy(n + 1, 900, { timeInForce }),
    );
    const { venue } = given(marketIn('call', { calendar: two }), does(ines, ...orders), until(tuesday(12)));
    expect(marketOf(venue).phase).to.equal('closed');
    expect(bookOf(venue)).to.deep.equal(['ines buys 1 at 900', 'ines buys 2 at 900']);
    until(tuesday(15))(venue);
    expect(bookOf(venue)).to.deep.equal(['ines buys 2 at 900']);
    expect(phases(venue).slice(5)).to.deep.equal([
      '03-03T12:00:00 pre_open',
      '03-03T12:10:00 call',
      '03-03T12:20:00 freeze',
      '03-03T12:30:00 continuous',
      '03-03T14:00:00 closed',
    ]);
  });

  it('a market without a calendar waits for an operator', () => {
    const { venue } = given(admitted({ calendar: { sessions: [], everyDay: false } }), until(tuesday(24)));
    expect([marketOf(venue).phase, marketOf(venue).until]).to.deep.equal(['closed', null]);
    does(olga, act('start'))(venue);
    until(venue.now + policy.resumeCallMs)(venue);
    expect(marketOf(venue).phase).to.equal('closed');
  });
});

describe('how long an order rests (MKD-6)', () => {
  const one = (timeInForce: TimeInForce, days = 0) =>
    buy(1, 900, { timeInForce, lastDay: timeInForce === 'gtd' ? today + days : 0 });
  const rests = (venue: DomainVenue): number => bookOf(venue).length;
  const cases: readonly (readonly [
    string,
    ReturnType<typeof one>,
    auction: number,
    close: number,
    next: number,
  ])[] = [
    ['for the next auction', one('auction'), 0, 0, 0],
    ['for the day', one('day'), 1, 0, 0],
    ['until today', one('gtd'), 1, 0, 0],
    ['until tomorrow', one('gtd', 1), 1, 1, 0],
    ['until cancelled', one('gtc'), 1, 1, 1],
  ];
  for (const [what, order, auction, close, next] of cases)
    it(what, () => {
      const { venue } = given(marketIn('call'), does(ines, order), until(tuesday(10)));
      expect([rests(venue)], 'after the auction').to.deep.equal([auction]);
      until(tuesday(17, 30))(venue);
      expect([rests(venue)], 'after the close').to.deep.equal([close]);
      until(tuesday(17, 30) + day)(venue);
      expect([rests(venue)], 'a day later').to.deep.equal([next]);
    });

  const halted: Step = (venue) => {
    for (const step of [marketIn('call'), does(ines, one('day'), one('gtd', 1), one('gtd', 2), one('gtc'))])
      step(venue);
    does(olga, act('halt'))(venue);
  };

  it('what a halt carried over its last day leaves before trading resumes', () => {
    const { venue } = given(halted, until(tuesday(12) + 2 * day));
    expect(rests(venue)).to.equal(4);
    does(olga, act('resume'))(venue);
    until(venue.now)(venue);
    expect(rests(venue)).to.equal(2);
  });

  it('a resume on the same day takes nothing away', () => {
    const { venue } = given(halted, until(tuesday(12)), does(olga, act('resume')));
    until(venue.now)(venue);
    expect(rests(venue)).to.equal(4);
  });

  it('a session that is started by hand begins without what is past', () => {
    const waiting: Calendar = { sessions: [], everyDay: false };
    const { venue } = given(admitted({ calendar: waiting }), until(tuesday(12)), does(olga, act('start')));
    does(ines, one('gtd', 1), one('gtd', 3))(venue);
    until(tuesday(12) + 2 * day)(venue);
    does(olga, act('start'))(venue);
    until(venue.now)(venue);
    expect(rests(venue)).to.equal(1);
  });

  it('a book larger than one record leaves in several', () => {
    const { venue } = given(marketIn('call'));
    const many = policy.auctionChunk + 1;
    const market = marketOf(venue);
    does(ivo, sell(1, 1_000, { timeInForce: 'day' }))(venue);
    const [{ level } = { level: 0 }] = market.book.orders();
    const moves: number[] = [];
    for (let n = 1; n < many; n += 1) moves.push(2, 1_000_000 + n, 0, 1, level, 1, 1, 0);
    venue.fold({
      kind: 'ledger.posted',
      from: 'outside:lst_1',
      to: `units:lst_1:${ivo}`,
      asset: 'lst_1',
      amount: many,
      reason: 'delivery',
      subject: {},
    });
    venue.fold({ kind: 'market.moved', listing: market.listing, at: beginning, joined: null, moves });
    const before = venue.journal.length;
    does(olga, act('close'))(venue);
    until(venue.now)(venue);
    expect(market.book.size).to.equal(0);
    const kinds = venue.journal.slice(before).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'market.moved')).to.have.length(2);
    expect(kinds.filter((kind) => kind === 'market.swept')).to.have.length(1);
  });
});

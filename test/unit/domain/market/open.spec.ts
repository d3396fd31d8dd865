import { expect } from 'chai';
import type { Calendar, OpenMarket } from '../../../../server/src/domain/market/index.ts';
import { cast, lst } from '../../../support/domain-cast.ts';
import { does, given, happened, inTurn, listingIn, type Step } from '../../../support/given.ts';
import {
  admitted,
  bookOf,
  buy,
  daily,
  issued,
  marketIn,
  marketOf,
  openMarket,
  plan,
  sell,
  tuesday,
} from '../../../support/market-venue.ts';
import { precedence, type Wish } from '../../../support/precedence.ts';

const { ines, olga } = cast;
const configure = (changes: Partial<OpenMarket> = {}): OpenMarket => ({
  ...openMarket(changes),
  kind: 'markets.configure',
});
const weekend: Calendar = { sessions: [{ ...plan, weekdays: [6, 7] }], everyDay: false };
const overlapping: Calendar = { sessions: [plan, { ...plan, closeMinute: 1_200 }], everyDay: false };
const board: Step = (venue) => void (venue.state.house.mode = 'BULLETIN_BOARD');

describe('admitting an issue to trading (MKD-15)', () => {
  it('opens it at its issue price, closed until the first session of its calendar', () => {
    const { venue } = given(admitted());
    const { phase, referenceCents, referenceSource, session, trades, last } = marketOf(venue);
    expect([phase, referenceCents, referenceSource, trades, last]).to.deep.equal([
      'closed',
      1_000,
      'issue',
      0,
      null,
    ]);
    expect(session).to.deep.equal({
      day: '2026-03-03',
      preOpenAt: tuesday(9),
      callAt: tuesday(9, 30),
      freezeAt: tuesday(9, 58),
      endsAt: tuesday(10),
      closesAt: tuesday(17, 30),
    });
  });

  describe('is refused, in this order', () => {
    type Open = Wish<OpenMarket>;
    const facts: { transferability: 'free' | 'none' } = { transferability: 'free' };
    const sound = (): Open => ({ steps: [issued()], actor: olga, command: openMarket() });
    precedence(
      sound,
      [
        ['not_found', 'no listing', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
        ['illegal_state', 'a listing not funded', (wish) => void wish.steps.push(submittedAgain)],
        ['already_trading', 'a market there is', (wish) => void wish.steps.push(opened)],
        [
          'not_transferable',
          'units that may not change hands',
          (wish) => void (wish.steps[0] = issued({ facts: { ...facts, transferability: 'none' } })),
        ],
        ['matching_forbidden', 'a venue without matching', (wish) => void wish.steps.push(board)],
        [
          'calendar_invalid',
          'a calendar of weekends',
          (wish) => (wish.command = { ...wish.command, calendar: weekend }),
        ],
      ],
      [],
    );
  });

  it('with the issuer’s consent alone: on the board, and nowhere else', () => {
    const { when } = given(issued({ facts: { transferability: 'with_consent' } }));
    when(olga, openMarket()).refuses('not_transferable');
    when(olga, openMarket({ model: 'auction' })).refuses('not_transferable');
    when(olga, openMarket({ model: 'bulletin' })).accepts();
  });

  for (const [what, calendar, mode] of [
    ['sessions that overlap', overlapping, 'SIMULATION'],
    ['minutes out of order', { sessions: [{ ...plan, freezeMinute: 570 }], everyDay: false }, 'SIMULATION'],
    ['every day where money is real', { ...daily, everyDay: true }, 'MTF'],
  ] as const)
    it(`a calendar with ${what}: calendar_invalid`, () => {
      const { venue, when } = given(issued());
      venue.state.house.mode = mode;
      when(olga, openMarket({ calendar })).refuses('calendar_invalid');
      when(olga, openMarket()).accepts();
    });

  it('a real listing that was funded opens; one that failed does not', () => {
    given(listingIn('failed')).when(olga, openMarket()).refuses('illegal_state', { status: 'failed' });
    given(listingIn('funded'))
      .when(olga, openMarket({ model: 'bulletin' }))
      .accepts();
  });
});

const submittedAgain: Step = (venue) =>
  venue.fold({
    kind: 'listings.transitioned',
    listing: lst(1),
    to: 'live',
    by: 'venue',
    reason: null,
    offer: null,
    at: venue.now,
  });
/** As if it had been opened while that was still allowed. */
const opened: Step = happened({
  kind: 'market.opened',
  listing: lst(1),
  organisation: 'org_1' as never,
  issuePriceCents: 1_000,
  model: 'auction',
  calendar: daily,
  at: tuesday(0) as never,
});

describe('changing a market that is closed (MKD-15)', () => {
  it('gives it another model and another calendar, and plans anew', () => {
    const later: Calendar = { sessions: [{ ...plan, preOpenMinute: 550 }], everyDay: false };
    const venue = given(admitted())
      .when(olga, configure({ model: 'auction', calendar: later }))
      .accepts();
    expect(marketOf(venue)).to.include({ model: 'auction', calendar: later, until: tuesday(9, 10) });
    const timers = [...venue.state.schedule.timers.values()].filter(({ id }) => id.startsWith('market:'));
    expect(timers.map(({ dueAt }) => dueAt)).to.deep.equal([tuesday(9, 10)]);
  });

  it('to the board lets every order leave, and nothing is planned; from there it may come back', () => {
    const { venue } = given(
      marketIn('call'),
      does(ines, buy(1, 900), sell(1, 1_100)),
      does(olga, { kind: 'markets.act', listing: lst(1), act: 'close', reason: openMarket().reason }),
      does(olga, configure({ model: 'bulletin' })),
    );
    venue.passTo(venue.now);
    expect([bookOf(venue), marketOf(venue).until, marketOf(venue).session]).to.deep.equal([[], null, null]);
    does(olga, configure({ model: 'auction' }))(venue);
    expect(marketOf(venue).until).to.equal(tuesday(9) + 86_400_000);
  });

  it('is refused without a market, in a session, to what may not match, and with a bad calendar, in this order', () => {
    const { when, venue } = given(marketIn('call'));
    when(olga, configure({ listing: lst(9) })).refuses('not_found');
    when(olga, configure({ calendar: weekend })).refuses('phase_forbids', { phase: 'call' });
    const consent = inTurn(
      issued({ facts: { transferability: 'with_consent' } }),
      does(olga, openMarket({ model: 'bulletin' })),
    );
    given(consent)
      .when(olga, configure({ calendar: weekend }))
      .refuses('matching_forbidden');
    const closed = given(admitted());
    board(closed.venue);
    closed.when(olga, configure({ calendar: weekend })).refuses('matching_forbidden');
    given(admitted())
      .when(olga, configure({ calendar: weekend }))
      .refuses('calendar_invalid');
    expect(marketOf(venue).model).to.equal('continuous');
  });
});

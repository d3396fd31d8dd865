import { romeDay } from '@piazza/shared/values';
import { marketActs } from '@piazza/shared/contract';
import { expect } from 'chai';
import {
  calendarProblem,
  readTime,
  timeText,
  usualCalendar,
  withOneMore,
  type Calendar,
} from '../../../../client/src/features/trading-desk/calendar.ts';
import { actsIn } from '../../../../client/src/features/trading-desk/legal.ts';
import { nextSessions } from '../../../../client/src/features/trading-desk/sessions.ts';
import { isCalendar } from '../../../../server/src/domain/market/sessions/plan.ts';
import { cast, lst } from '../../../support/domain-cast.ts';
import { given } from '../../../support/given.ts';
import { act, marketIn } from '../../../support/market-venue.ts';

const plan = { preOpenMinute: 540, callMinute: 570, freezeMinute: 598, endMinute: 600, closeMinute: 700 };
const days = [1, 2, 3, 4, 5];
const calendar = (...changes: readonly object[]): Calendar => ({
  sessions: changes.map((change) => ({ ...plan, weekdays: days, ...change })),
  everyDay: false,
});

describe('the acts a desk offers', () => {
  it('are those the venue takes, in every phase', () => {
    for (const phase of ['closed', 'pre_open', 'call', 'freeze', 'continuous', 'halted'] as const)
      for (const blocked of [false, true]) {
        const { venue } = given(marketIn(phase));
        if (blocked)
          venue.take(cast.olga, {
            kind: 'desk.blockTrading',
            target: { scope: 'listing', listing: lst(1) },
            blocked: true,
            cancelOrders: false,
            reason: act('halt').reason,
          });
        const taken = marketActs.filter((which) => 'events' in venue.decide(cast.olga, act(which)));
        expect(actsIn(phase, 'continuous', blocked), `${phase} ${blocked}`).to.have.members(taken);
      }
  });

  it('are none on a board', () => {
    expect(actsIn('closed', 'bulletin', false)).to.deep.equal([]);
  });
});

describe('a calendar at the desk', () => {
  it('is judged as the venue judges it', () => {
    const cases = [
      usualCalendar,
      calendar({}),
      calendar({ callMinute: 540 }),
      calendar({ closeMinute: 600 }),
      calendar(
        {},
        { preOpenMinute: 690, callMinute: 720, freezeMinute: 730, endMinute: 740, closeMinute: 800 },
      ),
      calendar(
        {},
        { preOpenMinute: 701, callMinute: 720, freezeMinute: 730, endMinute: 740, closeMinute: 800 },
      ),
      calendar({ weekdays: [6, 7] }),
      { ...calendar({ weekdays: [6, 7] }), everyDay: true },
      calendar({ weekdays: [] }),
    ];
    const verdicts = cases.map((one) => calendarProblem(one) === null);
    expect(verdicts).to.deep.equal(cases.map((one) => isCalendar(one)));
    expect(verdicts).to.include(true);
    expect(verdicts).to.include(false);
  });

  it('gets one more session only where the day has room', () => {
    const two = withOneMore(calendar({}));
    expect(two?.sessions[1]).to.include({ preOpenMinute: 760, closeMinute: 920 });
    expect(two === null ? '' : calendarProblem(two)).to.equal(null);
    expect(withOneMore(calendar({ closeMinute: 1_400 }))).to.equal(null);
  });

  it('shows the next sessions by the clock of Rome, holidays left out', () => {
    // Thursday 2 April 2026, 18:00 in Rome; Good Friday and Easter Monday follow, summer time holds.
    const after = Date.UTC(2026, 3, 2, 16);
    const sessions = nextSessions(calendar({}), after, 3);
    expect(sessions.map(({ preOpenAt }) => romeDay(preOpenAt))).to.deep.equal([
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
    ]);
    expect(sessions[0]?.callAt).to.equal(Date.UTC(2026, 3, 7, 7, 30));
    expect(
      nextSessions({ ...calendar({ weekdays: [5, 6] }), everyDay: true }, after, 2).map(({ day }) => day),
    ).to.deep.equal(['2026-04-03', '2026-04-04']);
    expect(nextSessions(calendar({ callMinute: 1 }), after, 3)).to.deep.equal([]);
  });

  it('writes and reads times of the day', () => {
    expect(timeText(570)).to.equal('09:30');
    expect(readTime('09:30')).to.equal(570);
    expect(readTime('')).to.equal(null);
  });
});

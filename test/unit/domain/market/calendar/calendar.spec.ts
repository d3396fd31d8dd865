import { policy } from '@piazza/shared/policy';
import { millis, type Millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../../../server/src/domain/core/index.ts';
import {
  isSessionPlan,
  isTradingDay,
  nextSession,
  type SessionPlan,
  type SessionTimes,
} from '../../../../../server/src/domain/market/calendar/index.ts';

const DAY_MS = 86_400_000;
const dayOf = (text: string): number => Date.parse(text) / DAY_MS;
const at = (iso: string): Millis => millis(Date.parse(iso));

const rome = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
/** What a clock on a wall in Rome shows, by the machine's own tables: the oracle. */
function wallClock(instant: number): { day: string; weekday: string; time: string } {
  const parts = new Map(rome.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;

/** Good Friday and Easter Monday as almanacs print them. */
const easterClosings: readonly (readonly [string, string])[] = [
  ['2019-04-19', '2019-04-22'],
  ['2024-03-29', '2024-04-01'],
  ['2025-04-18', '2025-04-21'],
  ['2026-04-03', '2026-04-06'],
  ['2027-03-26', '2027-03-29'],
  ['2028-04-14', '2028-04-17'],
  ['2029-03-30', '2029-04-02'],
  ['2030-04-19', '2030-04-22'],
  ['2035-03-23', '2035-03-26'],
  ['2038-04-23', '2038-04-26'],
  ['2049-04-16', '2049-04-19'],
  ['2076-04-17', '2076-04-20'],
];

describe('the trading days', () => {
  for (const [friday, monday] of easterClosings)
    it(`leave out Good Friday ${friday} and Easter Monday ${monday}`, () => {
      expect(isTradingDay(dayOf(friday))).to.equal(false);
      expect(isTradingDay(dayOf(monday))).to.equal(false);
      expect(isTradingDay(dayOf(friday) - 1), 'the Thursday before').to.equal(true);
      expect(isTradingDay(dayOf(monday) + 1), 'the Tuesday after').to.equal(true);
    });

  it('of 2026 are all but weekends and the holidays of the Italian exchange', () => {
    const shut: string[] = [];
    for (let day = dayOf('2026-01-01'); day <= dayOf('2026-12-31'); day += 1) {
      const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
      const { weekday } = wallClock(day * DAY_MS + DAY_MS / 2);
      if (weekday === 'Sat' || weekday === 'Sun') expect(isTradingDay(day), text).to.equal(false);
      else if (!isTradingDay(day)) shut.push(text);
    }
    expect(shut).to.deep.equal([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
    ]);
  });
});

describe('the next session', () => {
  const plan: SessionPlan = policy.session;

  function expectOnTheClock(session: SessionTimes, of: SessionPlan): void {
    const times: readonly (readonly [number, number])[] = [
      [session.preOpenAt, of.preOpenMinute],
      [session.callAt, of.callMinute],
      [session.freezeAt, of.freezeMinute],
      [session.endsAt, of.endMinute],
      [session.closesAt, of.closeMinute],
    ];
    for (const [instant, minute] of times) {
      const { day, time } = wallClock(instant);
      expect(`${day} ${time}`).to.equal(`${session.day} ${clock(minute)}`);
    }
  }

  it('is on every trading day from 2024 to 2031 at the hours that clocks in Rome show', () => {
    const sessions: SessionTimes[] = [];
    let after = at('2023-12-31T23:00:00Z');
    for (;;) {
      const session = nextSession(plan, after);
      if (session.day >= '2032') break;
      sessions.push(session);
      after = session.preOpenAt;
    }
    for (const session of sessions) expectOnTheClock(session, plan);
    const wanted: string[] = [];
    for (let day = dayOf('2024-01-01'); day < dayOf('2032-01-01'); day += 1)
      if (isTradingDay(day)) wanted.push(new Date(day * DAY_MS).toISOString().slice(0, 10));
    expect(sessions.map(({ day }) => day)).to.deep.equal(wanted);
  });

  const dates: readonly (readonly [string, string, string])[] = [
    ['the Friday before summer time', '2026-03-26T12:00:00Z', '2026-03-27T08:00:00Z'],
    ['the Monday after it', '2026-03-27T12:00:00Z', '2026-03-30T07:00:00Z'],
    ['the Friday before winter time', '2026-10-22T12:00:00Z', '2026-10-23T07:00:00Z'],
    ['the Monday after it', '2026-10-23T12:00:00Z', '2026-10-26T08:00:00Z'],
    ['over Christmas', '2026-12-23T12:00:00Z', '2026-12-28T08:00:00Z'],
    ['over the new year', '2026-12-30T12:00:00Z', '2027-01-04T08:00:00Z'],
    ['on the same day before its pre-open', '2026-11-23T07:59:59.999Z', '2026-11-23T08:00:00Z'],
    ['not the one that pre-opens this instant', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'],
    ['just after midnight in Rome, the day before in UTC', '2026-11-23T23:30:00Z', '2026-11-24T08:00:00Z'],
  ];
  for (const [when, after, preOpen] of dates)
    it(`${when}: after ${after} pre-opens at ${preOpen}`, () => {
      expect(new Date(nextSession(plan, at(after)).preOpenAt).toISOString()).to.equal(
        new Date(preOpen).toISOString(),
      );
    });

  it('keeps to the plan of its listing: minutes of the night, and its weekdays alone', () => {
    const nightly: SessionPlan = {
      preOpenMinute: 0,
      callMinute: 1,
      freezeMinute: 150,
      endMinute: 151,
      closeMinute: 1_439,
      weekdays: [2, 5],
    };
    let after = at('2026-01-01T00:00:00Z');
    for (let n = 0; n < 200; n += 1) {
      const session = nextSession(nightly, after);
      expectOnTheClock(session, nightly);
      expect(wallClock(session.callAt).weekday).to.be.oneOf(['Tue', 'Fri']);
      expect(session.preOpenAt - after).to.be.at.most(14 * DAY_MS);
      after = session.preOpenAt;
    }
  });

  it('is refused to a plan that does not hold together', () => {
    expect(isSessionPlan(plan)).to.equal(true);
    const faults: readonly Partial<SessionPlan>[] = [
      { preOpenMinute: -1 },
      { preOpenMinute: 540.5 },
      { callMinute: plan.preOpenMinute },
      { freezeMinute: plan.callMinute },
      { endMinute: plan.freezeMinute },
      { closeMinute: plan.endMinute },
      { closeMinute: 1_440 },
      { closeMinute: Number.NaN },
      { weekdays: [] },
      { weekdays: [0] },
      { weekdays: [8] },
      { weekdays: [1, 1] },
    ];
    for (const fault of faults) {
      const broken = { ...plan, ...fault };
      expect(isSessionPlan(broken), JSON.stringify(fault)).to.equal(false);
      expect(() => nextSession(broken, at('2026-01-01T00:00:00Z'))).to.throw(Impossible);
    }
  });

  it('is on weekends and holidays where every day trades', () => {
    const daily = { ...plan, weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const friday = at('2026-12-25T12:00:00Z');
    expect(nextSession(daily, friday, true).day).to.equal('2026-12-26');
    expect(nextSession(daily, friday).day).to.equal('2026-12-28');
  });
});

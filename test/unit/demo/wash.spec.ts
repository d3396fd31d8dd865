import { expect } from 'chai';
import { washTimes } from '../../../server/src/demo/trading/wash.ts';
import { dayOf, isTradingDay } from '../../../server/src/domain/market/index.ts';
import { millis } from '@piazza/shared/values';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('SRV-22: when two of the demo story pass units to and fro', () => {
  const iso = (at: number): string => new Date(at).toISOString();
  const day = (at: number): number => dayOf(millis(at));

  it('is two hours ago, and on a trading day at least four days before', () => {
    const [earlier, newest] = washTimes(Date.parse('2026-11-23T11:00:00Z'));
    expect(iso(newest)).to.equal('2026-11-23T08:30:00.000Z');
    expect(iso(earlier)).to.equal('2026-11-19T13:10:00.000Z');
  });
  it('is since the market opened, where the day is young', () => {
    const [, newest] = washTimes(Date.parse('2026-11-23T00:00:00Z'));
    expect(iso(newest)).to.equal('2026-11-22T23:10:00.000Z');
  });
  it('is on the trading day before, where the day has only begun', () => {
    const [earlier, newest] = washTimes(Date.parse('2026-11-22T23:03:00Z'));
    expect(iso(newest)).to.equal('2026-11-20T13:10:00.000Z');
    expect(iso(earlier)).to.equal('2026-11-19T13:10:00.000Z');
  });
  it('is over before now, on two days, the earlier one a trading day of the continuous market, whenever the story is told', () => {
    for (
      let at = Date.parse('2026-12-20T00:00:00Z');
      at < Date.parse('2027-04-10T00:00:00Z');
      at += 97 * MINUTE
    ) {
      const [earlier, newest] = washTimes(at);
      expect(newest + 30 * MINUTE, iso(at)).to.be.at.most(at);
      expect(newest, iso(at)).to.be.above(at - 6 * DAY);
      expect(day(earlier), iso(at)).to.be.below(day(newest));
      expect(isTradingDay(day(earlier)), iso(at)).to.equal(true);
      expect(day(at) - day(earlier), iso(at)).to.be.within(4, 10);
    }
  });
});

import { endOfRomeDay, millis, romeDay, romeOffset } from '@piazza/shared/values';
import { expect } from 'chai';

const at = (iso: string): ReturnType<typeof millis> => millis(Date.parse(iso));
const hour = 3_600_000;

describe('the calendar of Rome', () => {
  const changes: readonly (readonly [string, number, number])[] = [
    ['2026-03-29T01:00:00Z', 1, 2],
    ['2026-10-25T01:00:00Z', 2, 1],
    ['2027-03-28T01:00:00Z', 1, 2],
    ['2027-10-31T01:00:00Z', 2, 1],
    ['2028-03-26T01:00:00Z', 1, 2],
  ];
  for (const [iso, before, after] of changes) {
    it(`at ${iso} the clocks go from UTC+${before} to UTC+${after}`, () => {
      expect(romeOffset(millis(at(iso) - 1))).to.equal(before * hour);
      expect(romeOffset(at(iso))).to.equal(after * hour);
    });
  }

  // Placed at, the first instant after the fourth day that follows: ECSPR art. 22(3).
  const ends: readonly (readonly [string, string, string])[] = [
    ['an ordinary winter morning', '2026-03-02T09:00:00Z', '2026-03-06T23:00:00Z'],
    ['an ordinary summer morning', '2026-07-01T08:00:00Z', '2026-07-05T22:00:00Z'],
    ['the last instant of a day', '2026-03-02T22:59:59.999Z', '2026-03-06T23:00:00Z'],
    ['the first instant of a day', '2026-03-02T23:00:00Z', '2026-03-07T23:00:00Z'],
    ['over the change to summer time', '2026-03-27T12:00:00Z', '2026-03-31T22:00:00Z'],
    ['ending on the day of that change', '2026-03-25T12:00:00Z', '2026-03-29T22:00:00Z'],
    ['ending the day before it', '2026-03-24T12:00:00Z', '2026-03-28T23:00:00Z'],
    ['over the change to winter time', '2026-10-23T12:00:00Z', '2026-10-27T23:00:00Z'],
    ['ending on the day of that change', '2026-10-21T12:00:00Z', '2026-10-25T23:00:00Z'],
    ['ending the day before it', '2026-10-20T12:00:00Z', '2026-10-24T22:00:00Z'],
    ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-29T23:00:00Z'],
    ['in its second turn', '2026-10-25T01:30:00Z', '2026-10-29T23:00:00Z'],
    ['over the end of a year', '2026-12-29T12:00:00Z', '2027-01-02T23:00:00Z'],
    ['in the first hour of a year, still the old one in UTC', '2026-12-31T23:30:00Z', '2027-01-05T23:00:00Z'],
    ['over a 29 February', '2028-02-26T12:00:00Z', '2028-03-01T23:00:00Z'],
  ];
  for (const [when, placed, end] of ends) {
    it(`four days of reflection, ${when}: ${placed} to ${end}`, () => {
      expect(new Date(endOfRomeDay(at(placed), 4)).toISOString()).to.equal(new Date(at(end)).toISOString());
    });
  }

  it('names the day of an instant', () => {
    expect(romeDay(at('2026-12-31T22:59:59.999Z'))).to.equal('2026-12-31');
    expect(romeDay(at('2026-12-31T23:00:00Z'))).to.equal('2027-01-01');
    expect(romeDay(at('2026-06-30T22:00:00Z'))).to.equal('2026-07-01');
  });
});

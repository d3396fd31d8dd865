import {
  basisPoints,
  cents,
  endOfRomeDay,
  formatAmount,
  isPrice,
  millis,
  parseAmount,
  romeDay,
  romeOffset,
  shareOf,
} from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { property } from '../support/property.ts';

const wireCents = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
const anyCents = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
// From the year in which Italy took the common European dates, as far as tables of zones go by rule.
const instant = fc.integer({ min: Date.UTC(1997, 0, 1), max: Date.UTC(2090, 0, 1) });

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  hourCycle: 'h23',
});
const dayByIntl = (at: number): string => calendar.format(at);
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('values, whatever they are', () => {
  property('an amount survives the wire', 5_000, [wireCents], (value) => {
    const text = formatAmount(cents(value));
    expect(parseAmount(text)).to.equal(value);
    expect(text).to.match(/^-?\d+\.\d\d$/);
  });

  property(
    'text that is read is written back as it was, other text is refused',
    5_000,
    [fc.oneof(fc.stringMatching(/^[-+0-9., ]{0,9}$/), fc.stringMatching(/^-?[0-9]{1,3}\.[0-9]{1,3}$/))],
    (text) => {
      let value: ReturnType<typeof parseAmount>;
      try {
        value = parseAmount(text);
      } catch (error) {
        expect(error).to.be.instanceOf(RangeError);
        return;
      }
      expect(formatAmount(value)).to.equal(text);
    },
  );

  property(
    'a share is exact to the cent, without losing a bit',
    5_000,
    [anyCents, fc.integer({ min: 0, max: 10_000 })],
    (amount, share) => {
      const found = BigInt(shareOf(cents(amount), basisPoints(share)));
      const exact = BigInt(amount) * BigInt(share);
      const rest = exact - found * 10_000n;
      expect(rest * (amount < 0 ? -1n : 1n) >= 0n && (rest < 0n ? -rest : rest) < 10_000n).to.equal(true);
    },
  );

  property('a price is on a tick of its band', 2_000, [fc.integer({ min: 100, max: 99_999 })], (price) => {
    const digits = 10 ** (String(price).length - 3);
    const leading = price / (100 * digits);
    const tick = (leading < 2 ? 1 : leading < 5 ? 2 : 5) * digits;
    expect(isPrice(price)).to.equal(price % tick === 0);
  });

  property('the day in Rome is the one that Intl says', 5_000, [instant], (at) => {
    expect(romeDay(millis(at))).to.equal(dayByIntl(at));
  });

  property(
    'a reflection period ends with the day that Intl says',
    5_000,
    [instant, fc.integer({ min: 0, max: 400 })],
    (at, days) => {
      const end = endOfRomeDay(millis(at), days);
      expect(dayByIntl(end - 1)).to.equal(plusDays(dayByIntl(at), days));
      expect(dayByIntl(end)).to.equal(plusDays(dayByIntl(at), days + 1));
    },
  );

  property(
    'around every change of the clocks the offset is the one that Intl says',
    2_000,
    [
      fc.integer({ min: 1997, max: 2089 }),
      fc.constantFrom(2, 9),
      fc.integer({ min: 24, max: 31 }),
      fc.integer({ min: -7_200_000, max: 7_200_000 }),
    ],
    (year, month, date, off) => {
      const at = Date.UTC(year, month, date, 1) + off;
      const turned = (Number(clock.format(at)) - new Date(at).getUTCHours() + 24) % 24;
      expect(romeOffset(millis(at)) / 3_600_000).to.equal(turned);
    },
  );
});

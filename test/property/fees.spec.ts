import { policy } from '@piazza/shared/policy';
import * as fc from 'fast-check';
import { expect } from 'chai';
import { feeOf } from '../../server/src/domain/fees/index.ts';
import { sharesOf } from '../../server/src/domain/payments/shares.ts';
import { property } from '../support/property.ts';

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const cents = fc.oneof(fc.nat(1_000), fc.nat(100_000_000), fc.nat(2 ** 45));
const bps = fc.oneof(fc.constantFrom(0, 1, 10_000), fc.nat(policy.feeMostBps));
const parts = fc.array(cents, { minLength: 1, maxLength: 30 });
const units = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 40 })), {
  minLength: 1,
  maxLength: 40,
});

describe('fees and shares to the cent', () => {
  property(
    'FEE-1: parts never cost less than the whole, of the fee and of its VAT',
    1_000,
    [parts, bps],
    (all, rate) => {
      const whole = feeOf(sum(all), rate);
      const each = all.map((one) => feeOf(one, rate));
      expect(sum(each.map(({ netCents }) => netCents))).to.be.at.least(whole.netCents);
      expect(sum(each.map(({ totalCents }) => totalCents))).to.be.at.least(whole.totalCents);
    },
  );

  property(
    'FEE-1: a fee is exact, rounded up by less than a cent, and its parts sum to it',
    1_000,
    [cents, bps],
    (amount, rate) => {
      const { netCents, vatCents, totalCents } = feeOf(amount, rate);
      expect(netCents + vatCents).to.equal(totalCents);
      const over = BigInt(netCents) * 10_000n - BigInt(amount) * BigInt(rate);
      const overVat = BigInt(vatCents) * 10_000n - BigInt(netCents) * BigInt(policy.vatBps);
      for (const one of [over, overVat]) expect(one >= 0n && one < 10_000n).to.equal(true);
    },
  );

  property(
    'DIV-1: shares by units sum to what is paid exactly, each within a cent of its own',
    1_000,
    [cents, units],
    (amount, held) => {
      const shares = sharesOf(amount, held);
      expect(sum(shares)).to.equal(amount);
      const total = held.reduce((all, one) => all + BigInt(one), 0n);
      shares.forEach((share, at) => {
        const off = BigInt(share) * total - BigInt(amount) * BigInt(held[at] ?? 0);
        expect(off > -total && off < total, `share ${at}`).to.equal(true);
      });
      // Who holds as much gets as much, but for one cent, and the earlier the rather.
      held.forEach((mine, at) =>
        held.forEach((other, after) => {
          if (after > at && mine === other) expect(shares[at]! - shares[after]!).to.be.within(0, 1);
        }),
      );
    },
  );
});

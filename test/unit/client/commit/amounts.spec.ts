import { priceCents, units, cents, shareWithVat } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  affordable,
  fitAmount,
  fitUnits,
  lotsOf,
  neighbour,
  type Fit,
} from '../../../../client/src/features/commit/amounts.ts';
import { property } from '../../../support/property.ts';

/** €10 a unit, lots of ten, tickets from €250, €10,000 in all. */
const terms = {
  price: priceCents(1_000),
  lot: units(10),
  minimumTicket: cents(25_000),
  hardCap: cents(1_000_000),
};
const choices = (fit: Fit): readonly number[] | null =>
  fit.kind === 'fits' ? null : fit.choices.map(({ amount }) => amount);

describe('sizes of a commitment', () => {
  it('raises the minimum ticket to the next whole lot', () => {
    const { lot, smallest, largest } = lotsOf(terms);
    expect(lot).to.deep.equal({ units: 10, amount: 10_000 });
    expect(smallest).to.deep.equal({ units: 30, amount: 30_000 });
    expect(largest).to.deep.equal({ units: 1_000, amount: 1_000_000 });
  });

  it('takes a whole number of lots as it is, by amount and by units', () => {
    const size = { units: 120, amount: 120_000 };
    expect(fitAmount(terms, 120_000)).to.deep.equal({ kind: 'fits', size });
    expect(fitUnits(terms, 120)).to.deep.equal({ kind: 'fits', size });
  });

  it('offers the sizes around what is no whole number of lots, be it by one cent', () => {
    expect(fitAmount(terms, 120_001)).to.have.property('kind', 'between');
    expect(choices(fitAmount(terms, 120_001))).to.deep.equal([120_000, 130_000]);
    expect(choices(fitAmount(terms, 129_999))).to.deep.equal([120_000, 130_000]);
    expect(choices(fitUnits(terms, 125))).to.deep.equal([120_000, 130_000]);
  });

  it('offers the smallest or the largest to whom asks for less or more', () => {
    expect(fitAmount(terms, 0)).to.have.property('kind', 'too_little');
    expect(choices(fitAmount(terms, 29_999))).to.deep.equal([30_000]);
    expect(fitAmount(terms, 1_000_001)).to.have.property('kind', 'too_much');
    expect(choices(fitUnits(terms, 2_000))).to.deep.equal([1_000_000]);
    expect(choices(fitAmount(terms, Number.MAX_SAFE_INTEGER))).to.deep.equal([1_000_000]);
  });

  it('steps by a lot and stops at both ends', () => {
    const { smallest, largest } = lotsOf(terms);
    expect(neighbour(terms, smallest, 1)).to.have.property('units', 40);
    expect(neighbour(terms, smallest, -1)).to.equal(null);
    expect(neighbour(terms, largest, 1)).to.equal(null);
  });

  it('finds what the free money pays for', () => {
    expect(affordable(terms, 29_999)).to.equal(null);
    expect(affordable(terms, 30_000)).to.deep.equal({ units: 30, amount: 30_000 });
    expect(affordable(terms, 79_999)).to.deep.equal({ units: 70, amount: 70_000 });
    expect(affordable(terms, 9_000_000)).to.deep.equal({ units: 1_000, amount: 1_000_000 });
  });

  it('CON-5: leaves room for the fee of the venue and the VAT on it, to the cent', () => {
    const dueOf = (amount: number): number => amount + shareWithVat(amount, 50, 2_200).totalCents;
    expect(dueOf(40_000)).to.equal(40_244);
    expect(affordable(terms, 40_243, dueOf)).to.deep.equal({ units: 30, amount: 30_000 });
    expect(affordable(terms, 40_244, dueOf)).to.deep.equal({ units: 40, amount: 40_000 });
    expect(affordable(terms, 30_182, dueOf)).to.equal(null);
    expect(affordable(terms, 30_183, dueOf)).to.deep.equal({ units: 30, amount: 30_000 });
    expect(affordable(terms, 9_000_000, dueOf)).to.deep.equal({ units: 1_000, amount: 1_000_000 });
  });

  const offers = fc
    .record({
      price: fc.integer({ min: 100, max: 99_999 }),
      lot: fc.integer({ min: 1, max: 500 }),
      lots: fc.integer({ min: 1, max: 400 }),
      ticket: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ price, lot, lots, ticket }) => ({
      price: priceCents(price),
      lot: units(lot),
      hardCap: cents(price * lot * lots),
      minimumTicket: cents(Math.max(1, Math.floor(price * lot * lots * ticket))),
    }));
  const wishes = fc.integer({ min: 0, max: 3_000_000_000 });
  property(
    'never rounds: what fits is what was asked for, and every choice fits',
    300,
    [offers, wishes],
    (offer, wish) => {
      const fit = fitAmount(offer, wish);
      if (fit.kind === 'fits') expect(fit.size.amount).to.equal(wish);
      else
        for (const { amount, units: count } of fit.choices) {
          expect(amount).to.equal(count * offer.price);
          expect(count % offer.lot).to.equal(0);
          expect(amount).to.be.within(offer.minimumTicket, offer.hardCap);
          const reach = fit.kind === 'between' ? offer.price * offer.lot : Infinity;
          expect(Math.abs(amount - wish)).to.be.lessThan(reach);
        }
    },
  );
});

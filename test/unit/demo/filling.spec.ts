import { expect } from 'chai';
import * as fc from 'fast-check';
import { chanceOf } from '../../../server/src/demo/chance.ts';
import { planFilling, ticket, type Terms } from '../../../server/src/demo/filling.ts';
import { property } from '../../support/property.ts';

const DAY = 86_400_000;

const termsOf = (price: number, lot: number, lots: number, least: number): Terms => ({
  price,
  lot,
  hardCap: price * lot * lots,
  minimumTicket: price * lot * least,
});
const terms = fc
  .tuple(
    fc.constantFrom(500, 1_000, 2_000, 5_000, 10_000, 25_000),
    fc.constantFrom(1, 2, 5, 10),
    fc.integer({ min: 400, max: 20_000 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map((parts) => termsOf(...parts));
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const tiers = fc.constantFrom('community' as const, 'retail' as const, 'institutional' as const);

describe('how the crowd of the story fills an offer', () => {
  property(
    'a ticket is whole lots, at least the minimum, never much of the offer',
    300,
    [terms, tiers, seeds],
    (offer, tier, seed) => {
      const units = ticket(tier, offer, chanceOf(seed));
      expect(units % offer.lot).to.equal(0);
      const amount = units * offer.price;
      expect(amount).to.be.at.least(offer.minimumTicket);
      expect(amount).to.be.at.most(Math.max(offer.minimumTicket, offer.hardCap * 0.12));
    },
  );

  property(
    'commitments come to the sum asked for, within the smallest ticket; revoked ones come on top',
    100,
    [terms, seeds, fc.double({ min: 0.1, max: 1.8, noNaN: true }), fc.integer({ min: 1, max: 40 })],
    (offer, seed, level, days) => {
      const committed = Math.floor(offer.hardCap * level);
      const [from, to] = [1_000 * DAY, (1_000 + days) * DAY];
      const planned = planFilling({ terms: offer, from, to, committed }, chanceOf(seed));
      const kept = planned.filter(({ revokedAt }) => revokedAt === null);
      const sum = kept.reduce((all, { units }) => all + units * offer.price, 0);
      expect(committed - sum).to.be.within(0, offer.minimumTicket + offer.price * offer.lot);
      let before = from;
      for (const { at, units, revokedAt } of planned) {
        expect(at).to.be.within(before, to);
        before = at;
        expect(units % offer.lot).to.equal(0);
        expect(units * offer.price).to.be.at.least(offer.minimumTicket);
        if (revokedAt !== null) expect(revokedAt).to.be.within(at, Math.min(to, at + 3 * DAY));
      }
    },
  );

  it('repeats itself for the same seed', () => {
    const plan = { terms: termsOf(2_000, 5, 900, 1), from: 0, to: 20 * DAY, committed: 5_000_000 };
    expect(planFilling(plan, chanceOf(4))).to.deep.equal(planFilling(plan, chanceOf(4)));
  });

  it('sleeps at night', () => {
    const plan = { terms: termsOf(1_000, 1, 10_000, 1), from: 0, to: 30 * DAY, committed: 8_000_000 };
    const planned = planFilling(plan, chanceOf(9));
    const atNight = planned.filter(({ at }) => {
      const hour = new Date(at + 3_600_000).getUTCHours();
      return hour < 7 || hour >= 23;
    });
    expect(planned.length).to.be.above(100);
    expect(atNight.length / planned.length).to.be.below(0.1);
  });
});

import { expect } from 'chai';
import { appeal, lull, ticketScale, type OpenOffer } from '../../../server/src/demo/crowd/weights.ts';

const offer = (level: number, fictional = true): OpenOffer => ({
  id: 'ofr_1' as never,
  terms: { price: 1_000, lot: 1, hardCap: 10_000_000, minimumTicket: 10_000 },
  level,
  fictional,
});

describe('what draws the crowd', () => {
  it('is an offer that is not full; hardly one beyond 130 % of its hard cap', () => {
    const drawn = [0.2, 0.99, 1, 1.29, 1.3, 2].map((level) => appeal(offer(level)));
    expect(drawn).to.deep.equal([1, 1, 0.3, 0.3, 0.02, 0.02]);
  });

  it("is a newcomer's own offer too, a little less", () => {
    expect(appeal(offer(0, false))).to.be.within(0.3, 0.9);
  });

  it('grows smaller in money as an offer fills', () => {
    const scales = [0, 0.5, 0.9, 1.5].map((level) => ticketScale(offer(level)));
    expect(scales).to.deep.equal(scales.toSorted((a, b) => b - a));
    expect(scales.at(-1)).to.equal(0.15);
  });

  it('is slow where everything is full or nothing is open', () => {
    expect(lull([offer(0.5), offer(2)])).to.equal(1);
    expect(lull([offer(1.1), offer(2)])).to.be.above(1);
    expect(lull([offer(1.3), offer(2)])).to.be.above(lull([offer(1.1), offer(2)]));
    expect(lull([])).to.equal(lull([offer(2)]));
  });
});

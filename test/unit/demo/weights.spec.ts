import { expect } from 'chai';
import {
  appeal,
  doubt,
  isAhead,
  lull,
  ticketScale,
  type OpenOffer,
} from '../../../server/src/demo/crowd/weights.ts';

/** An offer filled to `level` when that share of its time has passed. */
const offer = (level: number, elapsed = 0.5, fictional = true): OpenOffer => ({
  id: 'ofr_1' as never,
  terms: { price: 1_000, lot: 1, hardCap: 10_000_000, minimumTicket: 10_000 },
  level,
  elapsed,
  fictional,
});

describe('what draws the crowd', () => {
  it('is an offer that lags behind its time; less one that is ahead, hardly one beyond 130 %', () => {
    const drawn = [0.3, 0.64, 0.66, 0.9, 1.29, 1.3, 2].map((level) => appeal(offer(level), true));
    expect(drawn).to.deep.equal([1, 1, 0.6, 0.2, 0.2, 0.01, 0.01]);
  });

  it('is left to wait for its time while nobody looks on', () => {
    expect(appeal(offer(0.3), false)).to.equal(1);
    expect(appeal(offer(0.9), false)).to.equal(0.05);
  });

  it('fills a little beyond its hard cap by its closing time', () => {
    const stops = (elapsed: number): number =>
      [...Array(200).keys()].map((step) => step / 100).find((level) => isAhead(offer(level, elapsed))) ?? 0;
    expect(stops(0)).to.be.within(0.15, 0.25);
    expect(stops(0.5)).to.be.within(0.6, 0.7);
    expect(stops(1)).to.be.within(1.05, 1.15);
  });

  it("is a newcomer's own offer too, a little less", () => {
    expect(appeal(offer(0, 0.5, false), true)).to.be.within(0.3, 0.9);
  });

  it('is worth smaller tickets where an offer is ahead of its time', () => {
    expect(ticketScale(offer(0.9))).to.be.below(ticketScale(offer(0.3)));
  });
});

describe('what the crowd thinks better of', () => {
  it('is what ran ahead while somebody looked on; the crowded ones hold on', () => {
    expect([0.3, 0.9, 1.3].map((level) => isAhead(offer(level)))).to.deep.equal([false, true, false]);
    expect(doubt([offer(0.3), offer(1.5)], true)).to.equal(0.08);
    expect(doubt([offer(0.3), offer(0.9)], true)).to.be.within(0.2, 0.3);
    expect(doubt([offer(0.9), offer(0.9)], true)).to.equal(0.4);
    expect(doubt([], true)).to.equal(0.08);
  });

  it('is little while nobody looks on', () => {
    expect(doubt([offer(0.9)], false)).to.equal(0.02);
  });
});

describe('the pace of the crowd', () => {
  it('is slow where everything is crowded or nothing is open', () => {
    expect(lull([offer(0.5), offer(2)])).to.equal(1);
    expect(lull([offer(1.3), offer(2)])).to.equal(4);
    expect(lull([])).to.equal(4);
  });
});

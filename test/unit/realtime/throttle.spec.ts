import { expect } from 'chai';
import { Throttle } from '../../../server/src/realtime/throttle.ts';

const taken = (throttle: Throttle, now: number, tries: number): number =>
  Array.from({ length: tries }, () => throttle.take(now)).filter((waitMs) => waitMs === 0).length;

describe('the throttle of a socket', () => {
  it('lets twice a second’s calls through at once, then no more', () => {
    expect(taken(new Throttle(10, 0), 0, 100)).to.equal(20);
  });
  it('fills up by its rate, never beyond twice of it', () => {
    const throttle = new Throttle(10, 0);
    taken(throttle, 0, 20);
    expect(taken(throttle, 99, 5)).to.equal(0);
    expect(taken(throttle, 100, 5)).to.equal(1);
    expect(taken(throttle, 1_100, 100)).to.equal(10);
    expect(taken(throttle, 1_000_000, 100)).to.equal(20);
  });
  it('tells how long so many must wait, and what never will pass', () => {
    const throttle = new Throttle(10, 0);
    expect(throttle.take(0, 15)).to.equal(0);
    expect(throttle.take(0, 10)).to.equal(500);
    expect(throttle.take(499, 10)).to.be.above(0);
    expect(throttle.take(500, 10)).to.equal(0);
    expect(throttle.take(1_000_000, 21)).to.equal(Infinity);
  });
});

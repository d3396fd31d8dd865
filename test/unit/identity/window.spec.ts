import { expect } from 'chai';
import { createSlidingWindow } from '../../../server/src/identity/window.ts';

const open = (capacity = 10) => {
  const clock = { now: 1_000 };
  const window = createSlidingWindow({ limit: 3, windowMs: 100, capacity, now: () => clock.now });
  return { clock, window };
};

describe('the sliding window', () => {
  it('lets the limit through, then tells how long to wait for the oldest to leave', () => {
    const { clock, window } = open();
    for (let count = 0; count < 3; count += 1) {
      expect(window.waitMs('a')).to.equal(0);
      window.add('a');
      clock.now += 10;
    }
    expect(window.waitMs('a')).to.equal(70);
    expect(window.waitMs('b')).to.equal(0);
    clock.now += 70;
    expect(window.waitMs('a')).to.equal(0);
    window.add('a');
    expect(window.waitMs('a')).to.equal(10);
  });

  it('begins anew when cleared', () => {
    const { window } = open();
    for (let count = 0; count < 3; count += 1) window.add('a');
    window.clear('a');
    expect(window.waitMs('a')).to.equal(0);
  });

  it('remembers a bounded number of keys, those added to last', () => {
    const { window } = open(2);
    for (const key of ['a', 'a', 'a', 'b', 'b', 'b']) window.add(key);
    window.add('a');
    window.add('c');
    expect(window.waitMs('a')).to.be.greaterThan(0);
    expect(window.waitMs('b')).to.equal(0);
  });
});

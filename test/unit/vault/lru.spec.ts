import { expect } from 'chai';
import { createLru, type Lru } from '../../../server/src/vault/lru.ts';

describe('the bounded cache', () => {
  it('forgets what was used longest ago', () => {
    const cache: Lru<number> = createLru(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).to.deep.equal([1, undefined, 3]);
  });

  it('counts by weight, and a replaced value no longer counts', () => {
    const cache: Lru<string> = createLru(10);
    cache.set('a', 'heavy', 9);
    cache.set('a', 'light', 2);
    cache.set('b', 'other', 8);
    expect(cache.get('a')).to.equal('light');
    cache.set('c', 'third', 8);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).to.deep.equal(['light', undefined, 'third']);
  });

  it('does not keep what is heavier than all its room, nor the value it would replace', () => {
    const cache: Lru<string> = createLru(10);
    cache.set('a', 'small', 1);
    cache.set('a', 'huge', 11);
    expect(cache.get('a')).to.be.undefined;
  });

  it('drops by key and by value', () => {
    const cache: Lru<number> = createLru(10);
    for (const number of [1, 2, 3, 4]) cache.set(`k${number}`, number);
    cache.delete('k1');
    cache.deleteWhere((value) => value % 2 === 0);
    expect(['k1', 'k2', 'k3', 'k4'].map((key) => cache.get(key))).to.deep.equal([
      undefined,
      undefined,
      3,
      undefined,
    ]);
  });
});

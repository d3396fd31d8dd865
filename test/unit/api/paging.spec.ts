import { expect } from 'chai';
import { newestFirst, slicePage } from '../../../server/src/api/paging.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

describe('a page of a list in memory', () => {
  it('goes on where the last one ended, and says when there is no more', () => {
    expect(slicePage(letters, { limit: 2 })).to.deep.equal({ items: ['a', 'b'], next: '2' });
    expect(slicePage(letters, { limit: 2, cursor: '2' })).to.deep.equal({ items: ['c', 'd'], next: '4' });
    expect(slicePage(letters, { limit: 2, cursor: '4' })).to.deep.equal({ items: ['e'], next: null });
    expect(slicePage(letters, { cursor: '9' })).to.deep.equal({ items: [], next: null });
    expect(slicePage([], {})).to.deep.equal({ items: [], next: null });
  });
  it('with the newest first stays where it is while the list grows', () => {
    const first = newestFirst(letters, { limit: 2 });
    expect(first).to.deep.equal({ items: ['e', 'd'], next: '3' });
    const cursor = first.next ?? '';
    expect(newestFirst([...letters, 'f'], { limit: 2, cursor })).to.deep.equal({
      items: ['c', 'b'],
      next: '1',
    });
    expect(newestFirst(letters, { limit: 2, cursor: '1' })).to.deep.equal({ items: ['a'], next: null });
    expect(newestFirst(letters, { limit: 2, cursor: '0' })).to.deep.equal({ items: [], next: null });
    expect(newestFirst(letters, { limit: 5 })).to.deep.equal({ items: letters.toReversed(), next: null });
  });
  for (const cursor of ['-1', '1.5', 'x', '', ' 1', '9'.repeat(16)])
    it(`refuses the cursor ${JSON.stringify(cursor)}`, () => {
      for (const page of [slicePage, newestFirst])
        expect(() => page(letters, { cursor }))
          .to.throw()
          .with.nested.property('rejection.code', 'malformed_request');
    });
});

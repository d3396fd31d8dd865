import { reject } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { accept, existing, Impossible, refuse } from '../../../server/src/domain/core/index.ts';

describe('the words of a decision', () => {
  it('an acceptance carries events and an answer, by default an empty one', () => {
    expect(accept([1, 2])).to.deep.equal({ events: [1, 2], result: {} });
    expect(accept([], { offer: 'ofr_1' })).to.deep.equal({ events: [], result: { offer: 'ofr_1' } });
  });
  it('a refusal carries its rejection', () => {
    expect(refuse(reject('not_found'))).to.deep.equal({ rejection: { code: 'not_found' } });
  });
  it('what must exist and does not is a bug, and says which', () => {
    const map = new Map([['a', 0]]);
    expect(existing(map, 'a', 'thing')).to.equal(0);
    expect(() => existing(map, 'b', 'thing'))
      .to.throw(Impossible, 'thing b does not exist')
      .with.property('name', 'Impossible');
  });
});

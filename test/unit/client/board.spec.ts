import { contract } from '@piazza/shared/contract';
import { expect } from 'chai';
import { z } from 'zod';
import {
  emptyDraft,
  messageLength,
  noteMost,
  readPost,
  type Draft,
} from '../../../client/src/features/board/reading.ts';
import { concerns } from '../../../client/src/realtime/topics.ts';

const sound: Draft = { ...emptyDraft, quantity: '10', consent: true };
const read = (changes: Partial<Draft>, free?: number) => readPost({ ...sound, ...changes }, free, 'en');
const kinds = (changes: Partial<Draft>, free?: number): readonly string[] => {
  const reading = read(changes, free);
  return 'problems' in reading ? reading.problems.map(({ kind }) => kind) : [];
};
const taken = (part: 'board.post' | 'board.reply', body: object): boolean =>
  z.safeEncode(contract[part].body as z.ZodType, body).success;

describe('a post as it is typed', () => {
  it('is read once all is there; an empty price leaves it to the talk', () => {
    expect(read({ note: '  For our members ' })).to.deep.equal({
      post: { side: 'buy', quantity: 10, price: null, note: 'For our members', sharesContact: true },
    });
    expect(read({ price: '24.37' })).to.have.nested.property('post.price', 2_437);
    expect(readPost({ ...sound, quantity: '1.200', price: '24,5' }, undefined, 'it')).to.deep.include({
      post: { side: 'buy', quantity: 1_200, price: 2_450, note: '', sharesContact: true },
    });
  });

  it('names everything that is missing, in the order of the fields', () => {
    expect(kinds({ quantity: '', price: 'x', note: 'x'.repeat(noteMost + 1), consent: false })).to.deep.equal(
      ['quantity', 'price', 'note', 'consent'],
    );
    for (const quantity of ['0', '-1', '1.5', 'ten']) expect(kinds({ quantity })).to.deep.equal(['quantity']);
  });

  it('offers no more than is owned, where that is known; of what is wanted there is no limit', () => {
    expect(kinds({ side: 'sell', quantity: '11' }, 10)).to.deep.equal(['units']);
    expect(kinds({ side: 'sell', quantity: '10' }, 10)).to.deep.equal([]);
    expect(kinds({ side: 'sell', quantity: '11' })).to.deep.equal([]);
    expect(kinds({ side: 'buy', quantity: '11' }, 10)).to.deep.equal([]);
  });

  it('takes the prices, notes and messages that the contract takes, and no others', () => {
    const post = { side: 'buy', quantity: 1, price: null, note: '', sharesContact: true };
    for (const cents of [99, 100, 101, 99_999, 100_000])
      expect(kinds({ price: (cents / 100).toFixed(2) }).length === 0, String(cents)).to.equal(
        taken('board.post', { ...post, price: cents }),
      );
    for (const length of [noteMost, noteMost + 1])
      expect(taken('board.post', { ...post, note: 'x'.repeat(length) })).to.equal(length <= noteMost);
    const { least, most } = messageLength;
    for (const length of [least - 1, least, most, most + 1])
      expect(taken('board.reply', { message: 'x'.repeat(length), sharesContact: true })).to.equal(
        length >= least && length <= most,
      );
  });
});

describe('what a browser reads again of a board', () => {
  it('its posts when one comes or goes, an own post’s answers when there is one more', () => {
    const posts = ['board.list', { params: { listingId: 'lst_1' }, query: { limit: 50 } }];
    const replies = ['board.replies', { params: { postId: 'pst_1' } }];
    expect([concerns('board:lst_1', posts), concerns('board:lst_2', posts)]).to.deep.equal([true, false]);
    expect([concerns('post:pst_1', replies), concerns('post:pst_2', replies)]).to.deep.equal([true, false]);
    expect(concerns('board:lst_1', replies)).to.equal(false);
  });
});

import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId, PostId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { BoardCommand } from '../../../server/src/domain/board/index.ts';
import type { VenueCommand } from '../../../server/src/domain/venue/index.ts';
import { cast, lst, sealed, why } from '../../support/domain-cast.ts';
import { minute } from '../../support/domain-venue.ts';
import { does, given, happened, inTurn, passes, type Step } from '../../support/given.ts';
import { admitted, daily, issued, openMarket, standingOf } from '../../support/market-venue.ts';
import { precedence, type Break, type Wish } from '../../support/precedence.ts';

type Posting = Extract<BoardCommand, { kind: 'board.post' }>;
type Replying = Extract<BoardCommand, { kind: 'board.reply' }>;

const post = (changes: Partial<Posting> = {}): Posting => ({
  kind: 'board.post',
  listing: lst(1),
  side: 'buy',
  quantity: 10,
  priceCents: 1_000,
  note: sealed('for our members'),
  ...changes,
});
const pst = (n: number): PostId => `pst_${n.toString(36)}` as PostId;
const reply = (to: PostId = pst(1)): Replying => ({
  kind: 'board.reply',
  post: to,
  message: sealed('let us talk'),
});
const withdraw = (which: PostId = pst(1)): VenueCommand => ({ kind: 'board.withdraw', post: which });

const board = (listing: ListingId = lst(1)): Step =>
  listing === lst(1)
    ? admitted({ model: 'bulletin' })
    : inTurn(issued({ listing }), does(cast.olga, openMarket({ listing, model: 'bulletin' })));
const stops =
  (target: { readonly scope: 'venue' } | { readonly scope: 'account'; readonly person: PersonId }): Step =>
  (venue) =>
    happened({ kind: 'market.blocked', target, blocked: true })(venue);
const stopsListing: Step = does(cast.olga, {
  kind: 'desk.blockTrading',
  target: { scope: 'listing', listing: lst(1) },
  blocked: true,
  cancelOrders: false,
  reason: why,
});
const trades: Step = happened({
  kind: 'market.configured',
  listing: lst(1),
  model: 'auction',
  calendar: daily,
});
const full: Step = (venue) => {
  for (let n = 0; n < policy.postsPerAccount; n += 1) does(cast.ines, post({ quantity: 1 }))(venue);
};

describe('what speaks against a post on the board (BRD-3)', () => {
  const as = (changes: Partial<Posting>) => (wish: Wish<Posting>) => {
    wish.command = { ...wish.command, ...changes };
  };
  const late = (step: Step) => (wish: Wish<Posting>) => void wish.steps.push(step);
  const early = (step: Step) => (wish: Wish<Posting>) => void wish.steps.splice(1, 0, step);
  const breaks: readonly Break<Posting>[] = [
    ['not_found', 'a listing without a market', as({ listing: lst(9) })],
    ['not_a_board', 'a market that matches', late(trades)],
    ['trading_blocked', 'a venue that is stopped', late(stops({ scope: 'venue' }))],
    ['too_many_orders', 'as many posts as one may have', early(full)],
    ['insufficient_units', 'more on offer than is owned', as({ side: 'sell', quantity: 1_001 })],
  ];
  precedence(() => ({ steps: [board()], actor: cast.ines, command: post() }), breaks);

  it('a stop of the listing, or of the account, is one too: trading_blocked', () => {
    given(board(), stopsListing).when(cast.ines, post()).refuses('trading_blocked');
    const venue = given(board(), stops({ scope: 'account', person: cast.ines }));
    venue.when(cast.ines, post()).refuses('trading_blocked');
    venue.when(cast.ivo, post()).accepts();
  });

  it('the limit counts the posts of one person on every board, and one that is gone no more', () => {
    const { venue, when } = given(board(), board(lst(2)), full);
    const onTheOther = post({ listing: lst(2) });
    when(cast.ines, onTheOther).refuses('too_many_orders', { most: policy.postsPerAccount });
    does(cast.ines, withdraw(pst(policy.postsPerAccount)))(venue);
    when(cast.ines, onTheOther).accepts();
    when(cast.ines, onTheOther).refuses('too_many_orders');
    when(cast.ivo, onTheOther).accepts();
  });

  it('all that one owns may be offered, and the refusal tells how much that is', () => {
    const { when } = given(board());
    when(cast.ines, post({ side: 'sell', quantity: 1_001 })).refuses('insufficient_units', {
      freeUnits: 1_000,
    });
    when(cast.sofia, post({ side: 'sell', quantity: 1 })).refuses('insufficient_units', { freeUnits: 0 });
    when(cast.ines, post({ side: 'sell', quantity: 1_000 })).accepts();
  });

  it('who does not invest may neither post nor answer: not_allowed', () => {
    const { when } = given(board(), does(cast.ines, post()));
    when(cast.enzo, post()).refuses('not_allowed');
    when(cast.olga, reply()).refuses('not_allowed');
  });
});

describe('what speaks against an answer (BRD-3)', () => {
  const breaks: readonly Break<Replying>[] = [
    ['not_found', 'a post that is not there', (wish) => void (wish.command = reply(pst(9)))],
    ['own_post', 'an own post', (wish) => void (wish.actor = cast.ines)],
    [
      'already_replied',
      'a second answer of the same person',
      (wish) => void wish.steps.splice(2, 0, does(cast.ivo, reply())),
    ],
    [
      'trading_blocked',
      'an account that is stopped',
      (wish) =>
        void wish.steps.push(
          stops({ scope: 'account', person: cast.ivo }),
          stops({ scope: 'account', person: cast.ines }),
        ),
    ],
  ];
  precedence(
    () => ({ steps: [board(), does(cast.ines, post())], actor: cast.ivo, command: reply() }),
    breaks,
    ['an own post+a second answer of the same person'],
  );
});

describe('a post on the board', () => {
  it('BRD-1: finds no counterpart, however well another fits, and holds and moves nothing', () => {
    const { venue } = given(board());
    const before = [cast.ines, cast.ivo].map((person) => standingOf(venue, person));
    does(cast.ines, post({ side: 'buy', quantity: 1_000, priceCents: 1_200 }))(venue);
    const from = venue.journal.length;
    does(cast.ivo, post({ side: 'sell', quantity: 1_000, priceCents: 900 }))(venue);
    expect(venue.journal.slice(from).map(({ kind }) => kind)).to.deep.equal(['board.posted', 'schedule.set']);
    expect([cast.ines, cast.ivo].map((person) => standingOf(venue, person))).to.deep.equal(before);
    expect(venue.state.board.posts.size).to.equal(2);
  });

  it('BRD-4: stands for its time to the millisecond, then is gone, with its answers', () => {
    const { venue, when } = given(board(), does(cast.ines, post()), does(cast.ivo, reply()));
    passes(policy.postLifeMs - 1)(venue);
    expect(venue.state.board.posts.get(pst(1))?.replies.map(({ from }) => from)).to.deep.equal([cast.ivo]);
    passes(1)(venue);
    expect(venue.state.board.posts.size).to.equal(0);
    expect(venue.journal.at(-1)).to.deep.equal({
      kind: 'board.removed',
      post: pst(1),
      listing: lst(1),
      author: cast.ines,
      why: 'expired',
    });
    when(cast.caio, reply()).refuses('not_found');
  });

  it('BRD-4: that was withdrawn is gone at once and for good; only its author withdraws it', () => {
    const { venue, when } = given(board(), does(cast.ines, post()));
    when(cast.ivo, withdraw()).refuses('not_found');
    does(cast.ines, withdraw())(venue);
    expect(venue.state.board.posts.size).to.equal(0);
    when(cast.ines, withdraw()).refuses('not_found');
    const at = venue.journal.length;
    passes(policy.postLifeMs + minute)(venue);
    expect(venue.journal.slice(at)).to.deep.equal([]);
  });

  it('keeps its answers in the order they came, of each person one', () => {
    const { venue } = given(
      board(),
      does(cast.ines, post()),
      does(cast.ivo, reply()),
      passes(minute),
      does(cast.caio, reply()),
    );
    const { replies = [] } = venue.state.board.posts.get(pst(1)) ?? {};
    expect(replies.map(({ from }) => from)).to.deep.equal([cast.ivo, cast.caio]);
    expect(replies[1]!.at - replies[0]!.at).to.equal(minute);
  });

  it('does not share its answers with the event it came by', () => {
    const { venue } = given(board(), does(cast.ines, post()), does(cast.ivo, reply()));
    const event = venue.journal.find(({ kind }) => kind === 'board.posted');
    expect(event).to.have.nested.property('post.replies').that.deep.equals([]);
  });
});

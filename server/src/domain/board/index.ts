import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type ListingId, type Millis, type PersonId, type PostId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { account, available, type LedgerState } from '../ledger/index.ts';
import type { InsidersView } from '../insiders/index.ts';
import { dutyRefusal, type MarketsState } from '../market/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';

export interface Reply {
  readonly from: PersonId;
  readonly at: Millis;
  readonly message: Sealed;
}
/** An interest to buy or sell that binds nobody. Nothing here ever looks for a counterpart. */
export interface Post {
  readonly id: PostId;
  readonly listing: ListingId;
  readonly author: PersonId;
  readonly side: 'buy' | 'sell';
  readonly quantity: number;
  readonly priceCents: number | null;
  readonly note: Sealed;
  readonly postedAt: Millis;
  readonly expiresAt: Millis;
  readonly replies: Reply[];
}
/** Posts that stand. */
export interface BoardState {
  readonly posts: Map<PostId, Post>;
}
export const initialBoard = (): BoardState => ({ posts: new Map() });

export type BoardCommand =
  | {
      readonly kind: 'board.post';
      readonly listing: ListingId;
      readonly side: 'buy' | 'sell';
      readonly quantity: number;
      readonly priceCents: number | null;
      readonly note: Sealed;
    }
  | { readonly kind: 'board.withdraw'; readonly post: PostId }
  | { readonly kind: 'board.reply'; readonly post: PostId; readonly message: Sealed };

export type BoardEvent =
  | { readonly kind: 'board.posted'; readonly post: Post }
  | {
      readonly kind: 'board.removed';
      readonly post: PostId;
      readonly listing: ListingId;
      readonly author: PersonId;
      readonly why: 'withdrawn' | 'expired';
    }
  | { readonly kind: 'board.replied'; readonly post: PostId; readonly reply: Reply };

export interface BoardView extends InsidersView {
  readonly board: BoardState;
  readonly markets: MarketsState;
  readonly ledger: LedgerState;
}
type Events = BoardEvent | ScheduleEvent;
type Posting = Extract<BoardCommand, { kind: 'board.post' }>;

const timerOf = (post: PostId): string => `post:${post}`;

function removed({ id: post, listing, author }: Post, why: 'withdrawn' | 'expired'): BoardEvent {
  return { kind: 'board.removed', post, listing, author, why };
}

function postRefusal(view: BoardView, command: Posting, author: PersonId, at: Millis): Rejection | null {
  const market = view.markets.markets.get(command.listing);
  if (market === undefined) return reject('not_found');
  if (market.model !== 'bulletin') return reject('not_a_board');
  if (market.blocked || view.markets.house.blocked || view.markets.blockedAccounts.has(author))
    return reject('trading_blocked');
  const barred = dutyRefusal(view, market, author, at);
  if (barred !== null) return barred;
  const own = [...view.board.posts.values()].filter((post) => post.author === author);
  if (own.length >= policy.postsPerAccount)
    return reject('too_many_orders', { most: policy.postsPerAccount });
  const units = available(view.ledger, account.units(command.listing, author));
  return command.side === 'sell' && command.quantity > units
    ? reject('insufficient_units', { freeUnits: units })
    : null;
}

function decidePost(view: BoardView, command: Posting, ctx: Context): Decision<Events> {
  const author = ctx.actor as PersonId;
  const refusal = postRefusal(view, command, author, ctx.at);
  if (refusal !== null) return refuse(refusal);
  const { listing, side, quantity, priceCents, note } = command;
  const id = ctx.newId('post') as PostId;
  const expiresAt = millis(ctx.at + policy.postLifeMs);
  const about = { id, listing, author, side, quantity, priceCents, note };
  const post: Post = { ...about, postedAt: ctx.at, expiresAt, replies: [] };
  const expiry = setTimer(timerOf(id), expiresAt, { kind: 'board.expire', post: id });
  return accept<Events>([{ kind: 'board.posted', post }, expiry], { post: id });
}

function decideReply(
  view: BoardView,
  { post: id, message }: Extract<BoardCommand, { kind: 'board.reply' }>,
  ctx: Context,
): Decision<Events> {
  const post = view.board.posts.get(id);
  const from = ctx.actor as PersonId;
  if (post === undefined) return refuse(reject('not_found'));
  if (post.author === from) return refuse(reject('own_post'));
  if (post.replies.some((reply) => reply.from === from)) return refuse(reject('already_replied'));
  if (view.markets.blockedAccounts.has(from)) return refuse(reject('trading_blocked'));
  const market = view.markets.markets.get(post.listing);
  const barred = market === undefined ? null : dutyRefusal(view, market, from, ctx.at);
  if (barred !== null) return refuse(barred);
  return accept<Events>([{ kind: 'board.replied', post: id, reply: { from, at: ctx.at, message } }]);
}

/**
 * The board of non-binding posts (ECSPR art. 25(2)): whoever is interested replies, and both see each other's contact.
 * Precedence of a post: not_found, not_a_board, trading_blocked, trading_suspended, closed_period,
 * too_many_orders, insufficient_units; of a reply: not_found, own_post, already_replied, trading_blocked, trading_suspended,
 * closed_period.
 */
export function decideBoard(view: BoardView, command: BoardCommand, ctx: Context): Decision<Events> {
  if (command.kind === 'board.post') return decidePost(view, command, ctx);
  if (command.kind === 'board.reply') return decideReply(view, command, ctx);
  const post = view.board.posts.get(command.post);
  if (post === undefined || post.author !== ctx.actor) return refuse(reject('not_found'));
  return accept<Events>([clearTimer(timerOf(post.id)), removed(post, 'withdrawn')]);
}

/** Every post about an issue that is delisted leaves, with its timer. */
export const boardEmptied = (state: BoardState, listing: ListingId): Events[] =>
  [...state.posts.values()].flatMap((post) =>
    post.listing === listing ? [clearTimer(timerOf(post.id)), removed(post, 'expired')] : [],
  );

/** A post's time is over. */
export const decideExpiry = (state: BoardState, post: PostId): Decision<BoardEvent> =>
  accept([removed(existing(state.posts, post, 'post'), 'expired')]);

export function evolveBoard(state: BoardState, event: BoardEvent): void {
  // A copy: the event stays what it was when it was decided.
  if (event.kind === 'board.posted') state.posts.set(event.post.id, { ...event.post, replies: [] });
  else if (event.kind === 'board.replied')
    existing(state.posts, event.post, 'post').replies.push(event.reply);
  else state.posts.delete(event.post);
}

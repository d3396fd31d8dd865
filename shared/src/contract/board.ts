import { z } from 'zod';
import { endpoint, listingId, page, pageQuery, positiveQuantity, postId, price, stamp, text } from './kit.ts';
import { sides } from './orders.ts';

const contact = z.object({ displayName: z.string(), email: z.string() });

/** Somebody would like to buy or sell. It binds nobody: the venue matches no posts (ECSPR art. 25(2)). */
const postView = z.object({
  id: postId,
  listingId,
  side: z.enum(sides),
  quantity: positiveQuantity,
  /** An idea of the price; null leaves it to the talk. */
  price: price.nullable(),
  note: z.string(),
  postedAt: stamp,
  expiresAt: stamp,
  mine: z.boolean(),
  replies: z.int().min(0),
  /** Of the author, once the signed-in person has replied; null before. */
  contact: contact.nullable(),
});
export type PostView = z.output<typeof postView>;

const replyView = z.object({ at: stamp, message: z.string(), contact });
export type ReplyView = z.output<typeof replyView>;

/** Both sides agree that the other one sees their name and e-mail address. */
const sharesContact = z.literal(true);
const params = z.object({ postId });

export const boardEndpoints = {
  'board.list': endpoint({
    method: 'GET',
    path: '/markets/:listingId/posts',
    summary: 'Posts of a listing that stand, newest first. They bind nobody and are never matched.',
    access: 'public',
    ownership: 'none',
    params: z.object({ listingId }),
    query: pageQuery,
    reply: page(postView),
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$board' }, query: { limit: '20' } },
    command: false,
  }),
  'board.post': endpoint({
    method: 'POST',
    path: '/markets/:listingId/posts',
    summary: 'Post an interest to buy or sell. Who replies sees your name and e-mail address.',
    access: ['investor'],
    ownership: 'none',
    params: z.object({ listingId }),
    body: z.object({
      side: z.enum(sides),
      quantity: positiveQuantity,
      price: price.nullable(),
      note: text(500),
      sharesContact,
    }),
    reply: postView,
    status: 201,
    rejections: ['not_found', 'not_a_board', 'trading_blocked', 'too_many_orders', 'insufficient_units'],
    example: {
      params: { listingId: '$board' },
      body: { side: 'buy', quantity: 10, price: '25.00', note: 'For our members', sharesContact: true },
    },
    command: true,
  }),
  'board.withdraw': endpoint({
    method: 'DELETE',
    path: '/posts/:postId',
    summary: 'Take an own post off the board.',
    access: ['investor'],
    ownership: 'post',
    params,
    reply: z.object({ postId }),
    status: 200,
    rejections: ['not_found'],
    example: { params: { postId: '$post' } },
    command: true,
  }),
  'board.reply': endpoint({
    method: 'POST',
    path: '/posts/:postId/replies',
    summary: 'Answer a post. Its author sees your name, e-mail address and message; you see the author’s.',
    access: ['investor'],
    ownership: 'none',
    params,
    body: z.object({ message: text(1_000, 3), sharesContact }),
    reply: postView,
    status: 201,
    rejections: ['not_found', 'own_post', 'already_replied', 'trading_blocked'],
    example: { params: { postId: '$other_post' }, body: { message: 'Let us talk', sharesContact: true } },
    command: true,
  }),
  'board.replies': endpoint({
    method: 'GET',
    path: '/posts/:postId/replies',
    summary: 'Replies to an own post, oldest first.',
    access: ['investor'],
    ownership: 'post',
    params,
    reply: z.object({ items: z.array(replyView) }),
    status: 200,
    rejections: ['not_found'],
    example: { params: { postId: '$post' } },
    command: false,
  }),
} as const;

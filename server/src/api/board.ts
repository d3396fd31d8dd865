import type { PostView, ReplyView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { ListingId, PersonId, PostId, PriceCents, Units } from '@piazza/shared/values';
import type { Post } from '../domain/board/index.ts';
import type { Sealed } from '../domain/core/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Handlers } from './handler.ts';
import { slicePage } from './paging.ts';
import { pickPerson } from './present/person.ts';
import { erasedName, personProfile } from './present/words.ts';

type Names = 'board.list' | 'board.post' | 'board.withdraw' | 'board.reply' | 'board.replies';

interface Note {
  readonly text: string;
}

function pickPost(state: VenueState, id: PostId): Post {
  const post = state.board.posts.get(id);
  if (post === undefined) throw new Refused(reject('not_found'));
  return post;
}

const profileOf = (state: VenueState, person: PersonId): Sealed => pickPerson(state, person).profile;

async function contactOf(context: ApiContext, profile: Sealed): Promise<ReplyView['contact']> {
  const found = await personProfile(context, profile);
  return { displayName: found?.displayName ?? erasedName, email: found?.email ?? '' };
}

/** A post with what is needed to show it. */
interface Shown {
  readonly post: Post;
  readonly author: Sealed;
}

const show = (state: VenueState, post: Post): Shown => ({ post, author: profileOf(state, post.author) });

/** The author's contact is for those alone who have given theirs. */
async function present(
  context: ApiContext,
  { post, author }: Shown,
  reader: PersonId | null,
): Promise<PostView> {
  const note = await context.vault.open<Note>(post.note);
  const mine = post.author === reader;
  const replied = post.replies.some(({ from }) => from === reader);
  return {
    id: post.id,
    listingId: post.listing,
    side: post.side,
    quantity: post.quantity as Units,
    price: post.priceCents as PriceCents | null,
    note: note?.text ?? '',
    postedAt: post.postedAt,
    expiresAt: post.expiresAt,
    mine,
    replies: mine ? post.replies.length : 0,
    contact: replied ? await contactOf(context, author) : null,
  };
}

/** Seals words under the key of the person who wrote them. */
async function seal(context: ApiContext, person: PersonId, text: string): Promise<Sealed> {
  const { subject } = await context.exchange.read((state) => pickPerson(state, person));
  return context.vault.seal(subject, { text } satisfies Note);
}

const read = (context: ApiContext, id: PostId): Promise<Shown> =>
  context.exchange.read((state) => show(state, pickPost(state, id)));

function standing(state: VenueState, listing: ListingId): Shown[] {
  if (!state.markets.markets.has(listing)) throw new Refused(reject('not_found'));
  const posts = [...state.board.posts.values()].filter((post) => post.listing === listing);
  return posts.toReversed().map((post) => show(state, post));
}

async function presentReply(
  context: ApiContext,
  { at, message, from }: { readonly at: Post['postedAt']; readonly message: Sealed; readonly from: Sealed },
): Promise<ReplyView> {
  const note = await context.vault.open<Note>(message);
  return { at, message: note?.text ?? '', contact: await contactOf(context, from) };
}

/** The board of posts that bind nobody. */
export const boardHandlers = (context: ApiContext): Handlers<Names> => ({
  'board.list': async ({ params, query, caller }) => {
    const page = slicePage(await context.exchange.read((state) => standing(state, params.listingId)), query);
    const items = page.items.map((one) => present(context, one, caller?.personId ?? null));
    return { items: await Promise.all(items), next: page.next };
  },
  'board.post': async ({ params, body, caller, key }) => {
    const note = await seal(context, caller.personId, body.note);
    const { side, quantity, price } = body;
    const posting = { listing: params.listingId, side, quantity, priceCents: price, note };
    const { post } = await context.exchange.command({ kind: 'board.post', ...posting }, caller.personId, key);
    return present(context, await read(context, post as PostId), caller.personId);
  },
  'board.withdraw': async ({ params, caller, key }) => {
    await context.exchange.command({ kind: 'board.withdraw', post: params.postId }, caller.personId, key);
    return { postId: params.postId };
  },
  'board.reply': async ({ params, body, caller, key }) => {
    const message = await seal(context, caller.personId, body.message);
    const command = { kind: 'board.reply', post: params.postId, message } as const;
    await context.exchange.command(command, caller.personId, key);
    return present(context, await read(context, params.postId), caller.personId);
  },
  'board.replies': async ({ params, caller }) => {
    const replies = await context.exchange.read((state) => {
      const post = pickPost(state, params.postId);
      if (post.author !== caller.personId) throw new Refused(reject('not_found'));
      return post.replies.map(({ at, message, from }) => ({ at, message, from: profileOf(state, from) }));
    });
    return { items: await Promise.all(replies.map((reply) => presentReply(context, reply))) };
  },
});

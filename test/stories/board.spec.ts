import type { Notice, PostView, SocketPushes } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { ListingId, PostId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { minute } from '../support/draft.ts';
import { act, everyDay, fundedIssue, readMarket } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import type { OpenKit } from '../support/stores.ts';

const workdays = { ...everyDay, everyDay: false };

type Post = Pick<PostView, 'side' | 'quantity' | 'price'>;
const wish = (side: Post['side'], quantity: number, price: number | null): Post =>
  ({ side, quantity, price }) as Post;

describe('The story of a bulletin board, in a venue that may match nothing', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listingId: ListingId;
  let stores: OpenKit | undefined;
  before(async () => {
    venue = await openVenue({ config: { mode: 'BULLETIN_BOARD' }, around: (kit) => (stores = kit) });
    cast = await castOf(venue);
    listingId = await fundedIssue(cast);
    const body = { model: 'bulletin', calendar: workdays, reason: 'Everything is delivered' } as const;
    await cast.olga.api.call('markets.open', { params: { listingId }, body });
  });
  after(() => venue.close());

  const post = async (who: Player, what: Post, note = ''): Promise<PostView> =>
    who.api.call('board.post', {
      params: { listingId },
      body: { ...what, note, sharesContact: true },
    });
  const reply = (who: Player, postId: PostId, message = 'Let us talk') => ({
    as: () => who.api.call('board.reply', { params: { postId }, body: { message, sharesContact: true } }),
  });
  const seenBy = async (who: Player | null, postId: PostId): Promise<PostView | undefined> => {
    const api = who?.api ?? venue.client();
    const { items } = await api.call('board.list', { params: { listingId } });
    return items.find(({ id }) => id === postId);
  };
  const standing = async (who: Player) => {
    const { items } = await who.api.call('holdings.mine');
    return { wallet: await who.api.call('wallet.read'), units: items.map(({ units }) => units) };
  };
  const noticesOf = async ({ api }: Player): Promise<Notice[]> => (await api.call('me.notices')).items;

  it('BRD-2: opens a market as a board alone, and never sets it up as anything else', async () => {
    const other = await fundedIssue(cast);
    for (const model of ['auction', 'continuous'] as const) {
      const body = { model, calendar: workdays, reason: 'As the story goes' };
      const refused = [
        await cast.olga.api.refusal('markets.open', { params: { listingId: other }, body }),
        await cast.olga.api.refusal('markets.configure', { params: { listingId }, body }),
      ];
      expect(refused, model).to.deep.equal(['matching_forbidden', 'matching_forbidden']);
    }
    expect(await readMarket(cast, listingId)).to.include({ model: 'bulletin' });
  });

  it('BRD-2: takes no order, of whatever kind, and starts no session', async () => {
    for (const timeInForce of ['gtc', 'day', 'auction', 'ioc'] as const)
      for (const who of [cast.ines, cast.tito]) {
        const refused = await who.api.refusal('orders.place', {
          params: { listingId },
          body: { side: 'buy', type: 'limit', price: 2_500 as never, quantity: 1 as never, timeInForce },
        });
        expect(refused).to.equal('matching_forbidden');
      }
    for (const which of ['start', 'halt', 'close'] as const) {
      const refusal: unknown = await act(cast, listingId, which).catch((error: unknown) => error);
      expect(refusal, which).to.have.property('code', 'matching_forbidden');
    }
    expect((await cast.ines.api.call('orders.mine')).items).to.deep.equal([]);
  });

  it('BRD-1: posts that fit each other make no trade, and nothing is held', async () => {
    const before = [await standing(cast.ines), await standing(cast.ivo), await standing(cast.tito)];
    const bid = await post(cast.tito, wish('buy', 50, 2_600));
    const ask = await post(cast.ines, wish('sell', 50, 2_400));
    await post(cast.ivo, wish('sell', 50, 2_500));
    await cast.pass(10 * minute);
    const { items } = await venue.client().call('markets.trades', { params: { listingId } });
    expect(items).to.deep.equal([]);
    const after = [await standing(cast.ines), await standing(cast.ivo), await standing(cast.tito)];
    expect(after).to.deep.equal(before);
    const market = await readMarket(cast, listingId);
    expect([market.bid, market.ask, market.last]).to.deep.equal([null, null, null]);
    for (const one of [bid, ask])
      expect(await seenBy(null, one.id)).to.deep.include({ quantity: 50, mine: false, contact: null });
  });

  it('BRD-5: both see how to reach each other once one has answered, and nobody else does', async () => {
    const { id } = await post(cast.ines, wish('sell', 5, null), 'To somebody from Aurora');
    const hers = { displayName: cast.ines.displayName, email: cast.ines.email };
    const his = { displayName: cast.tito.displayName, email: cast.tito.email };
    for (const who of [null, cast.tito, cast.ivo, cast.ines, cast.olga])
      expect((await seenBy(who, id))?.contact).to.equal(null);
    const answered = await reply(cast.tito, id, 'I live in Aurora').as();
    expect(answered).to.deep.include({ contact: hers, mine: false, replies: 0 });
    expect((await seenBy(cast.tito, id))?.contact).to.deep.equal(hers);
    for (const who of [null, cast.ivo, cast.olga]) {
      const seen = await seenBy(who, id);
      expect([seen?.contact, seen?.replies]).to.deep.equal([null, 0]);
    }
    expect(await seenBy(cast.ines, id)).to.deep.include({ mine: true, replies: 1, contact: null });
    const params = { postId: id };
    const { items } = await cast.ines.api.call('board.replies', { params });
    expect(items.map(({ message, contact }) => [message, contact])).to.deep.equal([
      ['I live in Aurora', his],
    ]);
    for (const who of [cast.tito, cast.ivo])
      expect(await who.api.refusal('board.replies', { params })).to.equal('not_found');
    const [notice] = await noticesOf(cast.ines);
    expect(notice).to.deep.include({ kind: 'board_reply', subject: { listing: listingId, post: id } });
    expect((await noticesOf(cast.tito)).map(({ kind }) => kind)).not.to.include('board_reply');
  });

  it('BRD-5: of what was written there is no word in the journal, nor an address', async () => {
    const note = 'a note that nobody else wrote';
    const message = 'a message that nobody else sent';
    const { id } = await post(cast.ivo, wish('buy', 1, 2_500), note);
    await reply(cast.caio, id, message).as();
    let kept = '';
    for await (const { bytes } of stores!.journal.read(0)) kept += Buffer.from(bytes).toString('utf8');
    expect(kept).to.contain(id);
    for (const secret of [note, message, cast.ivo.email, cast.caio.email, cast.caio.displayName])
      expect(kept).not.to.contain(secret);
    expect((await seenBy(cast.caio, id))?.note).to.equal(note);
  });

  it('BRD-6: tells everybody of posts that come and go, and of an answer the two alone', async () => {
    const [hers, his, publicly] = [await cast.ines.socket(), await cast.tito.socket(), await venue.socket()];
    const topic = `board:${listingId}`;
    const heard = ({ topics }: SocketPushes['changed']): boolean => topics.includes(topic);
    const { id } = await post(cast.ines, wish('sell', 3, 2_500));
    await publicly.push('changed', heard);
    await his.push('changed', heard);
    const before = publicly.pushes('changed').length;
    await reply(cast.tito, id).as();
    await hers.push('changed', ({ topics }) => topics.includes(`post:${id}`));
    await hers.push('notice', ({ kind }) => kind === 'board_reply');
    await cast.ines.api.call('board.withdraw', { params: { postId: id } });
    const later = () => publicly.pushes('changed').slice(before);
    await publicly.push('changed', (push) => later().includes(push) && heard(push));
    expect(later().flatMap(({ topics }) => topics)).to.deep.equal([topic]);
    expect(await seenBy(cast.tito, id)).to.equal(undefined);
  });

  it('BRD-4: a post ends with its time, and its author is told', async () => {
    const { id, postedAt, expiresAt } = await post(cast.caio, wish('buy', 2, null));
    expect(expiresAt - postedAt).to.equal(policy.postLifeMs);
    await cast.pass(policy.postLifeMs - minute);
    expect(await seenBy(null, id)).to.deep.include({ id });
    await cast.pass(minute);
    expect(await seenBy(null, id)).to.equal(undefined);
    const [notice] = await noticesOf(cast.caio);
    expect(notice).to.deep.include({ kind: 'board_expired', subject: { listing: listingId, post: id } });
    expect(
      await reply(cast.tito, id)
        .as()
        .catch((error: unknown) => error),
    ).to.have.property('code', 'not_found');
  });
});

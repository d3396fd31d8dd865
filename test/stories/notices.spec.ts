import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { commit, published } from '../support/listings.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('messages of the venue', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  const inbox = async (limit = 100) => cast.ines.api.call('me.notices', { query: { limit } });
  const readUpTo = (upTo: string): Promise<unknown> =>
    cast.ines.api.call('me.readNotices', { body: { upTo } });

  it('count as unread until they are read, each of them', async () => {
    const before = await inbox();
    expect(before.items.map(({ kind }) => kind)).to.deep.equal(['identity_approved']);
    expect(before).to.include({ next: null, unread: 1 });
    const { offerId } = await published(cast);
    for (let at = 0; at < 5; at += 1) {
      const { id } = await commit(cast.ines, offerId, 20);
      if (at % 2 === 0) await cast.ines.api.call('commitments.revoke', { params: { commitmentId: id } });
    }
    const { items, unread } = await inbox();
    expect(items.map(({ kind }) => kind).toReversed()).to.deep.equal([
      'identity_approved',
      'commitment_placed',
      'commitment_revoked',
      'commitment_placed',
      'commitment_placed',
      'commitment_revoked',
      'commitment_placed',
      'commitment_placed',
      'commitment_revoked',
    ]);
    expect(unread).to.equal(9);
    for (const [index, { id }] of items.toReversed().entries()) {
      await readUpTo(id);
      expect((await inbox(1)).unread, `after ${index + 1} are read`).to.equal(8 - index);
    }
  });
  it('stay read: an older mark moves nothing back, and none is read before it is there', async () => {
    const { items } = await inbox();
    await readUpTo(items.at(-1)?.id ?? '');
    expect((await inbox(1)).unread).to.equal(0);
    await readUpTo('9999999999999999.999999');
    const { offerId } = await published(cast);
    await commit(cast.ines, offerId, 20);
    expect((await inbox(1)).unread).to.equal(1);
  });
  it('are counted beyond a page of them', async () => {
    const { offerId } = await published(cast);
    for (let at = 0; at < 60; at += 1) {
      const { id } = await commit(cast.ines, offerId, 20);
      await cast.ines.api.call('commitments.revoke', { params: { commitmentId: id } });
    }
    expect((await inbox(1)).unread).to.equal(121);
  });
  it('reach the person’s screens as they are written, in every session, and nobody else’s', async () => {
    const [phone, desk, other] = [
      await cast.ines.socket(),
      await cast.ines.socket(),
      await cast.ivo.socket(),
    ];
    const { offerId } = await published(cast);
    const { id } = await commit(cast.ines, offerId, 20);
    const about = ({ subject }: { subject: Record<string, string> }): boolean => subject['commitment'] === id;
    const [first, second] = [await phone.push('notice', about), await desk.push('notice', about)];
    expect(first)
      .to.deep.equal(second)
      .and.to.deep.equal((await inbox(1)).items[0]);
    await commit(cast.ivo, offerId, 20);
    await other.push('notice');
    expect(other.pushes('notice').filter(about)).to.deep.equal([]);
  });
});

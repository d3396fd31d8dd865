import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { commit, published, spend } from '../support/listings.ts';
import { euro, purse } from '../support/money.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

describe('money that goes back', () => {
  let venue: TestVenue;
  let cast: Cast;
  beforeEach(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  afterEach(() => venue.close());
  const untouched = '100000.00 free, 0.00 held, 0.00 pledged';
  const statusOf = async (offerId: Parameters<typeof commit>[1]): Promise<string> =>
    (await venue.client().call('offers.read', { params: { offerId } })).progress.status;

  it('is not captured before the reflection ends, and all of it is released at once below the soft cap', async () => {
    const { offerId, listingId } = await published(cast, { facts: { softCap: euro(5_000) } });
    const first = await commit(cast.ines, offerId, 200);
    await commit(cast.ivo, offerId, 100);
    const ends = first.reflectionEndsAt ?? 0;
    expect(await purse(cast.ines)).to.equal('100000.00 free, 0.00 held, 2000.00 pledged');
    await cast.passTo(ends - 1);
    expect(await purse(cast.ines), 'a pledge holds nothing').to.equal(
      '100000.00 free, 0.00 held, 2000.00 pledged',
    );
    await cast.passTo(ends);
    expect(await purse(cast.ines)).to.equal('98000.00 free, 2000.00 held, 0.00 pledged');
    await cast.passTo((await venue.client().call('offers.read', { params: { offerId } })).closesAt - 1);
    expect(await statusOf(offerId)).to.equal('open');
    const late = await commit(cast.tito, offerId, 50);
    await cast.pass(1);
    expect(await statusOf(offerId), 'the last pledge may still be revoked').to.equal('closing');
    await cast.passTo((late.reflectionEndsAt ?? 0) - 1);
    expect(await statusOf(offerId)).to.equal('closing');
    expect(await purse(cast.tito)).to.equal('100000.00 free, 0.00 held, 500.00 pledged');
    await cast.pass(1);
    expect(await statusOf(offerId)).to.equal('failed');
    for (const who of [cast.ines, cast.ivo, cast.tito]) {
      expect(await purse(who)).to.equal(untouched);
      const { items } = await who.api.call('commitments.mine');
      expect(items.map(({ status }) => status)).to.deep.equal(['released']);
    }
    const organisationId = cast.organisation;
    const proceeds = await cast.enzo.api.call('organisations.proceeds', { params: { organisationId } });
    expect(proceeds).to.deep.equal({ received: 0, retained: 0 });
    const listing = await cast.nora.api.call('listings.read', { params: { listingId } });
    expect(listing.status).to.equal('failed');
  });

  it('is the investor’s to revoke until the last moment, and not one later', async () => {
    const { offerId } = await published(cast);
    const [inTime, tooLate] = [await commit(cast.ines, offerId, 200), await commit(cast.ivo, offerId, 200)];
    expect(inTime.reflectionEndsAt).to.equal(tooLate.reflectionEndsAt);
    // Monday 2 March, and four calendar days: the end of Friday 6 March in Rome.
    expect(inTime.reflectionEndsAt).to.equal(millis(Date.UTC(2026, 2, 6, 23)));
    await cast.passTo((inTime.reflectionEndsAt ?? 0) - 1);
    const revoked = await cast.ines.api.call('commitments.revoke', { params: { commitmentId: inTime.id } });
    expect(revoked.status).to.equal('revoked');
    await cast.pass(1);
    const asking = { params: { commitmentId: tooLate.id } };
    expect(await cast.ivo.api.refusal('commitments.revoke', asking)).to.equal('reflection_ended');
    expect(
      await cast.ines.api.refusal('commitments.revoke', { params: { commitmentId: inTime.id } }),
    ).to.equal('illegal_state');
    expect(await purse(cast.ines)).to.equal(untouched);
    expect(await purse(cast.ivo)).to.equal('98000.00 free, 2000.00 held, 0.00 pledged');
    const { progress } = await venue.client().call('offers.read', { params: { offerId } });
    expect(progress).to.include({ committed: euro(2_000), captured: euro(2_000), investors: 1 });
  });

  it('is asked for once more at the decision where it was missing, and the commitment lapses without it', async () => {
    const { offerId } = await published(cast, { facts: { softCap: euro(500) } });
    const [kept, lost] = [await commit(cast.ines, offerId, 100), await commit(cast.ivo, offerId, 100)];
    await commit(cast.tito, offerId, 100);
    for (const who of [cast.ines, cast.ivo]) spend(cast, who, euro(99_500));
    await cast.passTo(kept.reflectionEndsAt ?? 0);
    const read = async (name: 'ines' | 'ivo', commitmentId: typeof kept.id): Promise<string[]> =>
      (await cast[name].api.call('commitments.read', { params: { commitmentId } })).timeline.map(
        ({ step }) => step,
      );
    expect(await read('ines', kept.id)).to.deep.equal(['pledged', 'capture_failed']);
    expect(await purse(cast.ines)).to.equal('500.00 free, 0.00 held, 1000.00 pledged');
    await cast.ines.api.call('wallet.topUp', { body: { amount: euro(500) } });
    await cast.pass(40 * day);
    expect(await statusOf(offerId)).to.equal('funded');
    expect(await read('ines', kept.id)).to.deep.equal([
      'pledged',
      'capture_failed',
      'captured',
      'allotted',
      'settled',
    ]);
    expect(await read('ivo', lost.id)).to.deep.equal(['pledged', 'capture_failed', 'lapsed']);
    expect(await purse(cast.ines)).to.equal('0.00 free, 0.00 held, 0.00 pledged');
    expect(await purse(cast.ivo)).to.equal('500.00 free, 0.00 held, 0.00 pledged');
    const view = await cast.ivo.api.call('offers.allotment', { params: { offerId } });
    expect(view).to.include({ totalUnits: 200, requestedUnits: 200 });
    expect(view.mine).to.deep.equal([]);
  });

  it('is released, pledged or captured, the moment an operator cancels the offer', async () => {
    const { offerId, listingId } = await published(cast);
    const captured = await commit(cast.ines, offerId, 200);
    await cast.pass(6 * day);
    const pledged = await commit(cast.ivo, offerId, 200);
    expect(await purse(cast.ines)).to.equal('98000.00 free, 2000.00 held, 0.00 pledged');
    const socket = await cast.ines.socket();
    const params = { offerId };
    const offer = await cast.olga.api.call('offers.cancel', {
      params,
      body: { reason: 'A defect of the sheet' },
    });
    expect(offer.progress.status).to.equal('cancelled');
    for (const who of [cast.ines, cast.ivo]) expect(await purse(who)).to.equal(untouched);
    const notice = await socket.push('notice', ({ kind }) => kind === 'commitment_released');
    expect(notice.subject).to.include({ commitment: captured.id, offer: offerId });
    const own = await cast.ivo.api.call('commitments.read', { params: { commitmentId: pledged.id } });
    expect(own.status).to.equal('released');
    await cast.pass(40 * day);
    expect(await statusOf(offerId), 'no timer of it is left').to.equal('cancelled');
    const listing = await cast.ivo.api.call('listings.read', { params: { listingId } });
    expect(listing.status, 'who committed can still see what became of it').to.equal('cancelled');
    expect(listing.transitions, 'but not what the operators said').to.deep.equal([]);
    expect(
      await cast.tito.api.refusal('commitments.place', {
        params,
        body: {
          units: 100 as never,
          acknowledgements: {
            riskWarning: true,
            reflectionNotice: true,
            aboveThreshold: true,
          },
        },
      }),
    ).to.equal('offer_not_open');
  });
});

import type { AllotmentView } from '@piazza/shared/contract';
import { units } from '@piazza/shared/values';
import { proveUnderstanding } from '../../server/src/demo/understanding.ts';
import { expect } from 'chai';
import { castOf, type Cast, type Name, type Player } from '../support/cast.ts';
import { day } from '../support/draft.ts';
import { acknowledged, published, type OnOffer } from '../support/listings.ts';
import { euro, purse, statementOf } from '../support/money.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

/**
 * Ten euro a unit, lots of ten: the hard cap of €10,000 is a hundred lots, of which thirty are reserved for the
 * community, thirty for retail and ten for institutions. Asked for are 190 lots:
 *
 * | who  | tier          | asks | receives | why                                          |
 * | Caio | community     |   39 |       39 | the reserve of 30, then first at the free 30 |
 * | Ines | retail        |   50 |       26 | the level of 25, and the odd lot: she was first |
 * | Ivo  | retail        |   31 |       25 | the level                                    |
 * | Tito | institutional |   70 |       10 | the reserve; nothing free was left           |
 */
describe('an offer that three tiers want more of than there is', () => {
  let venue: TestVenue;
  let cast: Cast;
  let offer: OnOffer;
  const asked: (readonly [Name, number])[] = [
    ['caio', 390],
    ['ines', 500],
    ['ivo', 310],
    ['tito', 700],
  ];
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    const reserves = { community: 3_000, retail: 3_000, institutional: 1_000 };
    offer = await published(cast, { facts: { reserves } });
    for (const [index, [name, quantity]] of asked.entries()) {
      venue.clock.tick(1_000);
      const who = cast[name];
      const body = { units: units(quantity), acknowledgements: acknowledged };
      const params = { offerId: offer.offerId };
      await proveUnderstanding(venue.venue, who.id, offer.offerId, quantity);
      // Both roads lead to the same rules.
      if (index % 2 === 0) await who.api.call('commitments.place', { params, body });
      else await (await who.socket()).call('placeCommitment', { key: `story-key-${index}`, params, body });
    }
    await cast.pass(40 * day);
  });
  after(() => venue.close());

  const allotment = (who: Player): Promise<AllotmentView> =>
    who.api.call('offers.allotment', { params: { offerId: offer.offerId } });

  it('is allotted to the exact lot, tier by tier', async () => {
    const view = await allotment(cast.nora);
    expect(view).to.include({ totalUnits: 1_000, requestedUnits: 1_900 });
    expect(view.mine, 'who did not invest has no share to explain').to.deep.equal([]);
    const rows = view.tiers.map((tier) => [
      tier.tier,
      tier.reservedUnits,
      tier.requestedUnits,
      tier.allottedUnits,
      tier.levelUnits,
    ]);
    expect(rows).to.deep.equal([
      ['community', 300, 390, 390, 390],
      ['retail', 300, 810, 510, 250],
      ['institutional', 100, 700, 100, 100],
    ]);
  });
  it('ALT-5: is explained to each investor, and to nobody else', async () => {
    const expected = [
      [cast.caio, 390, 'filled'],
      [cast.ines, 260, 'level_plus_lot'],
      [cast.ivo, 250, 'level'],
      [cast.tito, 100, 'level'],
    ] as const;
    for (const [who, received, reason] of expected) {
      const { mine } = await allotment(who);
      expect(mine, who.displayName).to.have.length(1);
      expect(mine[0]).to.include({ allottedUnits: received, reason });
      const { items } = await who.api.call('commitments.mine');
      expect(mine[0]?.commitmentId).to.equal(items[0]?.id);
    }
  });
  it('costs each exactly what was received, and gives the rest back', async () => {
    expect(await purse(cast.caio)).to.equal('96100.00 free, 0.00 held, 0.00 pledged');
    expect(await purse(cast.ines)).to.equal('97400.00 free, 0.00 held, 0.00 pledged');
    expect(await purse(cast.ivo)).to.equal('97500.00 free, 0.00 held, 0.00 pledged');
    expect(await purse(cast.tito)).to.equal('99000.00 free, 0.00 held, 0.00 pledged');
  });
  it('pays the issuer all but one in a hundred, which waits for the first report', async () => {
    const proceeds = await cast.enzo.api.call('organisations.proceeds', {
      params: { organisationId: cast.organisation },
    });
    expect(proceeds).to.deep.equal({ received: euro(9_900), retained: euro(100) });
  });
  it('is written into the register of holders', async () => {
    const register = await cast.enzo.api.call('offers.holders', { params: { offerId: offer.offerId } });
    expect(register).to.include({ totalUnits: 1_000, holders: 4, next: null });
    const rows = register.items.map(({ displayName, units: owned, sharePerMille }) => [
      displayName,
      owned,
      sharePerMille,
    ]);
    expect(rows).to.deep.equal([
      ['Caio Conti', 390, 390],
      ['Ines Innocenti', 260, 260],
      ['Ivo Ippolito', 250, 250],
      ['Tito Testa', 100, 100],
    ]);
    const { items } = await cast.ines.api.call('holdings.mine');
    expect(items).to.have.length(1);
    expect(items[0]).to.include({
      units: 260,
      cost: euro(2_600),
      sharePerMille: 260,
      listingId: offer.listingId,
    });
  });
  it('MNY-4: leaves statements whose lines add up to the wallet and the holding', async () => {
    for (const name of ['caio', 'ines', 'ivo', 'tito'] as const) {
      const lines = await statementOf(cast[name]);
      const balances = new Map<string, number>();
      for (const { asset, change, balance } of lines) {
        balances.set(asset, (balances.get(asset) ?? 0) + change);
        expect(balance, `${name}: ${asset} after a line`).to.equal(balances.get(asset));
      }
      const { available } = await cast[name].api.call('wallet.read');
      const { items } = await cast[name].api.call('holdings.mine');
      expect(balances.get('EUR'), name).to.equal(available);
      expect(balances.get(offer.listingId), name).to.equal(items[0]?.units);
      const paged = await cast[name].api.call('wallet.statement', { query: { limit: 100 } });
      expect(paged.items.map(({ kind }) => kind).toReversed()).to.deep.equal(lines.map(({ kind }) => kind));
    }
    expect((await statementOf(cast.ines)).map(({ kind, change }) => `${kind} ${change}`)).to.deep.equal([
      'top_up 10000000',
      'capture -500000',
      'delivery 260',
      'release 240000',
    ]);
  });
  it('is told in the public feed by what happened, and by nobody’s name', async () => {
    const { items, totals } = await venue.client().call('dealFlow.read', { query: { after: 0, limit: 200 } });
    expect(items.map(({ kind }) => kind)).to.deep.equal([
      'listing_admitted',
      'offer_scheduled',
      'offer_opened',
      'committed',
      'soft_cap_reached',
      'committed',
      'committed',
      'hard_cap_reached',
      'committed',
      'offer_closing',
      'offer_funded',
    ]);
    expect(totals).to.include({
      raised: euro(10_000),
      fundedVentures: 1,
      holders: 4,
      openOffers: 0,
      committed: 0,
    });
    expect(JSON.stringify(items)).not.to.match(/Innocenti|per_/);
  });
});

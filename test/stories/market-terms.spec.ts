import type { MarketView, Notice, ProposalView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { act, bringToCall, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const reason = 'The accounts are out, and the price is another one';

describe('A market that stood still comes back at a price two operators agreed on', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listingId: ListingId;
  let proposal: ProposalView;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    listingId = await openedMarket(cast);
  });
  after(() => venue.close());

  const read = (): Promise<MarketView> => readMarket(cast, listingId);
  const propose = (who: Player, reference: number | null, collarBps: number | null) => ({
    call: () =>
      who.api.call('markets.proposeTerms', {
        params: { listingId },
        body: { reference: reference as never, collarBps, reason },
      }),
    refusal: () =>
      who.api.refusal('markets.proposeTerms', {
        params: { listingId },
        body: { reference: reference as never, collarBps, reason },
      }),
  });
  const agree = (who: Player) => ({
    params: { proposalId: proposal.id },
    body: { contentHash: proposal.contentHash, reason: 'The book says the same' },
    who,
  });
  const newest = async ({ api }: Player): Promise<Notice | undefined> =>
    (await api.call('me.notices')).items[0];

  it('MKD-13: a call whose price stays outside the collar is extended three times, and nothing trades', async () => {
    await bringToCall(cast, listingId);
    await sells(cast.ines, listingId, { price: 3_200, quantity: 4 });
    await buys(cast.tito, listingId, { price: 3_200, quantity: 4 });
    for (let steps = 0; steps < 12 && (await read()).session.phase !== 'halted'; steps += 1)
      await cast.pass(policy.resumeCallMs);
    const { session, last, terms } = await read();
    expect([session.phase, last, terms]).to.deep.equal(['halted', null, null]);
  });

  it('MKD-17: one operator proposes, within the bounds, and the market still stands', async () => {
    expect(await propose(cast.olga, 3_210, null).refusal()).to.equal('off_tick');
    expect(await propose(cast.olga, null, 2_500).refusal()).to.equal('call_collar_out_of_bounds');
    expect(await propose(cast.ines, 3_000, null).refusal()).to.equal('not_allowed');
    proposal = await propose(cast.olga, 3_000, 1_500).call();
    expect(proposal.act).to.deep.include({ kind: 'call_terms', object: listingId });
    expect(proposal.act.name).to.equal((await read()).title);
    expect(proposal.act.facts).to.deep.equal([
      { name: 'call', before: null, after: 'resume' },
      { name: 'referenceCents', before: '2500', after: '3000' },
      { name: 'collarBps', before: '1000', after: '1500' },
      { name: 'lowestCents', before: '2250', after: '2550' },
      { name: 'highestCents', before: '2750', after: '3450' },
    ]);
    const { who: olga, ...own } = agree(cast.olga);
    expect(await olga.api.refusal('approvals.approve', own)).to.equal('same_person');
    expect((await read()).session.phase).to.equal('halted');
  });

  it('MKT-13: another one agrees: everybody sees it, and who has a stake is told', async () => {
    const { who: oreste, ...read1 } = agree(cast.oreste);
    await oreste.api.call('approvals.approve', read1);
    const market = await read();
    expect([market.session.phase, market.reference, market.referenceSource]).to.deep.equal([
      'call',
      3_000,
      'desk',
    ]);
    expect(market.terms).to.deep.include({ reference: 3_000, collarBps: 1_500, reason });
    expect(market.terms?.collar).to.deep.equal({ low: 2_550, high: 3_450 });
    for (const who of [cast.ines, cast.tito])
      expect(await newest(who)).to.deep.include({
        kind: 'call_terms_resumed',
        subject: { listing: listingId, low: '25.50', high: '34.50' },
      });
    const { items } = await venue.client().call('dealFlow.read', { query: { limit: 1 } });
    expect(items[0]?.kind).to.equal('call_terms_set');
    const audit = await cast.olga.api.call('audit.read', { query: { object: listingId, limit: 1 } });
    expect(audit.items[0]).to.deep.include({ kind: 'approvals.approve' });
    const snapshot = await venue.client().call('markets.book', { params: { listingId } });
    expect([snapshot.reference, snapshot.indicative?.price]).to.deep.equal([3_000, 3_200]);
  });

  it('the auction trades at its price, and then the usual rule holds again', async () => {
    await cast.pass(policy.resumeCallMs + policy.randomEndMs);
    const market = await read();
    expect([market.session.phase, market.last?.price, market.reference]).to.deep.equal([
      'continuous',
      3_200,
      3_200,
    ]);
    expect([market.terms, market.referenceSource]).to.deep.equal([null, 'auction']);
    const { items } = await venue.client().call('markets.auctions', { params: { listingId } });
    expect(items[0]).to.deep.include({ price: 3_200, reference: 3_000, volume: 4 });
    expect(await propose(cast.olga, null, 1_500).refusal()).to.equal('phase_forbids');
  });

  it('MKD-18: an immediate order that meets the collar interrupts once; its owner is refused the second time', async () => {
    await sells(cast.ines, listingId, { price: 3_460, quantity: 2 });
    const ioc = {
      params: { listingId },
      body: {
        side: 'buy' as const,
        type: 'limit' as const,
        price: 3_460 as never,
        quantity: 1 as never,
        timeInForce: 'ioc' as const,
      },
    };
    expect(await cast.tito.api.call('orders.place', ioc)).to.include({ filled: 0, cancelled: 1 });
    expect((await read()).session).to.include({ phase: 'call', extensions: 1 });
    await cast.pass(policy.extensionMs + policy.extensionDrawMs);
    expect((await read()).session.phase).to.equal('continuous');
    expect(await cast.tito.api.refusal('orders.place', ioc)).to.equal('interruption_spent');
    expect((await read()).session.phase).to.equal('continuous');
    await act(cast, listingId, 'close');
  });
});

import { expect } from 'chai';
import type { OutgoingId } from '@piazza/shared/values';
import { violations } from '../../server/src/domain/venue/index.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { dayAhead } from '../support/duties.ts';
import { fundedIssue } from '../support/markets.ts';
import { proves, ready } from '../support/paid-requests.ts';
import { daysPass, openShop } from '../support/payers.ts';
import type { PaidVenue } from '../support/paid-venue.ts';
import { agree } from '../support/proposals.ts';

/** Money that leaves through the real interface, the real courier and the provider's own SDK. */
describe('money leaves for a bank, and comes back from none (OUT-2, OUT-5, OUT-7, DIV-1, BKS-1)', () => {
  let shop: PaidVenue;
  let cast: Cast;
  before(async () => {
    shop = await openShop();
    cast = await castOf(shop);
  });
  after(async () => {
    const broken = shop.venue.exchange.peek(violations);
    await shop.close();
    expect(broken).to.deep.equal([]);
  });

  /** Olga proposes that it leaves, Oreste agrees, and the provider does it. */
  async function released(outgoingId: OutgoingId): Promise<void> {
    const { olga, oreste } = cast;
    const body = { reason: 'The account is the payee’s own' };
    await agree(oreste, await olga.api.call('payments.proposeRelease', { params: { outgoingId }, body }));
    await shop.settled();
  }
  const walletOf = async ({ api }: Cast['ines']) => Number((await api.call('wallet.read')).available);

  it('an investor’s above the limit when two persons have agreed', async () => {
    const { ines, olga } = cast;
    await ready(shop, ines);
    await proves(ines);
    const before = await walletOf(ines);
    const { id, status } = await ines.api.call('payments.withdraw', { body: { amount: 1_500_000 as never } });
    expect(status).to.equal('waiting');
    expect(await walletOf(ines)).to.equal(before - 1_500_000);
    const { items } = await olga.api.call('queue.list', { query: { kind: 'payout' } });
    expect(items.map(({ object }) => object)).to.deep.equal([id]);
    await released(id);
    await daysPass(shop, cast, 3);
    const { withdrawals } = await ines.api.call('payments.overview');
    expect(withdrawals[0]).to.include({ id, status: 'paid' });
    expect((await olga.api.call('queue.list', { query: { kind: 'payout' } })).items).to.deep.equal([]);
  });

  it('an issuer’s when its account is ready, and holders get what it pays', async () => {
    const { enzo, ines, ivo, organisation: organisationId } = cast;
    const listingId = await fundedIssue(cast);
    await shop.settled();
    const params = { organisationId };
    const raised = await enzo.api.call('payments.issuer', { params });
    const [payout] = raised.payouts;
    expect(payout).to.include({ status: 'waiting', kind: 'payout' });
    await enzo.api.call('payments.beginIssuerPayee', { params, body: { back: '/issuer' } });
    const account = shop.venue.exchange.peek(({ payments }) => payments.payees.get(organisationId)?.account);
    shop.standin.control.onboard(account ?? '');
    await shop.settled();
    await released(payout!.id);
    await daysPass(shop, cast, 3);
    const paid = await enzo.api.call('payments.issuer', { params });
    expect(paid).to.deep.include({ paidOut: payout!.amount, proceeds: 0, onTheWay: 0 });

    await enzo.api.call('duties.declarePayment', {
      params: { listingId },
      body: { on: dayAhead(cast, 8), words: 'Interest for the first year' },
    });
    await enzo.api.call('payments.issuerInstructions', { params });
    const customer = shop.venue.exchange.peek(({ payments }) => payments.customers.get(organisationId));
    shop.standin.control.fund(customer ?? '', 10_001);
    await shop.settled();
    await enzo.api.call('payments.distribute', {
      params: { listingId, number: 1 },
      body: { as: 'coupon', amount: 10_001 as never },
    });
    const before = await Promise.all([walletOf(ines), walletOf(ivo)]);
    await daysPass(shop, cast, 9);
    const after = await Promise.all([walletOf(ines), walletOf(ivo)]);
    // Each holds a hundred units: the cent that is left goes to one of them.
    const got = after.map((cents, at) => cents - before[at]!).toSorted((a, b) => a - b);
    expect(got).to.deep.equal([5_000, 5_001]);
  });

  it('and the books say to the cent what the provider says', async () => {
    const { olga } = cast;
    await olga.api.call('payments.reconcile');
    const { difference, waiting, runs, breaks } = await olga.api.call('payments.breaks');
    expect({ difference, waiting, breaks }).to.deep.equal({ difference: '0.00', waiting: 0, breaks: [] });
    expect(runs[0]?.here).to.equal(runs[0]?.there);
  });
});

import { expect } from 'chai';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import { violations } from '../../server/src/domain/venue/index.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { goneBefore } from '../support/gone.ts';
import { fundedIssue } from '../support/markets.ts';
import { proves } from '../support/paid-requests.ts';
import type { PaidVenue } from '../support/paid-venue.ts';
import { daysPass, openShop } from '../support/payers.ts';
import { readPdf } from '../support/pdf.ts';
import { agree } from '../support/proposals.ts';

const dateOf = (at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(at);
const dayMs = 86_400_000;
const cents = (text: string): number => Math.round(Number(text) * 100);

describe('an issuer’s money, its statement, and what nobody can claim', () => {
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

  const params = () => ({ organisationId: cast.organisation });
  const money = () => cast.enzo.api.call('payments.issuer', { params: params() });
  /** The days of half a year up to yesterday. */
  const days = (to = dateOf(shop.venue.exchange.now() - dayMs)) => ({
    from: dateOf(Date.parse(to) - 180 * dayMs),
    to,
  });
  const statement = (query = days()) => cast.enzo.api.call('statements.issuer', { params: params(), query });
  const paper = (query: ReturnType<typeof days>, language: 'it' | 'en') =>
    cast.enzo.api.call('statements.issuerPdf', { params: params(), query: { ...query, language } });

  it('PAP-5: before anything has moved, the statement says so', async () => {
    const { untouched, lines, closing } = await statement();
    expect({ untouched, lines, closing }).to.deep.equal({ untouched: true, lines: [], closing: '0.00' });
  });

  it('OUT-10, OUT-11: own money above the limit leaves when two persons have agreed, and no more than is free', async () => {
    const { enzo, olga, oreste } = cast;
    await fundedIssue(cast);
    await shop.settled();
    await enzo.api.call('payments.beginIssuerPayee', { params: params(), body: { back: '/issuer' } });
    await enzo.api.call('payments.issuerInstructions', { params: params() });
    const { payee, customer } = shop.venue.exchange.peek(({ payments }) => ({
      payee: payments.payees.get(cast.organisation)?.account ?? '',
      customer: payments.customers.get(cast.organisation) ?? '',
    }));
    shop.standin.control.onboard(payee);
    shop.standin.control.fund(customer, 2_000_000);
    await shop.settled();
    const { funds, withdrawable, withdrawals } = await money();
    expect({ funds, withdrawable, withdrawals }).to.deep.equal({
      funds: 2_000_000,
      withdrawable: 2_000_000,
      withdrawals: [],
    });
    await proves(enzo);
    const ask = (amount: number) => ({ params: params(), body: { amount: amount as never } });
    expect(await enzo.api.refusal('payments.issuerWithdraw', ask(2_000_001))).to.equal('insufficient_funds');
    const { id, status } = await enzo.api.call('payments.issuerWithdraw', ask(1_500_000));
    expect(status).to.equal('waiting');
    const body = { reason: 'The account is the issuer’s own' };
    const release = { params: { outgoingId: id }, body };
    await agree(oreste, await olga.api.call('payments.proposeRelease', release));
    await shop.settled();
    await daysPass(shop, cast, 3);
    const after = await money();
    expect(after.withdrawals.map((one) => [one.id, one.status])).to.deep.equal([[id, 'paid']]);
    expect(after).to.deep.include({ funds: 500_000, withdrawable: 500_000, fundsBound: 0, paidOut: 0 });
  });

  it('PAP-5: the statement leads to what the ledger says, on the screen, as CSV and on paper', async () => {
    const { sums, opening, closing, keptBack, count } = await statement();
    const of = Object.fromEntries(sums.map(({ kind, change }) => [kind, cents(change)]));
    expect(of).to.deep.include({ ownIn: 2_000_000, ownOut: -1_500_000, toHolders: 0, other: 0 });
    expect(of['raised']).to.be.above(0);
    expect(of['kept']).to.equal(-cents(keptBack));
    expect(of['paidOut']).to.equal(-(of['raised']! + of['fees']! + of['vat']! + of['kept']!));
    expect(cents(opening) + Object.values(of).reduce((sum, one) => sum + one, 0)).to.equal(cents(closing));
    const free = shop.venue.exchange.peek(({ ledger }) =>
      [account.proceeds(cast.organisation), account.funds(cast.organisation)].reduce(
        (sum, id) => sum + available(ledger, id),
        0,
      ),
    );
    expect(cents(closing)).to.equal(free);
    const text = await cast.enzo.api.call('statements.issuerCsv', { params: params(), query: days() });
    expect(text.trim().split('\r\n')).to.have.length(count + 3);
    expect(text).to.contain(`closing,,,,${closing}`);
    const pages = readPdf((await paper(days(), 'it')).bytes);
    expect(pages.lang).to.equal('it');
    expect(pages.text).to.contain('Denaro proprio in uscita').and.to.contain('-15000.00');
    expect(readPdf((await paper(days(), 'en')).bytes).text).to.contain('Own money out');
  });

  it('PAP-5: asked for again it is the same to the byte, whatever has happened since, a new name included', async () => {
    const query = days();
    const before = await paper(query, 'en');
    const { items } = await cast.enzo.api.call('organisations.mine');
    const {
      id: _,
      since: __,
      fictional: ___,
      ...profile
    } = items.find(({ id }) => id === cast.organisation)!;
    await cast.enzo.api.call('organisations.update', {
      params: params(),
      body: { ...profile, name: 'Un nome nuovo' },
    });
    const customer = shop.venue.exchange.peek(
      ({ payments }) => payments.customers.get(cast.organisation) ?? '',
    );
    shop.standin.control.fund(customer, 7_700);
    await shop.settled();
    await daysPass(shop, cast, 2);
    expect((await paper(query, 'en')).bytes).to.deep.equal(before.bytes);
    expect(readPdf((await paper(days(), 'en')).bytes).text)
      .to.contain('Un nome nuovo')
      .and.to.contain('77.00');
    const today = dateOf(shop.venue.exchange.now());
    expect(
      await cast.enzo.api.refusal('statements.issuer', { params: params(), query: days(today) }),
    ).to.equal('report_period_invalid');
    expect(await cast.elsa.api.refusal('statements.issuer', { params: params(), query })).to.equal(
      'not_allowed',
    );
  });

  it('UNC-3, UNC-5: a transfer that comes for somebody erased is owed to them, and the desk sees its age', async () => {
    const { tito, olga } = cast;
    expect((await olga.api.call('payments.unclaimed', { query: {} })).items).to.deep.equal([]);
    await goneBefore(shop, cast, 12_345);
    await daysPass(shop, cast, 4);
    const { items, total, owing } = await olga.api.call('payments.unclaimed', { query: {} });
    expect({ total, owing }).to.deep.equal({ total: 12_345, owing: [] });
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ holder: tito.id, amount: 12_345, reason: 'funding', days: 4, debtor: '' });
    await olga.api.call('payments.reconcile');
    expect(await olga.api.call('payments.breaks')).to.deep.include({ difference: '0.00', waiting: 0 });
  });
});

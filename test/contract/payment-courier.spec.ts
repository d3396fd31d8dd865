import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import { violations } from '../../server/src/domain/venue/index.ts';
import { openPaidVenue, webhookSecret, type PaidVenue } from '../support/paid-venue.ts';
import { openVenue } from '../support/server.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { pause, waitFor } from '../support/wait.ts';

/** Longest that Ctrl-C may take. */
const stopMs = 5_000;
const none = { fail: 0, cut: 0, slow: 0 };

async function memory(): Promise<OpenKit> {
  const kit = await storeKits.find(({ name }) => name === 'memory')?.open();
  if (kit === undefined) throw new Error('no such stores');
  return kit;
}

async function investor({ venue }: PaidVenue): Promise<PersonId> {
  const subject = await venue.context.vault.createSubject();
  const profile = await venue.context.vault.seal(subject, { displayName: 'Ines' });
  const command = { kind: 'people.register', subject, profile, roles: ['investor'] } as const;
  return (await venue.exchange.command(command, 'venue'))['person'] as PersonId;
}

const cashOf = ({ venue }: PaidVenue, person: PersonId): number =>
  venue.exchange.peek(({ ledger }) => available(ledger, account.cash(person)));

describe('The courier between the venue and its provider', () => {
  let paid: PaidVenue;
  let ines: PersonId;
  const heard: string[] = [];

  before(async () => {
    paid = await openPaidVenue({ heard: (line) => heard.push(line) });
    ines = await investor(paid);
  });
  after(() => paid.close());
  afterEach(() => {
    paid.standin.control.faults({ calls: none, webhooks: { lose: 0 } });
    paid.standin.control.audit();
    expect(paid.venue.exchange.peek(violations)).to.deep.equal([]);
  });

  const customerOf = (person: PersonId): string =>
    paid.venue.exchange.peek(({ payments }) => payments.customers.get(person)) ?? '';

  it('says everywhere which money this is', async () => {
    const venue = (await (await fetch(`${paid.url}/api/v1/venue`)).json()) as { readonly payments: string };
    expect(venue.payments).to.equal('test');
  });

  it('brings in a transfer to the cent, and knows no play money beside it', async () => {
    await paid.venue.payments?.transferIn(ines, 123_456);
    expect(cashOf(paid, ines)).to.equal(123_456);
    const topUp = paid.venue.exchange.command({ kind: 'wallet.topUp', amountCents: 10_000 }, ines);
    const code = await topUp.catch((error: Error) => error.message);
    expect(code).to.equal('no_play_money');
  });

  it('PRV-7: finds what no message told', async () => {
    const before = cashOf(paid, ines);
    paid.standin.control.faults({ webhooks: { lose: 1 } });
    await paid.venue.exchange.command(
      { kind: 'payments.announce', amountCents: 5_000, organisation: null },
      ines,
    );
    paid.standin.control.fund(customerOf(ines), 5_000);
    await paid.settled();
    expect(cashOf(paid, ines)).to.equal(before);
    // Ten minutes without a word are too long.
    paid.clock.tick(11 * 60_000);
    paid.venue.payments?.sweep();
    await waitFor('the transfer', () => cashOf(paid, ines) === before + 5_000 || undefined);
  });

  it('PRV-5: collects once what was done and not answered', async () => {
    const before = cashOf(paid, ines);
    paid.standin.control.faults({ calls: { cut: 0.5, fail: 0.3 } });
    paid.standin.control.fund(customerOf(ines), 7_700);
    await waitFor('the transfer', () => cashOf(paid, ines) === before + 7_700 || undefined);
    paid.standin.control.faults({ calls: none });
    await paid.settled();
    expect(paid.standin.control.state('payment').doubles).to.deep.equal([]);
  });

  it('asks a provider that is silent for one thing at a time, and goes on when it speaks again', async () => {
    const total = (): number => paid.standin.control.state().calls.total;
    await paid.settled();
    paid.standin.control.faults({ calls: { fail: 1 } });
    const before = total();
    const sessions = Array.from({ length: 40 }, (_, one) => `cs_test_${one}`);
    paid.venue.payments?.courier.ask(sessions);
    await pause(1_500);
    expect(total() - before).to.be.within(8, 20);
    paid.standin.control.faults({ calls: none });
    await paid.settled();
    expect(total() - before).to.be.at.least(40);
  });

  it('PRV-4: no number of a card or an account reaches the venue, by whatever way', async () => {
    const numbers = ['4242424242424242', 'IT40S0542811101000000123456'];
    const received: string[] = [];
    // Between the provider and the venue, and hearing everything.
    const ear = createServer((request, response) => {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
        const body = Buffer.concat(parts);
        received.push(body.toString());
        const headers = { 'Stripe-Signature': String(request.headers['stripe-signature']) };
        const reply = await fetch(`${paid.url}/webhooks/stripe`, { method: 'POST', headers, body });
        response.writeHead(reply.status).end();
      })();
    });
    await new Promise<void>((listens) => ear.listen(0, '127.0.0.1', listens));
    const { port } = ear.address() as AddressInfo;
    paid.standin.control.webhook({ url: `http://127.0.0.1:${port}/`, secret: webhookSecret });
    const provider = paid.venue.payments?.provider;
    for (const [at, kind] of (['card', 'sepa_debit'] as const).entries()) {
      const customer = customerOf(ines);
      const begin = { customer, kind, successUrl: paid.url, cancelUrl: paid.url };
      const { session = '' } = (await provider?.beginSetup(begin, `setup:${kind}`)) ?? {};
      paid.standin.control.save(session, numbers[at] ?? '');
    }
    // No browser has come back: the messages have told.
    const kept = () => paid.venue.exchange.peek(({ payments }) => payments.methods.size);
    await waitFor('both methods', () => kept() === 2 || undefined);
    await paid.settled();
    const state = paid.venue.exchange.peek(({ payments }) => JSON.stringify([...payments.methods.values()]));
    expect(received.length).to.be.above(3);
    for (const number of numbers)
      expect(received.join('\n') + state + heard.join('\n')).not.to.contain(number);
    paid.standin.control.webhook({ url: `${paid.url}/webhooks/stripe`, secret: webhookSecret });
    ear.close();
    ear.closeAllConnections();
  });

  it('PRV-8: compares the books to the cent', async () => {
    await paid.settled();
    await paid.venue.payments?.reconcile();
    const { last, waiting } = paid.venue.exchange.peek(({ payments }) => ({
      last: payments.reconciliations.at(-1),
      waiting: payments.books.size,
    }));
    expect(waiting).to.equal(0);
    expect(last?.hereCents).to.equal(last?.thereCents);
    expect(last?.thereCents).to.be.above(100_000);
  });

  it('tells of itself among the metrics', async () => {
    const text = await (await fetch(`${paid.url}/metrics`)).text();
    for (const name of ['in_flight', 'waiting', 'retries', 'oldest_s'])
      expect(text).to.match(new RegExp(`^piazza_payments_${name} \\d`, 'm'));
  });

  it('PRV-1: play money and real money never share a journal', async () => {
    const plain = await memory();
    await (await openVenue({ kit: { ...plain, close: async () => undefined } })).close();
    const other = openVenue({
      kit: await plain.reopen(),
      config: { payments: { by: 'stripe', secretKey: 'sk_test_1', webhookSecret: 'whsec_1' } },
    });
    // Nothing was paid yet: it may still become either.
    await (await other).close();
    const kept = await plain.beside();
    const back = await openVenue({ kit: kept }).catch((error: Error) => error.message);
    expect(back).to.contain('PAYMENTS=wallet');
  });

  it('ends within five seconds though the provider hangs', async () => {
    const kit = await memory();
    const other = await openPaidVenue({ kit: { ...kit, close: async () => undefined } });
    const person = await investor(other);
    await other.venue.payments?.transferIn(person, 1_000);
    other.standin.control.faults({ calls: { slow: 1, slowBy: [30_000, 30_000] } });
    other.standin.control.fund(
      other.venue.exchange.peek(({ payments }) => payments.customers.get(person)) ?? '',
      2_000,
    );
    await waitFor('a call', () => (other.venue.payments?.courier.figures.inFlight ?? 0) > 0 || undefined);
    const begun = performance.now();
    await other.close();
    expect(performance.now() - begun).to.be.below(stopMs);
  });
});

import { expect } from 'chai';
import { startStandin, type Standin } from '../../scripts/stripe-standin/index.ts';
import type { PaymentsConfig } from '../../server/src/config.ts';
import { webhookSecret } from '../support/paid-venue.ts';
import { openVenue } from '../support/server.ts';
import { storeKits, type OpenKit } from '../support/stores.ts';
import { waitFor } from '../support/wait.ts';

const silent = { fail: 1, cut: 0, slow: 0 };

/** A journal that outlives the venues that open it. */
async function journal(): Promise<OpenKit> {
  const kit = await storeKits.find(({ name }) => name === 'memory')?.open();
  if (kit === undefined) throw new Error('no such stores');
  return kit;
}

const moneyAt = ({ url, key }: Standin, secretKey = key): { readonly payments: PaymentsConfig } => ({
  payments: { by: 'stripe', secretKey, webhookSecret, apiUrl: url },
});

describe('PRV-9: whose money a journal tells of', () => {
  let [one, other]: Standin[] = [];
  let first: Standin;
  let second: Standin;
  before(async () => {
    one = first = await startStandin({ seed: 5, account: 'acct_one' });
    other = second = await startStandin({ seed: 6, account: 'acct_other' });
  });
  after(async () => {
    await one?.close();
    await other?.close();
  });
  afterEach(() => {
    first.control.faults({ calls: { fail: 0, cut: 0, slow: 0 } });
    second.control.faults({ calls: { fail: 0, cut: 0, slow: 0 } });
  });

  /** Opens the journal and closes it: what it is bound to, or why it was not opened. */
  async function opened(kit: OpenKit, config: ReturnType<typeof moneyAt>): Promise<unknown> {
    try {
      const venue = await openVenue({ kit: { ...kit, close: async () => undefined }, config });
      const bound = venue.venue.exchange.peek(({ payments }) => payments.boundTo);
      await venue.close();
      return bound;
    } catch (error) {
      return (error as Error).message;
    }
  }
  const begun = async (): Promise<OpenKit> => {
    const kit = await journal();
    expect(await opened(kit, moneyAt(first))).to.deep.equal({ live: false, account: 'acct_one' });
    return kit;
  };

  it('is written down at the first start, and opened again by a key of the same account', async () => {
    const kit = await begun();
    expect(await opened(await kit.beside(), moneyAt(first))).to.deep.equal({
      live: false,
      account: 'acct_one',
    });
  });

  it('is not opened with a key of the other mode, and says what to do without the key', async () => {
    const kit = await begun();
    const key = 'sk_live_secret77';
    const said = await opened(await kit.beside(), moneyAt(first, key));
    expect(said).to.contain('begun with a test key').and.contain('a live key').and.contain('DATA_DIR');
    expect(said).not.to.contain('secret77');
    const live = await journal();
    // The stand-in knows no live key: its account stays unknown, its mode does not.
    expect(await opened(live, moneyAt(first, key))).to.deep.equal({ live: true, account: null });
    const back = await opened(await live.beside(), moneyAt(first));
    expect(back).to.contain('begun with a live key');
    expect(back).not.to.contain(first.key);
  });

  it('is not opened with a key of another account', async () => {
    const kit = await begun();
    const said = await opened(await kit.beside(), moneyAt(second));
    expect(said).to.contain('acct_one').and.contain('acct_other').and.contain('STRIPE_SECRET_KEY is a key');
    expect(said).not.to.contain(second.key);
  });

  it('is asked for while the provider is silent, and nothing is asked of it before', async () => {
    first.control.faults({ calls: silent });
    const kit = await journal();
    const silentOne = await openVenue({ kit, config: moneyAt(first) });
    const { venue } = silentOne;
    const subject = await venue.context.vault.createSubject();
    const profile = await venue.context.vault.seal(subject, { displayName: 'Ines' });
    const command = { kind: 'people.register', subject, profile, roles: ['investor'] } as const;
    const person = (await venue.exchange.command(command, 'venue'))['person'] as never;
    await venue.exchange.command(
      { kind: 'payments.linkCustomer', holder: person, customer: 'cus_1' },
      'venue',
    );
    const arrival = {
      kind: 'payments.arrived',
      customer: 'cus_1',
      transaction: 'tx_1',
      amountCents: 5,
    } as const;
    await venue.exchange.command(arrival, 'venue');
    const { courier } = venue.payments!;
    expect(courier.isIdle()).to.equal(false);
    expect(courier.figures).to.include({ inFlight: 0, retries: 0 });
    expect(venue.exchange.peek(({ payments }) => payments.boundTo?.account)).to.equal(null);
    first.control.faults({ calls: { fail: 0 } });
    await waitFor(
      'the account',
      () => venue.exchange.peek(({ payments }) => payments.boundTo?.account === 'acct_one') || undefined,
    );
    await waitFor('the call that waited', () => courier.isIdle() || courier.figures.retries > 0 || undefined);
    await silentOne.close();
  });

  it('ends the venue that learns only later that it is another one', async () => {
    const kit = await begun();
    second.control.faults({ calls: silent });
    const late = await openVenue({
      kit: await kit.beside(),
      config: moneyAt(second),
      expectsFaults: true,
    });
    second.control.faults({ calls: { fail: 0 } });
    await waitFor('the end', () => late.faults.length > 0 || undefined);
    expect(String(late.faults[0])).to.contain('acct_other');
    await late.close();
  });
});

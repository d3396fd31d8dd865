import { expect } from 'chai';
import { TestClock } from '../support/clock.ts';
import { startDemo } from '../support/demo.ts';
import { storeKits } from '../support/stores.ts';
import { faults } from '../support/venue-audit.ts';

describe('SCR-5: the demo story at a second start', () => {
  it('is known again and not planted again; with the demo off nothing shows it, and fiction stays fiction', async () => {
    const kit = storeKits.find(({ name }) => name === 'lmdb')!;
    const clock = new TestClock();
    let stores = await kit.open();
    try {
      const first = await startDemo(stores, clock);
      const accounts = first.venue.demoAccounts;
      const listings = first.venue.exchange.peek(({ listings: all }) => all.listings.size);
      await first.close();
      stores = await stores.reopen();
      clock.tick(60_000);
      const second = await startDemo(stores, clock);
      expect(second.told).to.deep.equal([]);
      expect(second.venue.resumedAt).to.be.above(3_000);
      expect(second.venue.demoAccounts).to.deep.equal(accounts);
      expect(second.venue.exchange.peek(({ listings: all }) => all.listings.size)).to.equal(listings);
      expect(second.venue.exchange.peek(faults)).to.deep.equal([]);
      const body = { name: 'Nuova idea', legalForm: 'other', place: '', website: '', about: '' } as const;
      const made = await (await second.signIn('enterprise')).call('organisations.create', { body });
      expect(made.fictional).to.equal(true);
      await second.close();
      stores = await stores.reopen();
      const third = await startDemo(stores, clock, false);
      expect(third.venue.demoAccounts).to.deep.equal([]);
      expect(third.venue.crowd).to.equal(undefined);
      const { demo, demoAccounts } = await third.visitor.call('venue.read');
      expect([demo, demoAccounts]).to.deep.equal([false, []]);
      const [email, password] = [accounts[0]!.email, accounts[0]!.password];
      expect((await third.visitor.call('auth.login', { body: { email, password } })).me.email).to.equal(
        email,
      );
      await third.close();
    } finally {
      await stores.destroy();
    }
  });

  it('is not planted at all with DEMO=off, nor later in a venue that began without it', async () => {
    const kit = storeKits.find(({ name }) => name === 'memory')!;
    const clock = new TestClock();
    let stores = await kit.open();
    for (const demo of [false, true]) {
      const run = await startDemo(stores, clock, demo);
      expect(run.told).to.deep.equal([]);
      expect(run.venue.demoAccounts).to.deep.equal([]);
      expect(run.venue.crowd).to.equal(undefined);
      run.venue.exchange.peek((state) => {
        expect([state.people.people.size, state.listings.listings.size]).to.deep.equal([0, 0]);
      });
      expect(run.venue.exchange.now()).to.equal(clock.now());
      await run.close();
      stores = await stores.reopen();
    }
    await stores.destroy();
  });
});

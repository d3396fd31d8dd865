import { expect } from 'chai';
import { openVenue, type TestVenue } from '../support/server.ts';
import { storeKits } from '../support/stores.ts';

const password = 'il porto di notte piove';
const email = 'zenobia.tramontana@esempio-privato.example';
const displayName = 'Zenobià Tramontana-Qwerty';

describe('The story of an erasure that a broken disk interrupts', () => {
  it('SEC-8: ends the venue, and is finished by the next start before anybody is let in', async () => {
    let kit = await storeKits.find(({ name }) => name === 'memory')!.open();
    const broken = await openVenue({
      kit,
      expectsFaults: true,
      around: (stores) => ({
        ...stores,
        vault: {
          get: (key) => stores.vault.get(key),
          list: (prefix, options) => stores.vault.list(prefix, options),
          commit: (changes) =>
            changes.some(({ key, value }) => key.startsWith('key/') && value === null)
              ? Promise.reject(new Error('EIO: the disk is broken'))
              : stores.vault.commit(changes),
          compact: () => stores.vault.compact(),
          close: () => stores.vault.close(),
        },
      }),
    });
    const account = { email, password, displayName, locale: 'it', roles: ['investor'] } as const;
    const id = await broken.venue.identity.accounts.createAccount(account);
    const { accessToken } = await broken.client().call('auth.login', { body: { email, password } });
    const body = { confirmation: email, giveBack: false };
    expect(await broken.client(accessToken).refusal('security.erase', { body })).to.equal('shutting_down');
    expect(broken.faults).not.to.be.empty;
    const erasureIn = ({ venue }: TestVenue) =>
      venue.exchange.peek((state) => state.people.people.get(id)?.erasure);
    expect(erasureIn(broken)?.completedAt).to.equal(null);
    expect(await broken.client(accessToken).refusal('me.read')).to.equal('session_expired');
    await broken.close();

    kit = await kit.reopen();
    const again = await openVenue({ kit });
    expect(erasureIn(again)?.completedAt).to.be.a('number');
    expect(await again.client().refusal('auth.login', { body: { email, password } })).to.equal(
      'wrong_credentials',
    );
    await again.close();
    await kit.destroy();
  });
});

import { policy } from '@piazza/shared/policy';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LmdbVault } from '../../../server/src/adapters/lmdb/vault.ts';
import { bytesOf } from '../vault/fixture.ts';
import { ada, codeOf, DAY_MS, openIdentity, withAda, type Bench } from './fixture.ts';

const secrets = ['Ada', 'Bianchi', 'ada.bianchi', 'example.org', 'mare di notte', 'piazza.example'];
const filesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
const expectNone = (bytes: Buffer, words: readonly string[]) => {
  for (const word of words) expect(bytes.includes(word), word).to.be.false;
};

/** Everything that leaves something in the store: an account, a sign-in, a new name, a reset asked for. */
const live = async (bench: Bench) => {
  await bench.identity.registration.register(ada);
  await bench.identity.registration.verifyEmail(await bench.token('verify'));
  const signedIn = await bench.login();
  await bench.identity.profiles.revise(signedIn.personId, { displayName: 'Ada Bianchi Rossi' });
  await bench.identity.passwordReset.request(ada.email);
  return signedIn;
};

describe('personal data in the store', () => {
  it('ACC-4: is never there in clear: no address, name, password or token', async () => {
    const bench = await openIdentity();
    await bench.identity.registration.register({ ...ada, email: 'bianchi@example.org' });
    const signedIn = await live(bench);
    const tokens = [
      await bench.token('verify'),
      await bench.token('reset'),
      signedIn.refreshToken.split('.')[2]!,
    ];
    expectNone(bytesOf(bench.medium), [...secrets, ...tokens, signedIn.accessToken]);
  });

  it('is not in the files of LMDB either, and after erasure not even sealed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'piazza-identity-'));
    try {
      const store = new LmdbVault(folder);
      const bench = await openIdentity({ store });
      const { personId } = await live(bench);
      const { subject, profile } = bench.people.find(personId)!;
      const kept = await store.get(`doc/${profile.ref}`);
      const key = await store.get(`key/${subject}`);
      expect(filesIn(folder).includes(Buffer.from(key!.value))).to.equal(
        true,
        'the key is on the disk while the person is',
      );
      expectNone(filesIn(folder), secrets);

      await bench.identity.erase(personId, subject);

      const bytes = filesIn(folder);
      expect(bytes.includes(Buffer.from(key!.value))).to.equal(false, 'the key is gone from the disk');
      expect(bytes.includes(Buffer.from(kept!.value.subarray(-24)))).to.equal(
        false,
        'the sealed profile is gone from the disk',
      );
      expectNone(bytes, [profile.ref, ...secrets]);
      await store.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('ACC-5: erasing a person', () => {
  it('ends their sessions, their sign-in and all that is sealed; the address is free again', async () => {
    const bench = await openIdentity();
    const { personId, accessToken, refreshToken } = await live(bench);
    const { subject, profile } = bench.people.find(personId)!;

    await bench.identity.erase(personId, subject);
    await bench.identity.erase(personId, subject);

    expect(bench.identity.sessions.verifyAccess(accessToken)).to.deep.equal({ code: 'session_expired' });
    expect(await codeOf(bench.identity.sessions.refresh(refreshToken))).to.equal('session_expired');
    expect(await codeOf(bench.login())).to.equal('wrong_credentials');
    expect(await bench.identity.profiles.read(personId)).to.be.undefined;
    expect(await bench.identity.profiles.revise(personId, { displayName: 'Nobody' })).to.be.undefined;
    expect(await bench.vault.open(profile)).to.be.undefined;
    expect(await bench.mails()).to.be.empty;
    const { role, ...account } = ada;
    await bench.identity.accounts.createAccount({ ...account, roles: [role] });
  });
});

describe('profiles', () => {
  it('show a change once the venue’s state holds the new reference', async () => {
    const bench = await withAda();
    const { profiles } = bench.identity;
    const profile = await profiles.revise(bench.adaId, { displayName: 'Ada Rossi', locale: 'en' });
    expect(await profiles.read(bench.adaId)).to.include({ displayName: ada.displayName, locale: 'it' });
    bench.people.persons.set(bench.adaId, { ...bench.people.find(bench.adaId)!, profile: profile! });
    expect(await profiles.read(bench.adaId)).to.deep.equal({
      email: ada.email,
      displayName: 'Ada Rossi',
      locale: 'en',
    });
  });

  it('are nothing for people who are not there', async () => {
    const bench = await openIdentity();
    expect(await bench.identity.profiles.read('per_x' as never)).to.be.undefined;
  });
});

describe('the hourly sweep', () => {
  const keysUnder = (bench: Bench, ...prefixes: string[]) =>
    [...bench.medium.entries.keys()].filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));

  it('removes what has expired, with what was sealed for accounts never proved', async () => {
    const bench = await withAda();
    await bench.identity.registration.register({ ...ada, email: 'never@example.org' });
    await bench.identity.passwordReset.request(ada.email);
    await bench.identity.sessions.logout((await bench.login()).refreshToken);
    await bench.login();
    expect(keysUnder(bench, 'pending', 'reset/', 'family/', 'revoked/')).to.have.length(5);
    expect(keysUnder(bench, 'key/')).to.have.length(2);

    bench.clock.now += 31 * DAY_MS;
    await bench.identity.sweep();

    expect(keysUnder(bench, 'pending', 'reset/', 'family/', 'revoked/')).to.be.empty;
    expect(keysUnder(bench, 'key/')).to.have.length(1);
    await bench.login();
  });

  it('CON-10: forgets a sign-in thirty days after it, and not a millisecond earlier', async () => {
    const bench = await withAda();
    await bench.login();
    bench.clock.now += policy.signInsKeptMs - 1;
    await bench.identity.sweep();
    expect(keysUnder(bench, 'family/')).to.have.length(1);
    bench.clock.now += 1;
    await bench.identity.sweep();
    expect(keysUnder(bench, 'family/')).to.be.empty;
  });

  it('rewrites the medium only when personal data went', async () => {
    const bench = await withAda();
    let compactions = 0;
    bench.store.compact = async () => {
      compactions += 1;
    };
    await bench.login();
    bench.clock.now += 31 * DAY_MS;
    await bench.identity.sweep();
    expect(compactions).to.equal(0);
    await bench.identity.registration.register({ ...ada, email: 'never@example.org' });
    bench.clock.now += DAY_MS;
    await bench.identity.sweep();
    expect(compactions).to.equal(1);
  });

  it('leaves what is still good', async () => {
    const bench = await openIdentity();
    await bench.identity.registration.register(ada);
    bench.clock.now += DAY_MS / 2;
    await bench.identity.registration.register({ ...ada, password: 'the second of the two' });
    const token = await bench.token('verify');
    bench.clock.now += DAY_MS / 2;
    await bench.identity.sweep();
    expect(await codeOf(bench.login('the second of the two'))).to.equal('email_not_verified');
    await bench.identity.registration.verifyEmail(token);
    const { accessToken } = await bench.login('the second of the two');
    await bench.identity.sweep();
    expect(bench.identity.sessions.verifyAccess(accessToken)).not.to.have.property('code');
  });
});

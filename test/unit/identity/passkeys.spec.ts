import { expect } from 'chai';
import type { PersonId } from '@piazza/shared/values';
import { relyingPartyOf } from '../../../server/src/identity/relying-party.ts';
import { Authenticator } from '../../support/authenticator.ts';
import { codeAt } from '../../support/one-time-codes.ts';
import { codeOf, MINUTE_MS, rejectionOf, withAda, type Bench } from './fixture.ts';

const origin = 'https://piazza.example';
type Kept = Bench & { readonly adaId: PersonId };

const register = async (bench: Kept, device: Authenticator, name = 'Laptop') => {
  const { ceremony, options } = await bench.identity.passkeys.begin(bench.adaId);
  return bench.identity.passkeys.add(bench.adaId, ceremony, device.create(options), name);
};
const signIn = async (bench: Bench, device: Authenticator, lies = {}) => {
  const { secondStep } = bench.identity;
  const { ceremony, options } = await secondStep.askPasskey(undefined);
  return secondStep.byPasskey({ ceremony, credential: device.get(options, lies) }, undefined, '');
};

describe('SEC-3: passkeys', () => {
  it('are made, listed, renamed and removed', async () => {
    const bench = await withAda();
    const { passkeys } = bench.identity;
    const device = new Authenticator(origin);
    const made = await register(bench, device);
    expect(made).to.include({ name: 'Laptop', createdAt: bench.clock.now, lastUsedAt: null });
    expect((await passkeys.list(bench.adaId)).map(({ id }) => id)).to.deep.equal([made.id]);
    expect(await passkeys.rename(bench.adaId, made.id, 'Phone')).to.include({ id: made.id, name: 'Phone' });
    await passkeys.remove(bench.adaId, made.id);
    expect(await passkeys.list(bench.adaId)).to.be.empty;
    expect(await codeOf(passkeys.remove(bench.adaId, made.id))).to.equal('not_found');
    expect(await codeOf(passkeys.rename(bench.adaId, made.id, 'Phone'))).to.equal('not_found');
    expect(await codeOf(signIn(bench, device))).to.equal('passkey_refused');
    expect([...bench.medium.entries.keys()].filter((key) => key.startsWith('passkey'))).to.be.empty;
  });

  it('sign their person in without an address or a password', async () => {
    const bench = await withAda();
    const device = new Authenticator(origin);
    await register(bench, device);
    bench.clock.now += MINUTE_MS;
    const signedIn = await signIn(bench, device);
    expect(signedIn.personId).to.equal(bench.adaId);
    const [kept] = await bench.identity.passkeys.list(bench.adaId);
    expect(kept).to.include({ lastUsedAt: bench.clock.now, counter: 1 });
  });

  it('answer each challenge once, in five minutes, and only for what it was asked', async () => {
    const bench = await withAda();
    const device = new Authenticator(origin);
    await register(bench, device);
    const { secondStep, passkeys } = bench.identity;
    const asked = await secondStep.askPasskey(undefined);
    const answer = { ceremony: asked.ceremony, credential: device.get(asked.options) };
    await secondStep.byPasskey(answer, undefined, '');
    expect(await codeOf(secondStep.byPasskey(answer, undefined, ''))).to.equal('passkey_refused');

    const late = await secondStep.askPasskey(undefined);
    bench.clock.now += 5 * MINUTE_MS;
    const lateAnswer = { ceremony: late.ceremony, credential: device.get(late.options) };
    expect(await codeOf(secondStep.byPasskey(lateAnswer, undefined, ''))).to.equal('passkey_refused');

    const other = await passkeys.ask('step_up', bench.adaId);
    const otherAnswer = { ceremony: other.ceremony, credential: device.get(other.options) };
    expect(await codeOf(secondStep.byPasskey(otherAnswer, undefined, ''))).to.equal('passkey_refused');

    const spent = await passkeys.begin(bench.adaId);
    await codeOf(passkeys.add(bench.adaId, spent.ceremony, '{}', 'Broken'));
    const again = passkeys.add(bench.adaId, spent.ceremony, device.create(spent.options), 'Again');
    expect(await codeOf(again)).to.equal('passkey_refused');
  });

  for (const [what, lies] of Object.entries({
    'another origin': { origin: 'https://piazza.example.org' },
    'another name of the venue': { rpId: 'piazza.example.org' },
    'another challenge': { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    'a device that was not unlocked': { unverified: true },
    'another key': { forged: true },
    'a counter that stands still, as of a copy': { counter: 1 },
  }))
    it(`are refused with ${what}`, async () => {
      const bench = await withAda();
      const device = new Authenticator(origin);
      await register(bench, device);
      await signIn(bench, device);
      expect(await codeOf(signIn(bench, device, lies))).to.equal('passkey_refused');
      await signIn(bench, device, { counter: 9 });
    });

  for (const lies of [{ origin: 'http://piazza.example' }, { rpId: 'example' }, { unverified: true }])
    it(`are not made with ${JSON.stringify(lies)}`, async () => {
      const bench = await withAda();
      const { ceremony, options } = await bench.identity.passkeys.begin(bench.adaId);
      const credential = new Authenticator(origin).create(options, lies);
      const adding = bench.identity.passkeys.add(bench.adaId, ceremony, credential, 'Laptop');
      expect(await codeOf(adding)).to.equal('passkey_refused');
    });

  for (const credential of ['', 'null', '[]', '{"id":1}', '{"id":"AA","rawId":"AA","type":"public-key"}'])
    it(`take ${credential === '' ? 'nothing' : credential} for no answer`, async () => {
      const bench = await withAda();
      const { ceremony } = await bench.identity.secondStep.askPasskey(undefined);
      const tried = bench.identity.secondStep.byPasskey({ ceremony, credential }, undefined, '');
      expect(await codeOf(tried)).to.equal('passkey_refused');
    });

  it('are ten at most', async () => {
    const bench = await withAda();
    for (let made = 0; made < 10; made += 1) await register(bench, new Authenticator(origin));
    expect(await codeOf(bench.identity.passkeys.begin(bench.adaId))).to.equal('too_many_passkeys');
  });

  it('let nobody in who is suspended, nor without credentials', async () => {
    const bench = await withAda();
    const device = new Authenticator(origin);
    await register(bench, device);
    bench.people.suspended.add(bench.adaId);
    expect(await codeOf(signIn(bench, device))).to.equal('account_suspended');
    bench.people.suspended.delete(bench.adaId);
    await bench.store.commit([{ key: `cred/${bench.adaId}`, value: null }]);
    expect(await codeOf(signIn(bench, device))).to.equal('sign_in_expired');
  });

  it('serve as the second factor: only their own person’s, and after the password', async () => {
    const bench = await withAda();
    const { twoFactor, secondStep } = bench.identity;
    const device = new Authenticator(origin);
    await register(bench, device);
    await bench.login();
    const { secret } = await twoFactor.begin(bench.adaId);
    await twoFactor.confirm(bench.adaId, codeAt(secret, bench.clock.now));
    const { detail } = await rejectionOf(bench.login());
    expect(detail?.['methods']).to.deep.equal(['code', 'passkey']);
    const pending = String(detail?.['pending']);
    const asked = await secondStep.askPasskey(pending);
    const credential = device.get(asked.options, { unverified: true });
    const signedIn = await secondStep.byPasskey({ ceremony: asked.ceremony, credential }, pending, '');
    expect(signedIn.personId).to.equal(bench.adaId);

    const bruno = await bench.identity.accounts.createAccount({
      email: 'bruno@example.org',
      password: 'il mare di notte',
      displayName: 'Bruno',
      locale: 'it',
      roles: [],
    });
    const his = new Authenticator(origin);
    await register({ ...bench, adaId: bruno }, his);
    const next = String((await rejectionOf(bench.login())).detail?.['pending']);
    const ask = await secondStep.askPasskey(next);
    const foreign = his.get(JSON.stringify({ ...JSON.parse(ask.options), allowCredentials: [] }));
    const tried = secondStep.byPasskey({ ceremony: ask.ceremony, credential: foreign }, next, '');
    expect(await codeOf(tried)).to.equal('passkey_refused');
  });

  it('show in the store neither what they are called nor whose app made them', async () => {
    const bench = await withAda();
    await register(bench, new Authenticator(origin), 'Ada’s own telephone');
    const kept = Buffer.concat([...bench.medium.entries.values()].map(({ value }) => Buffer.from(value)));
    expect(kept.includes('telephone')).to.be.false;
  });
});

describe('the relying party', () => {
  for (const [url, id, allowed] of [
    ['https://piazza.example', 'piazza.example', 'https://piazza.example'],
    ['https://piazza.example:8443/', 'piazza.example', 'https://piazza.example:8443'],
    ['http://127.0.0.1:4000', 'localhost', 'http://localhost:4000'],
    ['http://[::1]:4000', 'localhost', 'http://localhost:4000'],
    ['http://localhost:4000', 'localhost', 'http://localhost:4000'],
  ] as const)
    it(`of ${url} is ${id}`, () => {
      expect(relyingPartyOf(url)).to.deep.equal({ id, origins: [allowed] });
    });
});

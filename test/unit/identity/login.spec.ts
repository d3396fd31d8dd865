import { hash } from '@node-rs/argon2';
import { expect } from 'chai';
import { readCredentials } from '../../../server/src/identity/credentials.ts';
import { writeJson } from '../../../server/src/vault/entries.ts';
import { ada, codeOf, MINUTE_MS, openIdentity, rejectionOf, withAda } from './fixture.ts';

describe('signing in', () => {
  it('needs the right password', async () => {
    const bench = await withAda();
    expect(await bench.login()).to.include({ personId: bench.adaId });
    expect(await codeOf(bench.login('il mare di giorno'))).to.equal('wrong_credentials');
    expect(await codeOf(bench.login(''))).to.equal('wrong_credentials');
  });

  it('refuses an unknown address like a wrong password', async () => {
    const bench = await openIdentity();
    expect(await rejectionOf(bench.login())).to.deep.equal({ code: 'wrong_credentials' });
  });

  it('takes a password typed on another keyboard as the same', async () => {
    const bench = await openIdentity();
    const account = { ...ada, roles: ['investor'] as const, password: 'perch\u00e9 no, davvero' };
    await bench.identity.accounts.createAccount(account);
    await bench.login('perche\u0301 no, davvero');
  });

  it('tells a suspended person so, but only with the right password', async () => {
    const bench = await withAda();
    bench.people.suspended.add(bench.adaId);
    expect(await codeOf(bench.login())).to.equal('account_suspended');
    expect(await codeOf(bench.login('not the password'))).to.equal('wrong_credentials');
    expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
  });

  it('works many times at once', async () => {
    const bench = await withAda();
    await Promise.all(Array.from({ length: 12 }, () => bench.login()));
    expect(await bench.identity.sessions.list(bench.adaId)).to.have.length(12);
  });

  it('hashes the password anew when it was hashed with other parameters', async () => {
    const bench = await withAda();
    const before = await readCredentials(bench.store, bench.adaId);
    const weak = await hash(ada.password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await bench.store.commit([writeJson(before!.key, { ...before!.value, passwordHash: weak })]);

    await bench.login();

    const after = (await readCredentials(bench.store, bench.adaId))!.value;
    expect(after.passwordHash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(after.generation).to.equal(before!.value.generation);
    await bench.login();
    expect((await readCredentials(bench.store, bench.adaId))!.value.passwordHash).to.equal(
      after.passwordHash,
    );
  });
});

describe('guessing passwords', () => {
  it('is refused after ten failures in 15 minutes, with the time to wait', async () => {
    const bench = await withAda();
    for (let count = 0; count < 10; count += 1) {
      expect(await codeOf(bench.login('a wrong password'))).to.equal('wrong_credentials');
      bench.clock.now += MINUTE_MS;
    }
    expect(await rejectionOf(bench.login())).to.deep.equal({
      code: 'rate_limited',
      detail: { retryAfter: 300 },
    });
    bench.clock.now += 5 * MINUTE_MS - 1;
    expect(await rejectionOf(bench.login())).to.deep.equal({
      code: 'rate_limited',
      detail: { retryAfter: 1 },
    });
    bench.clock.now += 1;
    await bench.login();
  });

  it('is counted per account and address: others, and elsewhere, sign in', async () => {
    const bench = await withAda();
    const other = { ...ada, email: 'bruno@example.org', roles: ['investor'] as const };
    await bench.identity.accounts.createAccount(other);
    for (let count = 0; count < 10; count += 1) await codeOf(bench.login('a wrong password'));
    expect(await codeOf(bench.login())).to.equal('rate_limited');
    await bench.login(ada.password, '203.0.113.9');
    await bench.identity.login({ ...other, clientAddress: '198.51.100.7' });
  });

  it('of an address without an account is counted just so', async () => {
    const bench = await openIdentity();
    for (let count = 0; count < 10; count += 1) await codeOf(bench.login());
    expect(await codeOf(bench.login())).to.equal('rate_limited');
  });

  it('all at once tells no more than ten in turn', async () => {
    const bench = await withAda();
    const guesses = Array.from({ length: 20 }, (_, at) =>
      bench.login(at === 19 ? ada.password : 'a wrong password'),
    );
    const outcomes = await Promise.allSettled(guesses);
    const codes = await Promise.all(guesses.map((guess) => codeOf(guess)));
    expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).to.be.false;
    expect(codes.filter((code) => code === 'wrong_credentials')).to.have.length(10);
    expect(codes.filter((code) => code === 'rate_limited')).to.have.length(10);
  });

  it('starts a new count after a success', async () => {
    const bench = await withAda();
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 9; count += 1) await codeOf(bench.login('a wrong password'));
      await bench.login();
    }
  });
});

import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createPool } from '../../../server/src/identity/hash-pool.ts';
import { requireStrongPassword } from '../../../server/src/identity/password-strength.ts';
import { createPasswords } from '../../../server/src/identity/passwords.ts';
import { codeOf, rejectionOf } from './fixture.ts';

const reasonOf = async (password: string, email = 'ada.bianchi@example.org') => {
  const rejection = await rejectionOf((async () => requireStrongPassword(password, email))());
  expect(rejection.code).to.equal('weak_password');
  return rejection.detail?.['reason'];
};

describe('a weak password', () => {
  it('has fewer than twelve characters, however they are counted', async () => {
    expect(await reasonOf('eleven char')).to.equal('too_short');
    expect(await reasonOf('💧💧💧🌊🌊🌊')).to.equal('too_short');
  });

  it('is very common, whatever its case and the digits around it', async () => {
    for (const password of [
      'PasswordPassword',
      'amministratore',
      'Benvenuta2026!',
      'juventus1897',
      '1qaz2wsx3edc',
    ]) {
      expect(await reasonOf(password), password).to.equal('common');
    }
  });

  it('repeats itself or runs along the keyboard', async () => {
    for (const password of [
      'aaaaaaaaaaaa',
      'abcabcabcabc',
      '123123123123',
      '123456789012',
      'qwertyuiopasdf',
      'zyxwvutsrqpo',
    ]) {
      expect(await reasonOf(password), password).to.equal('repetitive');
    }
  });

  it('is the email address, or what stands before its at', async () => {
    for (const password of ['Ada.Bianchi@example.org', 'ada.bianchi2026', '!ada.bianchi!']) {
      expect(await reasonOf(password), password).to.equal('like_email');
    }
  });

  it('is nothing else: a long phrase needs no sign and no digit', () => {
    for (const password of [
      'il mare di notte',
      'una frase lunga e mia',
      'correct horse battery',
      'xkQ7-mmp2-Lt0v',
      '12 anni a Torino',
    ]) {
      expect(() => requireStrongPassword(password, 'ada@example.org'), password).not.to.throw();
    }
  });
});

describe('ACC-6: password hashes', () => {
  it('are argon2id with 19 MiB, two passes and one lane, salted', async () => {
    const passwords = await createPasswords({ randomBytes, realNow: Date.now });
    const [first, second] = [
      await passwords.hash('il mare di notte'),
      await passwords.hash('il mare di notte'),
    ];
    expect(first).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.to.equal(second);
    expect(await passwords.matches(first, 'il mare di notte')).to.be.true;
    expect(await passwords.matches(first, 'il mare di nott')).to.be.false;
    expect(await passwords.matches(undefined, 'il mare di notte')).to.be.false;
    expect(passwords.isOutdated(first)).to.be.false;
    expect(passwords.isOutdated(first.replace('t=2', 't=1'))).to.be.true;
  });

  it('leave the main thread free meanwhile', async () => {
    const passwords = await createPasswords({ randomBytes, realNow: Date.now });
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    await Promise.all(Array.from({ length: 8 }, () => passwords.hash('il mare di notte')));
    clearInterval(timer);
    expect(ticks).to.be.greaterThan(10);
  });
});

describe('ACC-6: the pool of costly work', () => {
  it('runs so many at once, the others in the order they came, and refuses beyond its queue', async () => {
    const run = createPool({ concurrent: 2, queued: 3 });
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const task = (id: number) => () =>
      new Promise<number>((resolve) => {
        begun.push(id);
        ends.push(() => resolve(id));
      });
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const results = [1, 2, 3, 4, 5].map((id) => run(task(id)));
    expect(await rejectionOf(run(task(6)))).to.deep.equal({
      code: 'rate_limited',
      detail: { retryAfter: 5 },
    });
    expect(begun).to.deep.equal([1, 2]);

    ends[1]!();
    await settle();
    expect(begun).to.deep.equal([1, 2, 3]);
    const late = run(task(7));
    expect(await codeOf(run(task(8)))).to.equal('rate_limited');
    for (let at = 0; at < 6; at += 1) {
      ends[at]!();
      await settle();
    }
    expect(await Promise.all([...results, late])).to.deep.equal([1, 2, 3, 4, 5, 7]);
    expect(begun).to.deep.equal([1, 2, 3, 4, 5, 7]);
  });

  it('goes on after a task that failed', async () => {
    const run = createPool({ concurrent: 1, queued: 1 });
    const failed = run(() => Promise.reject(new Error('no memory')));
    const next = run(async () => 'fine');
    expect(await failed.catch((failure: Error) => failure.message)).to.equal('no memory');
    expect(await next).to.equal('fine');
    expect(await run(async () => 'again')).to.equal('again');
  });
});

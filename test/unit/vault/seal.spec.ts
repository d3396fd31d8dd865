import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { SealBroken, SubjectUnknown } from '../../../server/src/vault/vault.ts';
import { bytesOf, failureOf, openVault } from './fixture.ts';

const profile = {
  displayName: 'Ada Bianchi',
  email: 'ada@example.org',
  nested: { list: [1, 'two', null, true] },
};

describe('sealing personal data', () => {
  it('opens what was sealed, by its reference alone or with its hash', async () => {
    const { vault } = await openVault();
    const sealed = await vault.seal(await vault.createSubject(), profile);
    expect(await vault.open(sealed)).to.deep.equal(profile);
    expect(await vault.open(sealed.ref)).to.deep.equal(profile);
  });

  it('opens it after a restart, with nothing in memory', async () => {
    const { vault, medium } = await openVault();
    const sealed = await vault.seal(await vault.createSubject(), profile);
    const again = await openVault(medium);
    expect(await again.vault.open(sealed)).to.deep.equal(profile);
  });

  it('names subjects and documents at random', async () => {
    const { vault } = await openVault();
    const subjects = await Promise.all([vault.createSubject(), vault.createSubject()]);
    const sealed = await Promise.all(subjects.map((subject) => vault.seal(subject, 'same')));
    expect(new Set(subjects).size).to.equal(2);
    expect(subjects[0]).to.match(/^sub_[\w-]{22}$/);
    expect(sealed[0]?.ref).to.match(/^doc_[\w-]{22}$/);
    expect(sealed[0]?.ref).not.to.equal(sealed[1]?.ref);
  });

  it('hashes with a salt: equal texts have unequal hashes, and a guess cannot be confirmed', async () => {
    const { vault } = await openVault();
    const subject = await vault.createSubject();
    const [first, second] = [await vault.seal(subject, 'yes'), await vault.seal(subject, 'yes')];
    expect(first.hash).to.match(/^[0-9a-f]{64}$/);
    expect(first.hash).not.to.equal(second.hash);
    expect(first.hash).not.to.equal(createHash('sha256').update('"yes"').digest('hex'));
  });

  it('shows neither names nor values in the stored bytes', async () => {
    const { vault, medium } = await openVault();
    await vault.seal(await vault.createSubject(), profile);
    const bytes = bytesOf(medium);
    for (const secret of ['Ada', 'Bianchi', 'ada@example.org', 'displayName']) {
      expect(bytes.includes(secret), secret).to.be.false;
    }
  });

  it('opens many at once, in the order asked', async () => {
    const { vault } = await openVault();
    const subject = await vault.createSubject();
    const sealed = await Promise.all(['a', 'b', 'c'].map((text) => vault.seal(subject, text)));
    expect(await vault.openMany([...sealed.toReversed(), 'doc_missing'])).to.deep.equal([
      'c',
      'b',
      'a',
      undefined,
    ]);
  });

  it('hands out frozen values, so that no reader changes what the next one gets', async () => {
    const { vault } = await openVault();
    const sealed = await vault.seal(await vault.createSubject(), profile);
    const opened = await vault.open<typeof profile>(sealed);
    expect(() => opened!.nested.list.push('three')).to.throw(TypeError);
  });

  it('refuses to seal for a subject it does not know', async () => {
    const { vault } = await openVault();
    expect(await failureOf(vault.seal('sub_unknown', 'x'))).to.be.instanceOf(SubjectUnknown);
  });
});

describe('a seal that was tampered with', () => {
  const sealOne = async () => {
    const bench = await openVault();
    const sealed = await bench.vault.seal(await bench.vault.createSubject(), profile);
    const entry = bench.medium.entries.get(`doc/${sealed.ref}`);
    return { ...bench, sealed, entry: entry! };
  };

  it('is found wherever a bit flips', async () => {
    const { vault, medium, sealed, entry } = await sealOne();
    expect(await vault.verify(sealed)).to.be.true;
    for (let at = 0; at < entry.value.length; at += 1) {
      const value = Uint8Array.from(entry.value);
      value[at] = value[at]! ^ 1;
      medium.entries.set(entry.key, { ...entry, value });
      // A flip in the clear part may name no subject, or be no envelope at all; nothing ever opens.
      const outcome = await vault.verify(sealed).catch(() => false);
      expect(outcome, `byte ${at}`).to.be.false;
    }
  });

  it('is an error to open, never another text', async () => {
    const { vault, medium, sealed, entry } = await sealOne();
    const value = Uint8Array.from(entry.value);
    value[value.length - 1] = value.at(-1)! ^ 1;
    medium.entries.set(entry.key, { ...entry, value });
    expect(await failureOf(vault.open(sealed))).to.be.instanceOf(SealBroken);
  });

  it('does not open in the place of another document of the same subject', async () => {
    const { vault, medium } = await openVault();
    const subject = await vault.createSubject();
    const [one, other] = [await vault.seal(subject, 'one'), await vault.seal(subject, 'other')];
    const stolen = medium.entries.get(`doc/${one.ref}`)!;
    medium.entries.set(`doc/${other.ref}`, { ...stolen, key: `doc/${other.ref}` });
    expect(await vault.verify(other)).to.be.false;
    expect(await failureOf(vault.open(other))).to.be.instanceOf(SealBroken);
  });

  it('is refused where the journal holds another hash', async () => {
    const { vault, sealed } = await sealOne();
    const foreign = { ref: sealed.ref, hash: 'ab'.repeat(32) };
    expect(await vault.verify(foreign)).to.be.false;
    expect(await vault.verify({ ref: sealed.ref, hash: '' })).to.be.false;
    expect(await failureOf(vault.open(foreign))).to.be.instanceOf(SealBroken);
  });
});

describe('boxes', () => {
  it('open under the context they were made for, and no other', async () => {
    const { vault } = await openVault();
    const box = await vault.box(await vault.createSubject(), 'mail/1', { to: 'ada@example.org' });
    expect(Buffer.from(box).includes('ada@')).to.be.false;
    expect(await vault.unbox('mail/1', box)).to.deep.equal({ to: 'ada@example.org' });
    expect(await failureOf(vault.unbox('mail/2', box))).to.be.instanceOf(SealBroken);
  });
});

describe('hashes of requests and secrets', () => {
  it('are equal for equal requests whatever the order of their fields, also after a restart', async () => {
    const { vault, medium } = await openVault();
    const again = await openVault(medium);
    const hash = vault.requestHash({ a: 1, b: { c: [2], d: 'x' } });
    expect(hash).to.match(/^[0-9a-f]{64}$/);
    expect(again.vault.requestHash({ b: { d: 'x', c: [2] }, a: 1 })).to.equal(hash);
    expect(vault.requestHash({ a: 2, b: { c: [2], d: 'x' } })).not.to.equal(hash);
  });

  it('differ from venue to venue: without the key a request cannot be guessed', async () => {
    const [here, there] = [await openVault(), await openVault()];
    expect(here.vault.requestHash({ a: 1 })).not.to.equal(there.vault.requestHash({ a: 1 }));
  });

  it('agree where several processes create the same secret at once', async () => {
    const { vault, medium } = await openVault();
    const other = await openVault(medium);
    const secrets = await Promise.all(
      [vault, other.vault, vault, other.vault].map((one) => one.secret('token', 32)),
    );
    expect(new Set(secrets.map((secret) => secret.export().toString('hex'))).size).to.equal(1);
    expect(secrets[0]?.symmetricKeySize).to.equal(32);
  });

  it('keep the first one where a slower process comes second', async () => {
    const { vault, medium } = await openVault();
    const slow = await openVault(medium);
    const commit = slow.store.commit.bind(slow.store);
    const first = vault.secret('token', 32);
    slow.store.commit = async (changes) => {
      await first;
      return commit(changes);
    };
    const second = await slow.vault.secret('token', 32);
    expect(second.equals(await first)).to.be.true;
    expect(second.equals(await vault.secret('token', 32))).to.be.true;
  });
});

import { expect } from 'chai';
import { readHeader } from '../../../server/src/vault/envelope.ts';
import { SubjectUnknown } from '../../../server/src/vault/vault.ts';
import { bytesOf, failureOf, openVault } from './fixture.ts';

const HOUR_MS = 3_600_000;

describe('erasing a subject', () => {
  it('leaves nothing that opens, in memory or on the medium', async () => {
    const { vault, medium } = await openVault();
    const [ada, bruno] = [await vault.createSubject(), await vault.createSubject()];
    const [hers, his] = [await vault.seal(ada, 'Ada'), await vault.seal(bruno, 'Bruno')];
    expect(await vault.open(hers)).to.equal('Ada');

    await vault.eraseSubject(ada);

    expect(await vault.open(hers)).to.be.undefined;
    expect(await vault.verify(hers)).to.be.false;
    expect(await vault.open(his)).to.equal('Bruno');
    expect(bytesOf(medium).includes(ada)).to.be.false;
    expect(bytesOf(medium).includes(hers.ref)).to.be.false;
  });

  it('makes even a copy of the stored document useless', async () => {
    const { vault, medium } = await openVault();
    const ada = await vault.createSubject();
    const sealed = await vault.seal(ada, 'Ada');
    const copy = medium.entries.get(`doc/${sealed.ref}`)!;
    const box = await vault.box(ada, 'mail/1', 'Ada');

    await vault.eraseSubject(ada);
    medium.entries.set(copy.key, copy);

    expect(await vault.open(sealed)).to.be.undefined;
    expect(await vault.unbox('mail/1', box)).to.be.undefined;
  });

  it('rewrites the medium after the key and the documents are gone', async () => {
    const { vault, store, medium } = await openVault();
    const ada = await vault.createSubject();
    await vault.seal(ada, 'Ada');
    let seen: boolean | undefined;
    store.compact = async () => {
      seen = bytesOf(medium).includes(ada);
    };
    await vault.eraseSubject(ada);
    expect(seen).to.be.false;
  });

  it('may be repeated, and refuses to seal anything further', async () => {
    const { vault } = await openVault();
    const ada = await vault.createSubject();
    await vault.eraseSubject(ada);
    await vault.eraseSubject(ada);
    expect(await failureOf(vault.seal(ada, 'again'))).to.be.instanceOf(SubjectUnknown);
  });

  it('finishes what a crash after the first step left', async () => {
    const { vault, medium } = await openVault();
    const ada = await vault.createSubject();
    const sealed = await vault.seal(ada, 'Ada');
    medium.entries.delete(`key/${ada}`);

    const restarted = await openVault(medium);
    expect(await restarted.vault.open(sealed)).to.be.undefined;
    await restarted.vault.eraseSubject(ada);
    expect(bytesOf(medium).includes(sealed.ref)).to.be.false;
  });

  for (const prefix of ['doc/', 'key/']) {
    it(`is not undone by a reading that was under way (${prefix})`, () => eraseWhileReading(prefix));
  }

  const eraseWhileReading = async (prefix: string) => {
    const before = await openVault();
    const ada = await before.vault.createSubject();
    const sealed = await before.vault.seal(ada, 'Ada');
    const { vault, store } = await openVault(before.medium);
    const get = store.get.bind(store);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    store.get = async (key) => {
      const entry = await get(key);
      if (key.startsWith(prefix)) {
        reached();
        await held;
      }
      return entry;
    };
    const reading = vault.open(sealed);
    await underWay;
    await vault.eraseSubject(ada);
    release();
    // What had read document and key before may still answer, but nobody after it.
    await reading;
    expect(await vault.open(sealed)).to.be.undefined;
  };

  it('reaches another node that is told to forget', async () => {
    const { vault, medium } = await openVault();
    const ada = await vault.createSubject();
    const sealed = await vault.seal(ada, 'Ada');
    const other = await openVault(medium);
    expect(await other.vault.open(sealed)).to.equal('Ada');

    await vault.eraseSubject(ada);
    other.vault.forget(ada);
    expect(await other.vault.open(sealed)).to.be.undefined;
  });

  it('removes every document of a subject with very many', async () => {
    const { vault, medium } = await openVault();
    const ada = await vault.createSubject();
    for (let count = 0; count < 600; count += 1) await vault.seal(ada, count);
    await vault.eraseSubject(ada);
    expect([...medium.entries.keys()]).to.deep.equal(['secret/request']);
  });
});

describe('sweeping documents that nothing references', () => {
  it('removes the old ones only, with their traces', async () => {
    const { vault, medium, clock } = await openVault();
    const ada = await vault.createSubject();
    const [kept, orphan] = [await vault.seal(ada, 'journaled'), await vault.seal(ada, 'never sent')];
    clock.now += HOUR_MS + 1;
    const fresh = await vault.seal(ada, 'on its way');

    expect(await vault.sweepOrphans((ref) => ref === kept.ref, HOUR_MS)).to.equal(1);

    expect(await vault.openMany([kept, orphan, fresh])).to.deep.equal(['journaled', undefined, 'on its way']);
    expect(bytesOf(medium).includes(orphan.ref)).to.be.false;
  });

  it('leaves what is exactly as old as the bound', async () => {
    const { vault, clock } = await openVault();
    const sealed = await vault.seal(await vault.createSubject(), 'x');
    clock.now += HOUR_MS;
    expect(await vault.sweepOrphans(() => false, HOUR_MS)).to.equal(0);
    expect(await vault.open(sealed)).to.equal('x');
  });

  it('reads only the time and the subject, which are all that is in clear', async () => {
    const { vault, medium, clock } = await openVault();
    const ada = await vault.createSubject();
    const sealed = await vault.seal(ada, 'x');
    const entry = medium.entries.get(`doc/${sealed.ref}`)!;
    expect(readHeader(entry.value)).to.deep.equal({ subject: ada, createdAt: clock.now });
    expect(() => readHeader(Uint8Array.of(9, 9))).to.throw('Not a sealed envelope');
  });
});

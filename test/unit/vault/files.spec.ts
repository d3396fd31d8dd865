import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { CHUNK_BYTES } from '../../../server/src/vault/files.ts';
import { SealBroken, SubjectUnknown } from '../../../server/src/vault/vault.ts';
import { bytesOf, failureOf, openVault } from './fixture.ts';

const hour = 3_600_000;

describe('ISS-11: files in the vault', () => {
  for (const size of [0, 1, CHUNK_BYTES - 17, CHUNK_BYTES - 16, CHUNK_BYTES - 15, 3 * CHUNK_BYTES + 5])
    it(`gives ${size} bytes back as they came, and keeps none of them readable`, async () => {
      const { vault, medium } = await openVault();
      const subject = await vault.createSubject();
      const bytes = randomBytes(size);
      const sealed = await vault.sealFile(subject, bytes);
      expect(Buffer.from((await vault.openFile(sealed)) ?? [9]).equals(bytes)).to.equal(true);
      if (size > 20) expect(bytesOf(medium).includes(bytes.subarray(0, 20))).to.equal(false);
    });
  it('gives the same file another hash each time, so that it tells nothing', async () => {
    const { vault } = await openVault();
    const subject = await vault.createSubject();
    const [one, other] = [Buffer.from('same'), Buffer.from('same')];
    expect((await vault.sealFile(subject, one)).hash).not.to.equal(
      (await vault.sealFile(subject, other)).hash,
    );
  });
  it('destroys one that is removed, and leaves the others', async () => {
    const { vault, medium } = await openVault();
    const subject = await vault.createSubject();
    const [gone, kept] = [
      await vault.sealFile(subject, Buffer.from('one')),
      await vault.sealFile(subject, Buffer.from('two')),
    ];
    await vault.removeFile(gone.ref);
    await vault.removeFile(gone.ref);
    expect(await vault.openFile(gone)).to.equal(undefined);
    expect(bytesOf(medium).includes(gone.ref)).to.equal(false);
    expect(Buffer.from((await vault.openFile(kept))!).toString()).to.equal('two');
  });
  it('destroys all of a subject with its key, also those whose parts were copied before', async () => {
    const { vault, medium } = await openVault();
    const subject = await vault.createSubject();
    const sealed = await vault.sealFile(subject, randomBytes(CHUNK_BYTES + 1));
    const copy = new Map(medium.entries);
    await vault.eraseSubject(subject);
    expect(await vault.openFile(sealed)).to.equal(undefined);
    expect(bytesOf(medium).includes(sealed.ref)).to.equal(false);
    for (const [key, entry] of copy) if (!key.startsWith('key/')) medium.entries.set(key, entry);
    expect(await vault.openFile(sealed)).to.equal(undefined);
    expect(await failureOf(vault.sealFile(subject, Buffer.from('x')))).to.be.instanceOf(SubjectUnknown);
  });
  it('notices a part that was changed, taken away, or put in the place of another', async () => {
    const { vault, medium } = await openVault();
    const subject = await vault.createSubject();
    const sealed = await vault.sealFile(subject, randomBytes(2 * CHUNK_BYTES));
    const parts = [...medium.entries.keys()].filter((key) => key.startsWith(`chunk/${sealed.ref}/`));
    expect(parts).to.have.length(3);
    const [first = '', second = ''] = parts;
    const [one, two] = [medium.entries.get(first)!, medium.entries.get(second)!];
    medium.entries.set(first, { ...one, value: two.value });
    expect(await failureOf(vault.openFile(sealed))).to.be.instanceOf(SealBroken);
    medium.entries.delete(first);
    expect(await failureOf(vault.openFile(sealed))).to.be.instanceOf(SealBroken);
    medium.entries.set(first, one);
    expect(await vault.openFile(sealed)).to.have.length(2 * CHUNK_BYTES);
    expect(await failureOf(vault.openFile({ ...sealed, hash: '0'.repeat(64) }))).to.be.instanceOf(SealBroken);
  });
  it('sweeps those that nothing points to after their time, half written ones too', async () => {
    const { vault, medium, clock } = await openVault();
    const subject = await vault.createSubject();
    const [orphan, kept] = [
      await vault.sealFile(subject, Buffer.from('one')),
      await vault.sealFile(subject, Buffer.from('two')),
    ];
    const half = await vault.sealFile(subject, randomBytes(2 * CHUNK_BYTES));
    medium.entries.delete(`chunk/${half.ref}/000001`);
    const sweep = () => vault.sweepOrphans((ref) => ref === kept.ref, hour);
    expect(await sweep()).to.equal(0);
    clock.now += hour + 1;
    expect(await sweep()).to.equal(2);
    for (const { ref } of [orphan, half]) expect(bytesOf(medium).includes(ref)).to.equal(false);
    expect(Buffer.from((await vault.openFile(kept))!).toString()).to.equal('two');
  });
});

import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LmdbVault } from '../../../server/src/adapters/lmdb/vault.ts';
import { bytes, text } from '../../support/stores.ts';

/** Every byte of every file below the folder. */
async function everyByte(folder: string): Promise<Buffer> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = files
    .filter((file) => file.isFile())
    .map(async (file) => readFile(join(file.parentPath, file.name)));
  return Buffer.concat(await Promise.all(contents));
}

const secretOf = (person: number): string => `secret of person ${person} end`;
const keyOf = (person: number): string => `key:person-${person};`;

describe('what was removed from the vault on a disk', () => {
  let folder = '';
  let vault: LmdbVault;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'piazza-vault-'));
    vault = new LmdbVault(folder);
    for (let person = 0; person < 200; person += 1) {
      await vault.commit([{ key: keyOf(person), value: bytes(secretOf(person)) }]);
    }
  });
  afterEach(async () => {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('can still be read in its file at first, and nowhere after a compaction', async () => {
    const removed = [3, 77, 150, 199];
    await vault.commit(removed.map((person) => ({ key: keyOf(person), value: null })));
    const before = await everyByte(folder);
    expect(removed.some((person) => before.includes(secretOf(person)))).to.be.true;
    await vault.compact();
    const after = await everyByte(folder);
    for (const person of removed) {
      expect(after.includes(secretOf(person))).to.be.false;
      expect(after.includes(keyOf(person))).to.be.false;
    }
    expect(after.includes(secretOf(4))).to.be.true;
    expect(text((await vault.get(keyOf(4)))!.value)).to.equal(secretOf(4));
    expect(await vault.list('')).to.have.length(196);
  });

  it('is gone as well when it was replaced, or large', async () => {
    const large = new Uint8Array(100_000).fill(65);
    await vault.commit([{ key: 'document', value: large }]);
    await vault.commit([
      { key: 'document', value: null },
      { key: keyOf(5), value: bytes('replaced') },
    ]);
    await vault.compact();
    const after = await everyByte(folder);
    expect(after.includes('A'.repeat(1000))).to.be.false;
    expect(after.includes(secretOf(5))).to.be.false;
    expect(text((await vault.get(keyOf(5)))!.value)).to.equal('replaced');
  });

  it('does not come back from a compaction that was cut short', async () => {
    await vault.commit([{ key: keyOf(9), value: null }]);
    await vault.close();
    const generation = join(folder, 'generation-000001');
    await cp(generation, join(folder, 'generation-000002-unfinished'), { recursive: true });
    vault = new LmdbVault(folder);
    expect(await vault.list('')).to.have.length(199);
    expect(await readdir(folder)).to.deep.equal(['generation-000001']);
    await vault.compact();
    expect(await readdir(folder)).to.deep.equal(['generation-000002']);
    expect((await everyByte(folder)).includes(secretOf(9))).to.be.false;
  });

  it('goes at the next opening when the process died before it deleted the old folder', async () => {
    await vault.close();
    const saved = `${folder}-saved`;
    await cp(join(folder, 'generation-000001'), saved, { recursive: true });
    vault = new LmdbVault(folder);
    await vault.commit([{ key: keyOf(9), value: null }]);
    await vault.compact();
    await vault.close();
    await cp(saved, join(folder, 'generation-000001'), { recursive: true });
    await rm(saved, { recursive: true });
    vault = new LmdbVault(folder);
    expect(await vault.get(keyOf(9))).to.be.undefined;
    expect((await everyByte(folder)).includes(secretOf(9))).to.be.false;
  });

  it('gives way to commits made while it is being removed', async () => {
    const committing = Array.from({ length: 20 }, async (_, at) =>
      vault.commit([{ key: `late:${at}`, value: bytes('late') }]),
    );
    const [, ...committed] = await Promise.all([vault.compact(), ...committing]);
    expect(committed.every(Boolean)).to.be.true;
    expect(await vault.list('late:')).to.have.length(20);
  });
});

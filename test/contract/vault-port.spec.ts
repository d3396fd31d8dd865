import { expect } from 'chai';
import { type VaultEntry, type VaultStore } from '../../server/src/ports/vault.ts';
import { bytes, onEveryStore, refusalOf, text } from '../support/stores.ts';

const put = (key: string, value: string, expect_?: number) => ({
  key,
  value: bytes(value),
  ...(expect_ === undefined ? {} : { expect: expect_ }),
});

const keysOf = (entries: readonly VaultEntry[]): string[] => entries.map(({ key }) => key);

async function valueOf(vault: VaultStore, key: string): Promise<string | undefined> {
  const entry = await vault.get(key);
  return entry && text(entry.value);
}

const versionOf = async (vault: VaultStore, key: string): Promise<number> => (await vault.get(key))!.version;

onEveryStore('the vault', (kit) => {
  it('keeps a value, and knows no other', async () => {
    const { vault } = kit();
    expect(await vault.commit([put('person:1', 'sealed')])).to.be.true;
    expect(await valueOf(vault, 'person:1')).to.equal('sealed');
    expect(await versionOf(vault, 'person:1')).to.equal(1);
    expect(await vault.get('person:2')).to.be.undefined;
    expect(await vault.get('person:')).to.be.undefined;
  });

  it('keeps an empty value apart from none', async () => {
    const { vault } = kit();
    await vault.commit([put('empty', '')]);
    expect((await vault.get('empty'))!.value.byteLength).to.equal(0);
  });

  it('keeps many large values, each byte of them, and lists them in order', async () => {
    const { vault } = kit();
    const part = (index: number): Uint8Array => new Uint8Array(256 * 1024 + 80).fill(index + 1);
    const keys = Array.from({ length: 12 }, (_, index) => `chunk/x/${String(index).padStart(6, '0')}`);
    for (const [index, key] of keys.entries())
      expect(await vault.commit([{ key, value: part(index), expect: 0 }])).to.be.true;
    for (const [index, key] of keys.entries())
      expect(Buffer.from((await vault.get(key))!.value).equals(part(index))).to.be.true;
    expect(keysOf(await vault.list('chunk/x/'))).to.deep.equal(keys);
    await vault.commit(keys.map((key) => ({ key, value: null })));
    expect(await vault.list('chunk/')).to.deep.equal([]);
  });

  it('writes only where the expected version is there', async () => {
    const { vault } = kit();
    await vault.commit([put('k', 'one')]);
    const first = await versionOf(vault, 'k');
    expect(await vault.commit([put('k', 'two', first + 1)])).to.be.false;
    expect(await vault.commit([put('k', 'two', 0)])).to.be.false;
    expect(await valueOf(vault, 'k')).to.equal('one');
    expect(await vault.commit([put('k', 'two', first)])).to.be.true;
    expect(await versionOf(vault, 'k')).to.be.greaterThan(first);
    expect(await vault.commit([put('k', 'three', first)])).to.be.false;
    expect(await valueOf(vault, 'k')).to.equal('two');
  });

  it('writes only where the key is absent when 0 is expected', async () => {
    const { vault } = kit();
    expect(await vault.commit([put('email:x', 'per_1', 0)])).to.be.true;
    expect(await vault.commit([put('email:x', 'per_2', 0)])).to.be.false;
    expect(await valueOf(vault, 'email:x')).to.equal('per_1');
    expect(await vault.commit([{ key: 'nobody', value: null, expect: 0 }])).to.be.true;
    expect(await vault.commit([{ key: 'email:x', value: null, expect: 0 }])).to.be.false;
  });

  it('changes all or nothing', async () => {
    const { vault } = kit();
    await vault.commit([put('a', '1'), put('b', '1')]);
    const changed = await vault.commit([
      put('a', '2'),
      { key: 'b', value: null },
      put('new', '2', 0),
      put('c', '2', 7),
    ]);
    expect(changed).to.be.false;
    expect(await valueOf(vault, 'a')).to.equal('1');
    expect(await valueOf(vault, 'b')).to.equal('1');
    expect(await vault.get('new')).to.be.undefined;
  });

  it('never gives a version twice to a key, not even after its removal and a restart', async () => {
    const { vault } = kit();
    await vault.commit([put('k', 'one')]);
    const first = await versionOf(vault, 'k');
    await vault.commit([{ key: 'k', value: null, expect: first }]);
    expect(await vault.get('k')).to.be.undefined;
    await vault.compact();
    const again = await kit().reopen();
    await again.vault.commit([put('k', 'two', 0)]);
    expect(await versionOf(again.vault, 'k')).to.be.greaterThan(first);
    expect(await again.vault.commit([put('k', 'three', first)])).to.be.false;
    await again.close();
  });

  it('lets exactly one of many concurrent commits take a key', async () => {
    const { vault } = kit();
    const taken = await Promise.all(
      Array.from({ length: 20 }, async (_, person) => vault.commit([put('email:y', `per_${person}`, 0)])),
    );
    expect(taken.filter(Boolean)).to.have.length(1);
    expect(await valueOf(vault, 'email:y')).to.equal(`per_${taken.indexOf(true)}`);
  });

  it('loses no update of concurrent read, change, commit loops', async () => {
    const { vault } = kit();
    await vault.commit([put('count', '0')]);
    const add = async (): Promise<void> => {
      for (;;) {
        const { value, version } = (await vault.get('count'))!;
        if (await vault.commit([put('count', String(Number(text(value)) + 1), version)])) return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await valueOf(vault, 'count')).to.equal('8');
  });

  it('refuses a key that is empty or too long, or named twice, and changes nothing', async () => {
    const { vault } = kit();
    expect(await refusalOf(vault.commit([put('fine', '1'), put('', '1')]))).to.be.instanceOf(RangeError);
    expect(await refusalOf(vault.commit([put('x'.repeat(1025), '1')]))).to.be.instanceOf(RangeError);
    expect(await refusalOf(vault.commit([put('a', '1'), put('a', '2')]))).to.be.instanceOf(RangeError);
    expect(await vault.list('')).to.deep.equal([]);
    expect(await vault.commit([put('x'.repeat(1024), '1')])).to.be.true;
    expect(await vault.list('x'.repeat(1024))).to.have.length(1);
  });

  it('takes a large value', async () => {
    const { vault } = kit();
    const large = new Uint8Array(3 * 1024 * 1024).fill(9);
    await vault.commit([{ key: 'document:1', value: large }]);
    const found = (await vault.get('document:1'))!.value;
    expect(found.byteLength).to.equal(large.byteLength);
    expect(found.every((byte) => byte === 9)).to.be.true;
  });

  it('keeps its own copy of a value, and hands out copies', async () => {
    const { vault } = kit();
    const mine = bytes('sealed');
    await vault.commit([{ key: 'k', value: mine }]);
    mine.fill(0);
    const handed = (await vault.get('k'))!.value;
    await vault.commit([put('k', 'another')]);
    expect(text(handed)).to.equal('sealed');
  });

  it('keeps everything over a restart', async () => {
    await kit().vault.commit([put('a', '1'), put('b', '2')]);
    const again = await kit().reopen();
    expect(keysOf(await again.vault.list(''))).to.deep.equal(['a', 'b']);
    expect(await valueOf(again.vault, 'b')).to.equal('2');
    await again.close();
  });

  it('closes cleanly: the commit under way ends first, and nothing works afterwards', async () => {
    const { vault } = kit();
    const committing = vault.commit([put('k', '1')]);
    await vault.close();
    expect(await committing).to.be.true;
    await vault.close();
    expect(await refusalOf(vault.get('k'))).to.match(/closed/);
    expect(await refusalOf(vault.commit([put('k', '2')]))).to.match(/closed/);
    const again = await kit().reopen();
    expect(await valueOf(again.vault, 'k')).to.equal('1');
    await again.close();
  });
});

onEveryStore('the order of the vault', (kit) => {
  // By UTF-8 bytes 🎪 (four bytes) comes after ｆ (three bytes); by UTF-16 units it would come before.
  const inOrder = ['p:', 'p:A', 'p:a', 'p:a.b', 'p:aa', 'p:z', 'p:è', 'p:ω', 'p:ｆ', 'p:🎪'];

  beforeEach(async () => {
    const others = ['o:z', 'p', 'q:a', 'p;', 'P:a', 'p9'];
    await kit().vault.commit([...inOrder.toReversed(), ...others].map((key) => put(key, key)));
  });

  it('is that of the UTF-8 bytes of the keys, within the prefix alone', async () => {
    expect(keysOf(await kit().vault.list('p:'))).to.deep.equal(inOrder);
    expect(keysOf(await kit().vault.list('p:a'))).to.deep.equal(['p:a', 'p:a.b', 'p:aa']);
    expect(await kit().vault.list('nothing')).to.deep.equal([]);
  });

  it('carries values and versions', async () => {
    const [first] = await kit().vault.list('p:è');
    expect(text(first!.value)).to.equal('p:è');
    expect(first!.version).to.equal((await kit().vault.get('p:è'))!.version);
  });

  it('takes a prefix literally, whatever signs it holds', async () => {
    const { vault } = kit();
    await vault.commit([put('r.*', '1'), put('r.x', '2'), put('rxx', '3'), put('r$(', '4')]);
    expect(keysOf(await vault.list('r.'))).to.deep.equal(['r.*', 'r.x']);
    expect(keysOf(await vault.list('r$('))).to.deep.equal(['r$(']);
  });

  it('turns round, newest first', async () => {
    expect(keysOf(await kit().vault.list('p:', { reverse: true }))).to.deep.equal(inOrder.toReversed());
    expect(keysOf(await kit().vault.list('p:', { reverse: true, limit: 2 }))).to.deep.equal(['p:🎪', 'p:ｆ']);
    expect(keysOf(await kit().vault.list('', { reverse: true, limit: 1 }))).to.deep.equal(['q:a']);
  });

  it('pages forwards and backwards without a gap or a repetition', async () => {
    for (const reverse of [false, true]) {
      const paged: string[] = [];
      let after: string | undefined;
      for (;;) {
        const options = { limit: 3, reverse, ...(after === undefined ? {} : { after }) };
        const page = keysOf(await kit().vault.list('p:', options));
        paged.push(...page);
        after = page.at(-1);
        if (page.length < 3) break;
      }
      expect(paged).to.deep.equal(reverse ? inOrder.toReversed() : inOrder);
    }
  });

  it('continues after a key that is no longer there, or lies outside the prefix', async () => {
    const { vault } = kit();
    expect(keysOf(await vault.list('p:', { after: 'p:b', limit: 1 }))).to.deep.equal(['p:z']);
    expect(keysOf(await vault.list('p:', { after: 'p:b', limit: 1, reverse: true }))).to.deep.equal(['p:aa']);
    expect(keysOf(await vault.list('p:', { after: 'a' }))).to.deep.equal(inOrder);
    expect(keysOf(await vault.list('p:', { after: 'z' }))).to.deep.equal([]);
    expect(keysOf(await vault.list('p:', { after: 'z', reverse: true }))).to.deep.equal(inOrder.toReversed());
    expect(keysOf(await vault.list('p:', { after: 'a', reverse: true }))).to.deep.equal([]);
    expect(await vault.list('p:', { limit: 0 })).to.deep.equal([]);
  });

  it('stands the same after a compaction', async () => {
    const { vault } = kit();
    const before = await vault.list('');
    await vault.commit([{ key: 'p:aa', value: null }]);
    await vault.compact();
    const expected = before.filter(({ key }) => key !== 'p:aa');
    const found = await vault.list('');
    expect(keysOf(found)).to.deep.equal(keysOf(expected));
    expect(found.map(({ version }) => version)).to.deep.equal(expected.map(({ version }) => version));
    expect(found.map(({ value }) => text(value))).to.deep.equal(keysOf(expected));
  });

  it('takes commits and answers while it compacts', async () => {
    const { vault } = kit();
    const [, changed, found] = await Promise.all([
      vault.compact(),
      vault.commit([put('late', 'here', 0)]),
      vault.get('p:z'),
      vault.compact(),
    ]);
    expect(changed).to.be.true;
    expect(text(found!.value)).to.equal('p:z');
    expect(await valueOf(vault, 'late')).to.equal('here');
    expect(keysOf(await vault.list('p:'))).to.deep.equal(inOrder);
  });
});

import { randomBytes } from 'node:crypto';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { MemoryVault, VaultMedium } from '../../../server/src/adapters/memory/vault.ts';
import { createTaxIndex, type TaxIndex } from '../../../server/src/identity/tax-index.ts';
import type { VaultStore } from '../../../server/src/ports/vault.ts';
import { createVault } from '../../../server/src/vault/vault.ts';

const [ada, bea, carla] = ['per_1', 'per_2', 'per_3'] as [PersonId, PersonId, PersonId];
const code = { country: 'FR', code: '07 01 987-765.493' };
const other = { country: 'FR', code: '07 01 987-765.494' };

describe('who has named which tax code (PRT-3, PRT-14)', () => {
  let store: VaultStore;
  let index: TaxIndex;
  const reopen = async (): Promise<void> => {
    const sources = {
      randomBytes: (length: number): Uint8Array => randomBytes(length),
      realNow: (): number => Date.now(),
      sleep: (): Promise<void> => Promise.resolve(),
    };
    index = await createTaxIndex(store, await createVault(store, sources));
  };
  beforeEach(async () => {
    store = new MemoryVault(new VaultMedium());
    await reopen();
  });

  it('tells the others, however they wrote it, and never oneself', async () => {
    expect(await index.note(code, ada)).to.deep.equal([]);
    expect(await index.note({ country: 'FR', code: '0701987765493' }, bea)).to.deep.equal([ada]);
    expect(await index.note(code, ada)).to.deep.equal([bea]);
    expect(await index.note({ country: 'BE', code: code.code }, carla), 'another country').to.deep.equal([]);
  });
  it('knows them again after a restart', async () => {
    await index.note(code, ada);
    await reopen();
    expect(await index.note(code, bea)).to.deep.equal([ada]);
  });
  it('counts what a person named last', async () => {
    await index.note(code, ada);
    await index.note(other, ada);
    expect(await index.note(code, bea)).to.deep.equal([]);
    expect(await index.note(other, carla)).to.deep.equal([ada]);
  });
  it('forgets a person, and forgets again', async () => {
    await index.note(code, ada);
    await index.note(code, bea);
    await index.forget(ada);
    await index.forget(ada);
    expect(await index.note(code, carla)).to.deep.equal([bea]);
    for (const person of [bea, carla]) await index.forget(person);
    expect([...(await store.list('tax/')), ...(await store.list('tax-of/'))]).to.deep.equal([]);
  });
  it('misses none of many who name the same at once', async () => {
    const people = Array.from({ length: 20 }, (_, at) => `per_${at + 1}` as PersonId);
    const told = await Promise.all(people.map((person) => index.note(code, person)));
    expect(await index.note(code, 'per_zz' as PersonId)).to.have.members(people);
    // Of any two at least the later one has heard of the other.
    for (const [at, one] of people.entries())
      for (const [to, another] of people.entries())
        if (at < to) expect(told[at]!.includes(another) || told[to]!.includes(one)).to.equal(true);
  });
  it('keeps no code that could be read, nor guessed without the key', async () => {
    await index.note(code, ada);
    const entries = await store.list('');
    const text = entries.map(({ key, value }) => key + Buffer.from(value).toString('latin1')).join('\n');
    for (const written of [code.code, '0701987765493', 'FR 0701987765493'])
      expect(text).not.to.include(written);
  });
});

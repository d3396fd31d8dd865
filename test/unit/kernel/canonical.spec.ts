import { expect } from 'chai';
import * as fc from 'fast-check';
import { canonicalJson, sha256, stateHash } from '../../../server/src/kernel/canonical.ts';
import { readSnapshotChunks, snapshotChunks } from '../../../server/src/kernel/snapshot-codec.ts';
import { initialState, type KernelState } from '../../../server/src/kernel/state.ts';
import { property } from '../../support/property.ts';

const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
/** What states are made of: plain objects, arrays and Maps with text keys. */
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('any'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
})).any;
const state = fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 4, noNullPrototype: true });

async function* oneByOne(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('The canonical form', () => {
  it('is the same for equal values, whatever the order in which they were made', () => {
    const one = {
      b: 1,
      a: new Map([
        ['y', [1, 2]],
        ['x', [3]],
      ]),
    };
    const other = {
      a: new Map([
        ['x', [3]],
        ['y', [1, 2]],
      ]),
      b: 1,
      c: undefined,
    };
    expect(canonicalJson(one)).to.equal('{"a":{"x":[3],"y":[1,2]},"b":1}').and.to.equal(canonicalJson(other));
  });

  property('hashed in pieces is the hash of the whole', 300, [state], (drawn) => {
    expect(stateHash(drawn)).to.equal(sha256(canonicalJson(drawn)));
  });

  it('tells states apart that differ in the depth, where pieces are no longer taken', () => {
    const deep = (last: number): object => ({
      a: { b: new Map([['c', { d: new Map([['e', { f: last }]]) }]]) },
    });
    expect(stateHash(deep(1))).not.to.equal(stateHash(deep(2)));
  });
});

describe('A snapshot', () => {
  property(
    'gives back the state, Maps in their order, in chunks of any size',
    200,
    [state, fc.integer({ min: 1, max: 300 })],
    async (drawn, size) => {
      const chunks = [...snapshotChunks(drawn as unknown as KernelState, size)];
      expect(chunks.every(({ byteLength }) => byteLength <= size && byteLength > 0)).to.equal(true);
      const read = await readSnapshotChunks(oneByOne(chunks));
      expect(read).to.deep.equal(drawn);
      expect(orderOf(read)).to.equal(orderOf(drawn));
    },
  );

  it('is refused when it is cut short, empty, or something else', async () => {
    const [chunk] = [...snapshotChunks(initialState(), 1 << 20)] as [Uint8Array];
    const read = (...chunks: Uint8Array[]) =>
      readSnapshotChunks(oneByOne(chunks)).then(
        () => 'read',
        () => 'refused',
      );
    expect(await read(chunk)).to.equal('read');
    expect(await read()).to.equal('refused');
    expect(await read(chunk.subarray(0, chunk.byteLength - 2))).to.equal('refused');
    expect(await read(chunk, Buffer.from('[["venue"],[[1,2]]]\n'))).to.equal('refused');
    expect(await read(chunk, Buffer.from('{"half'))).to.equal('refused');
  });
});

/** JSON in which Maps keep the order of their entries. */
const orderOf = (drawn: unknown): string =>
  JSON.stringify(drawn, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner));

import { expect } from 'chai';
import { z } from 'zod';
import { Refused } from '../../../server/src/api/handler.ts';
import { decode } from '../../../server/src/api/kit/parse.ts';

const cents = z.codec(z.string().regex(/^\d+\.\d\d$/), z.int(), {
  decode: (text) => Number(text.replace('.', '')),
  encode: (value) => (value / 100).toFixed(2),
});
const schema = z.object({
  amount: cents,
  note: z.string().optional(),
  inner: z.object({ flag: z.boolean() }),
  list: z.array(z.object({ n: z.int() })),
});
const valid = { amount: '12.50', inner: { flag: true }, list: [{ n: 1 }] };

/** Names of the fields a refusal complains about. */
function complaints(value: unknown): readonly string[] {
  try {
    decode(schema, value, 'body');
  } catch (error) {
    if (error instanceof Refused) return error.rejection.detail?.['fields'] as readonly string[];
    throw error;
  }
  throw new Error('it was taken');
}

describe('what comes over the wire', () => {
  it('is decoded into the values of the domain', () => {
    expect(decode(schema, valid, 'body')).to.deep.equal({ ...valid, amount: 1_250 });
  });
  it('is refused for fields nobody asked for, at any depth, each by its name', () => {
    expect(complaints({ ...valid, extra: 1 })).to.deep.equal(['body.extra']);
    expect(complaints({ ...valid, inner: { flag: true, flags: 1 } })).to.deep.equal(['body.inner.flags']);
    expect(complaints({ ...valid, list: [{ n: 1 }, { n: 2, m: 3 }] })).to.deep.equal(['body.list.1.m']);
    expect(
      complaints(JSON.parse('{"amount":"1.00","inner":{"flag":true,"__proto__":{}},"list":[]}')),
    ).to.deep.equal(['body.inner.__proto__']);
  });
  it('is refused for what is no plain object', () => {
    class Thing {
      readonly amount = '1.00';
    }
    for (const value of [[], 'x', 5, true, new Thing(), new Map(), Buffer.from('x'), new Date(0)])
      expect(complaints(value)).to.deep.equal(['body']);
  });
  it('names every field that is wrong, and not more than twenty', () => {
    expect(complaints({ amount: 1, inner: {}, list: 'x' })).to.have.members([
      'body.amount',
      'body.inner.flag',
      'body.list',
    ]);
    const list = Array.from({ length: 50 }, () => ({}));
    expect(complaints({ ...valid, list })).to.have.length(20);
  });
  it('may be nothing only where nothing is asked for', () => {
    for (const value of [undefined, null, {}]) expect(decode(undefined, value, 'body')).to.equal(undefined);
    for (const value of [{ a: 1 }, [], [1], 'x', 5])
      expect(() => decode(undefined, value, 'body'))
        .to.throw()
        .with.nested.property('rejection.code', 'malformed_request');
  });
});

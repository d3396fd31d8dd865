import { expect } from 'chai';
import { assert, jsonValue, property } from 'fast-check';
import { canonicalJson } from '../../../server/src/vault/canonical.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    const value: unknown = { b: [{ d: 1, c: 'é' }, null], a: undefined, A: true };
    expect(canonicalJson(value)).to.equal('{"A":true,"b":[{"c":"é","d":1},null]}');
  });

  it('gives one text for equal values, which reads back as the value', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      const turned = Object.entries(value).toReversed();
      return Object.fromEntries(turned.map(([name, member]) => [name, shuffled(member)]));
    };
    assert(
      property(jsonValue(), (generated) => {
        const value: unknown = JSON.parse(JSON.stringify(generated));
        expect(canonicalJson(shuffled(value))).to.equal(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).to.deep.equal(value);
      }),
    );
  });

  it('refuses what JSON would quietly change', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    const foreign: unknown[] = [
      NaN,
      Infinity,
      1n,
      undefined,
      () => 1,
      new Date(0),
      new Map(),
      Symbol('x'),
      round,
    ];
    for (const value of foreign)
      expect(() => canonicalJson({ value: [value] }), String(value)).to.throw(TypeError);
  });
});

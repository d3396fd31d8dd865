import { idPattern, idPrefixes, isId, type IdKind } from '@piazza/shared/values';
import { expect } from 'chai';

describe('ids', () => {
  const kinds = Object.keys(idPrefixes) as IdKind[];
  it('have a prefix of their own', () => {
    expect(new Set(Object.values(idPrefixes)).size).to.equal(kinds.length);
  });
  for (const kind of kinds) {
    it(`${kind}: ${idPrefixes[kind]}_ and up to twelve digits of base 36, nothing else`, () => {
      const prefix = idPrefixes[kind];
      for (const good of ['0', 'z', '1a', 'zzzzzzzzzzzz'])
        expect(isId(kind, `${prefix}_${good}`)).to.equal(true);
      const bad = ['', '_', prefix, `${prefix}_`, `${prefix}_A`, `${prefix}_1\n`, ` ${prefix}_1`];
      const others = kinds.filter((other) => other !== kind).map((other) => `${idPrefixes[other]}_1`);
      for (const text of [...bad, ...others, `${prefix}_1.5`, `${prefix}_zzzzzzzzzzzzz`, `${prefix}_../1`])
        expect(isId(kind, text), JSON.stringify(text)).to.equal(false);
      expect(idPattern(kind).test(`${prefix}_1`)).to.equal(true);
    });
  }
});

import { idPattern, idPrefixes, isId, orderIdOf, orderNumberOf, type IdKind } from '@piazza/shared/values';
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
  it('of orders are their number in one form, and no other text stands for it', () => {
    for (const order of [1, 35, 36, 1_000_000, Number.MAX_SAFE_INTEGER])
      expect(orderNumberOf(orderIdOf(order))).to.equal(order);
    expect(orderIdOf(36)).to.equal('ord_10');
    const wrong = [
      'ord_',
      'ord_0',
      'ord_01',
      'ord_A',
      'ord_1 ',
      ' ord_1',
      'ord_1.5',
      'ord_-1',
      'ofr_1',
      'ord_zzzzzzzzzzzz',
      '',
    ];
    for (const text of wrong) expect(orderNumberOf(text), JSON.stringify(text)).to.equal(null);
  });
});

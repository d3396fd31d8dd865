import { expect } from 'chai';
import { chanceOf, seedOf } from '../../../server/src/demo/chance.ts';

const draws = (seed: number, count: number): number[] => {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => chance.draw());
};

describe('the chance of the demo story', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(draws(7, 50)).to.deep.equal(draws(7, 50));
    expect(draws(7, 50)).to.not.deep.equal(draws(8, 50));
  });

  it('draws evenly in 0 … 1, 1 excluded', () => {
    const many = draws(1, 20_000);
    expect(Math.min(...many)).to.be.at.least(0);
    expect(Math.max(...many)).to.be.below(1);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => many.filter((draw) => Math.floor(draw * 10) === tenth).length,
    );
    for (const count of tenths) expect(count).to.be.within(1_800, 2_200);
  });

  it('keeps what it draws within its bounds', () => {
    const chance = chanceOf(3);
    for (let turn = 0; turn < 1_000; turn += 1) expect(chance.between(5, 9)).to.be.within(5, 8.999_999);
  });

  it('picks by weight, never what weighs nothing', () => {
    const chance = chanceOf(11);
    const counts = new Map<string, number>();
    for (let turn = 0; turn < 6_000; turn += 1) {
      const found = chance.weighted(['never', 'once', 'twice'], (word) =>
        ['never', 'once', 'twice'].indexOf(word),
      );
      counts.set(found ?? '', (counts.get(found ?? '') ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).to.deep.equal(['once', 'twice']);
    expect(counts.get('twice')! / counts.get('once')!).to.be.within(1.8, 2.2);
    expect(chance.weighted(['a', 'b'], () => 0)).to.equal(undefined);
    expect(chance.weighted([], () => 1)).to.equal(undefined);
  });

  it('refuses to pick from nothing', () => {
    expect(() => chanceOf(1).pick([])).to.throw(RangeError);
  });

  it('draws half of what lies around a median below it', () => {
    const chance = chanceOf(5);
    const many = Array.from({ length: 4_000 }, () => chance.around(100, 0.8));
    expect(many.filter((value) => value < 100).length).to.be.within(1_900, 2_100);
    expect(Math.min(...many)).to.be.above(0);
  });

  it('seeds every name on its own', () => {
    const names = ['forno-aperto', 'forno-apertp', 'serre', 'serra', ''];
    expect(new Set(names.map(seedOf)).size).to.equal(names.length);
    for (const name of names) expect(seedOf(name)).to.be.within(0, 2 ** 32 - 1);
  });
});

import { expect } from 'chai';
import { contend } from '../../scripts/contend/contend.ts';
import { onLocalStores } from '../support/kernel.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The part of `npm run contend` that every run of the tests plays. */
onLocalStores('one balance that 200 want at once (CHG-12)', (kit) => {
  it(`is had by exactly one of them, and never goes below zero: seed ${seed}`, async () => {
    const rounds = 12;
    const { won, refused, faults } = await contend(kit(), { seed, rounds, attempts: 200 });
    expect(faults).to.deep.equal([]);
    const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((all, one) => all + one, 0);
    expect([sum(won), sum(refused)]).to.deep.equal([rounds, 199 * rounds]);
    expect([...refused.keys()].toSorted()).to.deep.equal([
      'commit: insufficient_funds',
      'order: insufficient_funds',
      'withdraw: insufficient_funds',
    ]);
  });
});

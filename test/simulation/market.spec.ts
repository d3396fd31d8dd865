import { expect } from 'chai';
import { simulate } from '../../scripts/simulate/run.ts';

const first = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The part of `npm run simulate` that every run of the tests plays: 200,000 commands. */
describe('a simulated market on the real kernel (MKD-3, MKD-4)', () => {
  for (const [store, seeds, commands] of [
    ['memory', 8, 24_000],
    ['lmdb', 1, 8_000],
  ] as const)
    for (let seed = first; seed < first + seeds; seed += 1)
      it(`loses nothing, doubles nothing and trades as its twin: ${store}, seed ${seed}`, async () => {
        const { given, trades, starts, faults } = await simulate({ seed, commands, store, people: 16 });
        const again = `npm run simulate -- --seed ${seed} --commands ${commands} --store ${store} --people 16`;
        expect(faults, again).to.deep.equal([]);
        expect(given).to.be.at.least(commands);
        expect([trades > 0, starts > 1]).to.deep.equal([true, true]);
      });

  it('is charged by a provider that says what it wants, when it wants: not a cent differs (CHG-6)', async () => {
    const { faults } = await simulate({
      seed: first,
      commands: 12_000,
      store: 'memory',
      people: 12,
      paid: true,
    });
    const again = `npm run simulate -- --seed ${first} --commands 12000 --people 12 --paid`;
    expect(faults, again).to.deep.equal([]);
  });

  it('decides every record again as it was decided', async () => {
    const { faults } = await simulate({ seed: first, commands: 10_000, store: 'memory', again: true });
    expect(faults, `seed ${first}`).to.deep.equal([]);
  });
});

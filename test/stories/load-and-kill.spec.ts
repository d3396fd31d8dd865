import { expect } from 'chai';
import { loadAndKill } from '../../scripts/crash/load-and-kill/run.ts';
import { seeded } from '../../scripts/crash/random.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`JNL-3, FED-5: load and kill (SEED=${seed})`, function () {
  this.timeout(600_000);

  it('leaves nothing acknowledged missing and nothing applied twice, and the books balance', async () => {
    const result = await loadAndKill({ rounds: 3, sockets: 20, random: seeded(seed) });
    expect(result.wrong).to.deep.equal([]);
    expect(result.kills).to.be.at.least(3);
    expect(result.acknowledged).to.be.above(50);
    expect(result.trades, 'trades').to.be.above(10);
    expect(result.resumed, 'streams of own orders that went on').to.be.above(0);
  });
});

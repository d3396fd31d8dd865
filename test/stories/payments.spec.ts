import { expect } from 'chai';
import { settle } from '../../scripts/settle/run.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`PRV-5, PRV-6: money's path at a provider and a network at their worst (SEED=${seed})`, function () {
  this.timeout(600_000);

  it('loses no cent, charges and pays nobody twice, and tells no secret, however often it is killed', async () => {
    const result = await settle({ seed, investors: 16, kills: 3, messages: 400, brisk: true });
    expect(result.wrong).to.deep.equal([]);
    expect(result.kills).to.be.at.least(3);
    expect(result.messages).to.be.above(50);
    expect(result.told.calls.cut + result.told.calls.failed, 'calls that went wrong').to.be.above(5);
    expect(result.sums['charge succeeded'], 'cents charged').to.be.above(10_000);
    expect(result.offers['fails']).to.equal('failed');
  });
});

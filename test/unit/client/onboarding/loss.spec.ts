import { expect } from 'chai';
import { simulateLoss, thresholdIf, unreadFields } from '../../../../client/src/features/onboarding/loss.ts';

const loss = (income: string, assets: string, commitments: string, locale: 'it' | 'en' = 'it') =>
  simulateLoss({ income, assets, commitments }, locale);

describe('the simulation of the ability to bear loss, in the browser (PRT-9)', () => {
  it('is a tenth of income and liquid assets less commitments', () => {
    expect(loss('30.000', '20.000', '10.000')).to.deep.equal({
      netWorth: 4_000_000,
      bearable: 400_000,
      shared: 400_000,
    });
    expect(loss('30,000', '20,000', '10,000', 'en').netWorth).to.equal(4_000_000);
  });
  it('is never below zero', () => {
    expect(loss('10.000', '0', '25.000')).to.deep.equal({ netWorth: 0, bearable: 0, shared: 0 });
  });
  it('shares a tenth of whole thousands, never more than the truth', () => {
    expect(loss('999,99', '0', '0')).to.deep.equal({ netWorth: 99_999, bearable: 9_999, shared: 0 });
    expect(loss('1.000', '0', '0').shared).to.equal(10_000);
    expect(loss('31.337', '47.911', '9.173')).to.deep.equal({
      netWorth: 7_007_500,
      bearable: 700_750,
      shared: 700_000,
    });
  });
  it('names the fields that are no amounts, and takes nothing for nothing', () => {
    expect(unreadFields({ income: '', assets: 'molto', commitments: '10' }, 'it')).to.deep.equal([
      'income',
      'assets',
    ]);
    expect(unreadFields({ income: '0', assets: '1.250,50', commitments: '10' }, 'it')).to.deep.equal([]);
  });
  it('says what sharing would change: 5 % of what is shared, at least the usual threshold', () => {
    expect(thresholdIf(loss('20.000', '0', '0'))).to.equal(100_000);
    expect(thresholdIf(loss('21.000', '0', '0'))).to.equal(105_000);
    expect(thresholdIf(loss('0', '0', '0'))).to.equal(100_000);
  });
});

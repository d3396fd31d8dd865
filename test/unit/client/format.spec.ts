import { expect } from 'chai';
import { createFormats, splitDuration } from '../../../client/src/locale/format.ts';

const en = createFormats('en');
const it_ = createFormats('it');
// Intl parts amount and sign with a space that does not break.
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers, money and times as they are read', () => {
  it('groups four digits in Italian too', () => {
    expect(plain(it_.money(125_000))).to.equal('1.250 €');
    expect(it_.number(1_234)).to.equal('1.234');
    expect(en.money(125_000)).to.equal('€1,250');
  });

  it('shows cents where there are any, or where every cent counts', () => {
    expect(en.money(125_050)).to.equal('€1,250.50');
    expect(en.moneyExact(125_000)).to.equal('€1,250.00');
    expect(plain(it_.moneyExact(-5))).to.equal('-0,05 €');
  });

  it('rounds totals and shares down, so that nothing reads as more than it is', () => {
    expect(en.moneyWhole(199_999)).to.equal('€1,999');
    expect(en.percent(0.9999)).to.equal('99%');
    expect(en.percent(1.4)).to.equal('140%');
  });

  it('tells the time of Rome and names its zone', () => {
    expect(en.dateTime(Date.UTC(2026, 6, 1, 10)))
      .to.contain('12:00')
      .and.to.match(/CEST|GMT\+2/);
    expect(en.dateTime(Date.UTC(2026, 11, 1, 10)))
      .to.contain('11:00')
      .and.to.match(/CET|GMT\+1/);
  });

  it('counts back in the largest unit that fits, and never ahead', () => {
    expect(en.ago(0, 3 * 3_600_000)).to.contain('3');
    expect(en.ago(90_000, 0)).to.equal('now');
  });

  it('splits a duration, and none that is over', () => {
    expect(splitDuration(90_061_000)).to.deep.equal({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(splitDuration(-5)).to.deep.equal({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});

import { draftGaps, emptyDraft, instruments, type Draft } from '@piazza/shared/contract';
import { expect } from 'chai';

const gapsWith = (facts: Partial<Draft['facts']>): string[] =>
  draftGaps({ ...emptyDraft, facts: { ...emptyDraft.facts, ...facts } }).filter((field) =>
    ['facts.couponBps', 'facts.accrual'].includes(field),
  );

describe('LST-2: the gaps of a draft', () => {
  it('name coupon and day count of what bears interest, and of nothing else', () => {
    const asked = instruments.filter((instrument) => gapsWith({ instrument }).length > 0);
    expect(asked).to.deep.equal(['bond', 'impact_linked_bond']);
    expect(gapsWith({ instrument: null })).to.deep.equal([]);
    for (const instrument of asked)
      expect(gapsWith({ instrument })).to.deep.equal(['facts.couponBps', 'facts.accrual']);
  });

  it('close with a coupon and a way to count its days; “none” counts no days', () => {
    const bond = { instrument: 'bond', couponBps: 350 } as const;
    expect(gapsWith({ ...bond, accrual: 'none' })).to.deep.equal(['facts.accrual']);
    expect(gapsWith({ ...bond, accrual: 'act_365' })).to.deep.equal([]);
    expect(gapsWith({ ...bond, accrual: '30_360', couponBps: null })).to.deep.equal(['facts.couponBps']);
  });

  it('ask a bond without interest for no day count', () => {
    for (const accrual of [null, 'none', 'act_365'] as const)
      expect(gapsWith({ instrument: 'bond', couponBps: 0, accrual })).to.deep.equal([]);
  });
});

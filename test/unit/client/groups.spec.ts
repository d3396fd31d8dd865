import type { DealFlowItem } from '@piazza/shared/contract';
import { expect } from 'chai';
import { groupByTime } from '../../../client/src/features/deal-flow/groups.ts';
import { createFormats } from '../../../client/src/locale/format.ts';

const { date } = createFormats('en');
const minute = 60_000;
// 00:30 of 23 November in Rome, still the 22nd in UTC.
const now = Date.UTC(2026, 10, 22, 23, 30);
const ago = (minutes: number): DealFlowItem =>
  ({ seq: 10_000 - minutes, at: now - minutes * minute }) as unknown as DealFlowItem;
const whens = (...minutes: number[]): unknown[] =>
  groupByTime(minutes.map(ago), now, date).map(({ when, items }) => [when, items.length]);

describe('the feed under headings of time', () => {
  it('parts now, the last hour and earlier days', () => {
    expect(whens(0, 1, 2, 29, 59, 61, 3_000)).to.deep.equal([
      ['now', 2],
      ['hour', 3],
      [now - 61 * minute, 1],
      [now - 3_000 * minute, 1],
    ]);
  });

  it('counts days as Rome does', () => {
    const later = now + 3 * 60 * minute;
    const items = [ago(20), ago(40)];
    expect(groupByTime(items, later, date).map(({ when }) => when)).to.deep.equal(['today', items[1]?.at]);
  });

  it('puts what our clock has not reached yet under now', () => {
    expect(whens(-1)).to.deep.equal([['now', 1]]);
  });
});

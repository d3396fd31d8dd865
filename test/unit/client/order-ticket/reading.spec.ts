import { expect } from 'chai';
import { doubtsAbout } from '../../../../client/src/features/order-ticket/doubts.ts';
import {
  emptyDraft,
  pick,
  retype,
  turn,
  within,
  type Draft,
} from '../../../../client/src/features/order-ticket/draft.ts';
import {
  goodTillRange,
  readDraft,
  type Bounds,
} from '../../../../client/src/features/order-ticket/reading.ts';
import { unoffered } from '../../../../client/src/features/order-ticket/offered.ts';

const now = Date.UTC(2026, 10, 22, 12);
const bounds: Bounds = {
  phase: 'continuous',
  collar: { low: 1_250, high: 3_750 },
  freeCents: 100_000,
  freeUnits: 40,
  now,
};
const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft, price: '25', quantity: '10', ...part });
const kinds = (part: Partial<Draft>, more: Partial<Bounds> = {}) =>
  readDraft(draft(part), { ...bounds, ...more }, 'en').problems.map(({ field, kind }) => `${field} ${kind}`);
const marks = { reference: 2_500, last: null };

describe('reading an order ticket', () => {
  it('makes the order the venue takes, and nothing that was not asked for', () => {
    expect(readDraft(draft({}), bounds, 'en').order).to.deep.equal({
      side: 'buy',
      type: 'limit',
      price: 2_500,
      quantity: 10,
      timeInForce: 'day',
      selfMatch: 'cancel_newest',
    });
    const call = readDraft(draft({ price: '25,20', time: 'auction' }), { ...bounds, phase: 'call' }, 'it');
    expect(call.order).to.deep.equal({
      side: 'buy',
      type: 'limit',
      price: 2_520,
      quantity: 10,
      timeInForce: 'auction',
    });
    const part = { time: 'gtd', goodTill: '2026-11-30', minimum: '4' } as const;
    expect(readDraft(draft(part), bounds, 'en').order).to.include({
      goodTill: '2026-11-30',
      minimumQuantity: 4,
    });
  });

  it('offers the prices beside one off its tick, and corrects nothing', () => {
    const reading = readDraft(draft({ price: '25.13' }), bounds, 'en');
    expect(reading.order).to.equal(null);
    expect(reading.problems).to.deep.equal([{ field: 'price', kind: 'off_tick', near: [2_500, 2_520] }]);
  });

  it('says of each field what keeps it from being sent', () => {
    expect(kinds({ price: '', quantity: '' })).to.deep.equal([
      'price price_missing',
      'quantity quantity_missing',
    ]);
    expect(kinds({ price: 'abc', quantity: '0' })).to.deep.equal([
      'price price_unread',
      'quantity quantity_unread',
    ]);
    expect(kinds({ quantity: '1.5' })).to.deep.equal(['quantity quantity_unread']);
    expect(kinds({ price: '0.50' })).to.deep.equal(['price price_range']);
    expect(kinds({ price: '38' })).to.deep.equal(['price outside_collar']);
    expect(kinds({ quantity: '41' })).to.deep.equal(['quantity cash_short']);
    expect(kinds({ quantity: '41', side: 'sell' })).to.deep.equal(['quantity units_short']);
    expect(kinds({ quantity: '10001' })).to.deep.equal(['quantity value_exceeded']);
    expect(kinds({ time: 'gtd' })).to.deep.equal(['goodTill day_missing']);
    expect(kinds({ time: 'gtd', goodTill: '2026-11-21' })).to.deep.equal(['goodTill day_out']);
    expect(kinds({ time: 'gtd', goodTill: '2027-02-21' })).to.deep.equal(['goodTill day_out']);
    expect(kinds({ minimum: '11' })).to.deep.equal(['minimum minimum_above']);
    expect(kinds({ minimum: 'x' })).to.deep.equal(['minimum minimum_unread']);
  });

  it('judges nothing by what is not known yet', () => {
    expect(kinds({ quantity: '41' }, { freeCents: undefined })).to.deep.equal([]);
    expect(kinds({ quantity: '41', side: 'sell' }, { freeUnits: undefined })).to.deep.equal([]);
  });

  it('lets an order stand for 90 days at most, by the days of Rome', () => {
    expect(goodTillRange(now)).to.deep.equal({ first: '2026-11-22', last: '2027-02-20' });
    expect(goodTillRange(Date.UTC(2026, 10, 22, 23, 30)).first).to.equal('2026-11-23');
  });
});

describe('writing an order ticket', () => {
  it('puts back what the phase does not allow, and keeps the rest', () => {
    const typed = draft({ type: 'market', time: 'ioc', minimum: '5' });
    expect(within('call', typed)).to.deep.equal({ ...typed, type: 'limit', time: 'day', minimum: '' });
    expect(within('continuous', draft({ time: 'auction' })).time).to.equal('day');
    expect(within('continuous', draft({ type: 'market', time: 'day' })).time).to.equal('ioc');
  });

  it('proposes a protection price on the side of the order, and anew when the side turns', () => {
    const market = retype(draft({}), 'market', marks, 'it');
    // 5 % around the reference, on the tick of 20 cents inside of it.
    expect(market.price).to.equal('26,20');
    expect(turn(market, 'sell', marks, 'it').price).to.equal('23,80');
    expect(turn(draft({ price: '25' }), 'sell', marks, 'it').price).to.equal('25');
  });

  it('sells to a bid that was picked and buys an ask', () => {
    expect(pick(draft({ type: 'market' }), 2_480 as never, 'bid', 'en')).to.include({
      side: 'sell',
      type: 'limit',
      price: '24.80',
    });
    expect(pick(draft({}), 2_520 as never, 'ask', 'it')).to.include({ side: 'buy', price: '25,20' });
  });

  it('asks once more before much of the money goes, or a price far on the wrong side', () => {
    const order = { side: 'buy', price: 2_500, quantity: 10 } as never;
    expect(doubtsAbout(order, 100_000, 2_500)).to.deep.equal([]);
    expect(doubtsAbout(order, 40_000, 2_500)).to.deep.equal([{ kind: 'large', share: 0.625 }]);
    expect(doubtsAbout(order, 100_000, 2_300)).to.deep.equal([{ kind: 'far', bps: 870, from: 2_300 }]);
    const sale = { side: 'sell', price: 2_300, quantity: 10 } as never;
    expect(doubtsAbout(sale, 1, 2_500)).to.deep.equal([{ kind: 'far', bps: 800, from: 2_500 }]);
    expect(doubtsAbout(sale, 1, 2_000)).to.deep.equal([]);
  });

  it('counts units that are offered already as taken', () => {
    const own = [
      { side: 'sell', remaining: 30 },
      { side: 'buy', remaining: 50 },
    ] as never;
    expect(unoffered(100, own)).to.equal(70);
  });
});

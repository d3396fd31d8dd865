import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../server/src/domain/core/index.ts';
import {
  clearTimer,
  evolveSchedule,
  initialSchedule,
  nextTimer,
  setTimer,
  type ScheduleState,
} from '../../../server/src/domain/schedule/index.ts';

const set = (state: ScheduleState, id: string, dueAt: number): void =>
  evolveSchedule(state, setTimer(id, millis(dueAt), { kind: 'offers.open', offer: id }));
const clear = (state: ScheduleState, id: string): void => evolveSchedule(state, clearTimer(id));

describe('the schedule', () => {
  it('knows no next timer while none is set', () => {
    expect(nextTimer(initialSchedule())).to.equal(undefined);
  });
  it('names the timer due first, among equals the one whose id comes first', () => {
    const state = initialSchedule();
    set(state, 'b', 5);
    set(state, 'c', 3);
    set(state, 'a', 5);
    const order = [];
    for (let timer = nextTimer(state); timer !== undefined; timer = nextTimer(state)) {
      order.push([timer.id, timer.dueAt]);
      clear(state, timer.id);
    }
    expect(order).to.deep.equal([
      ['c', 3],
      ['a', 5],
      ['b', 5],
    ]);
  });
  it('looking twice changes nothing', () => {
    const state = initialSchedule();
    set(state, 'a', 5);
    expect(nextTimer(state)).to.equal(nextTimer(state));
  });
  it('a timer cleared and set again is due when it was set for last', () => {
    const state = initialSchedule();
    set(state, 'a', 5);
    set(state, 'b', 6);
    clear(state, 'a');
    set(state, 'a', 9);
    expect(nextTimer(state)?.id).to.equal('b');
    clear(state, 'b');
    expect(nextTimer(state)?.dueAt).to.equal(9);
  });
  it('goes on from a copy of its timers, as after a snapshot', () => {
    const state = initialSchedule();
    set(state, 'late', 9);
    set(state, 'soon', 2);
    const copy = structuredClone(state);
    set(copy, 'sooner', 1);
    expect(nextTimer(copy)?.id).to.equal('sooner');
    clear(copy, 'sooner');
    expect(nextTimer(copy)?.id).to.equal('soon');
    expect(nextTimer(state)?.id).to.equal('soon');
  });
  it('a timer set twice, or cleared when it is not set, is a bug', () => {
    const state = initialSchedule();
    set(state, 'a', 5);
    expect(() => set(state, 'a', 6)).to.throw(Impossible, 'timer a is already set');
    expect(() => clear(state, 'b')).to.throw(Impossible, 'timer b is not set');
  });
});

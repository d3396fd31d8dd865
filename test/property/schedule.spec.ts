import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  clearTimer,
  evolveSchedule,
  initialSchedule,
  nextTimer,
  setTimer,
} from '../../server/src/domain/schedule/index.ts';
import { property } from '../support/property.ts';

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ set: fc.nat(30), dueAt: fc.nat(40) }) },
    { weight: 2, arbitrary: fc.record({ clear: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.constant('run' as const) },
    { weight: 1, arbitrary: fc.constant('reread' as const) },
  ),
  { maxLength: 150 },
);

describe('the schedule, whatever is set and cleared', () => {
  property('names the timer that comes first in a sorted list', 2_000, [steps], (all) => {
    let state = initialSchedule();
    let twin: { id: string; dueAt: number }[] = [];
    const drop = (id: string): void => {
      evolveSchedule(state, clearTimer(id));
      twin = twin.filter((timer) => timer.id !== id);
    };
    for (const step of all) {
      const first = nextTimer(state);
      expect(first && { id: first.id, dueAt: first.dueAt }).to.deep.equal(twin[0]);
      if (step === 'run') {
        if (first !== undefined) drop(first.id);
      } else if (step === 'reread') {
        state = structuredClone(state);
      } else if ('clear' in step) {
        if (state.timers.has(`t${step.clear}`)) drop(`t${step.clear}`);
      } else if (!state.timers.has(`t${step.set}`)) {
        const [id, dueAt] = [`t${step.set}`, millis(step.dueAt)];
        evolveSchedule(state, setTimer(id, dueAt, { kind: 'offers.open', offer: id }));
        twin.push({ id, dueAt });
        twin.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1));
      }
    }
    expect(state.timers.size).to.equal(twin.length);
  });
});

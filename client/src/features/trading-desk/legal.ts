import type { MarketAct, MarketModel, MarketPhase } from '@piazza/shared/contract';

const legalIn: Readonly<Record<MarketAct, readonly MarketPhase[]>> = {
  start: ['closed', 'pre_open'],
  extend: ['call', 'freeze'],
  halt: ['pre_open', 'call', 'freeze', 'continuous'],
  resume: ['halted'],
  close: ['pre_open', 'call', 'freeze', 'continuous', 'halted'],
};

/** What an operator can do with a session in this phase; a stopped market neither starts nor resumes. */
export const actsIn = (phase: MarketPhase, model: MarketModel, blocked: boolean): readonly MarketAct[] =>
  model === 'bulletin'
    ? []
    : (Object.keys(legalIn) as MarketAct[]).filter(
        (act) => legalIn[act].includes(phase) && !(blocked && (act === 'start' || act === 'resume')),
      );

import { detectors, type Detector } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { Finding } from '../../server/src/domain/cases/index.ts';
import { pick, type Chance } from '../../test/support/market-wishes.ts';
import { seeded } from '../crash/random.ts';
import { Crowd, manners, type Manners } from './crowd.ts';
import { plants } from './plants.ts';
import { between, type Deed } from './scheme.ts';
import { dayOfTrading, stageOf, type Setting, type Stage } from './stage.ts';

const day = 86_400_000;
/** What cannot be done yet is tried again so much later, so many times. */
const againMs = 30_000;
const triesMost = 120;

/** Prices of issues, of different bands of ticks, in cents. */
const prices = [480, 190, 960, 4_800, 9_600, 1_000, 12_000] as const;

interface Waiting extends Deed {
  tries: number;
}

/** Plays days of a market: the crowd at its moments, and whatever is planted at its own. */
function play(stage: Stage, crowd: Crowd, days: number, planted: Waiting[]): void {
  const { lane } = stage;
  for (let one = 0; one < days; one += 1) {
    const moments = crowd.moments(one);
    const ends = dayOfTrading(one) + day;
    for (;;) {
      planted.sort((a, b) => a.at - b.at);
      const [deed] = planted;
      const moment = moments[0] ?? Infinity;
      if (deed !== undefined && deed.at <= Math.min(moment, ends)) {
        planted.shift();
        lane.passTo(deed.at);
        deed.tries += 1;
        if (deed.act() === false && deed.tries < triesMost)
          planted.push({ ...deed, at: lane.now + againMs, tries: deed.tries });
        continue;
      }
      if (moments.length === 0) break;
      moments.shift();
      lane.passTo(moment);
      crowd.act();
    }
  }
  lane.passTo(lane.now + day);
}

export interface CleanResult {
  readonly orders: number;
  readonly trades: number;
  readonly alerts: readonly Finding[];
}

function setting(chance: Chance, kind: keyof typeof manners, model: Setting['model']): Setting {
  return { people: kind === 'many' ? 150 : 48, model, issueCents: pick(chance, prices), units: 4_000 };
}

/** A market in which nobody colludes; whatever is found there is a false alert. Single large amounts do not come in it. */
export function playClean(
  seed: number,
  kind: keyof typeof manners,
  model: Setting['model'],
  days = 8,
): CleanResult {
  const chance = seeded(seed);
  const stage = stageOf(chance, setting(chance, kind, model));
  play(stage, new Crowd(stage, manners[kind], chance), days, []);
  const { trades } = stage.lane.market(stage.listing);
  return { orders: stage.lane.orders, trades, alerts: stage.lane.findings };
}

export interface PlantedResult {
  /** Whether the pattern came about; a market that left no room for it asks nothing of a detector. */
  readonly planted: boolean;
  readonly found: boolean;
  /** Alerts that name anybody who had no part in it. */
  readonly astray: readonly Finding[];
  readonly orders: number;
  readonly findings: readonly Finding[];
}

/** Fewer orders than a clean market is measured with: what is planted needs no more. */
const lively: Manners = { ...manners.many, orders: 200 };

/** A market with one pattern in it. */
export function playPlanted(seed: number, detector: Detector): PlantedResult {
  const chance = seeded(seed * 64 + detectors.indexOf(detector));
  const model = detector === 'auction_cancel' ? 'auction' : 'continuous';
  const closed = dayOfTrading(1);
  const insider = 'per_h' as PersonId;
  const insiders = {
    isInsider: (_: unknown, person: PersonId): boolean => person === insider,
    isClosed: (_: unknown, at: number): boolean => detector === 'insider_trading' && at >= closed,
  };
  const stage = stageOf(chance, { ...setting(chance, 'many', model), parts: { insiders } });
  const crowd = new Crowd(stage, { ...lively, orders: between(chance, 150, 260) }, chance);
  const deeds: Waiting[] = [];
  let done = false;
  const subjects = new Set(
    plants[detector]({
      stage,
      crowd,
      chance,
      at: (moment, act) => void deeds.push({ at: Math.floor(moment), act, tries: 0 }),
      done: () => {
        done = true;
      },
    }),
  );
  play(stage, crowd, 4, deeds);
  const { findings, orders } = stage.lane;
  const isTheirs = (one: Finding): boolean => one.subjects.every((who) => subjects.has(who));
  const found = findings.some((one) => one.detector === detector && isTheirs(one));
  // The insider of this market is one in the others too: an order of theirs is what it is.
  const astray = findings.filter((one) => !isTheirs(one) && one.detector !== 'insider_trading');
  return { planted: done, found, astray, orders, findings };
}

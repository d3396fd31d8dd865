import type { PersonId } from '@piazza/shared/values';
import { seeded } from '../../scripts/crash/random.ts';
import { placeAs } from '../../scripts/surveil/crowd.ts';
import { dayOfTrading, stageOf, type Setting, type Stage } from '../../scripts/surveil/stage.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
const setting: Setting = { people: 12, model: 'continuous', issueCents: 1_000, units: 4_000 };

/** A quiet market at half past ten on its first day: nobody but those of the test does anything. */
export function quiet(changes: Partial<Setting> = {}, at = 10.5): Stage {
  const stage = stageOf(seeded(7), { ...setting, ...changes });
  stage.lane.passTo(dayOfTrading(0) + at * hour);
  return stage;
}
export const who = ({ investors }: Stage, at: number): PersonId => investors[at] as PersonId;
export const sells = (stage: Stage, by: number, quantity: number, priceCents = 1_000): number | null =>
  placeAs(stage, who(stage, by), { side: 'sell', priceCents, quantity });
export const buys = (stage: Stage, by: number, quantity: number, priceCents = 1_000): number | null =>
  placeAs(stage, who(stage, by), { side: 'buy', priceCents, quantity });
export const cancels = (stage: Stage, by: number, order: number | null): void =>
  void stage.lane.give(who(stage, by), { kind: 'orders.cancel', order: order ?? 0 });
export const later = (stage: Stage, ms: number): void => stage.lane.passTo(stage.lane.now + ms);
export const found = ({ lane }: Stage): string[] => lane.findings.map(({ detector }) => detector);
/** Units from one to the other, with nobody else in between. */
export function passes(
  stage: Stage,
  from: number,
  to: number,
  quantity: number,
  apartMs = 10 * second,
): void {
  sells(stage, from, quantity);
  later(stage, apartMs);
  buys(stage, to, quantity);
}

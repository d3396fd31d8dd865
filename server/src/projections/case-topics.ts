import type { CasesEvent } from '../domain/cases/index.ts';
import type { VenueEvent } from '../domain/venue/index.ts';
import { tell, type Effects } from './effects.ts';

export const isOfCases = (event: VenueEvent): event is CasesEvent => event.kind.startsWith('cases.');

/** Alerts and cases are news for the desk alone, never for those they are about (MAR art. 16). */
export function casesChanged(effects: Effects, event: CasesEvent): void {
  tell(effects, 'operators', 'alerts', 'queue');
  if ('alert' in event) tell(effects, 'operators', `alert:${event.alert}`);
  if ('case' in event) tell(effects, 'operators', 'cases', `case:${event.case}`);
}

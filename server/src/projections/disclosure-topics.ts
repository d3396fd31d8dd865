import type { DisclosuresEvent } from '../domain/disclosures/index.ts';
import type { VenueEvent } from '../domain/venue/index.ts';
import { tell, type Effects } from './effects.ts';

export const isOfDisclosures = (event: VenueEvent): event is DisclosuresEvent =>
  event.kind.startsWith('disclosures.');

/** That something was told or asked is no secret; what it is, each reader is told as far as they may know. */
export function disclosuresChanged(effects: Effects, event: DisclosuresEvent): void {
  if ('question' in event) tell(effects, 'public', `questions:${event.offer}`, `question:${event.question}`);
  else tell(effects, 'public', `disclosures:${event.listing}`, `disclosure:${event.disclosure}`);
}

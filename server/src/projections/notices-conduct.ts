import type { NoticeKind } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { ConductEvent } from '../domain/conduct/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { tell, type Effects } from './effects.ts';

/** Whom, which message, and what it is about. */
export type ConductNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

const kinds: Readonly<Partial<Record<ConductEvent['kind'], NoticeKind>>> = {
  'conduct.complained': 'complaint_received',
  'conduct.admitted': 'complaint_admissible',
  'conduct.extended': 'complaint_extended',
  'conduct.answered': 'complaint_answered',
  'conduct.closed': 'complaint_closed',
};

export const isOfConduct = (event: VenueEvent): event is ConductEvent => event.kind.startsWith('conduct.');

const kindOf = (event: ConductEvent): NoticeKind | undefined =>
  event.kind === 'conduct.closed' && event.as.outcome === 'inadmissible'
    ? 'complaint_inadmissible'
    : kinds[event.kind];

/** What the author of a complaint is told: the acknowledgement at once, then all that the venue says. */
export function conductNotice(state: VenueState, event: ConductEvent): ConductNotice | null {
  const kind = kindOf(event);
  if (kind === undefined || !('complaint' in event)) return null;
  const complaint = state.conduct.complaints.get(event.complaint);
  if (complaint === undefined) return null;
  const until = new Date(complaint.dueAt).toISOString();
  return [complaint.person, kind, { complaint: complaint.id, until }];
}

/** Complaints are news for their author and the desk; conflicts and fees for everybody. */
export function conductChanged(effects: Effects, state: VenueState, event: ConductEvent): void {
  if ('complaint' in event) {
    const author = state.conduct.complaints.get(event.complaint)?.person;
    const names = ['complaints', `complaint:${event.complaint}`];
    if (author !== undefined) tell(effects, author, ...names);
    tell(effects, 'operators', ...names);
  } else if (event.kind === 'conduct.fees_set') tell(effects, 'public', 'fees');
  else if (event.kind !== 'conduct.swept') tell(effects, 'public', 'conflicts');
}

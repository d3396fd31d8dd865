import type { NoticeKind } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { openChecks } from '../domain/dossier/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';

type DossierNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

/** Who acts for an issuer is told when others begin or cease to, and when the venue has checked all there is to check. */
export function dossierNotices(state: VenueState, event: VenueEvent): readonly DossierNotice[] {
  if (event.kind !== 'organisations.represented' && event.kind !== 'dossier.checked') return [];
  const { organisation } = event;
  const people = state.organisations.organisations.get(organisation)?.representatives ?? [];
  if (event.kind === 'dossier.checked') {
    const done = event.tick !== null && openChecks(state.dossier, organisation).length === 0;
    return done ? people.map((person) => [person, 'issuer_checked', { organisation }]) : [];
  }
  const kind = event.acts ? 'representative_added' : 'representative_removed';
  return [...new Set([...people, event.person])].map((person) => [
    person,
    person === event.person ? `${kind}_you` : kind,
    { organisation },
  ]);
}

import type { Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import { checkItems, partNames } from '../../server/src/domain/dossier/index.ts';
import type { VenueEvent } from '../../server/src/domain/venue/index.ts';

const sealed = (words: string) => ({ ref: words, hash: `hash of ${words}` });

/** That an organisation has told all of itself, and an operator found it in order: facts, whoever did it how. */
export function dossierFacts(
  organisation: OrganisationId,
  issuer: PersonId,
  operator: PersonId,
  at: Millis,
): VenueEvent[] {
  const as = { words: sealed('dossier'), gaps: [], by: issuer, at };
  const saved = partNames.map((part): VenueEvent => {
    const offers = part === 'offers' ? [] : null;
    return { kind: 'dossier.saved', organisation, part, as, offers, lapsed: [] };
  });
  const reason = sealed('in order');
  const tick = { by: operator, at, reason, document: null };
  const checked = checkItems.map((item): VenueEvent => ({
    kind: 'dossier.checked',
    organisation,
    item,
    tick,
    by: operator,
    reason,
    document: null,
    at,
  }));
  return [...saved, ...checked];
}

import type { DocumentsEvent } from '../domain/documents/index.ts';
import type { DossierEvent } from '../domain/dossier/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { tell, type Effects } from './effects.ts';

export const isOfDossiers = (event: VenueEvent): event is DossierEvent | DocumentsEvent =>
  event.kind.startsWith('dossier.') || event.kind.startsWith('documents.');

/** Those who act for the issuer and operators read again; of the documents of what is admitted, everybody. */
export function dossierChanged(
  effects: Effects,
  state: VenueState,
  event: DossierEvent | DocumentsEvent,
): void {
  const document =
    'document' in event && event.document !== null ? state.documents.byId.get(event.document) : undefined;
  const organisation = 'organisation' in event ? event.organisation : document?.organisation;
  if (organisation === undefined) return;
  const people = state.organisations.organisations.get(organisation)?.representatives ?? [];
  for (const reader of ['operators' as const, ...people]) tell(effects, reader, `dossier:${organisation}`);
  if (document === undefined || event.kind === 'dossier.checked') return;
  for (const { id, organisation: of, transitions } of state.listings.listings.values()) {
    const admitted = transitions.some(({ to }) => to === 'approved');
    const shown = of === organisation && (document.listing ?? id) === id;
    if (admitted && shown) tell(effects, 'public', `documents:${id}`);
  }
}

import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { isGone, type DocumentsState } from '../documents/index.ts';
import { standsFor, type OrganisationsState } from '../organisations/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { DossierCommand, DossierEvent } from './events.ts';
import { dossierOf, type CheckItem, type DossierState } from './state.ts';

export interface ChecksView {
  readonly dossier: DossierState;
  readonly documents: DocumentsState;
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
}
type CheckCommand = Extract<DossierCommand, { kind: 'dossier.check' }>;

/** ECSPR art. 5(2) asks for evidence of these; the others rest on what an operator looked up and says. */
const withEvidence: ReadonlySet<CheckItem> = new Set(['criminal_record', 'register_extract']);

function evidenceRefusal({ documents }: ChecksView, command: CheckCommand): Rejection | null {
  const { document: id, item, organisation, clear } = command;
  if (id === null) return clear && withEvidence.has(item) ? reject('evidence_needed', { item }) : null;
  const document = documents.byId.get(id);
  return document === undefined || isGone(document) || document.organisation !== organisation
    ? reject('not_found')
    : null;
}

/**
 * Ticks a point of the due diligence or takes the tick back. Nobody checks an issuer that one of their accounts acts for.
 * Precedence: conflict_of_interest, not_found (of the evidence), evidence_needed, nothing_to_change.
 */
export function decideCheck(view: ChecksView, command: CheckCommand, ctx: Context): Decision<DossierEvent> {
  const { organisation, item, clear, document, reason } = command;
  if (standsFor(view, ctx.actor, organisation)) return refuse(reject('conflict_of_interest'));
  const refusal = evidenceRefusal(view, command);
  if (refusal !== null) return refuse(refusal);
  if (!clear && !dossierOf(view.dossier, organisation).ticks.has(item))
    return refuse(reject('nothing_to_change'));
  const by = ctx.actor as PersonId;
  const tick = clear ? { by, at: ctx.at, reason, document } : null;
  return accept([{ kind: 'dossier.checked', organisation, item, tick, by, reason, document, at: ctx.at }]);
}

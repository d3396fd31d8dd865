import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { DocumentId, Millis, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import type { DossierState } from '../dossier/index.ts';
import type { ListingsState } from '../listings/index.ts';
import { represents, type OrganisationsState } from '../organisations/index.ts';
import { hasRole, type PeopleState } from '../people/index.ts';
import type { DocumentsCommand, DocumentsEvent } from './events.ts';
import { isGone, keptBy, type Document, type DocumentsState } from './state.ts';

export * from './events.ts';
export * from './state.ts';

interface View {
  readonly documents: DocumentsState;
  readonly dossier: DossierState;
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
  readonly listings: ListingsState;
  /** Reports that issuers have filed: as much of them as the documents that go with them. */
  readonly duties: {
    readonly reports: ReadonlyMap<
      string,
      { readonly status: string; readonly filing: { readonly documents: readonly DocumentId[] } | null }
    >;
  };
}
type Of<K extends DocumentsCommand['kind']> = Extract<DocumentsCommand, { kind: K }>;

/** On whose side the actor stands towards the organisation; null for somebody else's. */
function sideOf(view: View, actor: string, organisation: Document['organisation']): Document['side'] | null {
  if (represents(view.organisations, actor, organisation)) return 'issuer';
  return hasRole(view.people, actor, 'operator') ? 'venue' : null;
}

/** Precedence: not_found, not_allowed, document_quota_exceeded. */
function decideAdd(view: View, command: Of<'documents.add'>, ctx: Context): Decision<DocumentsEvent> {
  const { kind: _kind, organisation, ...rest } = command;
  const listing = command.listing === null ? undefined : view.listings.listings.get(command.listing);
  if (!view.organisations.organisations.has(organisation)) return refuse(reject('not_found'));
  if (command.listing !== null && listing?.organisation !== organisation) return refuse(reject('not_found'));
  const side = sideOf(view, ctx.actor, organisation);
  // What only operators see is theirs to bring.
  if (side === null || (side === 'issuer' && command.visibility === 'operators'))
    return refuse(reject('not_allowed'));
  const { bytes, files } = keptBy(view.documents, organisation);
  if (bytes + command.size > policy.documentQuotaBytes || files >= policy.documentQuotaFiles)
    return refuse(reject('document_quota_exceeded', { bytes, files }));
  const document = ctx.newId('document') as DocumentId;
  const as = { ...rest, organisation, id: document, by: ctx.actor as PersonId, side, at: ctx.at };
  return accept([{ kind: 'documents.added', document, organisation, as }], { document });
}

/** Whether investors may be relying on it: it is public while the issue, or one of the organisation's, is before them. */
function isReliedOn(view: View, { organisation, listing, visibility }: Document): boolean {
  if (visibility !== 'public') return false;
  for (const one of view.listings.listings.values())
    if (one.organisation === organisation && one.status === 'live' && (listing ?? one.id) === one.id)
      return true;
  return false;
}

const isEvidence = ({ dossier }: View, { id, organisation }: Document): boolean =>
  [...(dossier.byOrganisation.get(organisation)?.ticks.values() ?? [])].some(
    ({ document }) => document === id,
  );

/** Whether a report that was filed rests on it; what changes were asked for may go with other documents. */
function isFiled({ duties }: View, { id }: Document): boolean {
  for (const { status, filing } of duties.reports.values())
    if (status !== 'changes_requested' && filing?.documents.includes(id) === true) return true;
  return false;
}

function removalRefusal(view: View, document: Document, ctx: Context): Rejection | null {
  const side = sideOf(view, ctx.actor, document.organisation);
  if (side === null || (side === 'issuer' && document.side === 'venue')) return reject('not_allowed');
  if (isGone(document)) return reject('illegal_state', { status: 'removed' });
  // Operators take away what must not be read, whoever reads it; what a check rests on stays for whoever checks the check.
  const kept =
    isEvidence(view, document) ||
    (side === 'issuer' && (isReliedOn(view, document) || isFiled(view, document)));
  return kept ? reject('document_in_use') : null;
}

function showRefusal(
  view: View,
  document: Document,
  to: Document['visibility'],
  ctx: Context,
): Rejection | null {
  const side = sideOf(view, ctx.actor, document.organisation);
  if (side !== document.side || (side === 'issuer' && to === 'operators')) return reject('not_allowed');
  if (isGone(document)) return reject('not_found');
  return to !== 'public' && isReliedOn(view, document) ? reject('document_in_use') : null;
}

/** Files of issuers. Precedence: not_found, not_allowed, illegal_state, document_in_use. */
export function decideDocuments(
  view: View,
  command: DocumentsCommand,
  ctx: Context,
): Decision<DocumentsEvent> {
  if (command.kind === 'documents.add') return decideAdd(view, command, ctx);
  const document = view.documents.byId.get(command.document);
  if (document === undefined) return refuse(reject('not_found'));
  const { id } = document;
  if (command.kind === 'documents.show') {
    const refusal = showRefusal(view, document, command.visibility, ctx);
    if (refusal !== null) return refuse(refusal);
    return accept([{ kind: 'documents.shown', document: id, visibility: command.visibility }]);
  }
  const refusal = removalRefusal(view, document, ctx);
  if (refusal !== null) return refuse(refusal);
  const by = ctx.actor as PersonId;
  return accept([{ kind: 'documents.removed', document: id, by, reason: command.reason, at: ctx.at }]);
}

/** What is gone takes no room of what its organisation may keep. */
function makeRoom(state: DocumentsState, { organisation, size }: Document): void {
  const { bytes, files } = keptBy(state, organisation);
  state.kept.set(organisation, { bytes: bytes - size, files: files - 1 });
}

function sweep(state: DocumentsState, id: DocumentId, at: Millis): void {
  const document = existing(state.byId, id, 'document');
  document.sweptAt = at;
  if (document.removed === null) makeRoom(state, document);
}

export function evolveDocuments(state: DocumentsState, event: DocumentsEvent): void {
  if (event.kind === 'documents.added') {
    state.byId.set(event.document, { ...event.as, removed: null, sweptAt: null });
    const { bytes, files } = keptBy(state, event.organisation);
    state.kept.set(event.organisation, { bytes: bytes + event.as.size, files: files + 1 });
    return;
  }
  if (event.kind === 'documents.swept') {
    for (const id of event.documents) sweep(state, id, event.at);
    return;
  }
  const document = existing(state.byId, event.document, 'document');
  if (event.kind === 'documents.shown') {
    document.visibility = event.visibility;
    return;
  }
  const { by, reason, at } = event;
  document.removed = { by, reason, at };
  makeRoom(state, document);
}

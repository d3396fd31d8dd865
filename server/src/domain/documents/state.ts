import type { DocumentId, ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed, Swept } from '../core/index.ts';

/** Who may see a document: everybody, the issuer and operators, or operators alone. */
export type Visibility = 'public' | 'issuer' | 'operators';

/** A file of an organisation, by reference and hash; its bytes and its name are sealed. */
export interface Document {
  readonly id: DocumentId;
  readonly organisation: OrganisationId;
  /** Null for a document of the organisation as such. */
  readonly listing: ListingId | null;
  readonly documentKind: string;
  /** As its content tells. */
  readonly type: string;
  readonly name: Sealed;
  readonly content: Sealed;
  readonly size: number;
  readonly by: PersonId;
  /** Whether somebody of the issuer brought it, or an operator. */
  readonly side: 'issuer' | 'venue';
  readonly at: Millis;
  visibility: Visibility;
  removed: { readonly at: Millis; readonly by: PersonId; readonly reason: Sealed } | null;
  /** When its name and bytes were destroyed, their time being over. */
  sweptAt: Millis | null;
}

/** Whether its bytes are no longer there: taken away, or kept for as long as they are to be. */
export const isGone = ({ removed, sweptAt }: Document): boolean => removed !== null || sweptAt !== null;

/** What an organisation keeps; what was removed takes no room. */
export interface Kept {
  bytes: number;
  files: number;
}

export interface DocumentsState {
  readonly byId: Map<DocumentId, Document>;
  readonly kept: Map<OrganisationId, Kept>;
}
export const initialDocuments = (): DocumentsState => ({ byId: new Map(), kept: new Map() });

export const keptBy = (state: DocumentsState, organisation: OrganisationId): Readonly<Kept> =>
  state.kept.get(organisation) ?? { bytes: 0, files: 0 };

/** References of the files that are still there. */
export function filesOf({ byId }: DocumentsState): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const one of byId.values()) if (!isGone(one)) refs.add(one.content.ref);
  return refs;
}

/** Files, names and reasons of documents whose time is over. */
export const sweptDocuments = ({ byId }: DocumentsState): Swept => ({
  subjects: [],
  refs: [...byId.values()].flatMap(({ sweptAt, name, content, removed }) =>
    sweptAt === null ? [] : [name.ref, content.ref, ...(removed === null ? [] : [removed.reason.ref])],
  ),
});

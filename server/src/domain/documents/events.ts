import type { DocumentId, ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type { Document, Visibility } from './state.ts';

export type DocumentsCommand =
  | {
      readonly kind: 'documents.add';
      readonly organisation: OrganisationId;
      readonly listing: ListingId | null;
      readonly documentKind: string;
      readonly type: string;
      readonly visibility: Visibility;
      readonly name: Sealed;
      readonly content: Sealed;
      /** Bytes. */
      readonly size: number;
    }
  | { readonly kind: 'documents.show'; readonly document: DocumentId; readonly visibility: Visibility }
  | { readonly kind: 'documents.remove'; readonly document: DocumentId; readonly reason: Sealed };

export type DocumentsEvent =
  | {
      readonly kind: 'documents.added';
      readonly document: DocumentId;
      readonly organisation: OrganisationId;
      readonly as: Omit<Document, 'removed' | 'sweptAt'>;
    }
  | { readonly kind: 'documents.shown'; readonly document: DocumentId; readonly visibility: Visibility }
  | {
      readonly kind: 'documents.removed';
      readonly document: DocumentId;
      readonly by: PersonId;
      readonly reason: Sealed;
      readonly at: Millis;
    }
  /** Their time being over, names and bytes are kept no longer. */
  | { readonly kind: 'documents.swept'; readonly documents: readonly DocumentId[]; readonly at: Millis };

const both = ['enterprise', 'operator'] as const;
export const documentsNeeds: Needs<DocumentsCommand> = {
  'documents.add': both,
  'documents.show': both,
  'documents.remove': both,
};

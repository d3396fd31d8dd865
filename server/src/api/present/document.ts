import type { DocumentKind, DocumentType, DocumentView } from '@piazza/shared/contract';
import type { Document } from '../../domain/documents/index.ts';
import type { ApiContext } from '../context.ts';
import { erasedName } from './words.ts';

/** A document as whoever may see it reads of it. */
export async function presentDocument(context: ApiContext, document: Document): Promise<DocumentView> {
  const { id, organisation, listing, documentKind, type, size, visibility, at, removed, sweptAt } = document;
  const words = await context.vault.open<{ readonly name: string }>(document.name);
  return {
    id,
    organisationId: organisation,
    listingId: listing,
    kind: documentKind as DocumentKind,
    type: type as DocumentType,
    name: words?.name ?? erasedName,
    size,
    visibility,
    at,
    removedAt: removed?.at ?? sweptAt,
  };
}

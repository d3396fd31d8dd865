import { z } from 'zod';
import { policy } from '../policy/index.ts';
import { documentKinds, documentView, visibilities } from './dossier-parts.ts';
import { documentId, endpoint, file, line, listingId, organisationId, reason } from './kit.ts';

const params = z.object({ documentId });
const list = z.object({ items: z.array(documentView) });

/** Files of organisations and listings. */
export const documentEndpoints = {
  'documents.upload': endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/documents',
    summary:
      'Upload a document: PDF, PNG, JPEG, text or CSV in UTF-8, DOCX, XLSX, ODT. Its type is told by its content.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params: z.object({ organisationId }),
    query: z.object({
      name: line(200),
      kind: z.enum(documentKinds),
      visibility: z.enum(visibilities),
      /** Of which issue it is; absent for a document of the organisation as such. */
      listingId: listingId.optional(),
    }),
    upload: true,
    reply: documentView,
    status: 201,
    rejections: ['not_found', 'document_refused', 'document_quota_exceeded', 'conflict_of_interest'],
    example: {
      params: { organisationId: '$organisation' },
      query: { name: 'Bilancio.csv', kind: 'balance_sheet', visibility: 'issuer' },
      upload: 'voce;euro\r\ncassa;100\r\n',
    },
    command: true,
    maxBody: policy.documentMaxBytes,
    perMinute: 30,
  }),
  'documents.ofOrganisation': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/documents',
    summary: 'Documents of an organisation and its issues that the reader may see.',
    access: 'public',
    ownership: 'none',
    params: z.object({ organisationId }),
    reply: list,
    status: 200,
    rejections: ['not_found'],
    example: { params: { organisationId: '$organisation' } },
    command: false,
  }),
  'documents.ofListing': endpoint({
    method: 'GET',
    path: '/listings/:listingId/documents',
    summary: 'Documents of an issue and of its organisation that the reader may see.',
    access: 'public',
    ownership: 'none',
    params: z.object({ listingId }),
    reply: list,
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$draft' } },
    command: false,
  }),
  'documents.download': endpoint({
    method: 'GET',
    path: '/documents/:documentId/content',
    summary: 'The file itself, always to be kept and never shown in place.',
    access: 'public',
    ownership: 'none',
    params,
    reply: file,
    media: 'application/octet-stream',
    status: 200,
    rejections: ['not_found'],
    example: { params: { documentId: '$document' } },
    command: false,
  }),
  'documents.show': endpoint({
    method: 'PUT',
    path: '/documents/:documentId/visibility',
    summary: 'Who may see a document. What investors rely on is not hidden again.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params,
    body: z.object({ visibility: z.enum(visibilities) }),
    reply: documentView,
    status: 200,
    rejections: ['not_found', 'document_in_use', 'conflict_of_interest'],
    example: { params: { documentId: '$document' }, body: { visibility: 'public' } },
    command: true,
  }),
  'documents.remove': endpoint({
    method: 'POST',
    path: '/documents/:documentId/remove',
    summary: 'Remove a document: that it was there stays known, its bytes are destroyed.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params,
    body: z.object({ reason }),
    reply: documentView,
    status: 200,
    rejections: ['not_found', 'document_in_use', 'illegal_state', 'conflict_of_interest'],
    example: { params: { documentId: '$document' }, body: { reason: 'A newer one is there' } },
    command: true,
  }),
} as const;

import type { DocumentView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { DocumentId, ListingId, OrganisationId } from '@piazza/shared/values';
import { inspect } from '../documents/intake.ts';
import { isGone, type Document } from '../domain/documents/index.ts';
import type { Listing } from '../domain/listings/index.ts';
import { represents } from '../domain/organisations/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { SealedRef } from '../vault/sealed.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { presentDocument } from './present/document.ts';
import { isPublicListing } from './present/listing.ts';

type Names =
  | 'documents.upload'
  | 'documents.ofOrganisation'
  | 'documents.ofListing'
  | 'documents.download'
  | 'documents.show'
  | 'documents.remove';

const notFound = (): Refused => new Refused(reject('not_found'));

/** Where the reader stands towards an organisation. */
function standing(state: VenueState, caller: Principal | null, organisation: OrganisationId) {
  const operator = caller?.roles.has('operator') ?? false;
  const issuer = caller !== null && represents(state.organisations, caller.personId, organisation);
  return { operator, issuer };
}

/** Whether the reader may see the document: what is of an issue that is not admitted is nobody else's business. */
function maySee(state: VenueState, caller: Principal | null, document: Document): boolean {
  const { operator, issuer } = standing(state, caller, document.organisation);
  if (operator || (issuer && document.visibility !== 'operators')) return true;
  if (document.visibility !== 'public' || isGone(document)) return false;
  const listing = document.listing === null ? undefined : state.listings.listings.get(document.listing);
  return listing === undefined || isPublicListing(listing);
}

const pickDocument = (state: VenueState, caller: Principal | null, id: DocumentId): Document => {
  const document = state.documents.byId.get(id);
  if (document === undefined || !maySee(state, caller, document)) throw notFound();
  return document;
};

/** Those who know of the document but are not its own are told that it is not theirs. */
const requireSide = (state: VenueState, caller: Principal, organisation: OrganisationId): void => {
  const { operator, issuer } = standing(state, caller, organisation);
  if (!operator && !issuer) throw new Refused(reject('not_allowed'));
};

async function present(context: ApiContext, caller: Principal, id: DocumentId): Promise<DocumentView> {
  return presentDocument(context, await context.exchange.read((state) => pickDocument(state, caller, id)));
}

/** Newest first; what was removed is shown to those who could do it. */
async function list(
  context: ApiContext,
  caller: Principal | null,
  pick: (state: VenueState) => (document: Document) => boolean,
): Promise<{ items: DocumentView[] }> {
  const documents = await context.exchange.read((state) =>
    [...state.documents.byId.values()].filter(pick(state)).filter((one) => maySee(state, caller, one)),
  );
  const items = await Promise.all(documents.map((one) => presentDocument(context, one)));
  return { items: items.toReversed() };
}

interface Adding {
  readonly subject: string;
  readonly name: string;
  readonly type: DocumentView['type'];
}

/** Gives the command; whatever the core does not keep of what was sealed for it is destroyed at once. */
async function add(
  context: ApiContext,
  { caller, params, query, bytes, key }: Call<'documents.upload'>,
  { subject, name, type }: Adding,
  content: SealedRef,
): Promise<DocumentId> {
  const command = {
    kind: 'documents.add' as const,
    organisation: params.organisationId,
    listing: query.listingId ?? null,
    documentKind: query.kind,
    type,
    visibility: query.visibility,
    name: await context.vault.seal(subject, { name }),
    content,
    size: bytes.length,
  };
  const { document } = await context.exchange.command(command, caller.personId, key);
  const kept = await context.exchange.read((state) => state.documents.byId.get(document as DocumentId));
  if (kept?.content.ref !== content.ref) await context.vault.removeFile(content.ref);
  return document as DocumentId;
}

async function upload(context: ApiContext, call: Call<'documents.upload'>): Promise<DocumentView> {
  const { caller, params, query, bytes } = call;
  const { subject } = await context.exchange.read((state) => {
    const organisation = state.organisations.organisations.get(params.organisationId);
    if (organisation === undefined) throw notFound();
    requireSide(state, caller, organisation.id);
    return { subject: organisation.subject };
  });
  const found = await inspect(query.name, bytes, context.scanner);
  if ('refused' in found) throw new Refused(reject('document_refused', { why: found.refused }));
  const content = await context.vault.sealFile(subject, bytes);
  try {
    return await present(context, caller, await add(context, call, { subject, ...found }, content));
  } catch (error) {
    if (error instanceof Refused) await context.vault.removeFile(content.ref);
    throw error;
  }
}

async function remove(context: ApiContext, call: Call<'documents.remove'>): Promise<DocumentView> {
  const { caller, params, body, key } = call;
  const { subject, content } = await context.exchange.read((state) => {
    const document = pickDocument(state, caller, params.documentId);
    requireSide(state, caller, document.organisation);
    const organisation = state.organisations.organisations.get(document.organisation);
    return { subject: organisation?.subject ?? '', content: document.content };
  });
  const reason = await context.vault.seal(subject, body);
  const command = { kind: 'documents.remove' as const, document: params.documentId, reason };
  await context.exchange.command(command, caller.personId, key);
  // Only once it is durable that it was removed; after a crash in between the upkeep does it.
  await context.vault.removeFile(content.ref);
  return present(context, caller, params.documentId);
}

const requireListing = (state: VenueState, caller: Principal | null, id: ListingId): Listing => {
  const listing = state.listings.listings.get(id);
  if (listing === undefined) throw notFound();
  const { operator, issuer } = standing(state, caller, listing.organisation);
  if (!operator && !issuer && !isPublicListing(listing)) throw notFound();
  return listing;
};

export const documentsHandlers = (context: ApiContext): Handlers<Names> => ({
  'documents.upload': (call) => upload(context, call),
  'documents.ofOrganisation': ({ caller, params }) =>
    list(context, caller, (state) => {
      if (!state.organisations.organisations.has(params.organisationId)) throw notFound();
      return ({ organisation }) => organisation === params.organisationId;
    }),
  'documents.ofListing': ({ caller, params }) =>
    list(context, caller, (state) => {
      const { id, organisation } = requireListing(state, caller, params.listingId);
      return (one) => one.organisation === organisation && (one.listing ?? id) === id && !isGone(one);
    }),
  'documents.download': async ({ caller, params }) => {
    const { name, content } = await context.exchange.read((state) => {
      const document = pickDocument(state, caller, params.documentId);
      if (isGone(document)) throw notFound();
      return document;
    });
    const words = await context.vault.open<{ readonly name: string }>(name);
    const bytes = await context.vault.openFile(content);
    // Erased with its organisation's key.
    if (words === undefined || bytes === undefined) throw notFound();
    return { name: words.name, bytes: new Uint8Array(bytes) };
  },
  'documents.show': async ({ caller, params, body, key }) => {
    await context.exchange.read((state) => {
      const { organisation } = pickDocument(state, caller, params.documentId);
      requireSide(state, caller, organisation);
    });
    const { visibility } = body;
    const command = { kind: 'documents.show' as const, document: params.documentId, visibility };
    await context.exchange.command(command, caller.personId, key);
    return present(context, caller, params.documentId);
  },
  'documents.remove': (call) => remove(context, call),
});

import { draftGaps, emptyDraft, type Draft } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { ListingId, Millis } from '@piazza/shared/values';
import type { ListingContent } from '../domain/listings/index.ts';
import { represents } from '../domain/organisations/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import { auditStream, type AuditLine } from '../projections/audit.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { historyPage } from './paging.ts';
import {
  isPublicListing,
  pickListing,
  presentListing,
  presentSummary,
  type SealedWords,
} from './present/listing.ts';
import { personName } from './present/words.ts';
import { contentNow, fileSheet, pickSheet } from './sheets.ts';

type Names =
  | 'listings.create'
  | 'listings.mine'
  | 'listings.read'
  | 'listings.saveDraft'
  | 'listings.submit'
  | 'listings.withdraw'
  | 'listings.revise'
  | 'listings.publish'
  | 'review.queue'
  | 'review.take'
  | 'review.requestChanges'
  | 'review.approve'
  | 'audit.read';

/** Seals the words of a draft; its facts, gaps and the hash that reviewers approve go with the command. */
async function sealDraft(context: ApiContext, subject: string, draft: Draft): Promise<ListingContent> {
  const texts = await context.vault.seal(subject, draft.texts);
  const { facts } = draft;
  const contentHash = sha256(canonicalJson({ texts: texts.hash, facts }));
  return { texts, facts, contentHash, gaps: draftGaps(draft) };
}

/** Whether the caller is of the issuer or an operator. */
export const isInside = (state: VenueState, caller: Principal | null, listing: ListingId): boolean => {
  const { organisation } = pickListing(state, listing);
  return (
    caller !== null &&
    (caller.roles.has('operator') || represents(state.organisations, caller.personId, organisation.id))
  );
};

async function show(context: ApiContext, caller: Principal | null, id: ListingId) {
  const { pick, inside } = await context.exchange.read((state) => ({
    pick: pickListing(state, id),
    inside: isInside(state, caller, id),
  }));
  // A listing that is not admitted does not exist for the public.
  if (!inside && !isPublicListing(pick.listing)) throw new Refused(reject('not_found'));
  return presentListing(context, pick, { inside, person: caller?.personId ?? null });
}

async function subjectOf(context: ApiContext, id: ListingId): Promise<string> {
  const { organisation } = await context.exchange.read((state) => pickListing(state, id));
  return organisation.subject;
}

const seal = async (context: ApiContext, id: ListingId, words: SealedWords) =>
  context.vault.seal(await subjectOf(context, id), words);

/** The key investment information sheet of a listing as it stands, to be handed in with it. */
async function sheetOfDraft(context: ApiContext, id: ListingId) {
  const pick = await context.exchange.read((state) => pickSheet(state, id));
  const content = await contentNow(context, pick, context.exchange.now() as Millis);
  return fileSheet(context, pick.organisation.subject, content, pick.listing.content.contentHash);
}

const moveBack = async (
  context: ApiContext,
  kind: 'listings.withdraw' | 'listings.revise',
  { caller, params, body, key }: Call<'listings.withdraw' | 'listings.revise'>,
) => {
  const reason = await seal(context, params.listingId, { reason: body.reason });
  await context.exchange.command({ kind, listing: params.listingId, reason }, caller.personId, key);
  return show(context, caller, params.listingId);
};

type Issuers =
  | 'listings.create'
  | 'listings.saveDraft'
  | 'listings.submit'
  | 'listings.withdraw'
  | 'listings.revise'
  | 'listings.publish';

const issuerHandlers = (context: ApiContext): Handlers<Issuers> => ({
  'listings.create': async ({ caller, body, key }) => {
    const found = await context.exchange.read((state) =>
      state.organisations.organisations.get(body.organisationId),
    );
    if (found === undefined) throw new Refused(reject('not_found'));
    const content = await sealDraft(context, found.subject, emptyDraft);
    const command = { kind: 'listings.create' as const, organisation: body.organisationId, content };
    const { listing } = await context.exchange.command(command, caller.personId, key);
    return show(context, caller, listing as ListingId);
  },
  'listings.saveDraft': async ({ caller, params, body, key }) => {
    const content = await sealDraft(context, await subjectOf(context, params.listingId), body.draft);
    const command = {
      kind: 'listings.saveDraft' as const,
      listing: params.listingId,
      revision: body.revision,
      content,
    };
    await context.exchange.command(command, caller.personId, key);
    return show(context, caller, params.listingId);
  },
  'listings.submit': async ({ caller, params, key }) => {
    const sheet = await sheetOfDraft(context, params.listingId);
    await context.exchange.command(
      { kind: 'listings.submit', listing: params.listingId, sheet },
      caller.personId,
      key,
    );
    return show(context, caller, params.listingId);
  },
  'listings.withdraw': (call) => moveBack(context, 'listings.withdraw', call),
  'listings.revise': (call) => moveBack(context, 'listings.revise', call),
  'listings.publish': async ({ caller, params, key }) => {
    await context.exchange.command(
      { kind: 'offers.publish', listing: params.listingId },
      caller.personId,
      key,
    );
    return show(context, caller, params.listingId);
  },
});

const approve = async (context: ApiContext, { caller, params, body, key }: Call<'review.approve'>) => {
  const { reason, ...confirmed } = body;
  const words = await seal(context, params.listingId, { reason });
  const command = { kind: 'review.approve' as const, listing: params.listingId, ...confirmed, words };
  await context.exchange.command(command, caller.personId, key);
  return show(context, caller, params.listingId);
};

const waiting: ReadonlySet<string> = new Set(['submitted', 'under_review', 'changes_requested', 'approved']);

type Desk = 'review.queue' | 'review.take' | 'review.requestChanges' | 'review.approve' | 'audit.read';

const deskHandlers = (context: ApiContext): Handlers<Desk> => ({
  'review.queue': async ({ caller }) => {
    const picks = await context.exchange.read((state) =>
      [...state.listings.listings.values()]
        .filter((listing) => waiting.has(listing.status))
        .map((listing) => pickListing(state, listing.id)),
    );
    const items = await Promise.all(picks.map((pick) => presentSummary(context, pick, caller.personId)));
    return { items: items.toSorted((a, b) => a.since - b.since) };
  },
  'review.take': async ({ caller, params, key }) => {
    await context.exchange.command({ kind: 'review.take', listing: params.listingId }, caller.personId, key);
    return show(context, caller, params.listingId);
  },
  'review.requestChanges': async ({ caller, params, body, key }) => {
    const words = await seal(context, params.listingId, body);
    await context.exchange.command(
      { kind: 'review.requestChanges', listing: params.listingId, words },
      caller.personId,
      key,
    );
    return show(context, caller, params.listingId);
  },
  'review.approve': (call) => approve(context, call),
  'audit.read': async ({ query }) => {
    await context.historySettled();
    const page = await historyPage<AuditLine>(context.history, auditStream(query.object), query);
    const items = page.items.map(async ({ seq, at, by, kind, events }) => ({
      seq: seq as never,
      at: at as never,
      by: await personName(context, by),
      kind,
      facts: { events: [...events] },
    }));
    return { items: await Promise.all(items), next: page.next };
  },
});

export const listingsHandlers = (context: ApiContext): Handlers<Names> => ({
  ...issuerHandlers(context),
  ...deskHandlers(context),
  'listings.mine': async ({ caller }) => {
    const picks = await context.exchange.read((state) =>
      [...state.listings.listings.values()]
        .filter((listing) => represents(state.organisations, caller.personId, listing.organisation))
        .map((listing) => pickListing(state, listing.id)),
    );
    const items = await Promise.all(picks.map((pick) => presentSummary(context, pick, caller.personId)));
    return { items: items.toReversed() };
  },
  'listings.read': ({ caller, params }) => show(context, caller, params.listingId),
});

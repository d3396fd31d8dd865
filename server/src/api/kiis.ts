import type { KiisVersion, KiisView, Locale } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { ListingId } from '@piazza/shared/values';
import type { SheetVersion } from '../domain/listings/index.ts';
import type { SheetContent } from '../kiis/content.ts';
import { wordSheet } from '../kiis/sheet.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Handlers, type Principal } from './handler.ts';
import { isInside } from './listings.ts';
import { isPublicListing } from './present/listing.ts';
import { contentNow, feesInForce, lengthOf, openSheet, pdfOf, pickSheet, type SheetPick } from './sheets.ts';

type Names = 'kiis.read' | 'kiis.pdf' | 'kiis.versions' | 'kiis.diff';

/** The listing, if whoever asks may know of it: everybody once it is admitted, before that its issuer and operators. */
async function pickFor(
  context: ApiContext,
  caller: Principal | null,
  id: ListingId,
): Promise<SheetPick & { readonly inside: boolean }> {
  const pick = await context.exchange.read((state) => ({
    ...pickSheet(state, id),
    inside: isInside(state, caller, id),
  }));
  if (!pick.inside && !isPublicListing(pick.listing)) throw new Refused(reject('not_found'));
  return pick;
}

interface Found {
  readonly content: SheetContent;
  readonly filed: Pick<SheetVersion, 'pages' | 'linesOver' | 'filedAt'>;
  readonly version: number | null;
  readonly inForceSince: SheetVersion['inForceSince'] | null;
}

async function openVersion(context: ApiContext, sheet: SheetVersion): Promise<Found> {
  const content = await openSheet(context, sheet.sealed);
  if (content === undefined) throw new Refused(reject('not_found'));
  // Between the day it was handed in and the one on which it came into force there may have been other fees.
  const fees = await feesInForce(context, sheet.inForceSince);
  const { version, inForceSince } = sheet;
  return { content: { ...content, fees }, filed: sheet, version, inForceSince };
}

const drafting: ReadonlySet<string> = new Set(['draft', 'submitted', 'under_review', 'changes_requested']);

/**
 * A version of the sheet; without a number the one in force. What is being written, and what was admitted before
 * sheets were kept, is made from the listing as it stands.
 */
async function find(
  context: ApiContext,
  pick: SheetPick & { readonly inside: boolean },
  asked: number | undefined,
): Promise<Found> {
  const { listing } = pick;
  if (asked !== undefined) {
    const version = listing.sheets[asked - 1];
    if (version === undefined) throw new Refused(reject('not_found'));
    return openVersion(context, version);
  }
  const newest = listing.sheets.at(-1);
  if (newest !== undefined && !(pick.inside && drafting.has(listing.status)))
    return openVersion(context, newest);
  const content = await contentNow(context, pick, listing.savedAt);
  const filed = { ...lengthOf(content), filedAt: listing.savedAt };
  return { content, filed, version: null, inForceSince: null };
}

function present(id: ListingId, found: Found, language: Locale): KiisView {
  const { footer: _footer, page: _page, parts, ...sheet } = wordSheet(found.content, language);
  const { pages, linesOver, filedAt } = found.filed;
  return {
    ...sheet,
    parts: parts.map(({ part, title, items }) => ({ part, title, items: [...items] })),
    listingId: id,
    version: found.version,
    pages,
    mostPages: policy.kiisPages,
    linesOver,
    filedAt,
    inForceSince: found.inForceSince,
  };
}

const presentVersion = ({ version, inForceSince, pages, disclosure }: SheetVersion): KiisVersion => ({
  version,
  inForceSince,
  pages,
  disclosureId: disclosure,
});

async function diff(
  context: ApiContext,
  { listing }: SheetPick,
  [from, to]: readonly [number, number],
  language: Locale,
) {
  const versions = [listing.sheets[from - 1], listing.sheets[to - 1]];
  const [older, newer] = versions;
  if (older === undefined || newer === undefined) throw new Refused(reject('not_found'));
  const [before, after] = [await openVersion(context, older), await openVersion(context, newer)];
  const texts = new Map(
    wordSheet(before.content, language).parts.flatMap(({ items }) =>
      items.map(({ field, text }) => [field, text]),
    ),
  );
  const parts = wordSheet(after.content, language).parts.map(({ part, title, items }) => ({
    part,
    title,
    items: items.map(({ field, label, text }) => {
      const was = texts.get(field) ?? '';
      return { field, label, before: was, after: text, changed: was !== text };
    }),
  }));
  return { from: presentVersion(older), to: presentVersion(newer), parts };
}

export const kiisHandlers = (context: ApiContext): Handlers<Names> => ({
  'kiis.read': async ({ caller, params, query }) => {
    const found = await find(context, await pickFor(context, caller, params.listingId), query.version);
    return present(params.listingId, found, query.language ?? 'it');
  },
  'kiis.pdf': async ({ caller, params, query }) => {
    const { content, version } = await find(
      context,
      await pickFor(context, caller, params.listingId),
      query.version,
    );
    const language = query.language ?? 'it';
    const bytes = await pdfOf(wordSheet(content, language), content);
    return { name: `kiis-${params.listingId}-${version ?? 'draft'}-${language}.pdf`, bytes };
  },
  'kiis.versions': async ({ caller, params }) => {
    const { listing } = await pickFor(context, caller, params.listingId);
    return { items: listing.sheets.map(presentVersion).toReversed() };
  },
  'kiis.diff': async ({ caller, params, query }) =>
    diff(
      context,
      await pickFor(context, caller, params.listingId),
      [query.from, query.to],
      query.language ?? 'it',
    ),
});

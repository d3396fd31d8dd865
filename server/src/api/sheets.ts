import type { Draft, Locale, Owners } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { ListingId, Millis } from '@piazza/shared/values';
import { feesAt } from '../domain/conduct/index.ts';
import type { Sealed } from '../domain/core/index.ts';
import type { FiledSheet } from '../domain/listings/index.ts';
import { dossierOf, type Dossier } from '../domain/dossier/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { sha256 } from '../kernel/canonical.ts';
import type { Layout } from '../kiis/layout.ts';
import type { Sheet, SheetContent, SheetFees } from '../kiis/content.ts';
import { layoutOf, renderPdf } from '../kiis/pdf.ts';
import { wordSheet } from '../kiis/sheet.ts';
import { createLru } from '../vault/lru.ts';
import type { ApiContext } from './context.ts';
import { readRegistration } from './present/dossier.ts';
import { listingFacts, pickListing, type ListingPick } from './present/listing.ts';
import { listingTexts, organisationProfile } from './present/words.ts';

const sheetLanguages: readonly Locale[] = ['it', 'en'];

/** What a sheet is made from, as the state has it. */
export interface SheetPick extends ListingPick {
  readonly completedOffers: number;
  readonly dossier: Dossier;
}

export function pickSheet(state: VenueState, id: ListingId): SheetPick {
  const pick = pickListing(state, id);
  let completedOffers = 0;
  for (const other of state.listings.listings.values())
    if (other.organisation === pick.organisation.id && other.id !== id && other.status === 'funded')
      completedOffers += 1;
  return { ...pick, completedOffers, dossier: dossierOf(state.dossier, pick.organisation.id) };
}

/** The profile, and of the dossier what Annex I, A(a) asks: register, seat, owners. */
async function profileOf(
  context: ApiContext,
  { organisation, dossier }: SheetPick,
): Promise<SheetContent['organisation']> {
  const profile = await organisationProfile(context, organisation.profile);
  const { formWords, registerName, registerNumber, vatNumber, street, postalCode, town, country } =
    await readRegistration(context, dossier);
  const seat = [street, `${postalCode} ${town}`.trim()].filter((text) => text !== '');
  const told = [formWords, `${registerName} ${registerNumber}`.trim(), vatNumber, ...seat];
  const register = told.filter((text) => text !== '');
  const named = dossier.owners === null ? undefined : await context.vault.open<Owners>(dossier.owners.words);
  const manager = named?.seniorManager ?? null;
  const owners = [
    ...(named?.owners ?? []).map(({ name, shareBps }) => ({ name, shareBps })),
    ...(manager === null ? [] : [{ name: `${manager.name} (${manager.position})`, shareBps: null }]),
  ];
  return {
    ...profile,
    ...(register.length === 0 ? {} : { register: [...register, country].join(', ') }),
    ...(owners.length === 0 ? {} : { owners }),
  };
}

/**
 * The fees that a sheet of that moment names. They are announced well ahead and never changed for a time that has come, so
 * that of a version in force they stay the same.
 */
export const feesInForce = ({ exchange }: ApiContext, at: number): Promise<SheetFees> =>
  exchange.read(({ conduct }) => {
    const { commitmentBps, tradeBps, successBps, admissionCents } = feesAt(conduct, at);
    return { commitmentBps, tradeBps, successBps, admissionCents };
  });

/** What the sheet of a listing is made from now, with other words where they are given. */
export async function contentNow(
  context: ApiContext,
  pick: SheetPick,
  filedAt: Millis,
  texts?: Draft['texts'],
): Promise<SheetContent> {
  const { listing, organisation, completedOffers } = pick;
  return {
    listing: listing.id,
    organisation: await profileOf(context, pick),
    fictional: organisation.fictional,
    texts: texts ?? (await listingTexts(context, listing.content.texts)),
    facts: listingFacts(listing.content),
    filedAt,
    completedOffers,
    fees: await feesInForce(context, context.exchange.now()),
  };
}

/** How long a sheet is, in the longer of its languages. */
export function lengthOf(content: SheetContent): Pick<FiledSheet, 'pages' | 'linesOver'> {
  const layouts: readonly Layout[] = sheetLanguages.map((language) => layoutOf(wordSheet(content, language)));
  const pages = Math.max(...layouts.map((layout) => layout.pages));
  const over = layouts.map(({ lines }) => lines.filter(({ page }) => page > policy.kiisPages).length);
  return { pages, linesOver: Math.max(...over) };
}

/** Seals a sheet whole under the key of its issuer, so that no later change of profile or draft changes it. */
export async function fileSheet(
  context: ApiContext,
  subject: string,
  content: SheetContent,
  contentHash: string,
): Promise<FiledSheet> {
  const sealed = await context.vault.seal(subject, content);
  return { sealed, ...lengthOf(content), contentHash, filedAt: content.filedAt as Millis };
}

export const openSheet = (context: ApiContext, sealed: Sealed): Promise<SheetContent | undefined> =>
  context.vault.open<SheetContent>(sealed);

/** Bytes of PDFs kept, so that one that is asked for often is printed once. */
const kept = createLru<Uint8Array<ArrayBuffer>>(8 * 1024 * 1024);

/** The PDF of a sheet; printed once for as long as it is asked for. */
export async function pdfOf(sheet: Sheet, content: SheetContent): Promise<Uint8Array<ArrayBuffer>> {
  const key = sha256(JSON.stringify([sheet, content.filedAt]));
  const known = kept.get(key);
  if (known !== undefined) return known;
  const bytes = await renderPdf(sheet, content.filedAt, content.organisation.name);
  kept.set(key, bytes, bytes.byteLength);
  return bytes;
}

import { draftGaps, type ChangedTexts, type DisclosureView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { DisclosureId, ListingId, Millis, OfferId } from '@piazza/shared/values';
import { disclosuresOf, type Disclosure } from '../domain/disclosures/index.ts';
import type { FiledSheet, ListingContent } from '../domain/listings/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type Principal } from './handler.ts';
import { isInside } from './listings.ts';
import {
  presentDisclosure,
  textChanges,
  type DisclosurePick,
  type SealedText,
} from './present/disclosure.ts';
import { isPublicListing, listingFacts } from './present/listing.ts';
import { listingTexts } from './present/words.ts';
import { questionHandlers, type QuestionNames } from './questions.ts';
import { contentNow, fileSheet, pickSheet, type SheetPick } from './sheets.ts';

type Names =
  | QuestionNames
  | 'disclosures.list'
  | 'disclosures.read'
  | 'disclosures.file'
  | 'disclosures.withdraw'
  | 'disclosures.correct'
  | 'disclosures.report'
  | 'disclosures.signal'
  | 'disclosures.decide'
  | 'disclosures.dismiss';

const notFound = (): Refused => new Refused(reject('not_found'));

const pick = (state: VenueState, disclosure: Disclosure): DisclosurePick => ({
  disclosure,
  listing: pickSheet(state, disclosure.listing).listing,
});

function pickOne(state: VenueState, id: DisclosureId): DisclosurePick {
  const disclosure = state.disclosures.disclosures.get(id);
  if (disclosure === undefined) throw notFound();
  return pick(state, disclosure);
}

/** Whether everybody may know of it: what took effect, what holds an offer, what was told of an event. */
const isPublic = ({ status }: Disclosure): boolean =>
  ['accepted', 'suspended', 'corrected', 'cancelled', 'published'].includes(status);

/** The public does not see what is proposed and not decided, such as the correction of an offer on hold. */
const publicSide = (view: DisclosureView): DisclosureView =>
  view.decided?.accepted === true ? view : { ...view, filing: null };

async function show(
  context: ApiContext,
  caller: Principal | null,
  id: DisclosureId,
): Promise<DisclosureView> {
  const { one, inside } = await context.exchange.read((state) => {
    const found = pickOne(state, id);
    return { one: found, inside: isInside(state, caller, found.listing.id) };
  });
  if (!inside && !isPublic(one.disclosure)) throw notFound();
  const view = await presentDisclosure(context, one);
  return inside ? view : publicSide(view);
}

async function list(context: ApiContext, { caller, params }: Call<'disclosures.list'>) {
  const { picks, inside } = await context.exchange.read((state) => {
    const { listing } = pickSheet(state, params.listingId);
    const of = isInside(state, caller, listing.id);
    if (!of && !isPublicListing(listing)) throw notFound();
    const all = disclosuresOf(state.disclosures, listing.id).filter((one) => of || isPublic(one));
    return { picks: all.map((one) => pick(state, one)), inside: of };
  });
  const items = await Promise.all(picks.map((one) => presentDisclosure(context, one)));
  return { items: (inside ? items : items.map(publicSide)).toReversed() };
}

const seal = (context: ApiContext, subject: string, text: string) =>
  context.vault.seal(subject, { text } satisfies SealedText);

/** The issuer's sealing subject of the listing behind an offer or a disclosure. */
const subjectOf = (context: ApiContext, find: (state: VenueState) => ListingId): Promise<string> =>
  context.exchange.read((state) => pickSheet(state, find(state)).organisation.subject);

const listingOfOffer =
  (id: OfferId) =>
  (state: VenueState): ListingId => {
    const offer = state.offers.offers.get(id);
    if (offer === undefined) throw notFound();
    return offer.listing;
  };
const listingOf =
  (id: DisclosureId) =>
  (state: VenueState): ListingId =>
    pickOne(state, id).listing.id;

/** The listing with other words: its content and its sheet, as they would be. @throws Refused nothing_to_change */
async function amended(
  context: ApiContext,
  sheet: SheetPick,
  changed: ChangedTexts,
): Promise<{ content: ListingContent; sheet: FiledSheet; basedOn: string }> {
  const { listing, organisation } = sheet;
  const now = await listingTexts(context, listing.content.texts);
  const given = Object.fromEntries(Object.entries(changed).filter(([, text]) => text !== undefined));
  const texts = { ...now, ...given };
  if (textChanges(now, texts).length === 0) throw new Refused(reject('nothing_to_change'));
  const { facts } = listing.content;
  const sealed = await context.vault.seal(organisation.subject, texts);
  const contentHash = sha256(canonicalJson({ texts: sealed.hash, facts }));
  const gaps = draftGaps({ texts, facts: listingFacts(listing.content) });
  const at = context.exchange.now() as Millis;
  return {
    content: { texts: sealed, facts, contentHash, gaps },
    sheet: await fileSheet(
      context,
      organisation.subject,
      await contentNow(context, sheet, at, texts),
      contentHash,
    ),
    basedOn: listing.content.contentHash,
  };
}

async function file(context: ApiContext, { caller, params, body, key }: Call<'disclosures.file'>) {
  const sheet = await context.exchange.read((state) =>
    pickSheet(state, listingOfOffer(params.offerId)(state)),
  );
  const filed = await amended(context, sheet, body.texts);
  const words = await seal(context, sheet.organisation.subject, body.reason);
  const command = { kind: 'disclosures.file' as const, offer: params.offerId, ...filed, words };
  const { disclosure } = await context.exchange.command(command, caller.personId, key);
  return show(context, caller, disclosure as DisclosureId);
}

async function correct(context: ApiContext, { caller, params, body, key }: Call<'disclosures.correct'>) {
  const disclosure = params.disclosureId;
  const sheet = await context.exchange.read((state) => pickSheet(state, listingOf(disclosure)(state)));
  const filed = await amended(context, sheet, body.texts);
  const words = await seal(context, sheet.organisation.subject, body.reason);
  const command = { kind: 'disclosures.correct' as const, disclosure, ...filed, words };
  await context.exchange.command(command, caller.personId, key);
  return show(context, caller, disclosure);
}

type Issuer = 'disclosures.file' | 'disclosures.withdraw' | 'disclosures.correct' | 'disclosures.report';
const issuerHandlers = (context: ApiContext): Handlers<Issuer> => ({
  'disclosures.file': (call) => file(context, call),
  'disclosures.correct': (call) => correct(context, call),
  'disclosures.withdraw': async ({ caller, params, key }) => {
    const disclosure = params.disclosureId;
    await context.exchange.command({ kind: 'disclosures.withdraw', disclosure }, caller.personId, key);
    return show(context, caller, disclosure);
  },
  'disclosures.report': async ({ caller, params, body, key }) => {
    const { listingId: listing } = params;
    const words = await seal(context, await subjectOf(context, () => listing), body.words);
    const command = { kind: 'disclosures.report' as const, listing, words, occurredOn: body.occurredOn };
    const { disclosure } = await context.exchange.command(command, caller.personId, key);
    return show(context, caller, disclosure as DisclosureId);
  },
});

type Desk = 'disclosures.signal' | 'disclosures.decide' | 'disclosures.dismiss';
const deskHandlers = (context: ApiContext): Handlers<Desk> => ({
  'disclosures.signal': async ({ caller, params, body, key }) => {
    const { offerId: offer } = params;
    const words = await seal(context, await subjectOf(context, listingOfOffer(offer)), body.reason);
    const command = { kind: 'disclosures.signal' as const, offer, words, suspend: body.suspend };
    const { disclosure } = await context.exchange.command(command, caller.personId, key);
    return show(context, caller, disclosure as DisclosureId);
  },
  'disclosures.decide': async ({ caller, params, body, key }) => {
    const { disclosureId: disclosure } = params;
    const words = await seal(context, await subjectOf(context, listingOf(disclosure)), body.reason);
    const { accept, contentHash } = body;
    const command = { kind: 'disclosures.decide' as const, disclosure, accept, contentHash, words };
    await context.exchange.command(command, caller.personId, key);
    return show(context, caller, disclosure);
  },
  'disclosures.dismiss': async ({ caller, params, body, key }) => {
    const { disclosureId: disclosure } = params;
    const words = await seal(context, await subjectOf(context, listingOf(disclosure)), body.reason);
    await context.exchange.command({ kind: 'disclosures.dismiss', disclosure, words }, caller.personId, key);
    return show(context, caller, disclosure);
  },
});

export const disclosuresHandlers = (context: ApiContext): Handlers<Names> => ({
  ...issuerHandlers(context),
  ...deskHandlers(context),
  ...questionHandlers(context),
  'disclosures.list': (call) => list(context, call),
  'disclosures.read': ({ caller, params }) => show(context, caller, params.disclosureId),
});

import type { DisclosureView, ListingTexts, QuestionView } from '@piazza/shared/contract';
import type { Sealed } from '../../domain/core/index.ts';
import type { Disclosure, Filing, Question } from '../../domain/disclosures/index.ts';
import type { Listing } from '../../domain/listings/index.ts';
import type { ApiContext } from '../context.ts';
import { listingTexts } from './words.ts';

/** Words of a disclosure, a question or an answer, as they are sealed. */
export interface SealedText {
  readonly text: string;
}

export const wordsOf = async (context: ApiContext, sealed: Sealed): Promise<string> =>
  (await context.vault.open<SealedText>(sealed))?.text ?? '';

/** A disclosure with what is needed to show it. */
export interface DisclosurePick {
  readonly disclosure: Disclosure;
  readonly listing: Listing;
}

/** The words that a filing changes, field by field. */
export function textChanges(
  before: ListingTexts,
  after: ListingTexts,
): NonNullable<DisclosureView['filing']>['changes'] {
  return (Object.keys(after) as (keyof ListingTexts)[])
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ field: `texts.${name}`, before: before[name], after: after[name] }));
}

async function presentFiling(context: ApiContext, filing: Filing): Promise<DisclosureView['filing']> {
  const after = await listingTexts(context, filing.content.texts);
  return {
    at: filing.at,
    words: await wordsOf(context, filing.words),
    changes: textChanges(await listingTexts(context, filing.replaces), after),
    contentHash: filing.content.contentHash,
    pages: filing.sheet.pages,
  };
}

/** One disclosure. Who of the issuer or the desk it was is not said. */
export async function presentDisclosure(
  context: ApiContext,
  { disclosure, listing }: DisclosurePick,
): Promise<DisclosureView> {
  const { id, kind, status, at, words } = disclosure;
  const filing = kind === 'event' ? null : disclosure.filing;
  const decided = kind === 'event' ? null : disclosure.decided;
  const { title } = await listingTexts(context, listing.content.texts);
  return {
    id,
    kind,
    status,
    listingId: listing.id,
    offerId: kind === 'event' ? null : disclosure.offer,
    title,
    at,
    words: await wordsOf(context, words),
    filing: filing === null ? null : await presentFiling(context, filing),
    decided: decided && {
      accepted: decided.accepted,
      at: decided.at,
      words: await wordsOf(context, decided.words),
    },
    correctBy: kind === 'defect' ? disclosure.correctBy : null,
    suspendedUntil: kind === 'defect' ? disclosure.suspendedUntil : null,
    revocableUntil: decided?.revocableUntil ?? null,
    occurredOn: kind === 'event' ? disclosure.occurredOn : null,
    late: kind === 'event' && disclosure.late,
    version: listing.sheets.find((sheet) => sheet.disclosure === id)?.version ?? null,
  };
}

/** A question as its reader may see it; `inside` for who may know why it was hidden. */
export async function presentQuestion(
  context: ApiContext,
  question: Question,
  reader: string | null,
  inside: boolean,
): Promise<QuestionView> {
  const { id, offer, at, status, answer, hidden } = question;
  const mine = question.person === reader;
  return {
    id,
    offerId: offer,
    at,
    text: await wordsOf(context, question.words),
    status,
    answer: answer && { text: await wordsOf(context, answer.words), at: answer.at },
    hiddenBecause: hidden !== null && (mine || inside) ? await wordsOf(context, hidden.words) : '',
    mine,
  };
}

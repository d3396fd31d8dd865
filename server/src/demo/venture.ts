import {
  bearsInterest,
  type ListingFacts,
  type ListingTexts,
  type Locale,
  type OrganisationProfile,
} from '@piazza/shared/contract';
import { sheetTexts, type SheetTexts } from './sheet.ts';
import { millis, type Cents, type Millis, type PriceCents, type Units } from '@piazza/shared/values';

/** Terms of a fictional issue, without the dates, which depend on when the story is told. */
export interface VentureFacts extends Pick<
  ListingFacts,
  | 'sector'
  | 'instrument'
  | 'transferability'
  | 'couponBps'
  | 'accrual'
  | 'indicator'
  | 'sdgTarget'
  | 'baseline'
  | 'target'
  | 'reserves'
> {
  /** Years after the one of the offer at whose end the target falls due. */
  readonly targetYears: number;
  /** Whole euro of one unit, on its tick, and of the caps and the smallest ticket. */
  readonly priceEuro: number;
  readonly lot: number;
  readonly softCapEuro: number;
  readonly hardCapEuro: number;
  readonly minimumEuro: number;
}

/** A fictional venture: its organisation, what it says, what it offers. */
export interface Venture {
  readonly key: string;
  /** What its texts are written in. */
  readonly language: Locale;
  readonly organisation: OrganisationProfile;
  readonly texts: Omit<ListingTexts, keyof SheetTexts>;
  readonly facts: VentureFacts;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** That hour (UTC) of the day of `at`. */
const hourOf = (at: number, hour: number): Millis =>
  millis(Math.floor(at / DAY_MS) * DAY_MS + hour * HOUR_MS);
/** Offers open in the morning and close in the late afternoon, in UTC. */
const opening = 8;
const closing = 16;
const euro = (amount: number): Cents => (amount * 100) as Cents;

/** The facts of a listing that closes (and, where it is given, opens) on those days, at a usual hour. UTC ms. */
export function factsOf(facts: VentureFacts, closes: number, opens: number | null): ListingFacts {
  const { targetYears, priceEuro, lot, softCapEuro, hardCapEuro, minimumEuro, ...same } = facts;
  const year = new Date(closes).getUTCFullYear() + targetYears;
  return {
    ...same,
    targetDate: `${year}-12-31`,
    price: euro(priceEuro) as number as PriceCents,
    lot: lot as Units,
    softCap: euro(softCapEuro),
    hardCap: euro(hardCapEuro),
    minimumTicket: euro(minimumEuro),
    opensAt: opens === null ? null : hourOf(opens, opening),
    closesAt: hourOf(closes, closing),
    ownFunds: euro(Math.round(softCapEuro / 10)),
    maturityDate: bearsInterest(facts.instrument) ? `${year + 3}-12-31` : null,
  };
}

/** All the texts of its listing. */
export const textsOf = ({ language, texts, facts, organisation }: Venture): ListingTexts => ({
  ...texts,
  ...sheetTexts(language, facts.instrument ?? 'donation_note', organisation),
});

const ordinal = { it: 'emissione', en: 'issue' } as const;

/** A later issue of the same venture, told apart by its title. @param number 2 for the second */
export const laterIssue = (venture: Venture, number: number): Venture => ({
  ...venture,
  key: `${venture.key}-${number}`,
  texts: { ...venture.texts, title: `${venture.texts.title} (${ordinal[venture.language]} ${number})` },
});

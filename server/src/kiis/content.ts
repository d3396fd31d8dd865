import type { ListingFacts, ListingTexts, OrganisationProfile } from '@piazza/shared/contract';

/** What the venue asks while a version is in force: shares in basis points, a sum in cents, before VAT. */
export interface SheetFees {
  readonly commitmentBps: number;
  readonly tradeBps: number;
  readonly successBps: number;
  readonly admissionCents: number;
}

/** All that one version of a key investment information sheet is made from: the same content gives the same sheet. */
export interface SheetContent {
  readonly listing: string;
  readonly organisation: OrganisationProfile & {
    /** Register and number, tax number, seat; absent where nothing was filled in. */
    readonly register?: string;
    /** Who owns a quarter or more, or the senior manager in their place. */
    readonly owners?: readonly { readonly name: string; readonly shareBps: number | null }[];
  };
  readonly fictional: boolean;
  readonly texts: ListingTexts;
  /** Money in cents, stamps in ms. */
  readonly facts: ListingFacts;
  /** When it was filed, ms UTC. */
  readonly filedAt: number;
  /** Offers that the issuer has brought to an end on this venue. */
  readonly completedOffers: number;
  /** Absent where nothing is asked. */
  readonly fees?: SheetFees;
}

/** One answer of the sheet. `field` names it in every language and version. */
export interface SheetItem {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

export interface SheetPart {
  /** The letter of ECSPR Annex I. */
  readonly part: 'overview' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';
  readonly title: string;
  readonly items: readonly SheetItem[];
}

/** A sheet in the words of one language. */
export interface Sheet {
  readonly language: 'it' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** ECSPR art. 23(6)(b) and (c), word for word. */
  readonly disclaimer: string;
  readonly warningTitle: string;
  readonly riskWarning: string;
  readonly reflectionTitle: string;
  readonly reflection: string;
  readonly parts: readonly SheetPart[];
  readonly footer: string;
  readonly page: (page: number, of: number) => string;
}

import type {
  DisclosureId,
  ListingId,
  Millis,
  OfferId,
  OrganisationId,
  PersonId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { FiledSheet, ListingContent, ListingStatus, Review } from './state.ts';

export type ListingsCommand =
  | {
      readonly kind: 'listings.create';
      readonly organisation: OrganisationId;
      readonly content: ListingContent;
    }
  | {
      readonly kind: 'listings.saveDraft';
      readonly listing: ListingId;
      /** The revision the author edited; a stale one is refused. */
      readonly revision: number;
      readonly content: ListingContent;
    }
  | {
      readonly kind: 'listings.submit';
      readonly listing: ListingId;
      /** The key investment information sheet of what is handed in; absent where a program plants listings without words. */
      readonly sheet?: FiledSheet;
    }
  | { readonly kind: 'listings.withdraw'; readonly listing: ListingId; readonly reason: Sealed }
  /** Takes an approved listing back for changes; two operators review it anew. */
  | { readonly kind: 'listings.revise'; readonly listing: ListingId; readonly reason: Sealed };

export type ReviewCommand =
  | { readonly kind: 'review.take'; readonly listing: ListingId }
  | { readonly kind: 'review.requestChanges'; readonly listing: ListingId; readonly words: Sealed }
  | {
      readonly kind: 'review.approve';
      readonly listing: ListingId;
      /** Hash of what the reviewer has read: an approval of anything else is refused. */
      readonly contentHash: string;
      readonly intentional: boolean;
      readonly measurable: boolean;
      readonly additional: boolean;
      readonly noConflictOfInterest: boolean;
      readonly words: Sealed;
    };

export type ListingsEvent =
  | {
      readonly kind: 'listings.created';
      readonly listing: ListingId;
      readonly organisation: OrganisationId;
      readonly content: ListingContent;
      readonly by: PersonId;
      readonly at: Millis;
    }
  | {
      readonly kind: 'listings.draft_saved';
      readonly listing: ListingId;
      readonly content: ListingContent;
      readonly at: Millis;
    }
  | { readonly kind: 'listings.reviewed'; readonly listing: ListingId; readonly review: Review }
  | {
      readonly kind: 'listings.transitioned';
      readonly listing: ListingId;
      readonly to: ListingStatus;
      readonly by: string;
      readonly reason: Sealed | null;
      readonly offer: OfferId | null;
      /** Of a listing that is handed in. */
      readonly sheet?: FiledSheet;
      readonly at: Millis;
    }
  /** An accepted disclosure changed what the issuer says of a live offer: the next version of its sheet. */
  | {
      readonly kind: 'listings.amended';
      readonly listing: ListingId;
      readonly content: ListingContent;
      readonly sheet: FiledSheet;
      readonly disclosure: DisclosureId;
      readonly at: Millis;
    };

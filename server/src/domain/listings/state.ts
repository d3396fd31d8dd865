import type {
  DisclosureId,
  ListingId,
  Millis,
  OfferId,
  OrganisationId,
  PersonId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';

export type ListingStatus =
  | 'draft'
  | 'submitted'
  | 'under_review'
  | 'changes_requested'
  | 'approved'
  | 'live'
  | 'funded'
  | 'failed'
  | 'cancelled'
  | 'delisted';

/** The structured half of a listing; null while the draft lacks it. Money in cents, shares in basis points, stamps in ms. */
export interface ListingFacts {
  readonly sector: string | null;
  readonly instrument: string | null;
  readonly transferability: string | null;
  readonly couponBps: number | null;
  readonly accrual: string | null;
  readonly indicator: string | null;
  readonly sdgTarget: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** Calendar day, "2027-12-31". */
  readonly targetDate: string | null;
  readonly price: number | null;
  readonly lot: number | null;
  readonly softCap: number | null;
  readonly hardCap: number | null;
  readonly minimumTicket: number | null;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** Absent in what was written before the sheet asked for them. */
  readonly ownFunds?: number | null;
  readonly maturityDate?: string | null;
  readonly reserves: { readonly community: number; readonly retail: number; readonly institutional: number };
}

/** One version of what the issuer wrote. Reviewers approve `contentHash`, which covers texts and facts. */
export interface ListingContent {
  readonly texts: Sealed;
  readonly facts: ListingFacts;
  readonly contentHash: string;
  /** Fields still missing for submission. */
  readonly gaps: readonly string[];
}

/** A key investment information sheet, sealed whole: nothing that changes later changes it. */
export interface FiledSheet {
  readonly sealed: Sealed;
  /** Sides of A4 in the longer of its languages. */
  readonly pages: number;
  /** Lines that do not fit on the pages the law allows. */
  readonly linesOver: number;
  /** Of the content it was made from. */
  readonly contentHash: string;
  readonly filedAt: Millis;
}

/** A sheet that was admitted. The newest is the one in force. */
export interface SheetVersion extends FiledSheet {
  /** From 1. */
  readonly version: number;
  readonly inForceSince: Millis;
  /** What changed it; null for the sheet that was admitted. */
  readonly disclosure: DisclosureId | null;
}

export interface Review {
  readonly reviewer: PersonId;
  readonly at: Millis;
  readonly verdict: 'taken' | 'approved' | 'changes_requested' | 'stepped_back';
  /** Comments and reason, sealed; null where nothing was said. */
  readonly words: Sealed | null;
  readonly contentHash: string;
}

export interface Transition {
  readonly at: Millis;
  readonly from: ListingStatus | null;
  readonly to: ListingStatus;
  /** Person, or "venue". */
  readonly by: string;
  readonly reason: Sealed | null;
}

export interface Listing {
  readonly id: ListingId;
  readonly organisation: OrganisationId;
  status: ListingStatus;
  content: ListingContent;
  revision: number;
  /** The version that reviewers last sent back: what the next one is read beside. */
  sentBack: ListingContent | null;
  savedAt: Millis;
  submittedAt: Millis | null;
  offer: OfferId | null;
  /** Reviewers of the round under way. */
  reviewers: PersonId[];
  /** Who has approved the present content. */
  approvals: PersonId[];
  readonly reviews: Review[];
  readonly transitions: Transition[];
  /** Handed in and not admitted yet. */
  filed: FiledSheet | null;
  /** In the order they came into force. */
  readonly sheets: SheetVersion[];
}

export interface ListingsState {
  readonly listings: Map<ListingId, Listing>;
}
export const initialListings = (): ListingsState => ({ listings: new Map() });

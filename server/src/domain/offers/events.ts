import type {
  CommitmentId,
  DisclosureId,
  ListingId,
  MethodId,
  Millis,
  OfferId,
  OrganisationId,
  PersonId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { FeeRate } from '../fees/index.ts';
import type { OfferTerms } from '../listings/index.ts';
import type { Tier } from '../people/index.ts';
import type { RenewalCause, TierResult } from './state.ts';

export interface Acknowledgements {
  readonly riskWarning: boolean;
  readonly reflectionNotice: boolean;
  readonly aboveThreshold: boolean;
}

export type OffersCommand =
  | { readonly kind: 'offers.publish'; readonly listing: ListingId }
  | { readonly kind: 'offers.cancel'; readonly offer: OfferId; readonly reason: Sealed }
  | {
      readonly kind: 'commitments.place';
      readonly offer: OfferId;
      readonly units: number;
      readonly acknowledgements: Acknowledgements;
      /** Charged when the reflection period ends; null or absent: the balance pays. */
      readonly method?: MethodId | null;
    }
  | { readonly kind: 'commitments.revoke'; readonly commitment: CommitmentId };

export type OffersEvent =
  | {
      readonly kind: 'offers.created';
      readonly offer: OfferId;
      readonly listing: ListingId;
      readonly organisation: OrganisationId;
      readonly terms: OfferTerms;
      readonly opensAt: Millis;
      readonly closesAt: Millis;
    }
  | { readonly kind: 'offers.opened'; readonly offer: OfferId }
  | { readonly kind: 'offers.closed'; readonly offer: OfferId; readonly decisionAt: Millis }
  | { readonly kind: 'offers.cancelled'; readonly offer: OfferId; readonly reason: Sealed }
  /** Below the soft cap: everything goes back. */
  | { readonly kind: 'offers.failed'; readonly offer: OfferId }
  | {
      readonly kind: 'offers.allotted';
      readonly offer: OfferId;
      readonly tiers: readonly TierResult[];
      /** Commitment, its investor's tier and the units it receives; commitments left out receive none. */
      readonly allocations: readonly (readonly [CommitmentId, Tier, number])[];
      readonly at: Millis;
    }
  /** The settlement has dealt with so many more commitments. */
  | { readonly kind: 'offers.progressed'; readonly offer: OfferId; readonly commitments: number }
  | { readonly kind: 'offers.funded'; readonly offer: OfferId }
  /** Over a defect of its information sheet: no commitment is taken until it is corrected, cancelled at `until` if it is not. */
  | {
      readonly kind: 'offers.suspended';
      readonly offer: OfferId;
      readonly disclosure: DisclosureId;
      readonly until: Millis;
      readonly at: Millis;
    }
  | { readonly kind: 'offers.resumed'; readonly offer: OfferId; readonly at: Millis }
  /** The decision of a closed offer waits: for reflection periods that have begun anew, or until charges have come to an end. */
  | {
      readonly kind: 'offers.deferred';
      readonly offer: OfferId;
      readonly decisionAt: Millis;
      readonly over?: 'charges';
    }
  /** A change of the sheet gives whoever has committed the right to revoke anew. */
  | {
      readonly kind: 'commitments.renewed';
      readonly commitment: CommitmentId;
      readonly until: Millis;
      readonly why: RenewalCause;
      readonly disclosure: DisclosureId;
      readonly at: Millis;
    }
  | {
      readonly kind: 'commitments.placed';
      readonly commitment: CommitmentId;
      readonly offer: OfferId;
      readonly investor: PersonId;
      readonly units: number;
      readonly amountCents: number;
      readonly tier: Tier;
      readonly reflectionEndsAt: Millis | null;
      readonly method?: MethodId;
      readonly fee?: FeeRate;
      readonly at: Millis;
    }
  | {
      readonly kind: 'commitments.moved';
      readonly commitment: CommitmentId;
      readonly to: 'charging' | 'revoked' | 'captured' | 'capture_failed' | 'lapsed' | 'settled' | 'released';
      readonly at: Millis;
    };

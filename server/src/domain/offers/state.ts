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
import { feeOf, noFee, type Fee, type FeeRate } from '../fees/index.ts';
import type { OfferTerms } from '../listings/index.ts';
import type { Tier } from '../people/index.ts';

export type OfferStatus = 'scheduled' | 'open' | 'closing' | 'allotting' | 'funded' | 'failed' | 'cancelled';
export type CommitmentStatus =
  | 'pledged'
  /** Its method is being charged. */
  | 'charging'
  | 'revoked'
  | 'captured'
  | 'capture_failed'
  | 'lapsed'
  | 'allotted'
  | 'settled'
  | 'released';

/** How one tier fared; all quantities in units. */
export interface TierResult {
  readonly tier: Tier;
  readonly reserved: number;
  readonly offered: number;
  readonly requested: number;
  readonly allotted: number;
  /** Requests up to this were filled whole. */
  readonly level: number;
  readonly commitments: number;
}

/** Why an investor may revoke anew: what the sheet says changed, the offer was suspended over it, it was corrected, or found right. */
export type RenewalCause = 'changed' | 'suspended' | 'corrected' | 'dismissed';

/** An offer on hold until a defect of its sheet is corrected. */
export interface Suspension {
  readonly disclosure: DisclosureId;
  readonly since: Millis;
  /** When it is cancelled if nothing was corrected. */
  readonly until: Millis;
}

export interface Offer {
  readonly id: OfferId;
  readonly listing: ListingId;
  readonly organisation: OrganisationId;
  readonly terms: OfferTerms;
  status: OfferStatus;
  readonly opensAt: Millis;
  readonly closesAt: Millis;
  /** When soft cap and allotment are decided; null until the offer closes. */
  decisionAt: Millis | null;
  /** When they would be decided if no charge were under way. */
  plannedAt: Millis | null;
  /** Commitments whose method is being charged: the decision waits for them. */
  charging: number;
  /** Pledged and captured, in cents. */
  committedCents: number;
  capturedCents: number;
  /** Commitments in the order they were placed, every status. */
  readonly commitments: CommitmentId[];
  /** Live commitments per investor. */
  readonly investors: Map<PersonId, number>;
  /** How many of `commitments` the settlement has dealt with. */
  settled: number;
  /** Proceeds so far, in cents. */
  proceedsCents: number;
  allotment: readonly TierResult[] | null;
  softCapReached: boolean;
  hardCapReached: boolean;
  /** Beside the status, which goes on by its times. */
  suspension: Suspension | null;
}

export interface Commitment {
  readonly id: CommitmentId;
  readonly offer: OfferId;
  readonly investor: PersonId;
  readonly units: number;
  readonly amountCents: number;
  /** What pays it; null for what is taken from the balance. */
  readonly method: MethodId | null;
  /** What the venue asks for it, on what is allotted in the end; null for nothing. */
  readonly fee: FeeRate | null;
  status: CommitmentStatus;
  tier: Tier;
  readonly placedAt: Millis;
  /** End of the reflection period; null when the investor has none. One that began anew ends after the capture. */
  reflectionEndsAt: Millis | null;
  /** What gave the right to revoke anew, the latest; null for most. */
  renewal: { readonly why: RenewalCause; readonly disclosure: DisclosureId; readonly at: Millis } | null;
  allottedUnits: number;
  readonly timeline: { readonly at: Millis; readonly step: CommitmentStatus }[];
}

export interface OffersState {
  readonly offers: Map<OfferId, Offer>;
  readonly commitments: Map<CommitmentId, Commitment>;
  /** Commitments of each investor in the order they were placed. */
  readonly byInvestor: Map<PersonId, CommitmentId[]>;
}
export const initialOffers = (): OffersState => ({
  offers: new Map(),
  commitments: new Map(),
  byInvestor: new Map(),
});

/** Whether the offer has not been decided yet. */
export const isRunning = ({ status }: Offer): boolean =>
  status === 'scheduled' || status === 'open' || status === 'closing';

/** Whether a commitment may still come to an allotment. */
export const isLive = ({ status }: Commitment): boolean =>
  status === 'pledged' || status === 'charging' || status === 'captured' || status === 'capture_failed';

/** How the offer stands to everybody outside: its status, or that it is on hold. */
export const standingOf = (offer: Offer): OfferStatus | 'suspended' =>
  offer.suspension !== null && isRunning(offer) ? 'suspended' : offer.status;

/** Name of the ledger hold of a captured commitment. */
export const holdOf = (commitment: CommitmentId): string => `commitment:${commitment}`;
/** … and of the fee on it. */
export const feeHoldOf = (commitment: CommitmentId): string => `fee:${commitment}`;

/** The venue's fee on so much of a commitment. */
export const commitmentFee = ({ fee }: Pick<Commitment, 'fee'>, cents: number): Fee =>
  fee === null ? noFee : feeOf(cents, fee.bps, fee.vatBps);

/** What its investor has to pay: the amount, and the fee with its VAT. */
export const dueCents = (one: Pick<Commitment, 'fee' | 'amountCents'>): number =>
  one.amountCents + commitmentFee(one, one.amountCents).totalCents;

/** Cents the investor has promised out of the balance and not yet paid: pledges, and captures that failed so far. */
export function pledgedCents(state: OffersState, investor: PersonId): number {
  const ids = state.byInvestor.get(investor);
  if (ids === undefined) return 0;
  let sum = 0;
  for (const id of ids) {
    const commitment = state.commitments.get(id);
    if (commitment === undefined || commitment.method !== null) continue;
    if (commitment.status === 'pledged' || commitment.status === 'capture_failed')
      sum += dueCents(commitment);
  }
  return sum;
}

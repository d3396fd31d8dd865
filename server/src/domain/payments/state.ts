import type {
  BreakId,
  CommitmentId,
  DisputeId,
  FundingId,
  ListingId,
  MethodId,
  Millis,
  OfferId,
  OrganisationId,
  OutgoingId,
  PaymentId,
  PersonId,
  RefundId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { LedgerReason, Subject } from '../ledger/index.ts';
import type { OutgoingStatus, PaymentStatus, RefundStatus } from './machines.ts';

/** Whose money it is: an investor's, or an issuer's own for what it pays its holders. */
export type Holder = PersonId | OrganisationId;
export type MethodKind = 'card' | 'sepa_debit';

/** A way to pay that its owner has left with the provider; card data never come near the venue. */
export interface Method {
  readonly id: MethodId;
  readonly person: PersonId;
  readonly kind: MethodKind;
  /** The provider's id (`pm_…`). */
  readonly provider: string;
  /** Brand, last four digits and expiry, sealed under their owner. */
  readonly label: Sealed;
  readonly at: Millis;
  removedAt: Millis | null;
}

export type Purpose =
  | { readonly kind: 'commitment'; readonly commitment: CommitmentId; readonly offer: OfferId }
  /** A bank transfer that has reached the holder's cash balance at the provider. */
  | { readonly kind: 'funding'; readonly holder: Holder; readonly transaction: string };

interface Step<S> {
  readonly at: Millis;
  readonly step: S;
}

/** Money from a payer to the provider. */
export interface Payment {
  readonly id: PaymentId;
  readonly payer: Holder;
  readonly purpose: Purpose;
  /** Null for a bank transfer. */
  method: MethodId | null;
  readonly amountCents: number;
  status: PaymentStatus;
  /** 1 for the first; each has an idempotency key of its own at the provider. */
  attempt: number;
  /** The provider's payment intent of this attempt, and its charge once there is one. */
  intent: string | null;
  charge: string | null;
  /** What the provider kept for itself. */
  providerFeeCents: number;
  /** Why the last attempt was declined, in the provider's words; null when none was. */
  declined: string | null;
  /** Until when the payer may act, or the next attempt is made; null when nothing is waited for. */
  waitsUntil: Millis | null;
  /** Until when another method may be chosen, since one was refused for good; no later refusal makes it longer. */
  chooseUntil?: Millis;
  /** The intent of the attempt that a chosen method has followed: it is cancelled before that one is charged. */
  former?: string | null;
  succeededAt: Millis | null;
  /** Before that its payer's bank may take it back without a reason; null for a method where it cannot. */
  reversibleUntil: Millis | null;
  /** Sum of the refunds that did not fail. */
  refundedCents: number;
  readonly timeline: Step<PaymentStatus>[];
}

export interface Refund {
  readonly id: RefundId;
  readonly payment: PaymentId;
  readonly amountCents: number;
  status: RefundStatus;
  provider: string | null;
  readonly timeline: Step<RefundStatus>[];
}

/** Where money that leaves goes: an account of the holder's own at the provider. */
export interface Payee {
  readonly holder: Holder;
  readonly account: string;
  status: 'onboarding' | 'ready' | 'restricted';
}

/** A payout of an issuer's proceeds, or a withdrawal of an investor's or an issuer's own money; what it moves is held until the provider has it. */
export interface Outgoing {
  readonly id: OutgoingId;
  readonly kind: 'payout' | 'withdrawal';
  readonly holder: Holder;
  readonly amountCents: number;
  status: OutgoingStatus;
  /** Whether two persons must agree before it leaves. */
  readonly fourEyes: boolean;
  attempt: number;
  transfer: string | null;
  /** The payout from the connected account to its bank. */
  bank: string | null;
  problem: string | null;
  readonly timeline: Step<OutgoingStatus>[];
}

/** A bank transfer that a holder has announced: arrivals are matched to the oldest first. */
export interface Funding {
  readonly id: FundingId;
  readonly holder: Holder;
  readonly amountCents: number;
  receivedCents: number;
  status: 'awaited' | 'partial' | 'matched' | 'cancelled';
  readonly at: Millis;
}

/** What a payer's bank has taken back, and what is frozen for it. */
export interface Dispute {
  readonly id: DisputeId;
  readonly payment: PaymentId;
  readonly provider: string;
  readonly amountCents: number;
  feeCents: number;
  status: 'open' | 'won' | 'lost';
  /** Units of the issue that was paid with it, and cash, held until it is decided. */
  readonly frozenUnits: number;
  readonly frozenCents: number;
  /** What has made it good at once: money that was still held for what it had paid. */
  takenCents: number;
  readonly at: Millis;
  endedAt: Millis | null;
}

/** One movement at the provider, by the object it comes from: what the books say and what the provider says. */
export interface Booking {
  hereCents: number;
  thereCents: number;
  readonly since: Millis;
}

/** A movement on which the books and the provider do not agree. */
export interface Break {
  readonly id: BreakId;
  readonly source: string;
  hereCents: number;
  thereCents: number;
  readonly at: Millis;
  status: 'open' | 'cleared' | 'explained';
  reason: Sealed | null;
}

export interface Reconciliation {
  readonly at: Millis;
  /** The provider's newest line that was read. */
  readonly cursor: string | null;
  readonly lines: number;
  /** Balance by the provider, and by the books; what of the difference is explained by lines still to come. */
  readonly thereCents: number;
  readonly hereCents: number;
  readonly breaks: number;
}

/** What an issuer owes for the look at its admission; taken from its own money, or from what it raises. */
export interface AdmissionFee {
  readonly listing: ListingId;
  readonly organisation: OrganisationId;
  readonly netCents: number;
  readonly vatCents: number;
  readonly at: Millis;
  paidAt: Millis | null;
}

const distributionKinds = ['coupon', 'dividend', 'outcome', 'redemption'] as const;
export type DistributionKind = (typeof distributionKinds)[number];

/** A payment to the holders of an issue, by the register at the beginning of its day. */
export interface Distribution {
  readonly listing: ListingId;
  /** Of the announced payment within its issue. */
  readonly number: number;
  readonly organisation: OrganisationId;
  as: DistributionKind | null;
  /** What the issuer has set aside for it; null while it has not. */
  amountCents: number | null;
  fundedAt: Millis | null;
  /** When it was due and its holders were written down; null before. */
  recordedAt: Millis | null;
  /** Units of each, the longest holder first, and what each gets; null before, and when all have it. */
  holders: readonly (readonly [PersonId, number])[] | null;
  shares: readonly number[] | null;
  /** How many have it, and how many cents those are. */
  done: number;
  sharedCents: number;
  sharedAt: Millis | null;
}

/** Money that came for somebody who has been erased: what remains is how much, for what, and an id that names nobody. */
export interface Unclaimed {
  /** The issuer that owes it, or the venue where no issuer does. */
  readonly debtor: OrganisationId | 'venue';
  readonly holder: PersonId;
  readonly cents: number;
  /** Why it came, and the ids that explain it: a payment to holders, a payment, a withdrawal. */
  readonly reason: LedgerReason;
  readonly subject: Subject;
  readonly at: Millis;
}

export interface PaymentsState {
  /** `wallet`: play money, nothing of what follows exists. */
  by: 'wallet' | 'stripe';
  /** The mode and the account at the provider, for good; absent before they were known. */
  boundTo?: { readonly live: boolean; readonly account: string | null };
  readonly customers: Map<Holder, string>;
  readonly methods: Map<MethodId, Method>;
  readonly payments: Map<PaymentId, Payment>;
  /** The payment of a commitment: never a second one. */
  readonly byCommitment: Map<CommitmentId, PaymentId>;
  readonly refunds: Map<RefundId, Refund>;
  readonly payees: Map<Holder, Payee>;
  readonly outgoings: Map<OutgoingId, Outgoing>;
  readonly fundings: Map<FundingId, Funding>;
  readonly disputes: Map<DisputeId, Dispute>;
  /** Our object by the provider's id: pi_, ch_, re_, tr_, po_, dp_, acct_, cus_, pm_ and the transactions of cash balances. */
  readonly byProvider: Map<string, string>;
  /** Objects that wait for a call to the provider: what the courier works off, and again after a crash. */
  readonly calls: Map<string, Millis>;
  /** The provider's objects of which it has sent news that were not read yet. */
  readonly news: Map<string, Millis>;
  /** Messages of the provider that were kept: none is taken twice. */
  readonly heard: Map<string, Millis>;
  readonly books: Map<string, Booking>;
  readonly breaks: Map<BreakId, Break>;
  readonly reconciliations: Reconciliation[];
  /** The newest of the provider's lines that was read. */
  reconciledThrough: string | null;
  /** Sum of the lines read, and of what the books have moved at the provider: equal when nothing is on its way. */
  reconciledCents: number;
  bookedCents: number;
  /** Since when, and by how much, the provider's balance is not the sum of its lines; null while it is. */
  balanceOff: { readonly cents: number; readonly since: Millis } | null;
  readonly admissions: Map<ListingId, AdmissionFee>;
  /** By listing and number: `distributionOf`. */
  readonly distributions: Map<string, Distribution>;
  /** The oldest first. */
  readonly unclaimed: Unclaimed[];
}

/** Key of a payment to holders, and part of the names of its holds and timers. */
export const distributionOf = (listing: ListingId, number: number): string => `${listing}.${number}`;

export const initialPayments = (): PaymentsState => ({
  by: 'wallet',
  customers: new Map(),
  methods: new Map(),
  payments: new Map(),
  byCommitment: new Map(),
  refunds: new Map(),
  payees: new Map(),
  outgoings: new Map(),
  fundings: new Map(),
  disputes: new Map(),
  byProvider: new Map(),
  calls: new Map(),
  news: new Map(),
  heard: new Map(),
  books: new Map(),
  breaks: new Map(),
  reconciliations: [],
  reconciledThrough: null,
  reconciledCents: 0,
  bookedCents: 0,
  balanceOff: null,
  admissions: new Map(),
  distributions: new Map(),
  unclaimed: [],
});

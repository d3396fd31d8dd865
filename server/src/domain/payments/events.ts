import type {
  BreakId,
  DisputeId,
  FundingId,
  ListingId,
  MethodId,
  Millis,
  OrganisationId,
  OutgoingId,
  PaymentId,
  PersonId,
  RefundId,
} from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type { OutgoingStatus, PaymentStatus, RefundStatus } from './machines.ts';
import type { ChargeReport, DisputeReport, OutgoingReport, ProviderLine, RefundReport } from './said.ts';
import type {
  AdmissionFee,
  Break,
  Dispute,
  DistributionKind,
  Funding,
  Holder,
  Method,
  Outgoing,
  Payee,
  Payment,
  Purpose,
  Unclaimed,
} from './state.ts';

export type * from './said.ts';

export type PaymentsCommand =
  // ---- by the venue's own programs: what the provider has said ----
  | { readonly kind: 'payments.use'; readonly by: 'wallet' | 'stripe' }
  /** In whose account at the provider the money is, and in which of its modes; null where its key may not say. */
  | { readonly kind: 'payments.bind'; readonly live: boolean; readonly account: string | null }
  | { readonly kind: 'payments.linkCustomer'; readonly holder: Holder; readonly customer: string }
  | {
      readonly kind: 'payments.addMethod';
      readonly person: PersonId;
      readonly method: Pick<Method, 'kind' | 'provider' | 'label'>;
    }
  | { readonly kind: 'payments.linkPayee'; readonly holder: Holder; readonly account: string }
  | {
      readonly kind: 'payments.payeeSeen';
      readonly account: string;
      readonly status: Payee['status'];
    }
  /** A signed message of the provider, kept before anything is done about it; a known event is kept once. */
  | { readonly kind: 'payments.hear'; readonly event: string; readonly object: string }
  /** The news of this object have been read, as far as they were `seen`: what came meanwhile stays to be read. */
  | { readonly kind: 'payments.read'; readonly object: string; readonly seen: Millis }
  | {
      readonly kind: 'payments.charged';
      readonly payment: PaymentId;
      readonly attempt: number;
      readonly report: ChargeReport;
    }
  | { readonly kind: 'payments.refunded'; readonly refund: RefundId; readonly report: RefundReport }
  | {
      readonly kind: 'payments.sent';
      readonly outgoing: OutgoingId;
      readonly attempt: number;
      readonly report: OutgoingReport;
    }
  | { readonly kind: 'payments.disputed'; readonly report: DisputeReport }
  | {
      readonly kind: 'payments.arrived';
      readonly customer: string;
      readonly transaction: string;
      readonly amountCents: number;
    }
  | {
      readonly kind: 'payments.reconcile';
      /** The newest line that was known when these were read: lines that follow another one are read again. */
      readonly after: string | null;
      readonly lines: readonly ProviderLine[];
      readonly cursor: string | null;
      /** The provider's whole balance after the last of its lines; null when more lines follow. */
      readonly balanceCents: number | null;
    }
  // ---- by people ----
  | { readonly kind: 'payments.removeMethod'; readonly method: MethodId }
  | {
      readonly kind: 'payments.announce';
      readonly amountCents: number;
      /** For the issuer the person represents; null for oneself. */
      readonly organisation: OrganisationId | null;
    }
  | { readonly kind: 'payments.cancelFunding'; readonly funding: FundingId }
  | { readonly kind: 'payments.withdraw'; readonly amountCents: number }
  /** An issuer sends money of its own back to its bank account: what it has neither raised nor set aside. */
  | {
      readonly kind: 'payments.withdrawFunds';
      readonly organisation: OrganisationId;
      readonly amountCents: number;
    }
  | { readonly kind: 'payments.cancelWithdrawal'; readonly outgoing: OutgoingId }
  /** Pay again with another method, after one that was declined. */
  | { readonly kind: 'payments.retry'; readonly payment: PaymentId; readonly method: MethodId }
  | { readonly kind: 'payments.explain'; readonly break: BreakId; readonly reason: Sealed }
  /** An issuer sets aside what it has announced to pay its holders. */
  | {
      readonly kind: 'payments.distribute';
      readonly listing: ListingId;
      /** Number of the announced payment. */
      readonly payment: number;
      readonly as: DistributionKind;
      readonly amountCents: number;
    };

export type { PaymentsTimer } from '../schedule/index.ts';

export type PaymentsEvent =
  | { readonly kind: 'payments.used'; readonly by: 'wallet' | 'stripe' }
  | { readonly kind: 'payments.bound'; readonly live: boolean; readonly account: string | null }
  | { readonly kind: 'payments.customer_linked'; readonly holder: Holder; readonly customer: string }
  | { readonly kind: 'payments.method_added'; readonly method: Omit<Method, 'removedAt'> }
  | { readonly kind: 'payments.method_removed'; readonly method: MethodId; readonly at: Millis }
  | { readonly kind: 'payments.payee_linked'; readonly payee: Payee }
  | {
      readonly kind: 'payments.payee_changed';
      readonly holder: Holder;
      readonly status: Payee['status'];
    }
  | {
      readonly kind: 'payments.heard';
      readonly event: string;
      readonly object: string;
      readonly at: Millis;
    }
  | { readonly kind: 'payments.news_read'; readonly object: string }
  /** Money is to be charged; `due` at once. */
  | {
      readonly kind: 'payments.requested';
      readonly payment: PaymentId;
      readonly payer: Holder;
      readonly purpose: Purpose;
      readonly method: MethodId | null;
      readonly amountCents: number;
      readonly at: Millis;
    }
  | {
      readonly kind: 'payments.moved';
      readonly payment: PaymentId;
      readonly to: PaymentStatus;
      /** What became known with it. */
      readonly known: Partial<
        Pick<
          Payment,
          | 'intent'
          | 'charge'
          | 'providerFeeCents'
          | 'declined'
          | 'waitsUntil'
          | 'reversibleUntil'
          | 'attempt'
          | 'method'
          | 'chooseUntil'
          | 'former'
        >
      >;
      readonly at: Millis;
    }
  /** What the provider keeps of a charge has become known, or has changed, after its success. */
  | { readonly kind: 'payments.fee_known'; readonly payment: PaymentId; readonly feeCents: number }
  | {
      readonly kind: 'payments.refund_requested';
      readonly refund: RefundId;
      readonly payment: PaymentId;
      readonly amountCents: number;
      readonly at: Millis;
    }
  | {
      readonly kind: 'payments.refund_moved';
      readonly refund: RefundId;
      readonly to: RefundStatus;
      readonly provider: string | null;
      readonly at: Millis;
    }
  | {
      readonly kind: 'payments.out_requested';
      readonly outgoing: Pick<Outgoing, 'id' | 'kind' | 'holder' | 'amountCents' | 'fourEyes'>;
      readonly at: Millis;
    }
  | {
      readonly kind: 'payments.out_moved';
      readonly outgoing: OutgoingId;
      readonly to: OutgoingStatus;
      readonly known: Partial<Pick<Outgoing, 'transfer' | 'bank' | 'problem' | 'attempt'>>;
      readonly at: Millis;
    }
  /** The provider has begun to send on to the bank what it had transferred before. */
  | { readonly kind: 'payments.out_known'; readonly outgoing: OutgoingId; readonly bank: string }
  | { readonly kind: 'payments.funding_announced'; readonly funding: Funding }
  | {
      readonly kind: 'payments.funding_moved';
      readonly funding: FundingId;
      readonly receivedCents: number;
      readonly status: Funding['status'];
    }
  | { readonly kind: 'payments.dispute_opened'; readonly dispute: Omit<Dispute, 'status' | 'endedAt'> }
  /** What the provider takes for it has become known, or changed. */
  | { readonly kind: 'payments.dispute_fee_known'; readonly dispute: DisputeId; readonly feeCents: number }
  /** More of it was made good at once: a refund that the provider would not make any more. */
  | { readonly kind: 'payments.dispute_covered'; readonly dispute: DisputeId; readonly cents: number }
  | {
      readonly kind: 'payments.dispute_ended';
      readonly dispute: DisputeId;
      readonly status: 'won' | 'lost';
      readonly at: Millis;
    }
  /** The books have moved money at the provider: what its line must say. */
  | { readonly kind: 'payments.booked'; readonly source: string; readonly cents: number; readonly at: Millis }
  | {
      readonly kind: 'payments.reconciled';
      readonly lines: readonly ProviderLine[];
      readonly cursor: string | null;
      readonly balanceCents: number | null;
      readonly breaks: readonly Pick<Break, 'id' | 'source' | 'hereCents' | 'thereCents'>[];
      readonly cleared: readonly BreakId[];
      readonly at: Millis;
    }
  | { readonly kind: 'payments.explained'; readonly break: BreakId; readonly reason: Sealed }
  | { readonly kind: 'payments.admission_due'; readonly fee: Omit<AdmissionFee, 'paidAt'> }
  | { readonly kind: 'payments.admission_paid'; readonly listing: ListingId; readonly at: Millis }
  /** The money of a payment to holders was set aside. */
  | (Announced & {
      readonly kind: 'payments.distribution_funded';
      readonly as: DistributionKind;
      readonly amountCents: number;
      readonly at: Millis;
    })
  /** Money came for somebody who has been erased: it is owed, and kept apart. */
  | { readonly kind: 'payments.unclaimed'; readonly unclaimed: Unclaimed }
  /** Its day has come: who holds how many units, the longest holder first. */
  | (Announced & {
      readonly kind: 'payments.distribution_recorded';
      readonly holders: readonly (readonly [PersonId, number])[];
      readonly at: Millis;
    })
  /** What each of them gets, in their order. */
  | (Announced & { readonly kind: 'payments.distribution_begun'; readonly shares: readonly number[] })
  /** So many more of them have got it. */
  | (Announced & {
      readonly kind: 'payments.distribution_shared';
      readonly holders: number;
      readonly cents: number;
      readonly at: Millis;
    });

/** A payment to holders that an issuer has announced. */
interface Announced {
  readonly listing: ListingId;
  readonly number: number;
  readonly organisation: OrganisationId;
}

const desk = ['operator', 'administrator'] as const;
export const paymentsNeeds: Needs<PaymentsCommand> = {
  'payments.use': 'venue',
  'payments.bind': 'venue',
  'payments.linkCustomer': 'venue',
  'payments.addMethod': 'venue',
  'payments.linkPayee': 'venue',
  'payments.payeeSeen': 'venue',
  'payments.hear': 'venue',
  'payments.read': 'venue',
  'payments.charged': 'venue',
  'payments.refunded': 'venue',
  'payments.sent': 'venue',
  'payments.disputed': 'venue',
  'payments.arrived': 'venue',
  'payments.reconcile': 'venue',
  'payments.removeMethod': 'anybody',
  'payments.announce': 'anybody',
  'payments.cancelFunding': 'anybody',
  'payments.withdraw': 'investor',
  'payments.withdrawFunds': 'enterprise',
  'payments.cancelWithdrawal': 'anybody',
  'payments.retry': 'investor',
  'payments.explain': desk,
  'payments.distribute': 'enterprise',
};

import type { KnownMethod, MethodView, MoneyKind, OutgoingView, PaymentView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { cents, formatAmount, units, type PaymentId } from '@piazza/shared/values';
import {
  type Dispute,
  type Method,
  type Outgoing,
  type Payment,
  type Refund,
} from '../../domain/payments/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import { ProviderRefused, ProviderUnavailable, type PaymentProvider } from '../../ports/payments.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { pickListing } from './listing.ts';
import { listingTexts } from './words.ts';

/** What its owner knows a method by, sealed under their key. */
export interface MethodLabel {
  readonly brand: string;
  readonly last4: string;
  readonly expires: string | null;
}

/** What moves money here. */
export const moneyOf = ({ payments }: Pick<ApiContext, 'payments'>): MoneyKind => {
  if (payments === undefined) return 'wallet';
  return payments.provider.live ? 'live' : 'test';
};

/** The provider, where there is one. @throws Refused payments_off */
export function requireProvider({ payments }: Pick<ApiContext, 'payments'>): PaymentProvider {
  if (payments === undefined) throw new Refused(reject('payments_off'));
  return payments.provider;
}

/**
 * Asks the provider something on behalf of whoever waits for the answer.
 * @throws Refused provider_unavailable when it does not answer, or `otherwise` when it refuses
 */
export async function asking<T>(
  call: () => Promise<T>,
  otherwise: 'provider_unavailable' | 'setup_unfinished' | 'payment_closed' = 'provider_unavailable',
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProviderRefused) throw new Refused(reject(otherwise));
    if (error instanceof ProviderUnavailable) throw new Refused(reject('provider_unavailable'));
    throw error;
  }
}

export interface PaymentPick {
  readonly payment: Payment;
  readonly method: Method | null;
  readonly refunds: readonly Refund[];
  readonly dispute: Dispute | null;
  readonly listing: ReturnType<typeof pickListing> | null;
}

/** A payment with what belongs to it. */
export function pickPayment(state: VenueState, id: PaymentId): PaymentPick {
  const payment = state.payments.payments.get(id);
  if (payment === undefined) throw new Refused(reject('not_found'));
  const { purpose } = payment;
  const offer = purpose.kind === 'commitment' ? state.offers.offers.get(purpose.offer) : undefined;
  return structuredClone({
    payment,
    method: (payment.method && state.payments.methods.get(payment.method)) ?? null,
    refunds: [...state.payments.refunds.values()].filter((one) => one.payment === id),
    dispute: [...state.payments.disputes.values()].findLast((one) => one.payment === id) ?? null,
    listing: offer === undefined ? null : pickListing(state, offer.listing),
  });
}

const noLabel: MethodLabel = { brand: '', last4: '', expires: null };

const labelOf = async (context: ApiContext, method: Method): Promise<MethodLabel> =>
  (await context.vault.open<MethodLabel>(method.label)) ?? noLabel;

/** A method as its owner sees it. */
export const presentMethod = async (
  context: ApiContext,
  method: Method,
  inUse: boolean,
): Promise<MethodView> => ({
  id: method.id,
  kind: method.kind,
  ...(await labelOf(context, method)),
  since: method.at,
  inUse,
});

/** A method beside what it pays. */
export const presentKnown = async (context: ApiContext, method: Method): Promise<KnownMethod> => ({
  id: method.id,
  kind: method.kind,
  ...(await labelOf(context, method)),
});

const disputeOf = (dispute: Dispute) => ({
  id: dispute.id,
  amount: cents(dispute.amountCents),
  status: dispute.status,
  frozenUnits: units(dispute.frozenUnits),
  frozen: cents(dispute.frozenCents),
  at: dispute.at,
  endedAt: dispute.endedAt,
});

export async function presentPayment(context: ApiContext, pick: PaymentPick): Promise<PaymentView> {
  const { payment, method, refunds, dispute, listing } = pick;
  const { purpose } = payment;
  const paid = purpose.kind === 'commitment' ? purpose : null;
  return {
    id: payment.id,
    commitmentId: paid?.commitment ?? null,
    offerId: paid?.offer ?? null,
    listingId: listing?.listing.id ?? null,
    title: listing === null ? '' : (await listingTexts(context, listing.listing.content.texts)).title,
    amount: cents(payment.amountCents),
    method: method && (await presentKnown(context, method)),
    status: payment.status,
    attempt: payment.attempt,
    declined: payment.declined,
    waitsUntil: payment.waitsUntil,
    reversibleUntil: payment.reversibleUntil,
    refunded: cents(payment.refundedCents),
    refunds: refunds.map(({ id, amountCents, status, timeline }) => ({
      id,
      amount: cents(amountCents),
      status,
      timeline,
    })),
    dispute: dispute && disputeOf(dispute),
    timeline: payment.timeline,
  };
}

export const presentOutgoing = (one: Outgoing): OutgoingView => ({
  id: one.id,
  kind: one.kind,
  amount: cents(one.amountCents),
  status: one.status,
  fourEyes: one.fourEyes,
  problem: one.problem,
  timeline: [...one.timeline],
});

/** Euro as a decimal string that may be below zero. */
export const signedAmount = (value: number): string =>
  value < 0 ? `-${formatAmount(cents(-value))}` : formatAmount(cents(value));

import { z } from 'zod';
import {
  amount,
  breakId,
  commitmentId,
  disputeId,
  fundingId,
  listingId,
  methodId,
  offerId,
  outgoingId,
  paymentId,
  quantity,
  refundId,
  stamp,
} from './kit.ts';

/** What moves money here: play money, a provider's test mode, or real money. */
export const moneyKinds = ['wallet', 'test', 'live'] as const;
export type MoneyKind = (typeof moneyKinds)[number];

export const methodKinds = ['card', 'sepa_debit'] as const;
const paymentStatuses = [
  'due',
  'processing',
  'action_needed',
  'succeeded',
  'declined',
  'method_needed',
  'cancelling',
  'disputed',
  'failed',
  'cancelled',
  'charged_back',
] as const;
const refundStatuses = ['due', 'pending', 'succeeded', 'failed'] as const;
const outgoingStatuses = [
  'waiting',
  'due',
  'transferred',
  'paid',
  'refused',
  'returned',
  'cancelled',
] as const;

/** What its owner knows a method by; nothing from which one could pay. */
export const methodView = z.object({
  id: methodId,
  kind: z.enum(methodKinds),
  brand: z.string(),
  last4: z.string(),
  expires: z.string().nullable(),
  since: stamp,
  /** A charge of it is under way: it cannot be removed. */
  inUse: z.boolean(),
});
export type MethodView = z.output<typeof methodView>;
/** The same, of what has paid or is to pay something. */
export const knownMethod = methodView.omit({ inUse: true, since: true });
export type KnownMethod = z.output<typeof knownMethod>;

export const payeeStatuses = ['none', 'onboarding', 'ready', 'restricted'] as const;

export const fundingView = z.object({
  id: fundingId,
  amount,
  received: amount,
  status: z.enum(['awaited', 'partial', 'matched', 'cancelled']),
  at: stamp,
});
export type FundingView = z.output<typeof fundingView>;

export const outgoingView = z.object({
  id: outgoingId,
  kind: z.enum(['payout', 'withdrawal']),
  amount,
  status: z.enum(outgoingStatuses),
  /** Two persons of the venue must agree before it leaves. */
  fourEyes: z.boolean(),
  problem: z.string().nullable(),
  timeline: z.array(z.object({ at: stamp, step: z.enum(outgoingStatuses) })),
});
export type OutgoingView = z.output<typeof outgoingView>;

const refundView = z.object({
  id: refundId,
  amount,
  status: z.enum(refundStatuses),
  timeline: z.array(z.object({ at: stamp, step: z.enum(refundStatuses) })),
});

const disputeView = z.object({
  id: disputeId,
  amount,
  status: z.enum(['open', 'won', 'lost']),
  frozenUnits: quantity,
  frozen: amount,
  at: stamp,
  endedAt: stamp.nullable(),
});

/** What happens to the money of one commitment, and when: what was, what is, what is still to come. */
export const paymentView = z.object({
  id: paymentId,
  /** Null for a bank transfer. */
  commitmentId: commitmentId.nullable(),
  offerId: offerId.nullable(),
  listingId: listingId.nullable(),
  title: z.string(),
  amount,
  /** Null where it was paid from the balance or by bank transfer. */
  method: knownMethod.nullable(),
  status: z.enum(paymentStatuses),
  attempt: z.int().min(1),
  /** The provider's code of the last refusal. */
  declined: z.string().nullable(),
  /** Until when the payer may act, or when it is tried again. */
  waitsUntil: stamp.nullable(),
  /** Until then the payer's bank may take it back: nothing is delivered before. */
  reversibleUntil: stamp.nullable(),
  refunded: amount,
  refunds: z.array(refundView),
  dispute: disputeView.nullable(),
  timeline: z.array(z.object({ at: stamp, step: z.enum(paymentStatuses) })),
});
export type PaymentView = z.output<typeof paymentView>;

export const distributionKinds = ['coupon', 'dividend', 'outcome', 'redemption'] as const;

/** A payment to the holders of an issue: what is set aside for it, and how far it has gone. */
export const distributionView = z.object({
  listingId,
  title: z.string(),
  /** Of the announced payment within its issue, and the day it is due. */
  number: z.int().min(1),
  dueAt: stamp,
  /** What it is and what was set aside for it; null while nothing was. */
  as: z.enum(distributionKinds).nullable(),
  amount: amount.nullable(),
  fundedAt: stamp.nullable(),
  /** When every holder had it. */
  sharedAt: stamp.nullable(),
});
export type DistributionView = z.output<typeof distributionView>;

export const breakView = z.object({
  id: breakId,
  /** The provider's object that it is about. */
  source: z.string(),
  here: z.string(),
  there: z.string(),
  at: stamp,
  status: z.enum(['open', 'cleared', 'explained']),
  reason: z.string(),
});
export type BreakView = z.output<typeof breakView>;

export const reconciliationView = z.object({
  at: stamp,
  lines: z.int().min(0),
  /** Euro as signed decimals: the provider's balance, and what the books say it is. */
  there: z.string(),
  here: z.string(),
  breaks: z.int().min(0),
});

/** A path of the venue's own to which the provider's page sends its visitor back. */
export const wayBack = z.string().regex(/^\/[\w\-/]{0,120}$/);
export const leave = z.object({ url: z.url() });
/** The account to which a bank transfer is sent. */
export const instructions = z.object({
  iban: z.string(),
  bic: z.string(),
  holder: z.string(),
  bank: z.string(),
});

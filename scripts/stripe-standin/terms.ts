/** What Stripe charges in Italy, and how long things take. Cents and seconds. */
export interface Terms {
  readonly cardFeeRate: number;
  readonly cardFeeFixed: number;
  readonly sepaFee: number;
  readonly transferFeeRate: number;
  readonly transferFeeMost: number;
  readonly cardDisputeFee: number;
  readonly sepaDisputeFee: number;
  /** From a card's charge to its money being available. */
  readonly cardSettles: number;
  /** From a debit's submission to its result, and to its money being available. */
  readonly sepaResult: number;
  /** How much longer the slow test IBANs take. */
  readonly sepaSlow: number;
  /** The most that one debit may take. */
  readonly sepaMost: number;
  readonly transferSettles: number;
  /** How long an uncaptured charge holds. */
  readonly holdLasts: number;
  readonly refundTakes: number;
  readonly disputeDue: number;
  /** A debit may be taken back this long after its success. */
  readonly sepaDisputable: number;
  /** From money being available on a connected account to its payout. */
  readonly payoutAfter: number;
  /** From a payout to its arrival. */
  readonly payoutTakes: number;
  readonly sessionLasts: number;
  readonly accountLinkLasts: number;
  /** Whether refunds may take the platform's balance below zero; if not they wait for money (`insufficient_funds`). */
  readonly refundsOverdraw: boolean;
}

const minute = 60;
const day = 24 * 60 * minute;

/** Stripe's public price list for Italy (EEA consumer cards) and usual delays. */
export const italianTerms: Terms = {
  cardFeeRate: 0.015,
  cardFeeFixed: 25,
  sepaFee: 35,
  transferFeeRate: 0.005,
  transferFeeMost: 500,
  cardDisputeFee: 2000,
  sepaDisputeFee: 1000,
  cardSettles: 3 * day,
  sepaResult: 5 * day,
  sepaSlow: 3 * minute,
  sepaMost: 1_000_000,
  transferSettles: 0,
  holdLasts: 7 * day,
  refundTakes: 5 * day,
  disputeDue: 7 * day,
  sepaDisputable: 56 * day,
  payoutAfter: 1 * day,
  payoutTakes: 2 * day,
  sessionLasts: 1 * day,
  accountLinkLasts: 5 * minute,
  refundsOverdraw: false,
};

/** Cents of an amount in cents at a rate, the half cent up. */
const share = (amount: number, rate: number): number => Math.round(amount * rate + 1e-9);

/** The provider's fee for a charge of so many cents. */
export function feeOf(terms: Terms, method: string, amount: number): number {
  if (method === 'sepa_debit') return terms.sepaFee;
  if (method === 'customer_balance')
    return Math.min(terms.transferFeeMost, share(amount, terms.transferFeeRate));
  return share(amount, terms.cardFeeRate) + terms.cardFeeFixed;
}

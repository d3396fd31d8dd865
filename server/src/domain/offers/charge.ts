import { policy } from '@piazza/shared/policy';
import { millis, type Millis } from '@piazza/shared/values';
import { requestCharge, unwanted, wayBack } from '../charging/index.ts';
import { existing, Impossible, type Context } from '../core/index.ts';
import type { LedgerEvent } from '../ledger/index.ts';
import type { PaymentsEvent } from '../payments/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import type { OffersEvent } from './events.ts';
import { timerOf } from './life.ts';
import { commitmentFee, dueCents, feeHoldOf, holdOf, type Commitment, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | PaymentsEvent | LedgerEvent | ScheduleEvent;
type Charged = Pick<Commitment, 'id' | 'offer' | 'investor' | 'amountCents' | 'method' | 'fee'>;

/** Has the method of a commitment charged with its amount and fee; a pledge until then, it is captured when the money is there. */
export function chargeEvents(
  view: Pick<OffersView, 'payments'>,
  commitment: Charged,
  ctx: Context,
): Events[] {
  const { id, offer, investor, method } = commitment;
  if (method === null) throw new Impossible(`${id} has no method`);
  const charge = { commitment: id, offer, payer: investor, method, amountCents: dueCents(commitment) };
  return [
    ...requestCharge(view.payments, charge, ctx),
    { kind: 'commitments.moved', commitment: id, to: 'charging', at: ctx.at },
  ];
}

const decideAt = (offer: Offer, decisionAt: Millis): Events[] => [
  { kind: 'offers.deferred', offer: offer.id, decisionAt, over: 'charges' },
  setTimer(timerOf.decide(offer.id), decisionAt, { kind: 'offers.decide', offer: offer.id }),
];

/** The decision that is due now waits for the charges under way: a day, or as long as their payers and attempts have. */
export function awaitCharges(view: OffersView, offer: Offer, { at }: Context): Events[] {
  let until: number = at + policy.chargeAwaitMs;
  for (const id of offer.commitments) {
    const { status } = existing(view.offers.commitments, id, 'commitment');
    const payment = status === 'charging' ? view.payments.byCommitment.get(id) : undefined;
    if (payment === undefined) continue;
    until = Math.max(until, existing(view.payments.payments, payment, 'payment').waitsUntil ?? 0);
  }
  return decideAt(offer, millis(until));
}

/** When the last charge of a closed offer that waited for it has come to an end, nothing keeps its decision any longer. */
export function chargeEnded(offer: Offer, { at }: Pick<Context, 'at'>): Events[] {
  const { status, charging, decisionAt, plannedAt } = offer;
  if (status !== 'closing' || charging !== 1 || decisionAt === null || plannedAt === null) return [];
  const soonest = millis(Math.max(plannedAt, at));
  if (decisionAt <= soonest) return [];
  return [clearTimer(timerOf.decide(offer.id)), ...decideAt(offer, soonest)];
}

const released = (hold: string, amount: number, { id, offer }: Commitment): LedgerEvent[] =>
  amount === 0
    ? []
    : [
        {
          kind: 'ledger.released',
          hold,
          amount,
          reason: 'release',
          subject: { commitment: id, offer },
        },
      ];

/**
 * Frees what a commitment holds beyond `costCents`, and the fee on it, and sends back by its payment what that one has
 * brought. All of it for a cost of 0.
 */
export function freeBeyond(
  view: Pick<OffersView, 'payments'>,
  commitment: Commitment,
  costCents: number,
  ctx: Context,
): Events[] {
  const { id, amountCents } = commitment;
  const rest = amountCents - costCents;
  const fee = dueCents(commitment) - amountCents - commitmentFee(commitment, costCents).totalCents;
  return [
    ...released(holdOf(id), rest, commitment),
    ...released(feeHoldOf(id), fee, commitment),
    ...wayBack(view.payments, id, rest + fee, ctx),
  ];
}

/** Gives up what a commitment has under way or holds, before it is over. */
export function letGo(view: Pick<OffersView, 'payments'>, commitment: Commitment, ctx: Context): Events[] {
  switch (commitment.status) {
    case 'charging':
      return unwanted(view.payments, commitment.id, ctx.at);
    case 'captured':
    case 'allotted':
      return freeBeyond(view, commitment, 0, ctx);
    default:
      return [];
  }
}

import { policy } from '@piazza/shared/policy';
import { basisPoints, cents, shareOf, type Millis } from '@piazza/shared/values';
import type { Context } from '../core/index.ts';
import { feeSettled } from '../fees/index.ts';
import { account, EUR, type LedgerEvent } from '../ledger/index.ts';
import { payoutTimer, successFee } from '../proceeds/index.ts';
import type { RegisterEvent } from '../register/index.ts';
import type { ScheduleEvent } from '../schedule/index.ts';
import type { OffersEvent } from './events.ts';
import { commitmentFee, feeHoldOf, holdOf, type Commitment, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

/**
 * Delivery versus payment of one allotted commitment: both legs and the fee on it in one record, or none.
 * @param rest what becomes of what it holds beyond its cost
 */
export function deliveryEvents<E>(
  offer: Offer,
  commitment: Commitment,
  rest: readonly E[],
  at: Millis,
): (OffersEvent | LedgerEvent | RegisterEvent | E)[] {
  const { id, investor, allottedUnits } = commitment;
  const cost = offer.terms.price * allottedUnits;
  const subject = { commitment: id, offer: offer.id, listing: offer.listing };
  return [
    {
      kind: 'ledger.settled',
      hold: holdOf(id),
      to: account.proceeds(offer.organisation),
      amount: cost,
      reason: 'settlement',
      subject,
    },
    {
      kind: 'ledger.posted',
      from: account.outside(offer.listing),
      to: account.units(offer.listing, investor),
      asset: offer.listing,
      amount: allottedUnits,
      reason: 'delivery',
      subject,
    },
    {
      kind: 'register.issued',
      listing: offer.listing,
      holder: investor,
      units: allottedUnits,
      costCents: cost,
      at,
    },
    ...feeSettled(feeHoldOf(id), commitmentFee(commitment, cost), subject),
    ...rest,
    { kind: 'commitments.moved', commitment: id, to: 'settled', at },
  ];
}

const retainedOf = (proceeds: number): number => shareOf(cents(proceeds), basisPoints(policy.retention));

export interface Grown {
  /** Proceeds so far, of which everything was taken already; cents. */
  readonly before: number;
  /** With what has come; cents. */
  readonly after: number;
  /** Whether a part is still kept back: until the first impact report was accepted. */
  readonly retains: boolean;
  /** Names what made them grow, which happens once. */
  readonly cause: string;
}

/**
 * What follows when the proceeds of an offer that are the issuer's have grown: the part kept back until the first
 * impact report is accepted, of the whole what it would be at once; the venue's success fee; and the payout of the rest.
 */
export function proceedsEvents(
  view: Pick<OffersView, 'conduct' | 'payments'>,
  offer: Offer,
  { before, after, retains, cause }: Grown,
  { at }: Context,
): (LedgerEvent | ScheduleEvent)[] {
  const amount = retains ? retainedOf(after) - retainedOf(before) : 0;
  const { organisation, id, listing } = offer;
  const [from, to] = [account.proceeds(organisation), account.retention(organisation)];
  const subject = { offer: id, listing };
  const kept: LedgerEvent = {
    kind: 'ledger.posted',
    from,
    to,
    asset: EUR,
    amount,
    reason: 'retention',
    subject,
  };
  return [
    ...(amount === 0 ? [] : [kept]),
    ...successFee(view, offer, after - before, at),
    ...(after === before ? [] : payoutTimer(view, organisation, cause, at)),
  ];
}

import { policy } from '@piazza/shared/policy';
import type { CommitmentId, PersonId } from '@piazza/shared/values';
import { matureTimer, reversibleUntil } from '../charging/index.ts';
import { accept, existing, Impossible, type Context, type Decision } from '../core/index.ts';
import { account, available, type LedgerEvent } from '../ledger/index.ts';
import { transition, type ListingsEvent } from '../listings/index.ts';
import type { PaymentsEvent } from '../payments/index.ts';
import type { RegisterEvent } from '../register/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import { allot } from './allotment.ts';
import { awaitCharges, chargeEvents, freeBeyond, letGo } from './charge.ts';
import type { OffersEvent } from './events.ts';
import { timerOf } from './life.ts';
import { captureEvents, captureTimer } from './place.ts';
import { deliveryEvents, proceedsEvents } from './proceeds.ts';
import { dueCents, isLive, pledgedCents, type Commitment, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | PaymentsEvent | ListingsEvent | LedgerEvent | ScheduleEvent | RegisterEvent;

const commitmentsOf = (view: OffersView, offer: Offer): Commitment[] =>
  offer.commitments.map((id) => existing(view.offers.commitments, id, 'commitment'));

/**
 * At the end of a reflection period: captures the pledge out of the balance, or marks that the money was not there; one
 * with a method is charged. Where a closed offer can no longer reach its soft cap nothing is charged any more.
 */
export function decideCapture(view: OffersView, id: CommitmentId, ctx: Context): Decision<Events> {
  const commitment = existing(view.offers.commitments, id, 'commitment');
  if (commitment.method !== null) {
    const offer = existing(view.offers.offers, commitment.offer, 'offer');
    const misses = offer.status === 'closing' && offer.committedCents < offer.terms.softCap;
    if (!misses) return accept<Events>(chargeEvents(view, commitment, ctx));
    return accept<Events>([{ kind: 'commitments.moved', commitment: id, to: 'released', at: ctx.at }]);
  }
  const free = available(view.ledger, account.cash(commitment.investor));
  if (free >= dueCents(commitment)) return accept<Events>(captureEvents(commitment, ctx.at));
  return accept<Events>([{ kind: 'commitments.moved', commitment: id, to: 'capture_failed', at: ctx.at }]);
}

/** Cents free for a commitment that could not be captured: what its investor has promised elsewhere is not, where this one was promised by another method. */
const freeFor = (view: OffersView, { investor, method }: Commitment): number =>
  available(view.ledger, account.cash(investor)) -
  (method === null ? 0 : pledgedCents(view.offers, investor));

/** Last try for captures that failed: what still cannot be paid lapses before the allotment (DOMAIN §5). */
function lastCaptures(
  view: OffersView,
  failed: readonly Commitment[],
  ctx: Context,
): { events: Events[]; captured: Set<string> } {
  const taken = new Map<PersonId, number>();
  const captured = new Set<string>();
  const events = failed.flatMap((commitment): Events[] => {
    const { investor, id } = commitment;
    const [due, before] = [dueCents(commitment), taken.get(investor) ?? 0];
    if (freeFor(view, commitment) - before < due)
      return [{ kind: 'commitments.moved', commitment: id, to: 'lapsed', at: ctx.at }];
    taken.set(investor, before + due);
    captured.add(id);
    return captureEvents(commitment, ctx.at);
  });
  return { events, captured };
}

/**
 * When the last reflection period has ended, and the last charge: below the soft cap everything goes back, else the
 * offer is allotted.
 */
export function decideOutcome(view: OffersView, offer: Offer, ctx: Context): Decision<Events> {
  if (offer.charging > 0) return accept<Events>(awaitCharges(view, offer, ctx));
  const all = commitmentsOf(view, offer);
  if (all.some((one) => one.status === 'pledged'))
    throw new Impossible(`${offer.id} is decided before a reflection end`);
  const last = lastCaptures(
    view,
    all.filter((one) => one.status === 'capture_failed'),
    ctx,
  );
  const paid = all.filter((one) => one.status === 'captured' || last.captured.has(one.id));
  const raised = paid.reduce((sum, one) => sum + one.amountCents, 0);
  const settle = setTimer(timerOf.settle(offer.id, 0), ctx.at, { kind: 'offers.settle', offer: offer.id });
  if (paid.length === 0 || raised < offer.terms.softCap) {
    const listing = existing(view.listings.listings, offer.listing, 'listing');
    return accept<Events>([
      ...last.events,
      { kind: 'offers.failed', offer: offer.id },
      transition(listing, 'failed', ctx),
      settle,
    ]);
  }
  const requests = paid.map(({ id, investor, units, placedAt }) => {
    const { tier } = existing(view.people.people, investor, 'person');
    return { commitment: id, investor, tier, units, placedAt };
  });
  const { price, lot, hardCap, reserves } = offer.terms;
  const { tiers, allocations } = allot(requests, { totalUnits: hardCap / price, lot, reserves });
  return accept<Events>([
    ...last.events,
    { kind: 'offers.allotted', offer: offer.id, tiers, allocations, at: ctx.at },
    settle,
  ]);
}

function giveBack(view: OffersView, commitment: Commitment, ctx: Context): Events[] {
  const { id, status } = commitment;
  const moved: Events = { kind: 'commitments.moved', commitment: id, to: 'released', at: ctx.at };
  if (status === 'pledged') return [clearTimer(captureTimer(id)), moved];
  return status === 'allotted' || isLive(commitment) ? [...letGo(view, commitment, ctx), moved] : [];
}

/** What has become of the allotted commitments of a chunk, and the proceeds that are the issuer's with it. */
interface Delivered {
  readonly events: Events[];
  readonly cents: number;
}
const nothing: Delivered = { events: [], cents: 0 };

/** Deals with one allotted commitment; what a bank can still take back is delivered when it no longer can. */
function settled(view: OffersView, offer: Offer, commitment: Commitment, ctx: Context): Delivered {
  const { id, allottedUnits, status } = commitment;
  if (status !== 'allotted') return nothing;
  if (allottedUnits === 0) return { events: giveBack(view, commitment, ctx), cents: 0 };
  const cost = offer.terms.price * allottedUnits;
  const rest = freeBeyond(view, commitment, cost, ctx);
  const reversible = reversibleUntil(view.payments, id, ctx.at);
  if (reversible === null) return { events: deliveryEvents(offer, commitment, rest, ctx.at), cents: cost };
  const { payment, until } = reversible;
  const timer = setTimer(matureTimer(payment.id), until, { kind: 'payments.mature', payment: payment.id });
  return { events: [...rest, timer], cents: 0 };
}

function finish(view: OffersView, offer: Offer, chunkCents: number, ctx: Context): Events[] {
  if (offer.status !== 'allotting') return [];
  const listing = existing(view.listings.listings, offer.listing, 'listing');
  const after = offer.proceedsCents + chunkCents;
  return [
    ...proceedsEvents(view, offer, { before: 0, after, retains: true, cause: offer.id }, ctx),
    { kind: 'offers.funded', offer: offer.id },
    transition(listing, 'funded', ctx),
    setTimer(`begin:${listing.id}`, ctx.at, { kind: 'duties.begin', listing: listing.id }),
  ];
}

/**
 * Deals with the next commitments of a decided offer: delivers what was allotted, releases the rest.
 * In chunks, so that no record outgrows the journal; the next chunk is due at the same instant, before any other command.
 */
export function decideSettle(view: OffersView, offer: Offer, ctx: Context): Decision<Events> {
  const ids = offer.commitments.slice(offer.settled, offer.settled + policy.settlementChunk);
  const chunk = ids.map((id) => existing(view.offers.commitments, id, 'commitment'));
  const parts = chunk.map((one): Delivered =>
    offer.status === 'allotting'
      ? settled(view, offer, one, ctx)
      : { events: giveBack(view, one, ctx), cents: 0 },
  );
  const events = parts.flatMap((part) => part.events);
  events.push({ kind: 'offers.progressed', offer: offer.id, commitments: chunk.length });
  const next = offer.settled + chunk.length;
  if (next < offer.commitments.length) {
    events.push(setTimer(timerOf.settle(offer.id, next), ctx.at, { kind: 'offers.settle', offer: offer.id }));
    return accept(events);
  }
  const chunkCents = parts.reduce((sum, { cents }) => sum + cents, 0);
  return accept([...events, ...finish(view, offer, chunkCents, ctx)]);
}

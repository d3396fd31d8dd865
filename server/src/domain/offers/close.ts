import { policy } from '@piazza/shared/policy';
import { basisPoints, cents, shareOf, type CommitmentId, type PersonId } from '@piazza/shared/values';
import { accept, existing, Impossible, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR, type LedgerEvent, type LedgerReason } from '../ledger/index.ts';
import { transition, type ListingsEvent } from '../listings/index.ts';
import type { RegisterEvent } from '../register/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import { allot } from './allotment.ts';
import type { OffersEvent } from './events.ts';
import { timerOf } from './life.ts';
import { captureEvents, captureTimer } from './place.ts';
import { holdOf, type Commitment, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | ListingsEvent | LedgerEvent | ScheduleEvent | RegisterEvent;

const commitmentsOf = (view: OffersView, offer: Offer): Commitment[] =>
  offer.commitments.map((id) => existing(view.offers.commitments, id, 'commitment'));

/** At the end of a reflection period: captures the pledge, or marks that the money was not there. */
export function decideCapture(view: OffersView, id: CommitmentId, ctx: Context): Decision<Events> {
  const commitment = existing(view.offers.commitments, id, 'commitment');
  const free = available(view.ledger, account.cash(commitment.investor));
  if (free >= commitment.amountCents) return accept<Events>(captureEvents(commitment, ctx.at));
  return accept<Events>([{ kind: 'commitments.moved', commitment: id, to: 'capture_failed', at: ctx.at }]);
}

/** Last try for captures that failed: what still cannot be paid lapses before the allotment (DOMAIN §5). */
function lastCaptures(
  view: OffersView,
  failed: readonly Commitment[],
  ctx: Context,
): { events: Events[]; captured: Set<string> } {
  const free = new Map<PersonId, number>();
  const captured = new Set<string>();
  const events = failed.flatMap((commitment): Events[] => {
    const { investor, amountCents, id } = commitment;
    const left = free.get(investor) ?? available(view.ledger, account.cash(investor));
    if (left < amountCents) return [{ kind: 'commitments.moved', commitment: id, to: 'lapsed', at: ctx.at }];
    free.set(investor, left - amountCents);
    captured.add(id);
    return captureEvents(commitment, ctx.at);
  });
  return { events, captured };
}

/** When the last reflection period has ended: below the soft cap everything goes back, else the offer is allotted. */
export function decideOutcome(view: OffersView, offer: Offer, ctx: Context): Decision<Events> {
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

const release = (commitment: Commitment, amount: number, reason: LedgerReason = 'release'): LedgerEvent => ({
  kind: 'ledger.released',
  hold: holdOf(commitment.id),
  amount,
  reason,
  subject: { commitment: commitment.id, offer: commitment.offer },
});

function giveBack(commitment: Commitment, ctx: Context): Events[] {
  const { id, amountCents, status } = commitment;
  const moved: Events = { kind: 'commitments.moved', commitment: id, to: 'released', at: ctx.at };
  if (status === 'captured' || status === 'allotted') return [release(commitment, amountCents), moved];
  if (status === 'pledged') return [clearTimer(captureTimer(id)), moved];
  return status === 'capture_failed' ? [moved] : [];
}

/** Delivery versus payment of one allotted commitment: both legs in one record, or neither. */
function deliver(offer: Offer, commitment: Commitment, ctx: Context): Events[] {
  const { id, investor, allottedUnits, amountCents, status } = commitment;
  if (status !== 'allotted') return [];
  if (allottedUnits === 0) return giveBack(commitment, ctx);
  const cost = offer.terms.price * allottedUnits;
  const subject = { commitment: id, offer: offer.id, listing: offer.listing };
  const events: Events[] = [
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
      at: ctx.at,
    },
  ];
  if (amountCents > cost) events.push(release(commitment, amountCents - cost));
  events.push({ kind: 'commitments.moved', commitment: id, to: 'settled', at: ctx.at });
  return events;
}

function retain(offer: Offer, proceeds: number): Events[] {
  const amount = shareOf(cents(proceeds), basisPoints(policy.retention));
  if (amount === 0) return [];
  const { organisation, id, listing } = offer;
  const [from, to] = [account.proceeds(organisation), account.retention(organisation)];
  return [
    {
      kind: 'ledger.posted',
      from,
      to,
      asset: EUR,
      amount,
      reason: 'retention',
      subject: { offer: id, listing },
    },
  ];
}

function finish(view: OffersView, offer: Offer, chunk: readonly Commitment[], ctx: Context): Events[] {
  if (offer.status !== 'allotting') return [];
  const proceeds = chunk.reduce(
    (sum, one) => sum + one.allottedUnits * offer.terms.price,
    offer.proceedsCents,
  );
  const listing = existing(view.listings.listings, offer.listing, 'listing');
  return [
    ...retain(offer, proceeds),
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
  const events = chunk.flatMap((one) =>
    offer.status === 'allotting' ? deliver(offer, one, ctx) : giveBack(one, ctx),
  );
  events.push({ kind: 'offers.progressed', offer: offer.id, commitments: chunk.length });
  const next = offer.settled + chunk.length;
  if (next < offer.commitments.length) {
    events.push(setTimer(timerOf.settle(offer.id, next), ctx.at, { kind: 'offers.settle', offer: offer.id }));
    return accept(events);
  }
  return accept([...events, ...finish(view, offer, chunk, ctx)]);
}

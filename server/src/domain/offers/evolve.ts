import type { PersonId } from '@piazza/shared/values';
import { existing, Impossible } from '../core/index.ts';
import type { OffersEvent } from './events.ts';
import type { Commitment, CommitmentStatus, Offer, OffersState, OfferStatus } from './state.ts';

type Of<K extends OffersEvent['kind']> = Extract<OffersEvent, { kind: K }>;

/** Every legal step of a commitment; any other is a bug. */
const steps: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  pledged: ['charging', 'captured', 'capture_failed', 'revoked', 'released'],
  charging: ['captured', 'capture_failed', 'revoked', 'released'],
  capture_failed: ['captured', 'lapsed', 'revoked', 'released'],
  // A payer's bank that takes the money back before anything was delivered ends it.
  captured: ['allotted', 'revoked', 'released', 'lapsed'],
  allotted: ['settled', 'released', 'lapsed'],
  settled: [],
  revoked: [],
  lapsed: [],
  released: [],
};

function step(commitment: Commitment, to: CommitmentStatus, at: Commitment['placedAt']): void {
  if (!steps[commitment.status].includes(to)) {
    throw new Impossible(`${commitment.id} cannot go from ${commitment.status} to ${to}`);
  }
  commitment.status = to;
  commitment.timeline.push({ at, step: to });
}

function count(offer: Offer, investor: PersonId, by: 1 | -1): void {
  const now = (offer.investors.get(investor) ?? 0) + by;
  if (now === 0) offer.investors.delete(investor);
  else offer.investors.set(investor, now);
}

function marks(offer: Offer): void {
  offer.softCapReached ||= offer.committedCents >= offer.terms.softCap;
  offer.hardCapReached ||= offer.committedCents >= offer.terms.hardCap;
}

function place(state: OffersState, event: Of<'commitments.placed'>): void {
  const { commitment: id, offer: offerId, investor, units, amountCents, tier, reflectionEndsAt, at } = event;
  const { method = null, fee = null } = event;
  const offer = existing(state.offers, offerId, 'offer');
  state.commitments.set(id, {
    id,
    offer: offerId,
    investor,
    units,
    amountCents,
    method,
    fee,
    status: 'pledged',
    tier,
    placedAt: at,
    reflectionEndsAt,
    renewal: null,
    allottedUnits: 0,
    timeline: [{ at, step: 'pledged' }],
  });
  const own = state.byInvestor.get(investor);
  if (own === undefined) state.byInvestor.set(investor, [id]);
  else own.push(id);
  offer.commitments.push(id);
  offer.committedCents += amountCents;
  count(offer, investor, 1);
  marks(offer);
}

function move(state: OffersState, event: Of<'commitments.moved'>): void {
  const commitment = existing(state.commitments, event.commitment, 'commitment');
  const offer = existing(state.offers, commitment.offer, 'offer');
  const before = commitment.status;
  step(commitment, event.to, event.at);
  if (before === 'charging') offer.charging -= 1;
  if (event.to === 'charging') offer.charging += 1;
  const goesBack = event.to === 'revoked' || event.to === 'lapsed';
  if (goesBack && (before === 'captured' || before === 'allotted'))
    offer.capturedCents -= commitment.amountCents;
  if (event.to === 'captured') offer.capturedCents += commitment.amountCents;
  if (event.to === 'settled') {
    offer.proceedsCents += commitment.allottedUnits * offer.terms.price;
  }
  // Sums stay as they stood at the decision: what is released afterwards was committed all the same.
  if (!goesBack) return;
  offer.committedCents -= commitment.amountCents;
  count(offer, commitment.investor, -1);
}

function allotted(state: OffersState, event: Of<'offers.allotted'>): void {
  const offer = existing(state.offers, event.offer, 'offer');
  offer.status = 'allotting';
  offer.allotment = event.tiers;
  for (const [id, tier, units] of event.allocations) {
    const commitment = existing(state.commitments, id, 'commitment');
    step(commitment, 'allotted', event.at);
    commitment.tier = tier;
    commitment.allottedUnits = units;
  }
}

function renew(state: OffersState, event: Of<'commitments.renewed'>): void {
  const commitment = existing(state.commitments, event.commitment, 'commitment');
  const { until, why, disclosure, at } = event;
  commitment.reflectionEndsAt = until;
  commitment.renewal = { why, disclosure, at };
}

function hold(offer: Offer, event: Of<'offers.suspended' | 'offers.resumed' | 'offers.deferred'>): void {
  if (event.kind === 'offers.deferred') {
    offer.decisionAt = event.decisionAt;
    if (event.over === undefined) offer.plannedAt = event.decisionAt;
  } else if (event.kind === 'offers.resumed') offer.suspension = null;
  else offer.suspension = { disclosure: event.disclosure, since: event.at, until: event.until };
}

const statusAfter: Partial<Record<OffersEvent['kind'], OfferStatus>> = {
  'offers.opened': 'open',
  'offers.cancelled': 'cancelled',
  'offers.failed': 'failed',
  'offers.funded': 'funded',
};

function create(state: OffersState, event: Of<'offers.created'>): void {
  const { offer: id, listing, organisation, terms, opensAt, closesAt } = event;
  state.offers.set(id, {
    id,
    listing,
    organisation,
    terms,
    status: 'scheduled',
    opensAt,
    closesAt,
    decisionAt: null,
    plannedAt: null,
    charging: 0,
    committedCents: 0,
    capturedCents: 0,
    commitments: [],
    investors: new Map(),
    settled: 0,
    proceedsCents: 0,
    allotment: null,
    softCapReached: false,
    hardCapReached: false,
    suspension: null,
  });
}

export function evolveOffers(state: OffersState, event: OffersEvent): void {
  switch (event.kind) {
    case 'offers.created':
      create(state, event);
      return;
    case 'commitments.placed':
      place(state, event);
      return;
    case 'commitments.moved':
      move(state, event);
      return;
    case 'commitments.renewed':
      renew(state, event);
      return;
    case 'offers.suspended':
    case 'offers.resumed':
    case 'offers.deferred':
      hold(existing(state.offers, event.offer, 'offer'), event);
      return;
    case 'offers.allotted':
      allotted(state, event);
      return;
    default: {
      const offer = existing(state.offers, event.offer, 'offer');
      offer.status = statusAfter[event.kind] ?? offer.status;
      if (event.kind === 'offers.closed') {
        offer.status = 'closing';
        offer.decisionAt = event.decisionAt;
        offer.plannedAt = event.decisionAt;
      } else if (event.kind === 'offers.progressed') offer.settled += event.commitments;
    }
  }
}

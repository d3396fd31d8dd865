import type { VenueState } from '../domain/venue/index.ts';
import { standingOf, type Offer } from '../domain/offers/index.ts';
import type { RegisterState } from '../domain/register/index.ts';
import {
  addLine,
  rareEffects,
  type Effects,
  type Projection,
  type TotalFigures,
  type ProgressFigures,
} from './effects.ts';

/** Name of the public feed's stream in the history; its index is the feed's seq. */
export const dealFlowStream = 'deal-flow';

/** One line of the public feed as it is stored: ids and figures, no words and nobody's name. */
export interface DealFlowLine {
  readonly at: number;
  readonly kind: string;
  readonly listing: string;
  readonly offer: string | null;
  readonly amountCents: number | null;
}

// Counting who holds anything walks the whole register, which changes far more rarely than the sums are told.
const counted = new WeakMap<RegisterState, { readonly lines: number; readonly people: number }>();

function holdersOf(register: RegisterState): number {
  let lines = 0;
  for (const holders of register.holders.values()) lines += holders.size;
  const known = counted.get(register);
  if (known?.lines === lines) return known.people;
  const people = new Set<string>();
  for (const holders of register.holders.values()) for (const person of holders.keys()) people.add(person);
  counted.set(register, { lines, people: people.size });
  return people.size;
}

/** The venue's sums as the public sees them. Cents. */
export function totalsOf(state: VenueState): TotalFigures {
  let openOffers = 0;
  let committedCents = 0;
  let raisedCents = 0;
  let commitments = 0;
  let fundedVentures = 0;
  for (const offer of state.offers.offers.values()) {
    commitments += offer.commitments.length;
    if (offer.status === 'open') openOffers += 1;
    if (offer.status === 'open' || offer.status === 'closing') committedCents += offer.committedCents;
    if (offer.status === 'allotting' || offer.status === 'funded') raisedCents += offer.proceedsCents;
    if (offer.status === 'funded') fundedVentures += 1;
  }
  const holders = holdersOf(state.register);
  return { openOffers, committedCents, raisedCents, commitments, fundedVentures, holders };
}

/** Trades change who holds anything, often without changing how many lines the register has. */
export const holdersMoved = (state: VenueState): void => void counted.delete(state.register);

export const progressOf = (offer: Offer): ProgressFigures => ({
  status: standingOf(offer),
  committedCents: offer.committedCents,
  capturedCents: offer.capturedCents,
  investors: offer.investors.size,
  decisionAt: offer.decisionAt,
});

function publish(
  effects: Effects,
  state: VenueState,
  offer: Offer,
  kind: string,
  amountCents: number | null,
  at: number,
): void {
  const value: DealFlowLine = { at, kind, listing: offer.listing, offer: offer.id, amountCents };
  addLine(effects, dealFlowStream, value);
  rareEffects(effects).totals = totalsOf(state);
}

/** Tells what happened in a market: sessions and auctions, never one trade of many. */
export function publishTrading(
  effects: Effects,
  state: VenueState,
  listing: string,
  kind: string,
  amountCents: number | null,
  at: number,
): void {
  const offer = state.listings.listings.get(listing as never)?.offer ?? null;
  const value: DealFlowLine = { at, kind, listing, offer, amountCents };
  addLine(effects, dealFlowStream, value);
  rareEffects(effects).totals = totalsOf(state);
}

const offerKinds: Readonly<Record<string, string>> = {
  'offers.created': 'offer_scheduled',
  'offers.opened': 'offer_opened',
  'offers.closed': 'offer_closing',
  'offers.cancelled': 'offer_cancelled',
  'offers.failed': 'offer_failed',
  'offers.funded': 'offer_funded',
};

function crossed(offer: Offer, cap: number, lastCents: number): boolean {
  return offer.committedCents >= cap && offer.committedCents - lastCents < cap;
}

/** What the public sees happen: admissions, openings, commitments, caps reached, outcomes; and the totals after it. */
export const dealFlow: Projection = (effects, state, event, record) => {
  if (event.kind.startsWith('register.')) counted.delete(state.register);
  if (event.kind === 'listings.transitioned' && event.to === 'approved') {
    const value: DealFlowLine = {
      at: record.at,
      kind: 'listing_admitted',
      listing: event.listing,
      offer: null,
      amountCents: null,
    };
    addLine(effects, dealFlowStream, value);
    rareEffects(effects).totals = totalsOf(state);
    return;
  }
  if (event.kind === 'commitments.moved') {
    const commitment = state.offers.commitments.get(event.commitment);
    const offer = commitment && state.offers.offers.get(commitment.offer);
    if (commitment === undefined || offer === undefined) return;
    rareEffects(effects).progress.set(offer.id, progressOf(offer));
    if (event.to === 'revoked') publish(effects, state, offer, 'revoked', commitment.amountCents, record.at);
    return;
  }
  if (!('offer' in event) || event.kind === 'listings.transitioned') return;
  const offer = state.offers.offers.get(event.offer);
  if (offer === undefined) return;
  rareEffects(effects).progress.set(offer.id, progressOf(offer));
  const kind = offerKinds[event.kind];
  if (kind !== undefined) {
    const raised = event.kind === 'offers.funded' ? offer.proceedsCents : offer.committedCents;
    publish(effects, state, offer, kind, raised === 0 ? null : raised, record.at);
  }
  if (event.kind !== 'commitments.placed') return;
  publish(effects, state, offer, 'committed', event.amountCents, record.at);
  const { softCap, hardCap } = offer.terms;
  if (crossed(offer, softCap, event.amountCents))
    publish(effects, state, offer, 'soft_cap_reached', offer.committedCents, record.at);
  if (crossed(offer, hardCap, event.amountCents))
    publish(effects, state, offer, 'hard_cap_reached', offer.committedCents, record.at);
};

import type { RejectionCode } from '@piazza/shared/rejections';
import type { ListingId, OrganisationId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Actor, Decision } from '../../server/src/domain/core/index.ts';
import type { ListingFacts, ListingStatus } from '../../server/src/domain/listings/index.ts';
import { account, EUR } from '../../server/src/domain/ledger/index.ts';
import type { OfferStatus } from '../../server/src/domain/offers/index.ts';
import { violations, type VenueCommand, type VenueEvent } from '../../server/src/domain/venue/index.ts';
import * as by from './domain-cast.ts';
import { day, DomainVenue } from './domain-venue.ts';
import { understoodWhereAsked } from './understood.ts';

/** Something that has happened before the command a test is about. */
export type Step = (venue: DomainVenue) => void;
const { cast, lst, ofr, orgOf } = by;

/** What the domain answers to the command: exactly one of the three is looked at. */
export class Outcome {
  readonly venue: DomainVenue;
  readonly decision: Decision<VenueEvent>;
  constructor(venue: DomainVenue, decision: Decision<VenueEvent>) {
    this.venue = venue;
    this.decision = decision;
  }
  /** The command is refused with this code (and these facts). */
  refuses(code: RejectionCode, detail?: object): void {
    const refusal = 'rejection' in this.decision ? this.decision.rejection : 'accepted';
    expect(refusal).to.have.property('code', code);
    if (detail !== undefined) expect(refusal).to.have.deep.property('detail', detail);
  }
  /** The command is accepted with exactly these events. */
  yields(...events: readonly VenueEvent[]): void {
    expect('events' in this.decision ? this.decision.events : this.decision).to.deep.equal(events);
  }
  /** The command is accepted; folds its events and hands the venue on. */
  accepts(): DomainVenue {
    if ('rejection' in this.decision) throw new Error(`refused: ${JSON.stringify(this.decision.rejection)}`);
    this.venue.fold(...this.decision.events);
    expect(violations(this.venue.state)).to.deep.equal([]);
    return this.venue;
  }
}

/** given(what has happened).when(who, wishes what): the rest is on the outcome. */
export function given(...steps: readonly Step[]): {
  venue: DomainVenue;
  when: (actor: Actor, command: VenueCommand) => Outcome;
} {
  const venue = new DomainVenue();
  for (const step of [by.everybody, ...steps]) step(venue);
  return { venue, when: (actor, command) => new Outcome(venue, venue.decide(actor, command)) };
}

/** A command that is taken; a refusal of a given is a mistake of the test. */
export const does =
  (actor: Actor, ...commands: readonly VenueCommand[]): Step =>
  (venue) => {
    for (const command of commands) {
      understoodWhereAsked(venue, actor, command);
      const decision = venue.take(actor, command);
      if ('rejection' in decision)
        throw new Error(`${command.kind} of ${actor} was refused: ${JSON.stringify(decision.rejection)}`);
    }
  };
export const happened =
  (...events: readonly VenueEvent[]): Step =>
  (venue) =>
    venue.fold(...events);
/** Time goes by, and what falls due on the way happens. */
export const passes =
  (ms: number): Step =>
  (venue) =>
    venue.passTo(venue.now + ms);
export const until =
  (at: number): Step =>
  (venue) =>
    venue.passTo(at);

/** Play money (in cents) for everybody who invests. */
export const funded =
  (cents: number, ...people: readonly PersonId[]): Step =>
  (venue) => {
    const investors = [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko];
    for (const person of people.length > 0 ? people : investors) {
      const [from, to] = [account.outside(EUR), account.cash(person)];
      const kind = 'ledger.posted';
      venue.fold({ kind, from, to, asset: EUR, amount: cents, reason: 'top_up', subject: {} });
    }
  };
/** Money that leaves a wallet by a road this version does not have, so that a capture finds too little. */
export const spends =
  (person: PersonId, cents: number): Step =>
  (venue) => {
    const [from, to] = [account.cash(person), account.outside(EUR)];
    const kind = 'ledger.posted';
    venue.fold({ kind, from, to, asset: EUR, amount: cents, reason: 'release', subject: {} });
  };

export interface Draft {
  readonly who?: PersonId;
  readonly organisation?: OrganisationId;
  readonly listing?: ListingId;
  readonly facts?: Partial<ListingFacts>;
}
export const drafted =
  ({ who = cast.enzo, organisation = orgOf.enzo, facts = {} }: Draft = {}): Step =>
  (venue) =>
    does(who, { kind: 'listings.create', organisation, content: by.content(facts) })(venue);

/** A draft that the issuer has submitted. */
export const submitted = (draft: Draft = {}): Step =>
  inTurn(drafted(draft), does(draft.who ?? cast.enzo, by.submit(draft.listing)));
/** … that Olga and Oreste have taken. */
export const underReview = (draft: Draft = {}): Step =>
  inTurn(
    submitted(draft),
    does(cast.olga, by.takeReview(draft.listing)),
    does(cast.oreste, by.takeReview(draft.listing)),
  );
/** … that both have approved. */
export const approved = (draft: Draft = {}): Step =>
  inTurn(
    underReview(draft),
    does(cast.olga, by.approve(draft.listing)),
    does(cast.oreste, by.approve(draft.listing)),
  );
/** … whose offer the issuer has published: lst_1 becomes ofr_1. */
export const live = (draft: Draft = {}): Step =>
  inTurn(approved(draft), does(draft.who ?? cast.enzo, by.publish(draft.listing)));

export function inTurn(...steps: readonly Step[]): Step {
  return (venue) => {
    for (const step of steps) step(venue);
  };
}

/** An offer in each status, lst_1 and ofr_1, with a pledge of Ines and a captured commitment of Sofia where there can be. */
export const offerIn = (status: OfferStatus): Step => {
  const opening = live(status === 'scheduled' ? { facts: { opensAt: by.facts().closesAt! - 20 * day } } : {});
  if (status === 'scheduled') return inTurn(funded(500_000), opening);
  const poor = status === 'failed' ? 20 : 100;
  const open = inTurn(
    funded(500_000),
    opening,
    passes(28 * day),
    does(cast.ines, by.place(poor)),
    does(cast.sofia, by.place(poor)),
  );
  const reached: Step = (venue) =>
    venue.passTo(venue.now + 60 * day, () => venue.state.offers.offers.get(ofr(1))?.status === status);
  if (status === 'open') return open;
  if (status === 'cancelled') return inTurn(open, does(cast.olga, by.cancel()), passes(0));
  if (status === 'closing') return inTurn(open, until(by.facts().closesAt!));
  return inTurn(open, status === 'allotting' ? reached : passes(60 * day));
};

/** lst_1 of Enzo in each status. */
export const listingIn = (status: ListingStatus): Step => {
  switch (status) {
    case 'draft':
      return drafted();
    case 'submitted':
      return submitted();
    case 'under_review':
      return underReview();
    case 'changes_requested':
      return inTurn(underReview(), does(cast.olga, by.requestChanges()));
    case 'approved':
      return approved();
    case 'live':
      return live();
    case 'funded':
    case 'failed':
      return offerIn(status);
    case 'cancelled':
      return inTurn(drafted(), does(cast.enzo, by.withdraw(lst(1))));
    case 'delisted':
      // A year after the impact report was due.
      return inTurn(offerIn('funded'), passes(740 * day));
  }
};

/** Cents in a wallet: what can be spent, and what is held. */
export const wallet = (venue: DomainVenue, person: PersonId): { available: number; held: number } => {
  const { available, held } = venue.state.ledger.accounts.get(account.cash(person)) ?? {
    available: 0,
    held: 0,
  };
  return { available, held };
};

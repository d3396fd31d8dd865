import { rareEffects, representativesOf, tell, type Effects, type Projection } from './effects.ts';
import { casesChanged, isOfCases } from './case-topics.ts';
import { conductChanged, isOfConduct } from './notices-conduct.ts';
import { disclosuresChanged, isOfDisclosures } from './disclosure-topics.ts';
import { dutiesChanged, isOfDuties } from './notices-duties.ts';
import { dossierChanged, isOfDossiers } from './dossier-topics.ts';
import { isOfPayments, paymentsChanged } from './payment-topics.ts';
import type { BoardEvent } from '../domain/board/index.ts';
import { isSupervision, type VenueState } from '../domain/venue/index.ts';

function listingChanged(effects: Effects, state: VenueState, listing: string): void {
  const own = [`listing:${listing}`, 'listings'];
  for (const person of representativesOf(state, listing)) tell(effects, person, ...own);
  tell(effects, 'operators', `listing:${listing}`, 'queue');
  // What was never admitted the public does not know of, its end included.
  const { transitions = [] } = state.listings.listings.get(listing as never) ?? {};
  if (transitions.some(({ to }) => to === 'approved')) tell(effects, 'public', `listing:${listing}`);
}

/** Who has answered whom is for the two of them alone; what stands on a board is for everybody. */
function boardChanged(effects: Effects, state: VenueState, event: BoardEvent): void {
  if (event.kind !== 'board.replied') {
    const { listing } = event.kind === 'board.posted' ? event.post : event;
    return tell(effects, 'public', `board:${listing}`);
  }
  const post = state.board.posts.get(event.post);
  if (post === undefined) return;
  tell(effects, post.author, `board:${post.listing}`, `post:${post.id}`);
  tell(effects, event.reply.from, `board:${post.listing}`);
}

/** What a screen that shows the object of an event must read again, and who may know that it changed. */
export const topics: Projection = (effects, state, event) => {
  const [noun] = event.kind.split('.');
  // What the nouns of supervision do brings something into the queue of the desk, or takes it out.
  if (isSupervision(event.kind) && !isOfPayments(event)) tell(effects, 'operators', 'queue');
  if (event.kind === 'venue.clock_advanced') {
    rareEffects(effects).clockOffsetMs = state.house.clockOffsetMs;
    tell(effects, 'public', 'venue');
  } else if (
    event.kind === 'commitments.placed' ||
    event.kind === 'commitments.moved' ||
    event.kind === 'commitments.renewed'
  ) {
    const commitment = state.offers.commitments.get(event.commitment);
    if (commitment === undefined) return;
    tell(effects, commitment.investor, 'commitments', `commitment:${commitment.id}`, 'wallet');
  } else if (noun === 'people' && 'person' in event) {
    tell(effects, event.person, 'me');
    tell(effects, 'operators', 'people');
    if (event.kind === 'people.role_set') rareEffects(effects).rolesChanged.add(event.person);
  } else if (noun === 'protection' && 'person' in event) {
    tell(effects, event.person, 'onboarding');
    tell(effects, 'operators', `identity:${event.person as string}`, 'identities', 'queue');
  } else if (event.kind === 'approvals.proposed' || event.kind === 'approvals.decided') {
    tell(effects, 'operators', `proposal:${event.proposal}`, 'approvals', 'queue');
  } else if (noun === 'settings') {
    tell(effects, 'public', 'settings');
  } else if (noun === 'organisations' && 'organisation' in event) {
    tell(effects, 'public', `organisation:${event.organisation}`);
    const people = state.organisations.organisations.get(event.organisation)?.representatives ?? [];
    for (const person of people) tell(effects, person, 'organisations');
  } else if (noun === 'listings' && 'listing' in event) {
    listingChanged(effects, state, event.listing);
  } else if (noun === 'offers' && 'offer' in event) {
    tell(effects, 'public', 'offers', `offer:${event.offer as string}`);
  } else if (
    event.kind === 'board.posted' ||
    event.kind === 'board.replied' ||
    event.kind === 'board.removed'
  ) {
    boardChanged(effects, state, event);
  } else if (event.kind === 'register.issued') {
    for (const audience of ['operators' as const, ...representativesOf(state, event.listing)])
      tell(effects, audience, 'holders', 'proceeds');
  } else if (isOfCases(event)) {
    casesChanged(effects, event);
  } else if (isOfDisclosures(event)) {
    disclosuresChanged(effects, event);
  } else if (isOfConduct(event)) {
    conductChanged(effects, state, event);
  } else if (isOfDuties(event)) {
    dutiesChanged(effects, event);
  } else if (isOfPayments(event)) {
    paymentsChanged(effects, state, event);
  } else if (isOfDossiers(event)) {
    dossierChanged(effects, state, event);
  }
};

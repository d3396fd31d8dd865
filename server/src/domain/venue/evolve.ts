import { evolveBoard, type BoardEvent } from '../board/index.ts';
import { noteManagers } from '../duties/index.ts';
import { evolveLedger, type LedgerEvent } from '../ledger/index.ts';
import { evolveListings, type ListingsEvent } from '../listings/index.ts';
import { evolveMarket, type MarketEvent } from '../market/index.ts';
import { evolveOffers, type OffersEvent } from '../offers/index.ts';
import { evolveOrganisations, type OrganisationsEvent } from '../organisations/index.ts';
import { evolvePeople, type PeopleEvent } from '../people/index.ts';
import { evolveRegister } from '../register/index.ts';
import { evolveSchedule, type ScheduleEvent } from '../schedule/index.ts';
import type { VenueEvent } from './decide.ts';
import { evolveHouse, type HouseEvent } from './house.ts';
import type { VenueState } from './state.ts';
import { evolveSupervision, type SupervisionEvent } from './supervision.ts';

type OwnEvent = Exclude<VenueEvent, SupervisionEvent>;
type Folds = {
  readonly [K in OwnEvent['kind']]: (state: VenueState, event: Extract<OwnEvent, { kind: K }>) => void;
};

const house = (state: VenueState, event: HouseEvent): void => evolveHouse(state.house, event);
const schedule = (state: VenueState, event: ScheduleEvent): void => evolveSchedule(state.schedule, event);
const people = (state: VenueState, event: PeopleEvent): void => evolvePeople(state.people, event);
const organisations = (state: VenueState, event: OrganisationsEvent): void =>
  evolveOrganisations(state.organisations, event);
const listings = (state: VenueState, event: ListingsEvent): void => evolveListings(state.listings, event);
const offers = (state: VenueState, event: OffersEvent): void => evolveOffers(state.offers, event);
const board = (state: VenueState, event: BoardEvent): void => evolveBoard(state.board, event);
const market = (state: VenueState, event: MarketEvent): void => evolveMarket(state, event);
const ledger = (state: VenueState, event: LedgerEvent): void => evolveLedger(state.ledger, event);

const folds: Folds = {
  'venue.opened': house,
  'venue.clock_advanced': house,
  'schedule.set': schedule,
  'schedule.cleared': schedule,
  'people.registered': people,
  'people.profile_updated': people,
  'people.warning_acknowledged': people,
  'people.notices_read': people,
  'people.tier_set': people,
  'people.role_set': people,
  'people.identified': people,
  'people.erasure_begun': people,
  'people.erased': people,
  'people.class_set': people,
  'organisations.created': organisations,
  'organisations.updated': organisations,
  'organisations.represented': organisations,
  'listings.created': listings,
  'listings.draft_saved': listings,
  'listings.reviewed': listings,
  'listings.transitioned': listings,
  'listings.amended': listings,
  'offers.created': offers,
  'offers.opened': offers,
  'offers.closed': offers,
  'offers.cancelled': offers,
  'offers.failed': offers,
  'offers.allotted': offers,
  'offers.progressed': offers,
  'offers.funded': offers,
  'offers.suspended': offers,
  'offers.resumed': offers,
  'offers.deferred': offers,
  'commitments.placed': offers,
  'commitments.moved': offers,
  'commitments.renewed': offers,
  'ledger.posted': ledger,
  'ledger.held': ledger,
  'ledger.settled': ledger,
  'ledger.released': ledger,
  'register.issued': (state, event) => evolveRegister(state.register, event),
  'register.withdrawn': (state, event) => evolveRegister(state.register, event),
  'board.posted': board,
  'board.removed': board,
  'board.replied': board,
  'market.moved': market,
  'market.opened': market,
  'market.phased': market,
  'market.uncrossed': market,
  'market.configured': market,
  'market.restricted': market,
  'market.uncrossing': market,
  'market.sweeping': market,
  'market.swept': market,
  'market.blocked': market,
  'market.dead_man_set': market,
  'market.terms_set': market,
  'market.interrupted': market,
};

/** Folds one event into the state, in place. @throws Impossible when it does not fit: the process stops then. */
export function evolve(state: VenueState, event: VenueEvent): void {
  // First, because they are by far the most.
  if (event.kind === 'market.moved') {
    evolveMarket(state, event);
    if (state.duties.insiders.withManagers.size > 0) noteManagers(state, event);
    return;
  }
  const fold = folds[event.kind as OwnEvent['kind']] as
    ((state: VenueState, event: VenueEvent) => void) | undefined;
  if (fold === undefined) evolveSupervision(state, event as SupervisionEvent);
  else fold(state, event);
}

import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision, type Needs } from '../core/index.ts';
import { decideBoard, decideExpiry, type BoardCommand, type BoardEvent } from '../board/index.ts';
import { decideErasure, type ErasureCommand } from '../erasure/index.ts';
import { isBarred } from '../interests/index.ts';
import type { LedgerEvent } from '../ledger/index.ts';
import {
  decideListings,
  decideReview,
  type ListingsCommand,
  type ListingsEvent,
  type ReviewCommand,
} from '../listings/index.ts';
import {
  decideMarket,
  decideMarketTimer,
  withdrawBarred,
  type MarketCommand,
  type MarketEvent,
  type OrderCommand,
} from '../market/index.ts';
import { decideOffers, type OffersCommand, type OffersEvent } from '../offers/index.ts';
import {
  decideOrganisations,
  type OrganisationsCommand,
  type OrganisationsEvent,
} from '../organisations/index.ts';
import { decidePeople, type PeopleCommand, type PeopleEvent } from '../people/index.ts';
import type { RegisterEvent } from '../register/index.ts';
import { decideRetention, type RetentionCommand } from '../retention/index.ts';
import type { OffersTimer, ScheduleEvent, TimerCommand } from '../schedule/index.ts';
import { decideWallet, type WalletCommand } from '../wallet/index.ts';
import { decideHouse, type HouseCommand, type HouseEvent } from './house.ts';
import type { VenueState } from './state.ts';
import {
  decideSupervision,
  isSupervision,
  supervisionNeeds,
  type SupervisionCommand,
  type SupervisionEvent,
} from './supervision.ts';

type SetRole = Extract<PeopleCommand, { kind: 'people.setRole' }>;

/** Commands of people and programs. */
export type VenueCommand =
  | HouseCommand
  | PeopleCommand
  | ErasureCommand
  | RetentionCommand
  | OrganisationsCommand
  | ListingsCommand
  | ReviewCommand
  | OffersCommand
  | WalletCommand
  | MarketCommand
  | BoardCommand
  | SupervisionCommand;

export type VenueEvent =
  | HouseEvent
  | ScheduleEvent
  | PeopleEvent
  | OrganisationsEvent
  | ListingsEvent
  | OffersEvent
  | LedgerEvent
  | RegisterEvent
  | MarketEvent
  | BoardEvent
  | SupervisionEvent;

/** Asked at the moment a command is taken: a role withdrawn a moment ago no longer counts. */
const needs: Needs<VenueCommand> = {
  ...supervisionNeeds,
  'venue.open': 'venue',
  'venue.advanceClock': ['operator', 'administrator'],
  'people.register': 'venue',
  'people.updateProfile': 'anybody',
  'people.acknowledgeWarning': 'anybody',
  'people.readNotices': 'anybody',
  'people.beginErasure': 'anybody',
  'people.completeErasure': 'venue',
  'retention.sweep': 'venue',
  // Once the venue runs, tiers and roles are changed by two persons: see approvals.
  'people.setTier': 'venue',
  'people.setRole': 'venue',
  'organisations.create': 'enterprise',
  'organisations.update': 'enterprise',
  'listings.create': 'enterprise',
  'listings.saveDraft': 'enterprise',
  'listings.submit': 'enterprise',
  'listings.withdraw': 'enterprise',
  'listings.revise': 'enterprise',
  'offers.publish': 'enterprise',
  'review.take': 'operator',
  'review.requestChanges': 'operator',
  'review.approve': 'operator',
  'offers.cancel': 'operator',
  'commitments.place': 'investor',
  'commitments.revoke': 'investor',
  'wallet.topUp': 'investor',
  'board.post': 'investor',
  'board.withdraw': 'investor',
  'board.reply': 'investor',
  'orders.place': 'investor',
  'orders.amend': 'investor',
  // Whoever lost the role may still take back what they once ordered.
  'orders.cancel': 'anybody',
  'orders.cancelAll': 'anybody',
  'orders.cancelAllAfter': 'investor',
  'markets.open': 'operator',
  'markets.configure': 'operator',
  'markets.act': 'operator',
  'desk.blockTrading': 'operator',
  'desk.cancelOrders': 'operator',
};

/** Commands that somebody of the desk may give. */
export const deskCommands: readonly string[] = Object.entries(needs)
  .filter(([, need]) => [need].flat().some((role) => role === 'operator' || role === 'administrator'))
  .map(([kind]) => kind);

/** Orders, by far the most of all commands, are asked for without a look at the table. */
function mayOrder(state: VenueState, { kind }: OrderCommand, ctx: Context): boolean {
  const person = state.people.people.get(ctx.actor as PersonId);
  if (person === undefined || person.suspended) return false;
  return kind === 'orders.cancel' || person.roles.includes('investor');
}

function mayGive(state: VenueState, command: VenueCommand, ctx: Context): boolean {
  const need = needs[command.kind];
  // It never acts in a person's place.
  if (ctx.actor === 'venue') return need === 'venue';
  const person = state.people.people.get(ctx.actor);
  if (person === undefined || person.suspended || need === 'venue') return false;
  if (need === 'anybody') return true;
  return typeof need === 'string'
    ? person.roles.includes(need)
    : need.some((role) => person.roles.includes(role));
}

/** Whoever stops being an investor leaves no order behind that would go on trading. */
function decideRole(state: VenueState, command: SetRole, ctx: Context): Decision<VenueEvent> {
  const decision = decidePeople(state.people, command, ctx);
  if ('rejection' in decision || command.role !== 'investor' || command.granted) return decision;
  return accept<VenueEvent>([...decision.events, ...withdrawBarred(state.markets, command.person, ctx)]);
}

/** Decides a command of a person or a program. Precedence: not_allowed, conflict_of_interest (a declared one), then the noun's own. */
export function decide(state: VenueState, command: VenueCommand, ctx: Context): Decision<VenueEvent> {
  if (command.kind === 'orders.place' || command.kind === 'orders.cancel' || command.kind === 'orders.amend')
    return mayOrder(state, command, ctx) ? decideMarket(state, command, ctx) : refuse(reject('not_allowed'));
  if (!mayGive(state, command, ctx)) return refuse(reject('not_allowed'));
  if (isBarred(state, command, ctx.actor)) return refuse(reject('conflict_of_interest'));
  switch (command.kind) {
    case 'venue.open':
    case 'venue.advanceClock':
      return decideHouse(state.house, command);
    case 'people.register':
    case 'people.updateProfile':
    case 'people.acknowledgeWarning':
    case 'people.readNotices':
    case 'people.setTier':
      return decidePeople(state.people, command, ctx);
    case 'people.setRole':
      return decideRole(state, command, ctx);
    case 'people.beginErasure':
    case 'people.completeErasure':
      return decideErasure(state, state.house.mode, command, ctx);
    case 'retention.sweep':
      return decideRetention(state, ctx);
    case 'organisations.create':
    case 'organisations.update':
      return decideOrganisations(state.organisations, command, ctx);
    case 'listings.create':
    case 'listings.saveDraft':
    case 'listings.submit':
    case 'listings.withdraw':
    case 'listings.revise':
      return decideListings(state, command, ctx);
    case 'review.take':
    case 'review.requestChanges':
    case 'review.approve':
      return decideReview(state, command, ctx);
    case 'offers.publish':
    case 'offers.cancel':
    case 'commitments.place':
    case 'commitments.revoke':
      return decideOffers(state, command, ctx);
    case 'wallet.topUp':
      return decideWallet(state.house.mode ?? 'MTF', state.payments.by, command, ctx);
    case 'board.post':
    case 'board.withdraw':
    case 'board.reply':
      return decideBoard(state, command, ctx);
    case 'orders.cancelAll':
    case 'orders.cancelAllAfter':
    case 'markets.open':
    case 'markets.configure':
    case 'markets.act':
    case 'desk.blockTrading':
    case 'desk.cancelOrders':
      return decideMarket(state, command, ctx);
    default:
      return decideSupervision(state, command, ctx);
  }
}

/** Decides what a timer is due to do; timers are never refused. */
export function decideTimer(state: VenueState, command: TimerCommand, ctx: Context): Decision<VenueEvent> {
  switch (command.kind) {
    case 'markets.advance':
    case 'markets.sweep':
    case 'orders.deadMan':
      return decideMarketTimer(state, command, ctx);
    case 'board.expire':
      return decideExpiry(state.board, command.post);
    default:
      return isSupervision(command.kind)
        ? decideSupervision(state, command as never, ctx)
        : decideOffers(state, command as OffersTimer, ctx);
  }
}

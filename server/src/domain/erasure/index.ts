import { reject, type Rejection } from '@piazza/shared/rejections';
import type { VenueMode } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { ApprovalsState } from '../approvals/index.ts';
import type { BoardState } from '../board/index.ts';
import { openAlerts, openCases, type CasesState } from '../cases/index.ts';
import { isOpenComplaint, type ConductState } from '../conduct/index.ts';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR, held, type LedgerEvent, type LedgerState } from '../ledger/index.ts';
import type { MarketsState } from '../market/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import { isOver, type PaymentsState } from '../payments/index.ts';
import type { PeopleEvent, PeopleState } from '../people/index.ts';

/** Asked for by the person; completed by the venue once nothing of theirs can be read any more. */
export type ErasureCommand =
  | {
      readonly kind: 'people.beginErasure';
      /** Whether play money that is left goes back to where it came from; only in SIMULATION. */
      readonly giveBack: boolean;
    }
  | { readonly kind: 'people.completeErasure'; readonly person: PersonId };

/** What may stand in the way of an erasure, in the order it is told. */
const obstacles = [
  'money',
  'units',
  'open_orders',
  'open_commitments',
  'open_payments',
  'open_posts',
  'open_proposals',
  'open_complaint',
  'last_administrator',
  'sole_representative',
  'duty_of_law',
] as const;
export type Obstacle = (typeof obstacles)[number];

export interface ErasureView {
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly offers: OffersState;
  readonly ledger: LedgerState;
  readonly markets: MarketsState;
  readonly board: BoardState;
  readonly cases: CasesState;
  readonly approvals: ApprovalsState;
  readonly conduct: ConductState;
  readonly payments: PaymentsState;
}

const settled: ReadonlySet<string> = new Set(['revoked', 'lapsed', 'settled', 'released']);

const hasUnits = ({ ledger }: ErasureView, person: PersonId): boolean => {
  for (const [id, { available: free, held: bound }] of ledger.accounts)
    if (id.startsWith('units:') && id.endsWith(`:${person}`) && free + bound > 0) return true;
  return false;
};

const hasOrders = ({ markets }: ErasureView, person: PersonId): boolean => {
  for (const market of markets.markets.values()) {
    const seat = market.seats.get(person);
    if (seat !== undefined && market.book.ordersOf(seat) > 0) return true;
  }
  return false;
};

const isLastAdministrator = ({ people }: ErasureView, person: PersonId): boolean => {
  const administrators = [...people.people.values()].filter(({ roles }) => roles.includes('administrator'));
  return administrators.length === 1 && administrators[0]?.id === person;
};

const stands: Readonly<Record<Obstacle, (view: ErasureView, person: PersonId) => boolean>> = {
  money: ({ ledger }, person) =>
    available(ledger, account.cash(person)) + held(ledger, account.cash(person)) > 0,
  units: hasUnits,
  open_orders: hasOrders,
  open_commitments: ({ offers }, person) =>
    (offers.byInvestor.get(person) ?? []).some(
      (id) => !settled.has(existing(offers.commitments, id, 'commitment').status),
    ),
  open_payments: ({ payments }, person) => !isOver(payments, person),
  open_posts: ({ board }, person) => [...board.posts.values()].some(({ author }) => author === person),
  open_proposals: ({ approvals }, person) =>
    [...approvals.proposals.values()].some(({ maker, status }) => status === 'waiting' && maker === person),
  // Answered first, to whom it may concern (ECSPR art. 7).
  open_complaint: ({ conduct }, person) =>
    [...conduct.complaints.values()].some((one) => one.person === person && isOpenComplaint(one)),
  last_administrator: isLastAdministrator,
  sole_representative: ({ organisations }, person) =>
    [...organisations.organisations.values()].some(
      ({ representatives }) => representatives.length === 1 && representatives[0] === person,
    ),
  // Nobody is told that a case is about them (MAR art. 17 of reg. 2016/957 and art. 39 of directive 2015/849): the
  // same words stand for every duty to keep.
  duty_of_law: ({ cases }, person) =>
    [...openAlerts(cases), ...openCases(cases)].some(({ subjects }) => subjects.includes(person)),
};

/** Everything that stands in the way of erasing the person now (GDPR art. 17(3)(b), ECSPR art. 26); empty where nothing does. */
export const obstaclesOf = (view: ErasureView, person: PersonId): readonly Obstacle[] =>
  obstacles.filter((one) => stands[one](view, person));

const blocked = (standing: readonly Obstacle[]): Rejection =>
  reject('erasure_blocked', { obstacles: standing });

/** Play money that is nobody's once its holder is gone. */
const handBack = ({ ledger }: ErasureView, person: PersonId): LedgerEvent[] => {
  const amount = available(ledger, account.cash(person));
  const [from, to] = [account.cash(person), account.outside(EUR)];
  if (amount === 0) return [];
  return [{ kind: 'ledger.posted', from, to, asset: EUR, amount, reason: 'withdrawal', subject: {} }];
};

/**
 * The intent is journaled before anything is destroyed, so that a venue that dies in between goes on with it; from here
 * on the person can do nothing more. Precedence: simulation_only and no_play_money (nothing but play money is given back),
 * erasure_blocked.
 */
export function decideErasure(
  view: ErasureView,
  mode: VenueMode | null,
  command: ErasureCommand,
  ctx: Context,
): Decision<PeopleEvent | LedgerEvent> {
  if (command.kind === 'people.completeErasure') {
    const { erasure } = existing(view.people.people, command.person, 'person');
    // Two who complete it at once complete it once.
    if (erasure?.completedAt !== null) return accept<PeopleEvent>([]);
    return accept<PeopleEvent>([{ kind: 'people.erased', person: command.person, at: ctx.at }]);
  }
  const person = ctx.actor as PersonId;
  if (command.giveBack && mode !== 'SIMULATION') return refuse(reject('simulation_only'));
  if (command.giveBack && view.payments.by !== 'wallet') return refuse(reject('no_play_money'));
  const bound = held(view.ledger, account.cash(person)) > 0;
  const standing = obstaclesOf(view, person).filter(
    (one) => !(one === 'money' && command.giveBack && !bound),
  );
  if (standing.length > 0) return refuse(blocked(standing));
  return accept<PeopleEvent | LedgerEvent>([
    ...(command.giveBack ? handBack(view, person) : []),
    { kind: 'people.erasure_begun', person, at: ctx.at },
  ]);
}

/** People whose erasure was begun and is not complete. */
export const erasing = ({ people }: PeopleState): readonly PersonId[] =>
  [...people.values()].filter(({ erasure }) => erasure?.completedAt === null).map(({ id }) => id);

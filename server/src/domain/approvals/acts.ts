import type { Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { caseActs, type CaseAct, type CasesEvent, type CasesState } from '../cases/index.ts';
import { feeActs, type ConductEvent, type ConductState, type FeeAct } from '../conduct/index.ts';
import type { Context, Need } from '../core/index.ts';
import {
  callActs,
  withdrawBarred,
  type CallTermsAct,
  type MarketDecided,
  type MarketsState,
} from '../market/index.ts';
import {
  peopleActs,
  type PeopleEvent,
  type PeopleState,
  type RoleAct,
  type TierAct,
} from '../people/index.ts';
import { classActs, type ClassAct, type ProtectionEvent, type ProtectionState } from '../protection/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import { moneyActs, type MoneyAct, type PaymentsEvent, type PaymentsState } from '../payments/index.ts';
import type { RegisterState } from '../register/index.ts';
import type { QueueState } from '../queue/index.ts';
import type { ScheduleEvent } from '../schedule/index.ts';
import { policyActs, type PolicyAct, type SettingsEvent, type SettingsState } from '../settings/index.ts';

/** Everything that is done only when a second person agrees. */
export type Act = RoleAct | TierAct | PolicyAct | CaseAct | ClassAct | FeeAct | MoneyAct | CallTermsAct;
export type ActEvent =
  | PeopleEvent
  | SettingsEvent
  | CasesEvent
  | ProtectionEvent
  | ScheduleEvent
  | ConductEvent
  | PaymentsEvent
  | MarketDecided;

/** The parts of the venue that acts read. */
export interface ActView {
  readonly people: PeopleState;
  readonly settings: SettingsState;
  readonly queue: QueueState;
  readonly cases: CasesState;
  readonly protection: ProtectionState;
  readonly conduct: ConductState;
  readonly payments: PaymentsState;
  readonly organisations: OrganisationsState;
  readonly markets: MarketsState;
  readonly register: RegisterState;
}

/** What a noun says of an act that needs four eyes. */
export interface ActRules<A> {
  /** Who may propose it, and agree where `agree` says nothing else. */
  readonly need: Need;
  readonly agree?: Need;
  /** Persons it is about: none of them has a hand in it, by whatever account. */
  readonly parties?: (view: ActView, act: A) => readonly PersonId[];
  /** Whether those it is about must not learn of it. */
  readonly confidential?: boolean;
  /** Why it cannot be done now, asked when it is proposed and again when it is agreed to; null when it can. */
  readonly refusal: (view: ActView, act: A, ctx: Context) => Rejection | null;
  /** Names the state of the objects it rests on: an agreement to another revision is refused. */
  readonly revision: (view: ActView, act: A) => string;
  /** Does it. `maker` proposed, the actor agreed. */
  readonly events: (view: ActView, act: A, maker: string, ctx: Context) => readonly ActEvent[];
}
type Rules = { readonly [K in Act['kind']]: ActRules<Extract<Act, { kind: K }>> };

/** Whoever stops being an investor leaves no order behind that would go on trading. */
const roleChange: ActRules<RoleAct> = {
  ...peopleActs.role_change,
  events: (view, act, _maker, ctx) => [
    ...peopleActs.role_change.events(view, act),
    ...(act.role === 'investor' && !act.granted ? withdrawBarred(view.markets, act.person, ctx) : []),
  ],
};

const rules: Rules = {
  ...peopleActs,
  role_change: roleChange,
  ...policyActs,
  ...caseActs,
  ...classActs,
  ...feeActs,
  ...moneyActs,
  ...callActs,
};

export const rulesOf = (act: Act): ActRules<Act> => rules[act.kind] as ActRules<Act>;

import type { DutiesState } from '../duties/index.ts';
import type { ConductState } from '../conduct/index.ts';
import type { LedgerEvent, LedgerState } from '../ledger/index.ts';
import type { ListingsEvent, ListingsState } from '../listings/index.ts';
import type { MarketMoved, MarketsState } from '../market/index.ts';
import type { OffersEvent, OffersState } from '../offers/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { RegisterEvent, RegisterState } from '../register/index.ts';
import type { ScheduleEvent, ScheduleState } from '../schedule/index.ts';
import type { SettingsState } from '../settings/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { PaymentsState } from './state.ts';

/** What decisions about payments look at, and what may come of them. */
export interface PaymentsView {
  readonly payments: PaymentsState;
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly ledger: LedgerState;
  readonly register: RegisterState;
  readonly schedule: ScheduleState;
  readonly settings: SettingsState;
  readonly markets: MarketsState;
  readonly duties: DutiesState;
  readonly conduct: ConductState;
}
export type PaymentsOutcome =
  PaymentsEvent | OffersEvent | ListingsEvent | LedgerEvent | ScheduleEvent | RegisterEvent | MarketMoved;

import type { BoardEvent, BoardState } from '../board/index.ts';
import type { DocumentsState } from '../documents/index.ts';
import type { LedgerEvent, LedgerState } from '../ledger/index.ts';
import type { ListingsEvent, ListingsState } from '../listings/index.ts';
import type { MarketEvent, MarketsState } from '../market/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import type { PaymentsState } from '../payments/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { ScheduleEvent, ScheduleState } from '../schedule/index.ts';
import type { DutiesEvent } from './events.ts';
import type { DutiesState } from './state.ts';

/** The part of the venue that duties read. */
export interface DutiesView {
  readonly duties: DutiesState;
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
  readonly documents: DocumentsState;
  readonly markets: MarketsState;
  readonly board: BoardState;
  readonly ledger: LedgerState;
  readonly schedule: ScheduleState;
  readonly payments: PaymentsState;
}
/** What decisions here lead to, in this noun and in others. */
export type Events = DutiesEvent | MarketEvent | BoardEvent | ListingsEvent | LedgerEvent | ScheduleEvent;

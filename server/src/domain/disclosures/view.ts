import type { LedgerEvent } from '../ledger/index.ts';
import type { ListingsEvent } from '../listings/index.ts';
import type { OffersEvent, OffersView } from '../offers/index.ts';
import type { RegisterState } from '../register/index.ts';
import type { ScheduleEvent } from '../schedule/index.ts';
import type { DisclosuresEvent } from './events.ts';
import type { DisclosuresState } from './state.ts';

export interface DisclosuresView extends OffersView {
  readonly disclosures: DisclosuresState;
  readonly register: RegisterState;
}
/** What decisions here lead to, in this noun and in others. */
export type Events = DisclosuresEvent | OffersEvent | ListingsEvent | ScheduleEvent | LedgerEvent;

import type { LedgerState } from '../ledger/index.ts';
import type { ListingsState } from '../listings/index.ts';
import type { OrganisationsState } from '../organisations/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { ConductState } from '../conduct/index.ts';
import type { PaymentsState } from '../payments/index.ts';
import type { ProtectionState } from '../protection/index.ts';
import type { SettingsView } from '../settings/index.ts';
import type { OffersState } from './state.ts';

/** The part of the venue that decisions on offers read. */
export interface OffersView extends SettingsView {
  readonly offers: OffersState;
  readonly listings: ListingsState;
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
  readonly ledger: LedgerState;
  readonly protection: ProtectionState;
  readonly payments: PaymentsState;
  readonly conduct: ConductState;
}

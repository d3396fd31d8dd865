import type { ListingsState } from '../listings/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { SettingsView } from '../settings/index.ts';
import type { VenueMode } from '@piazza/shared/policy';
import type { MarketBooks } from './settle.ts';

/** The part of the venue that decisions on markets read. */
export interface MarketsView extends MarketBooks, SettingsView {
  readonly house: { readonly mode: VenueMode | null };
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly people: PeopleState;
}

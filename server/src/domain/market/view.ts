import type { ConductState } from '../conduct/index.ts';
import type { ListingsState } from '../listings/index.ts';
import type { OffersState } from '../offers/index.ts';
import type { PeopleState } from '../people/index.ts';
import type { SettingsView } from '../settings/index.ts';
import type { VenueMode } from '@piazza/shared/policy';
import type { InsidersView } from '../insiders/index.ts';
import type { ListingId } from '@piazza/shared/values';
import type { MarketBooks } from './settle.ts';
import type { Stop } from './state.ts';

/** The part of the venue that decisions on markets read. */
export interface MarketsView extends MarketBooks, SettingsView, InsidersView {
  readonly house: { readonly mode: VenueMode | null };
  readonly listings: ListingsState;
  readonly offers: OffersState;
  readonly people: PeopleState;
  readonly conduct: ConductState;
  readonly duties: InsidersView['duties'] & {
    readonly issues: ReadonlyMap<ListingId, { readonly stop: Stop | null; readonly closedPeriod: boolean }>;
  };
}

import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';

/** One holder's line in the register of an instrument. */
export interface Holding {
  units: number;
  /** What was paid for the units held, in cents. */
  costCents: number;
  readonly since: Millis;
}
/** The register of holders the venue keeps, per listing. */
export interface RegisterState {
  readonly holders: Map<ListingId, Map<PersonId, Holding>>;
}
export const initialRegister = (): RegisterState => ({ holders: new Map() });

export interface RegisterEvent {
  readonly kind: 'register.issued';
  readonly listing: ListingId;
  readonly holder: PersonId;
  readonly units: number;
  readonly costCents: number;
  readonly at: Millis;
}

export function evolveRegister(state: RegisterState, event: RegisterEvent): void {
  if (event.units <= 0) throw new Impossible(`issue of ${event.units} units`);
  let holders = state.holders.get(event.listing);
  if (holders === undefined) {
    holders = new Map();
    state.holders.set(event.listing, holders);
  }
  const holding = holders.get(event.holder);
  if (holding === undefined)
    holders.set(event.holder, { units: event.units, costCents: event.costCents, since: event.at });
  else {
    holding.units += event.units;
    holding.costCents += event.costCents;
  }
}

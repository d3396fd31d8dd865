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

export type RegisterEvent =
  | {
      readonly kind: 'register.issued';
      readonly listing: ListingId;
      readonly holder: PersonId;
      readonly units: number;
      readonly costCents: number;
      readonly at: Millis;
    }
  /** Units whose payment was taken back are no more. */
  | {
      readonly kind: 'register.withdrawn';
      readonly listing: ListingId;
      readonly holder: PersonId;
      readonly units: number;
      readonly at: Millis;
    };

export function evolveRegister(state: RegisterState, event: RegisterEvent): void {
  if (event.kind === 'register.withdrawn') {
    take(state, event.listing, event.holder, event.units);
    return;
  }
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

/** Takes units out of a holding, their share of its cost with them. */
function take(
  state: RegisterState,
  listing: ListingId,
  holder: PersonId,
  units: number,
): Map<PersonId, Holding> {
  const holders = state.holders.get(listing);
  const from = holders?.get(holder);
  if (holders === undefined || from === undefined || from.units < units || units <= 0)
    throw new Impossible(`${holder} has not ${units} units of ${listing}`);
  from.costCents -= from.units === units ? from.costCents : costOf(from, units);
  from.units -= units;
  if (from.units === 0) holders.delete(holder);
  return holders;
}

/**
 * Moves units from one holder to another. What the seller had paid leaves in proportion, rounded down to a whole cent,
 * and wholly with the last unit; a seller with none left leaves the register.
 * @throws Impossible when the seller has not so many
 */
export function transferUnits(
  state: RegisterState,
  listing: ListingId,
  seller: PersonId,
  buyer: PersonId,
  units: number,
  costCents: number,
  at: Millis,
): void {
  const holders = take(state, listing, seller, units);
  const to = holders.get(buyer);
  if (to === undefined) holders.set(buyer, { units, costCents, since: at });
  else {
    to.units += units;
    to.costCents += costCents;
  }
}

/** Share of a holding's cost that some of its units carry; exact where the product leaves the safe integers too. */
function costOf(holding: Holding, units: number): number {
  const product = holding.costCents * units;
  if (Number.isSafeInteger(product)) return Math.floor(product / holding.units);
  return Number((BigInt(holding.costCents) * BigInt(units)) / BigInt(holding.units));
}

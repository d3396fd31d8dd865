import { account, available, held, ledgerViolations } from '../ledger/index.ts';
import { marketViolations } from '../market/index.ts';
import { chargeViolations, paymentViolations } from '../payments/index.ts';
import type { VenueState } from './state.ts';

function offerViolations(state: VenueState): string[] {
  const found: string[] = [];
  for (const offer of state.offers.offers.values()) {
    let committed = 0;
    for (const id of offer.commitments) {
      const one = state.offers.commitments.get(id);
      if (one === undefined) found.push(`${offer.id} names ${id}, which does not exist`);
      else if (one.status !== 'revoked' && one.status !== 'lapsed') committed += one.amountCents;
      if (one !== undefined && one.allottedUnits > one.units)
        found.push(`${id} received more than it asked for`);
    }
    if (committed !== offer.committedCents)
      found.push(`${offer.id} says ${offer.committedCents} committed, it is ${committed}`);
    if (offer.proceedsCents > offer.terms.hardCap) found.push(`${offer.id} raised more than its hard cap`);
    if (offer.allotment === null) continue;
    const allotted = offer.allotment.reduce((sum, tier) => sum + tier.allotted, 0);
    const given = offer.commitments.reduce(
      (sum, id) => sum + (state.offers.commitments.get(id)?.allottedUnits ?? 0),
      0,
    );
    if (allotted !== given)
      found.push(`${offer.id} allotted ${allotted} units by tier, ${given} by commitment`);
  }
  return found;
}

function registerViolations(state: VenueState): string[] {
  const found: string[] = [];
  for (const [listing, holders] of state.register.holders) {
    let sum = 0;
    for (const [person, holding] of holders) {
      const id = account.units(listing, person);
      const owned = available(state.ledger, id) + held(state.ledger, id);
      if (owned !== holding.units)
        found.push(`${person} holds ${holding.units} of ${listing}, the ledger says ${owned}`);
      sum += holding.units;
    }
    const issued = -available(state.ledger, account.outside(listing));
    if (sum !== issued) found.push(`${listing} has ${issued} units issued, its register says ${sum}`);
  }
  return found;
}

/** Everything that must always hold and does not; empty when the venue is sound. Walks the whole state. */
export const violations = (state: VenueState): string[] => [
  ...ledgerViolations(state.ledger),
  ...offerViolations(state),
  ...registerViolations(state),
  ...marketViolations(state),
  ...paymentViolations(state),
  ...chargeViolations(state),
];

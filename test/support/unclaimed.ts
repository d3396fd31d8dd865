import { account, available, EUR } from '../../server/src/domain/ledger/index.ts';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { cast } from './domain-cast.ts';
import type { DomainVenue } from './domain-venue.ts';
import { does, inTurn, type Step } from './given.ts';

/** All units that somebody has of an issue are somebody else's, Caio's where nobody else is named. */
export const sold =
  (person: PersonId, listing: ListingId, to: PersonId = cast.caio): Step =>
  (venue) => {
    const holders = venue.state.register.holders.get(listing);
    const holding = holders?.get(person);
    if (holders === undefined || holding === undefined) throw new Error(`${person} holds nothing`);
    venue.fold({
      kind: 'ledger.posted',
      from: account.units(listing, person),
      to: account.units(listing, to),
      asset: listing,
      amount: holding.units,
      reason: 'delivery',
      subject: {},
    });
    holders.delete(person);
    const before = holders.get(to);
    holders.set(to, { ...holding, units: holding.units + (before?.units ?? 0) });
  };

/** Takes away the play money that somebody was given at the beginning. */
export const poor =
  (person: PersonId): Step =>
  (venue) => {
    const { ledger } = venue.state;
    const [from, to] = [account.cash(person), account.outside(EUR)];
    const amount = available(ledger, from);
    if (amount > 0)
      venue.fold({ kind: 'ledger.posted', from, to, asset: EUR, amount, reason: 'withdrawal', subject: {} });
  };

export const erase = { kind: 'people.beginErasure', giveBack: false } as const;

/** Somebody who has nothing any more is erased. */
export const erased = (person: PersonId): Step =>
  inTurn(does(person, erase), does('venue', { kind: 'people.completeErasure', person }));

/** What is owed to people who are erased, by its debtor; cents. */
export const owedBy = ({ state }: DomainVenue, debtor: string): number =>
  available(state.ledger, account.unclaimed(debtor));

import * as fc from 'fast-check';
import { dayOf } from '@piazza/shared/calendar';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Actor } from '../../server/src/domain/core/index.ts';
import { account, available, held } from '../../server/src/domain/ledger/index.ts';
import type { OutgoingReport } from '../../server/src/domain/payments/index.ts';
import { violations, type VenueCommand } from '../../server/src/domain/venue/index.ts';
import { withProvider } from '../support/charges.ts';
import { cast, lst, orgOf, place, why } from '../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes } from '../support/given.ts';
import { linked, out, payee, sentReport, transfers } from '../support/money-out.ts';
import { property } from '../support/property.ts';
import { erase, erased, poor, sold } from '../support/unclaimed.ts';

const people: readonly PersonId[] = [cast.ines, cast.ivo, cast.sofia];
const org = orgOf.enzo;

/** The day of two payments to holders has come, none is paid, and those who are owed have sold everything since. */
const overdue = inTurn(
  withProvider,
  live(),
  funded(500_000, ...people),
  does(cast.ines, place(100)),
  does(cast.ivo, place(30)),
  does(cast.sofia, place(20)),
  passes(40 * day),
  ...[50, 51].map((after) =>
    does(cast.enzo, {
      kind: 'duties.declarePayment',
      listing: lst(1),
      day: dayOf(beginning) + after,
      words: why,
    }),
  ),
  passes(60 * day),
  ...people.flatMap((person) => [sold(person, lst(1)), poor(person), linked(person), payee(person)]),
  payee(org),
  transfers(org, 900_000),
);

interface Move {
  readonly what: number;
  readonly who: number;
  readonly nth: number;
  readonly cents: number;
}
const moves = fc.array(
  fc.record({
    what: fc.nat(7),
    who: fc.nat(2),
    nth: fc.nat(20),
    cents: fc.integer({ min: 100, max: 30_000 }),
  }),
  { minLength: 10, maxLength: 60 },
);
const statuses: readonly OutgoingReport['status'][] = ['transferred', 'paid', 'returned', 'refused'];
const status = (nth: number): OutgoingReport['status'] => statuses[nth % statuses.length] ?? 'paid';

function wishOf({ state: { payments } }: DomainVenue, { what, who, nth, cents }: Move) {
  const person = people[who] as PersonId;
  const outgoing = [...payments.outgoings.keys()][nth % Math.max(1, payments.outgoings.size)] ?? out();
  const wishes: readonly (readonly [Actor, VenueCommand])[] = [
    [person, erase],
    [person, { kind: 'payments.withdraw', amountCents: cents }],
    ['venue', sentReport(status(nth), outgoing)],
    ['venue', sentReport(nth % 2 === 0 ? 'paid' : 'returned', outgoing)],
    [
      cast.enzo,
      {
        kind: 'payments.distribute',
        listing: lst(1),
        payment: 1 + (nth % 2),
        as: 'coupon',
        amountCents: cents,
      },
    ],
    [cast.enzo, { kind: 'payments.withdrawFunds', organisation: org, amountCents: cents }],
    ['venue', { kind: 'people.completeErasure', person }],
  ];
  return wishes[what];
}

/** All cents of clients, of issuers and of people who are erased. */
const allCents = ({ state: { ledger } }: DomainVenue): number =>
  [...ledger.accounts.keys()]
    .filter((id) => /^(?:cash|proceeds|retention|funds|fees|vat|unclaimed):/.test(id))
    .reduce((sum, id) => sum + available(ledger, id) + held(ledger, id), 0);

const unclaimedCents = ({ state: { payments } }: DomainVenue): number =>
  payments.unclaimed.reduce((sum, { cents }) => sum + cents, 0);

function doMove(venue: DomainVenue, move: Move): void {
  passes(0)(venue);
  const known = venue.state.people.people;
  const person = people[move.who] as PersonId;
  // A transfer of somebody, who may have gone; nobody completes an erasure that was not begun.
  if (move.what === 7) transfers(person, move.cents, 1 + venue.state.payments.payments.size)(venue);
  else if (move.what !== 6 || known.get(person)?.erasure)
    venue.take(...(wishOf(venue, move) as readonly [Actor, VenueCommand]));
  passes(0)(venue);
}

describe('what is owed to people who have been erased (UNC-4)', () => {
  property('is never lost or made, and never lies on the account of nobody', 120, [moves], (all) => {
    const { venue } = given(overdue);
    const play = allCents(venue) - venue.state.payments.bookedCents;
    let before = 0;
    for (const move of all) {
      doMove(venue, move);
      const { state } = venue;
      expect(violations(state)).to.deep.equal([]);
      expect(allCents(venue) - play).to.equal(
        state.payments.bookedCents - available(state.ledger, account.costs),
      );
      for (const person of people)
        if (state.people.people.get(person)?.erasure)
          expect(available(state.ledger, account.cash(person)), person).to.equal(0);
      expect(unclaimedCents(venue)).to.be.at.least(before);
      before = unclaimedCents(venue);
    }
  });

  property(
    'of a payment to holders, what the others get and what is set apart are what was paid',
    60,
    [fc.integer({ min: 100, max: 900_000 }), fc.subarray([...people])],
    (amountCents, gone) => {
      const { venue } = given(overdue, ...gone.map(erased));
      const cash = (): number =>
        people.reduce((sum, one) => sum + available(venue.state.ledger, account.cash(one)), 0);
      const before = cash();
      does(cast.enzo, {
        kind: 'payments.distribute',
        listing: lst(1),
        payment: 1,
        as: 'dividend',
        amountCents,
      })(venue);
      passes(0)(venue);
      expect(cash() - before + unclaimedCents(venue)).to.equal(amountCents);
      expect(venue.state.payments.unclaimed.map(({ holder }) => holder).toSorted()).to.deep.equal(
        gone.filter((one) => venue.state.payments.unclaimed.some(({ holder }) => holder === one)).toSorted(),
      );
      if (amountCents > 1_000) expect(venue.state.payments.unclaimed).to.have.length(gone.length);
    },
  );
});

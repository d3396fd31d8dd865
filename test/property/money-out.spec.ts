import * as fc from 'fast-check';
import { expect } from 'chai';
import type { OrganisationId, PersonId } from '@piazza/shared/values';
import { account, available, held } from '../../server/src/domain/ledger/index.ts';
import type { Holder, OutgoingReport } from '../../server/src/domain/payments/index.ts';
import { violations, type VenueCommand } from '../../server/src/domain/venue/index.ts';
import type { Actor } from '../../server/src/domain/core/index.ts';
import { withProvider } from '../support/charges.ts';
import { cast, lst, orgOf, why } from '../support/domain-cast.ts';
import { beginning, day, hour, type DomainVenue } from '../support/domain-venue.ts';
import { fees } from '../support/fees.ts';
import { does, given, inTurn, offerIn, passes } from '../support/given.ts';
import { agreeOut, customer, linked, out, payee, proposeOut, sentReport } from '../support/money-out.ts';
import { property } from '../support/property.ts';

const investors: readonly PersonId[] = [cast.ines, cast.ivo, cast.sofia];
const holders: readonly Holder[] = [...investors, orgOf.enzo];
const today = Math.floor(beginning / day);

/** An issue funded with fees and everybody known to the provider, and a payment to holders announced. */
const opened = inTurn(
  withProvider,
  fees({ successBps: 250, admissionCents: 12_300 }),
  offerIn('funded'),
  ...holders.flatMap((holder) => [linked(holder), payee(holder)]),
  does(cast.enzo, { kind: 'duties.declarePayment', listing: lst(1), day: today + 97, words: why }),
);

interface Move {
  readonly what: number;
  readonly who: number;
  readonly nth: number;
  readonly cents: number;
}
const moves = fc.array(
  fc.record({
    what: fc.nat(14),
    who: fc.nat(3),
    nth: fc.nat(30),
    cents: fc.oneof(fc.integer({ min: 100, max: 3_000 }), fc.integer({ min: 100, max: 2_000_000 })),
  }),
  { minLength: 20, maxLength: 120 },
);
const statuses: readonly OutgoingReport['status'][] = ['transferred', 'paid', 'refused', 'returned'];

/** Any of some, counted round; something that does not exist where there is none. */
const any = <T>(all: Iterable<T>, nth: number, none: T): T => {
  const list = [...all];
  return list.length === 0 ? none : (list[nth % list.length] as T);
};

function wishOf({ state }: DomainVenue, { what, who, nth, cents }: Move): readonly [Actor, VenueCommand] {
  const { payments } = state;
  const [person, holder] = [investors[who % 3] as PersonId, holders[who] as Holder];
  const outgoing = any(payments.outgoings.keys(), nth, out());
  const attempt = payments.outgoings.get(outgoing)?.attempt ?? 1;
  const status = statuses[nth % 4] as OutgoingReport['status'];
  switch (what) {
    case 0:
    case 1:
      // Now and then one that was told before.
      return [
        'venue',
        {
          kind: 'payments.arrived',
          customer: customer(holder),
          transaction: `txn_${payments.payments.size - (nth % 7 === 0 ? 1 : 0)}`,
          amountCents: cents,
        },
      ];
    case 2:
    case 3: {
      const payment = any(payments.payments.keys(), payments.payments.size - 1 - (nth % 2), 'pay_1' as never);
      const report = { intent: `pi_${payment}`, charge: `py_${payment}`, feeCents: nth % 3, declined: null };
      return [
        'venue',
        {
          kind: 'payments.charged',
          payment,
          attempt: 1,
          report: { ...report, status: 'succeeded', final: false },
        },
      ];
    }
    case 4:
    case 5:
      return [person, { kind: 'payments.withdraw', amountCents: cents }];
    case 6:
      return [person, { kind: 'payments.cancelWithdrawal', outgoing }];
    case 7:
      return [cast.olga, proposeOut(outgoing)];
    case 8:
      return [cast.oreste, agreeOut(1 + (nth % Math.max(1, state.approvals.proposals.size)))];
    case 9:
    case 10:
      return ['venue', sentReport(status, outgoing, { attempt: nth % 5 === 0 ? attempt - 1 : attempt })];
    case 11: {
      const organisation = nth % 2 === 0 ? null : orgOf.enzo;
      const actor = organisation === null ? person : cast.enzo;
      return [
        actor,
        { kind: 'payments.announce', amountCents: cents, organisation: organisation as OrganisationId },
      ];
    }
    case 12: {
      const { reconciledThrough: after, books } = payments;
      const lines = [...books].slice(0, nth).map(([source, one]) => ({
        id: `line_${state.payments.reconciledCents}_${source}`,
        source,
        type: 'any',
        netCents: one.hereCents - one.thereCents,
      }));
      const balanceCents = lines.reduce((sum, { netCents }) => sum + netCents, payments.reconciledCents);
      const cursor = lines.at(-1)?.id ?? after;
      return ['venue', { kind: 'payments.reconcile', after, lines, cursor, balanceCents }];
    }
    case 13:
      return [cast.enzo, { kind: 'payments.withdrawFunds', organisation: orgOf.enzo, amountCents: cents }];
    default:
      return [
        cast.enzo,
        { kind: 'payments.distribute', listing: lst(1), payment: 1, as: 'coupon', amountCents: cents },
      ];
  }
}

/** Cents of clients at the venue: free, held, kept back, their own. */
function clientsCents({ state: { ledger } }: DomainVenue): number {
  let sum = 0;
  for (const id of ledger.accounts.keys())
    if (/^(?:cash|proceeds|retention|funds|fees|vat):/.test(id))
      sum += available(ledger, id) + held(ledger, id);
  return sum;
}

describe('money that comes and leaves, whatever happens (OUT-4, BKS-6)', () => {
  property(
    'is never made or lost, and every report is taken late, twice or of another attempt',
    150,
    [moves],
    (all) => {
      const { venue } = given(opened);
      const play = clientsCents(venue);
      for (const move of all) {
        passes(move.nth % 4 === 0 ? move.nth * hour : 0)(venue);
        venue.take(...wishOf(venue, move));
        expect(violations(venue.state)).to.deep.equal([]);
        const { ledger, payments } = venue.state;
        // What clients have is what play money gave them before, and what the provider has with what it keeps.
        const there = payments.bookedCents - available(ledger, account.costs);
        expect(clientsCents(venue) - play).to.equal(there);
      }
    },
  );

  property('is the same again when it is told anew from the beginning', 30, [moves], (all) => {
    const venues = [given(opened).venue, given(opened).venue];
    for (const venue of venues)
      for (const move of all) {
        passes(move.nth % 4 === 0 ? move.nth * hour : 0)(venue);
        venue.take(...wishOf(venue, move));
      }
    expect(venues[0]?.state.payments).to.deep.equal(venues[1]?.state.payments);
  });
});

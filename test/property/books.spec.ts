import * as fc from 'fast-check';
import { expect } from 'chai';
import { initialPayments, evolvePayments, standingOfBooks } from '../../server/src/domain/payments/index.ts';
import type { PaymentsEvent, PaymentsState, ProviderLine } from '../../server/src/domain/payments/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { withProvider } from '../support/charges.ts';
import { day } from '../support/domain-venue.ts';
import { does, given, passes } from '../support/given.ts';
import { property } from '../support/property.ts';

interface Movement {
  readonly source: string;
  readonly cents: number;
}
const movement = fc.record({
  // Few sources, so that several movements of one object meet.
  source: fc.constantFrom('ch_1', 'ch_2', 'tr_1', 're_1', 'dp_1', 'trr_1'),
  cents: fc.integer({ min: -5_000, max: 5_000 }).filter((cents) => cents !== 0),
});
const movements = fc.array(movement, { maxLength: 24 });

const here = ({ source, cents }: Movement): PaymentsEvent => ({
  kind: 'payments.booked',
  source,
  cents,
  at: 0 as never,
});
const there = (n: number, { source, cents }: Movement): ProviderLine => ({
  id: `txn_${n}`,
  source,
  type: 'any',
  netCents: cents,
});
const sums = (all: readonly Movement[]): Map<string, number> => {
  const sum = new Map<string, number>();
  for (const { source, cents } of all) sum.set(source, (sum.get(source) ?? 0) + cents);
  return sum;
};
/** Sources on which two lists of movements differ. */
function differing(a: readonly Movement[], b: readonly Movement[]): string[] {
  const [left, right] = [sums(a), sums(b)];
  const sources = new Set([...left.keys(), ...right.keys()]);
  return [...sources].filter((one) => (left.get(one) ?? 0) !== (right.get(one) ?? 0)).toSorted();
}

/** Plays both lists into the books in an order that chance gives. */
function played(
  books: readonly Movement[],
  lines: readonly Movement[],
  turns: readonly boolean[],
): PaymentsState {
  const state = initialPayments();
  const [left, right] = [[...books], [...lines]];
  for (let n = 0; left.length + right.length > 0; n += 1) {
    const mine = right.length === 0 || (left.length > 0 && turns[n % turns.length] === true);
    if (mine) evolvePayments(state, here(left.shift() as Movement));
    else {
      const read = [there(n, right.shift() as Movement)];
      const reconciled = { lines: read, cursor: `txn_${n}`, balanceCents: null, breaks: [], cleared: [] };
      evolvePayments(state, { kind: 'payments.reconciled', ...reconciled, at: 0 as never });
    }
  }
  return state;
}

describe('reconciliation', () => {
  const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });

  property(
    'BKS-1: differs exactly on the objects that the two sides move differently, in whatever order both come',
    500,
    [movements, movements, turns],
    (books, lines, order) => {
      const state = played(books, lines, order);
      expect([...state.books.keys()].toSorted()).to.deep.equal(differing(books, lines));
      const total = (all: readonly Movement[]): number => all.reduce((sum, { cents }) => sum + cents, 0);
      expect(standingOfBooks(state).differenceCents).to.equal(total(books) - total(lines));
      expect(state.bookedCents - state.reconciledCents).to.equal(total(books) - total(lines));
    },
  );

  property(
    'BKS-1: agrees to the cent when both sides have moved the same, and breaks otherwise after two days, in any batches',
    300,
    [movements, movements, turns, fc.boolean()],
    (books, more, order, same) => {
      const lines = same ? books.toReversed() : [...books, ...more];
      const { venue } = given(withProvider);
      venue.fold(...books.map(here));
      let at = 0;
      let batch = 0;
      do {
        const size = order[batch % order.length] === true ? 1 : 3;
        const read = lines.slice(at, at + size).map((one, n) => there(at + n, one));
        at += size;
        batch += 1;
        const { reconciledThrough: after } = venue.state.payments;
        const last = at >= lines.length;
        const command: VenueCommand = {
          kind: 'payments.reconcile',
          after,
          lines: read,
          cursor: read.at(-1)?.id ?? after,
          balanceCents: last ? lines.reduce((sum, { cents }) => sum + cents, 0) : null,
        };
        does('venue', command)(venue);
      } while (at < lines.length);
      passes(3 * day)(venue);
      const { payments } = venue.state;
      const balanceCents = payments.reconciledCents;
      const after = payments.reconciledThrough;
      does('venue', { kind: 'payments.reconcile', after, lines: [], cursor: after, balanceCents })(venue);
      const open = [...payments.breaks.values()].filter(({ status }) => status === 'open');
      expect(open.map(({ source }) => source).toSorted()).to.deep.equal(differing(books, lines));
      if (same) expect(payments.reconciliations.at(-1)).to.include({ hereCents: balanceCents, breaks: 0 });
    },
  );
});

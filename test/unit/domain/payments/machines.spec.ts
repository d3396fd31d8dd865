import type { BreakId, OutgoingId, PaymentId, PersonId, RefundId } from '@piazza/shared/values';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  evolvePayments,
  initialPayments,
  isFinal,
  machines,
  mayGo,
  type MachineName,
  type PaymentsEvent,
  type PaymentsState,
} from '../../../../server/src/domain/payments/index.ts';

/** Every step that may ever happen; decision 022. Written down again here, so that a table cannot change unseen. */
const legal: Readonly<Record<MachineName, Readonly<Record<string, readonly string[]>>>> = {
  payment: {
    due: ['processing', 'action_needed', 'succeeded', 'declined', 'cancelling'],
    processing: ['succeeded', 'declined', 'cancelling'],
    action_needed: ['processing', 'succeeded', 'declined', 'cancelling'],
    declined: ['due', 'method_needed', 'failed', 'cancelled'],
    method_needed: ['due', 'failed', 'cancelled'],
    cancelling: ['cancelled', 'succeeded', 'processing', 'failed'],
    succeeded: ['disputed'],
    disputed: ['succeeded', 'charged_back'],
    failed: [],
    cancelled: [],
    charged_back: [],
  },
  refund: {
    due: ['pending', 'succeeded', 'failed'],
    pending: ['succeeded', 'failed'],
    succeeded: ['failed'],
    failed: [],
  },
  payout: {
    waiting: ['due', 'cancelled'],
    due: ['transferred', 'refused'],
    transferred: ['paid', 'returned'],
    paid: ['returned'],
    refused: ['waiting', 'cancelled'],
    returned: [],
    cancelled: [],
  },
  withdrawal: {
    waiting: ['due', 'cancelled'],
    due: ['transferred', 'refused'],
    transferred: ['paid', 'returned'],
    paid: ['returned'],
    refused: [],
    returned: [],
    cancelled: [],
  },
};

const at = millis(0);
const payer = 'per_ines' as PersonId;
const [pay, rfd, out] = ['pay_1' as PaymentId, 'rfd_1' as RefundId, 'out_1' as OutgoingId];

/** The object of that machine, as it begins. */
const begin: Readonly<Record<MachineName, readonly PaymentsEvent[]>> = {
  payment: [requested()],
  refund: [
    requested(),
    { kind: 'payments.refund_requested', refund: rfd, payment: pay, amountCents: 100, at },
  ],
  payout: [requestedOut('payout')],
  withdrawal: [requestedOut('withdrawal')],
};

function requested(): PaymentsEvent {
  const purpose = { kind: 'funding', holder: payer, transaction: 'ccsbtxn_1' } as const;
  return { kind: 'payments.requested', payment: pay, payer, purpose, method: null, amountCents: 100, at };
}
function requestedOut(kind: 'payout' | 'withdrawal'): PaymentsEvent {
  const outgoing = { id: out, kind, holder: payer, amountCents: 100, fourEyes: false };
  return { kind: 'payments.out_requested', outgoing, at };
}

function goes(machine: MachineName, to: string): PaymentsEvent {
  if (machine === 'payment') return { kind: 'payments.moved', payment: pay, to: to as never, known: {}, at };
  if (machine === 'refund')
    return { kind: 'payments.refund_moved', refund: rfd, to: to as never, provider: null, at };
  return { kind: 'payments.out_moved', outgoing: out, to: to as never, known: {}, at };
}

const statusOf = (state: PaymentsState, machine: MachineName): string | undefined =>
  (machine === 'payment'
    ? state.payments.get(pay)
    : machine === 'refund'
      ? state.refunds.get(rfd)
      : state.outgoings.get(out)
  )?.status;

/** The shortest way to a state. */
function wayTo(machine: MachineName, state: string): readonly string[] {
  const [first = ''] = Object.keys(legal[machine]);
  const ways = new Map<string, readonly string[]>([[first, []]]);
  for (const [from, way] of ways)
    for (const to of legal[machine][from] ?? []) if (!ways.has(to)) ways.set(to, [...way, to]);
  const way = ways.get(state);
  if (way === undefined) throw new Error(`${machine} never comes to ${state}`);
  return way;
}

describe('the states of payments, refunds, payouts and withdrawals (CHG-1)', () => {
  for (const machine of Object.keys(legal) as MachineName[]) {
    const states = Object.keys(legal[machine]);

    it(`${machine}: the table is the one that was decided`, () => {
      expect(machines[machine]).to.deep.equal(legal[machine]);
    });
    it(`${machine}: each of its ${states.length}² steps is taken, or is a bug`, () => {
      for (const from of states)
        for (const to of states) {
          const state = initialPayments();
          for (const event of begin[machine]) evolvePayments(state, event);
          for (const step of wayTo(machine, from)) evolvePayments(state, goes(machine, step));
          expect(statusOf(state, machine)).to.equal(from);
          const isLegal = legal[machine][from]?.includes(to) === true;
          expect(mayGo(machine, from, to)).to.equal(isLegal);
          if (isLegal) {
            evolvePayments(state, goes(machine, to));
            expect(statusOf(state, machine)).to.equal(to);
          } else {
            expect(() => evolvePayments(state, goes(machine, to)), `${from} → ${to}`).to.throw(
              `cannot go from ${from} to ${to}`,
            );
            expect(statusOf(state, machine), 'nothing moved').to.equal(from);
          }
        }
    });
    it(`${machine}: is over exactly where nothing follows`, () => {
      for (const state of states)
        expect(isFinal(machine, state)).to.equal(legal[machine][state]?.length === 0);
    });
  }
  it('of nothing are bugs', () => {
    const none: readonly PaymentsEvent[] = [
      goes('payment', 'failed'),
      goes('refund', 'failed'),
      goes('payout', 'due'),
      { kind: 'payments.explained', break: 'brk_1' as BreakId, reason: { ref: '', hash: '' } },
    ];
    for (const event of none)
      expect(() => evolvePayments(initialPayments(), event)).to.throw('does not exist');
  });
});

import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { Patience } from '../../../server/src/payments/patience.ts';
import { isDue } from '../../../server/src/payments/reconciliation.ts';
import { Sweeper } from '../../../server/src/payments/sweeper.ts';
import { pickTasks, type Wish } from '../../../server/src/payments/tasks.ts';
import {
  initialPayments,
  type Payment,
  type PaymentsState,
} from '../../../server/src/domain/payments/index.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const start = Date.UTC(2026, 2, 2, 9);

function withPayment(state: PaymentsState, id: string, changes: Partial<Payment> = {}): void {
  const payment: Payment = {
    id: id as never,
    payer: 'per_1' as never,
    purpose: { kind: 'commitment', commitment: 'cmt_1' as never, offer: 'ofr_1' as never },
    method: 'mth_1' as never,
    amountCents: 10_000,
    status: 'due',
    attempt: 1,
    intent: null,
    charge: null,
    providerFeeCents: 0,
    declined: null,
    waitsUntil: null,
    succeededAt: null,
    reversibleUntil: null,
    refundedCents: 0,
    timeline: [{ at: millis(start), step: 'due' }],
    ...changes,
  };
  state.payments.set(payment.id, payment);
  if (payment.status === 'due' || payment.status === 'cancelling') state.calls.set(payment.id, millis(start));
  if (payment.intent !== null) state.byProvider.set(payment.intent, payment.id);
}

function ready(): PaymentsState {
  const state = initialPayments();
  state.customers.set('per_1' as never, 'cus_1');
  state.methods.set('mth_1' as never, {
    id: 'mth_1' as never,
    person: 'per_1' as never,
    kind: 'card',
    provider: 'pm_1',
    label: { ref: 'l', hash: 'l' },
    at: millis(start),
    removedAt: null,
  });
  return state;
}

const wish: Wish = { isFree: () => true, most: 8, now: start, asked: [] };
const kindsOf = (state: PaymentsState, changes: Partial<Wish> = {}): string[] =>
  pickTasks(state, { ...wish, ...changes }).map(({ kind, lock }) => `${kind} ${lock}`);

describe('What the courier does next', () => {
  it('is what each object waits for', () => {
    const state = ready();
    withPayment(state, 'pay_1');
    withPayment(state, 'pay_2', { status: 'cancelling', intent: 'pi_2' });
    withPayment(state, 'pay_3', { status: 'cancelling' });
    withPayment(state, 'pay_4', { method: null });
    withPayment(state, 'pay_5', { status: 'succeeded', charge: 'ch_5' });
    state.refunds.set('rfd_1' as never, {
      id: 'rfd_1' as never,
      payment: 'pay_5' as never,
      amountCents: 500,
      status: 'due',
      provider: null,
      timeline: [],
    });
    state.calls.set('rfd_1', millis(start));
    expect(kindsOf(state)).to.deep.equal([
      'charge pay_1',
      'cancel pay_2',
      'abandon pay_3',
      'collect pay_4',
      'refund rfd_1',
    ]);
  });

  it('never is what somebody is at already, nor more than there is room for', () => {
    const state = ready();
    for (const id of ['pay_1', 'pay_2', 'pay_3']) withPayment(state, id);
    expect(kindsOf(state, { isFree: (lock) => lock !== 'pay_1' })).to.deep.equal([
      'charge pay_2',
      'charge pay_3',
    ]);
    expect(kindsOf(state, { most: 2 })).to.deep.equal(['charge pay_1', 'charge pay_2']);
  });

  it('never is two things about one object: news of it wait for its call', () => {
    const state = ready();
    withPayment(state, 'pay_1', { intent: 'pi_1' });
    state.news.set('pi_1', millis(start));
    expect(kindsOf(state)).to.deep.equal(['charge pay_1']);
  });

  it('leaves room for reading, however many calls wait', () => {
    const state = ready();
    for (let n = 0; n < 20; n += 1) withPayment(state, `pay_${n}`);
    state.news.set('acct_1', millis(start));
    const kinds = kindsOf(state);
    expect(kinds).to.have.length(7);
    expect(kinds.at(-1)).to.equal('read acct_1');
  });

  it('sends one transfer at a time', () => {
    const state = ready();
    state.payees.set('per_1' as never, { holder: 'per_1' as never, account: 'acct_1', status: 'ready' });
    for (const id of ['out_1', 'out_2']) {
      const one = { kind: 'withdrawal', holder: 'per_1', amountCents: 100, status: 'due', fourEyes: false };
      const rest = { attempt: 1, transfer: null, bank: null, problem: null, timeline: [] };
      state.outgoings.set(id as never, { ...one, ...rest, id } as never);
      state.calls.set(id, millis(start));
    }
    expect(kindsOf(state)).to.deep.equal(['send out_1']);
  });

  it('looks first for what may have been done when keys were forgotten', () => {
    const state = ready();
    withPayment(state, 'pay_1');
    const oldAt = (now: number): unknown =>
      pickTasks(state, { ...wish, now }).map((task) => 'old' in task && task.old)[0];
    expect([oldAt(start + 12 * hourMs), oldAt(start + 12 * hourMs + 1)]).to.deep.equal([false, true]);
  });
});

describe('The courier’s patience', () => {
  it('rests twice as long each time, up to a minute, and never exactly so', () => {
    const patience = new Patience(() => 0);
    const waits = [];
    for (let tries = 0; tries < 12; tries += 1) {
      patience.rest('pay_1', 0);
      waits.push(patience.nextMs(0));
    }
    expect(waits.slice(0, 3)).to.deep.equal([125, 250, 500]);
    expect(waits.at(-1)).to.equal(30_000);
    expect([patience.isResting('pay_1', 29_999), patience.isResting('pay_1', 30_000)]).to.deep.equal([
      true,
      false,
    ]);
    patience.forget('pay_1');
    expect([patience.nextMs(0), patience.retries]).to.deep.equal([Infinity, 12]);
  });
});

describe('The sweeper', () => {
  const stale = (state: PaymentsState, sweeper: Sweeper, afterMs: number): readonly string[] =>
    sweeper.stale(state, start + afterMs);

  it('reads again what has been under way for ten minutes, sooner at first and rarer later', () => {
    const state = ready();
    withPayment(state, 'pay_1', { status: 'processing', intent: 'pi_1' });
    const sweeper = new Sweeper();
    expect(stale(state, sweeper, 10 * minuteMs - 1)).to.deep.equal([]);
    expect(stale(state, sweeper, 10 * minuteMs)).to.deep.equal(['pi_1']);
    expect(stale(state, sweeper, 19 * minuteMs)).to.deep.equal([]);
    expect(stale(state, sweeper, 20 * minuteMs)).to.deep.equal(['pi_1']);
    expect(stale(state, sweeper, 4 * dayMs)).to.deep.equal(['pi_1']);
    expect(stale(state, sweeper, 4 * dayMs + 11 * hourMs)).to.deep.equal([]);
    expect(stale(state, sweeper, 4 * dayMs + 14 * hourMs)).to.deep.equal(['pi_1']);
  });

  it('leaves alone what is over, and what no intent has begun', () => {
    const state = ready();
    withPayment(state, 'pay_1', { status: 'succeeded', intent: 'pi_1' });
    withPayment(state, 'pay_2', { status: 'action_needed', intent: null });
    expect(stale(state, new Sweeper(), dayMs)).to.deep.equal([]);
  });

  it('looks for arrivals of who has announced some', () => {
    const state = ready();
    const funding = { id: 'fnd_1', holder: 'per_1', amountCents: 100, receivedCents: 0, at: start };
    state.fundings.set('fnd_1' as never, { ...funding, status: 'awaited' } as never);
    expect(stale(state, new Sweeper(), hourMs)).to.deep.equal(['cus_1']);
    state.fundings.set('fnd_1' as never, { ...funding, status: 'matched' } as never);
    expect(stale(state, new Sweeper(), hourMs)).to.deep.equal([]);
  });
});

describe('When the books are compared', () => {
  const at = (iso: string): number => Date.parse(iso);
  const last = (iso: string): PaymentsState => {
    const state = initialPayments();
    state.reconciliations.push({ at: millis(at(iso)) } as never);
    return state;
  };

  it('is once after each 06:00 in Rome, in winter and in summer', () => {
    expect(isDue(last('2026-01-10T05:00:00Z'), at('2026-01-11T04:59:59Z'))).to.equal(false);
    expect(isDue(last('2026-01-10T05:00:00Z'), at('2026-01-11T05:00:00Z'))).to.equal(true);
    expect(isDue(last('2026-07-10T04:00:00Z'), at('2026-07-11T03:59:59Z'))).to.equal(false);
    expect(isDue(last('2026-07-10T04:00:00Z'), at('2026-07-11T04:00:00Z'))).to.equal(true);
  });

  it('is on the day the clocks change as well', () => {
    expect(isDue(last('2026-03-28T05:00:00Z'), at('2026-03-29T03:59:59Z'))).to.equal(false);
    expect(isDue(last('2026-03-28T05:00:00Z'), at('2026-03-29T04:00:00Z'))).to.equal(true);
  });

  it('is at once where they never were', () => {
    expect(isDue(initialPayments(), start)).to.equal(true);
  });
});

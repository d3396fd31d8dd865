import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { atProvider, sound, withProvider } from '../../../support/charges.ts';
import { cast, place, why } from '../../../support/domain-cast.ts';
import { day, hour } from '../../../support/domain-venue.ts';
import { does, given, happened, live, passes, wallet } from '../../../support/given.ts';
import {
  agreed,
  agreeOut,
  out,
  outgoing,
  payee,
  proposeOut,
  sent,
  sentReport,
  transfers,
  withdraw,
  withdraws,
} from '../../../support/money-out.ts';

const limit = policy.withdrawalAloneCents;
const rich = [withProvider, payee(cast.ines), transfers(cast.ines, 5_000_000)];
const cancel = (n = 1): VenueCommand => ({ kind: 'payments.cancelWithdrawal', outgoing: out(n) });
const cash = (cents: number, heldCents = 0) => ({ available: cents, held: heldCents });

describe('a withdrawal', () => {
  it('OUT-1: leaves at once up to the limit, and is held until the provider has it', () => {
    const { venue } = given(...rich, withdraws(cast.ines, limit), sound);
    expect(outgoing(venue)).to.include({ kind: 'withdrawal', status: 'due', fourEyes: false });
    expect([...venue.state.payments.calls.keys()]).to.deep.equal([out()]);
    expect(wallet(venue, cast.ines)).to.deep.equal(cash(4_000_000, limit));
    expect(atProvider(venue)).to.equal(5_000_000);
    sent('transferred')(venue);
    sound(venue);
    expect(wallet(venue, cast.ines)).to.deep.equal(cash(4_000_000));
    expect(atProvider(venue)).to.equal(4_000_000);
    sent('paid')(venue);
    expect(outgoing(venue).timeline.map(({ step }) => step)).to.deep.equal([
      'waiting',
      'due',
      'transferred',
      'paid',
    ]);
    expect(venue.state.payments.books.get('tr_out_1_1')).to.include({ hereCents: -limit, thereCents: 0 });
  });

  it('OUT-1: is refused without an account, without the money, and beyond its bounds, in that order', () => {
    given().when(cast.ines, withdraw(0)).refuses('payments_off');
    const { when } = given(withProvider);
    for (const amount of [0, policy.withdrawalMinCents - 1, policy.withdrawalMostCents + 1, 1.5])
      when(cast.ines, withdraw(amount)).refuses('amount_out_of_range', {
        leastCents: policy.withdrawalMinCents,
        mostCents: policy.withdrawalMostCents,
      });
    when(cast.ines, withdraw(policy.withdrawalMinCents)).refuses('payee_not_ready', { status: 'none' });
    for (const status of ['onboarding', 'restricted'] as const)
      given(withProvider, payee(cast.ines, status))
        .when(cast.ines, withdraw(100))
        .refuses('payee_not_ready', { status });
    const poor = given(withProvider, payee(cast.ines), transfers(cast.ines, 150));
    poor.when(cast.ines, withdraw(151)).refuses('insufficient_funds', { freeCents: 150, amountCents: 151 });
    poor.when(cast.ines, withdraw(150)).accepts();
    poor.when(cast.enzo, withdraw(150)).refuses('not_allowed');
  });

  it('OUT-1: leaves alone what is pledged from the balance', () => {
    const { when } = given(...rich, live(), does(cast.ines, place(400)));
    when(cast.ines, withdraw(4_600_001)).refuses('insufficient_funds', {
      freeCents: 4_600_000,
      amountCents: 4_600_001,
    });
    when(cast.ines, withdraw(4_600_000)).accepts();
  });

  it('OUT-2: waits for two persons where a day comes to more than the limit, and begins anew the next day', () => {
    const { venue } = given(...rich, withdraws(cast.ines, limit + 1));
    expect(outgoing(venue)).to.include({ status: 'waiting', fourEyes: true });
    expect(venue.state.payments.calls.size).to.equal(0);
    const twice = given(...rich, withdraws(cast.ines, limit - 1), withdraws(cast.ines, 100)).venue;
    expect([outgoing(twice), outgoing(twice, out(2))].map(({ status }) => status)).to.deep.equal([
      'due',
      'waiting',
    ]);
    // The beginning is 10:00 in Rome.
    for (const [later, status] of [
      [14 * hour - 1, 'waiting'],
      [14 * hour, 'due'],
    ] as const) {
      const next = given(
        ...rich,
        withdraws(cast.ines, limit),
        passes(later),
        withdraws(cast.ines, 100),
      ).venue;
      expect(outgoing(next, out(2)).status, `${later}`).to.equal(status);
    }
  });

  it('OUT-2: does not count what was cancelled or refused, nor another’s', () => {
    const { venue } = given(
      ...rich,
      withdraws(cast.ines, limit + 1),
      does(cast.ines, cancel()),
      withdraws(cast.ines, limit),
      sent('refused', out(2)),
      withdraws(cast.ines, limit),
      payee(cast.ivo),
      transfers(cast.ivo, limit, 2),
      withdraws(cast.ivo, limit),
      sound,
    );
    expect([3, 4].map((n) => outgoing(venue, out(n)).status)).to.deep.equal(['due', 'due']);
  });

  it('OUT-2: above the limit follows the venue’s own setting', () => {
    const version = { value: 99, from: 0 as never, maker: cast.olga, checker: cast.oreste, reason: why };
    const set = happened({ kind: 'settings.changed', setting: 'withdrawalAloneCents', version });
    const { venue } = given(...rich, set, withdraws(cast.ines, 100));
    expect(outgoing(venue).status).to.equal('waiting');
  });

  it('OUT-3: is cancelled by its owner while it waits, and by nobody else or later', () => {
    given().when(cast.ines, cancel()).refuses('payments_off');
    const waits = given(...rich, withdraws(cast.ines, limit + 1));
    waits.when(cast.ivo, cancel()).refuses('not_found');
    waits.when(cast.ines, cancel(2)).refuses('not_found');
    const venue = waits.when(cast.ines, cancel()).accepts();
    expect(wallet(venue, cast.ines)).to.deep.equal(cash(5_000_000));
    for (const steps of [
      [withdraws(cast.ines, 100)],
      [withdraws(cast.ines, 100), sent('transferred')],
      [withdraws(cast.ines, limit + 1), does(cast.ines, cancel())],
    ])
      given(...rich, ...steps)
        .when(cast.ines, cancel())
        .refuses('outgoing_closed');
  });

  it('OUT-3: that the provider refuses is free cash again, with the problem shown', () => {
    const { venue } = given(...rich, withdraws(cast.ines, 700), sent('refused'), sound);
    expect(outgoing(venue)).to.include({ status: 'refused', problem: 'account_closed' });
    expect(wallet(venue, cast.ines)).to.deep.equal(cash(5_000_000));
    expect(venue.state.payments.calls.size).to.equal(0);
  });

  it('OUT-3: that its bank returns is free cash again, from whatever state it is told in', () => {
    for (const before of [[], [sent('transferred')], [sent('transferred'), sent('paid')]]) {
      const { venue } = given(...rich, withdraws(cast.ines, 700), ...before, sent('returned'), sound);
      expect(outgoing(venue)).to.include({ status: 'returned', problem: 'account_closed' });
      expect(wallet(venue, cast.ines)).to.deep.equal(cash(5_000_000));
      expect(atProvider(venue)).to.equal(5_000_000);
      expect(venue.state.payments.books.get('trr_out_1')).to.include({ hereCents: 700 });
    }
  });

  it('OUT-4: is told late, twice, out of order or of an older attempt without a change', () => {
    const { venue, when } = given(...rich, withdraws(cast.ines, 700), sent('paid'), sound);
    expect(outgoing(venue).timeline.map(({ step }) => step)).to.include('transferred');
    for (const status of ['transferred', 'paid', 'refused'] as const)
      when('venue', sentReport(status)).yields();
    when('venue', sentReport('returned', out(), { attempt: 2 })).yields();
    when('venue', sentReport('returned', out(), { reversal: null })).yields();
    when('venue', sentReport('paid', out(9))).yields();
    given(...rich, withdraws(cast.ines, 700))
      .when('venue', sentReport('transferred', out(), { transfer: null }))
      .yields();
  });

  it('OUT-4: learns the name of its bank’s payout when it is told later', () => {
    const { venue } = given(
      ...rich,
      withdraws(cast.ines, 700),
      sent('transferred'),
      sent('transferred', out(), { bank: 'po_1' }),
    );
    expect(outgoing(venue)).to.include({ status: 'transferred', bank: 'po_1', transfer: 'tr_out_1_1' });
    expect(venue.state.payments.byProvider.get('po_1')).to.equal(out());
  });

  it('OUT-5: above the limit leaves when two others agree to exactly that', () => {
    const waits = [...rich, withdraws(cast.ines, limit + 1)];
    const { venue } = given(...waits, agreed(), sound);
    expect(outgoing(venue).status).to.equal('due');
    given(...waits, does(cast.olga, proposeOut()))
      .when(cast.olga, agreeOut())
      .refuses('same_person');
    given(...waits, does(cast.olga, proposeOut()), does(cast.ines, cancel()))
      .when(cast.oreste, agreeOut())
      .refuses('content_changed');
    given(...waits)
      .when(cast.adele, proposeOut())
      .refuses('not_allowed');
    given(...waits)
      .when(cast.olga, proposeOut(out(2)))
      .refuses('not_found');
    given().when(cast.olga, proposeOut()).refuses('payments_off');
    given(...rich, withdraws(cast.ines, 100))
      .when(cast.olga, proposeOut())
      .refuses('outgoing_closed');
  });

  it('OUT-5: is agreed to by nobody whose own it is', () => {
    const own = [
      withProvider,
      payee(cast.mirko),
      transfers(cast.mirko, 2 * limit),
      withdraws(cast.mirko, limit + 1),
    ];
    given(...own)
      .when(cast.mirko, proposeOut())
      .refuses('conflict_of_interest');
    given(...own, does(cast.olga, proposeOut()))
      .when(cast.mirko, agreeOut())
      .refuses('conflict_of_interest');
    given(...own, agreed(), passes(day), sound);
  });
});

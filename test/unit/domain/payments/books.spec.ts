import { policy } from '@piazza/shared/policy';
import type { BreakId } from '@piazza/shared/values';
import { expect } from 'chai';
import { standingOfBooks, type ProviderLine } from '../../../../server/src/domain/payments/index.ts';
import { violations, type VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { sound, withProvider } from '../../../support/charges.ts';
import { cast, why } from '../../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, happened, passes, type Step } from '../../../support/given.ts';
import { payee, sent, transfers, withdraws } from '../../../support/money-out.ts';

const brk = (n = 1): BreakId => `brk_${n.toString(36)}` as BreakId;
const line = (source: string, netCents: number): ProviderLine => ({
  id: `txn_${source}_${netCents}`,
  source,
  type: 'any',
  netCents,
});
/** The next lines of the provider; with the last of them its balance, which is their sum where nothing else is said. */
const lines =
  (all: readonly ProviderLine[], { last = true, balance }: { last?: boolean; balance?: number } = {}): Step =>
  (venue) => {
    const { reconciledThrough: after, reconciledCents } = venue.state.payments;
    const sum = all.reduce((total, { netCents }) => total + netCents, reconciledCents);
    const cursor = all.at(-1)?.id ?? after;
    const balanceCents = last ? (balance ?? sum) : null;
    does('venue', { kind: 'payments.reconcile', after, lines: all, cursor, balanceCents })(venue);
  };
const breaks = ({ state }: DomainVenue): string[] =>
  [...state.payments.breaks.values()].map(
    ({ id, source, hereCents, thereCents, status }) => `${id} ${source} ${hereCents} ${thereCents} ${status}`,
  );
const explain = (id = brk()): VenueCommand => ({ kind: 'payments.explain', break: id, reason: why });
/** €500 came, €7 have left. */
const moved = [
  withProvider,
  payee(cast.ines),
  transfers(cast.ines, 50_000),
  withdraws(cast.ines, 700),
  sent('transferred'),
];
const both = [line('py_1', 50_000), line('tr_out_1_1', -700)];

describe('the books beside the provider’s', () => {
  it('BKS-1: what both sides say agrees, however the lines come', () => {
    for (const steps of [[lines(both)], [lines(both.slice(0, 1), { last: false }), lines(both.slice(1))]]) {
      const { venue } = given(...moved, ...steps, sound);
      const { payments } = venue.state;
      expect(standingOfBooks(payments)).to.deep.equal({ waiting: 0, differenceCents: 0 });
      expect(payments.reconciliations.at(-1)).to.include({
        thereCents: 49_300,
        hereCents: 49_300,
        breaks: 0,
      });
      expect(payments.reconciliations).to.have.length(1);
    }
  });

  it('BKS-1: lines that were read before are nothing when they come again', () => {
    const { venue, when } = given(...moved, lines(both));
    for (const after of [null, 'txn_other'])
      when('venue', {
        kind: 'payments.reconcile',
        after,
        lines: both,
        cursor: 'txn',
        balanceCents: 1,
      }).yields();
    expect(venue.state.payments.reconciledCents).to.equal(49_300);
  });

  it('BKS-2: what differs for two days is a break, not a millisecond earlier', () => {
    const before = given(...moved, passes(policy.breakAfterMs - 1), lines(both.slice(0, 1)));
    expect(breaks(before.venue)).to.deep.equal([]);
    expect(standingOfBooks(before.venue.state.payments)).to.deep.equal({ waiting: 1, differenceCents: -700 });
    const { venue } = given(...moved, passes(policy.breakAfterMs), lines(both.slice(0, 1)));
    expect(breaks(venue)).to.deep.equal(['brk_1 tr_out_1_1 -700 0 open']);
    expect(venue.state.payments.reconciliations.at(-1)).to.include({ breaks: 1 });
  });

  it('BKS-2: what only the provider knows is a break two days after it was read', () => {
    const strange = [...moved, lines([...both, line('adj_1', -25)])];
    expect(breaks(given(...strange).venue)).to.deep.equal([]);
    const { venue } = given(...strange, passes(policy.breakAfterMs), lines([]));
    expect(breaks(venue)).to.deep.equal(['brk_1 adj_1 0 -25 open']);
  });

  it('BKS-2: only with the last lines: what is still to be read may settle it', () => {
    const { venue } = given(
      ...moved,
      passes(3 * day),
      lines(both.slice(0, 1), { last: false }),
      lines(both.slice(1)),
    );
    expect(breaks(venue)).to.deep.equal([]);
  });

  it('BKS-3: is cleared by itself when later lines agree, and moves with what is said of it', () => {
    const late = [...moved, passes(3 * day), lines(both.slice(0, 1))];
    expect(breaks(given(...late, lines([line('tr_out_1_1', -600)])).venue)).to.deep.equal([
      'brk_1 tr_out_1_1 -700 -600 open',
    ]);
    const { venue } = given(...late, passes(day), lines(both.slice(1)), sound);
    expect(breaks(venue)).to.deep.equal(['brk_1 tr_out_1_1 -700 0 cleared']);
    // The same movement differs again: that is another break.
    lines([line('tr_out_1_1', 5)])(venue);
    passes(policy.breakAfterMs)(venue);
    lines([])(venue);
    expect(breaks(venue).at(-1)).to.equal('brk_2 tr_out_1_1 0 5 open');
  });

  it('BKS-4: is explained by the desk with a reason, once, and stays so while it stands', () => {
    const late = [...moved, passes(3 * day), lines(both.slice(0, 1))];
    given().when(cast.olga, explain()).refuses('payments_off');
    const { when } = given(...late);
    when(cast.ines, explain()).refuses('not_allowed');
    when(cast.olga, explain(brk(2))).refuses('not_found');
    const venue = when(cast.olga, explain()).accepts();
    when(cast.olga, explain()).refuses('break_closed', { status: 'explained' });
    expect(venue.state.payments.breaks.get(brk())).to.deep.include({ status: 'explained', reason: why });
    passes(5 * day)(venue);
    lines([])(venue);
    expect(breaks(venue)).to.deep.equal(['brk_1 tr_out_1_1 -700 0 explained']);
    lines([line('tr_out_1_1', -1)])(venue);
    expect(breaks(venue)).to.deep.equal([
      'brk_1 tr_out_1_1 -700 0 explained',
      'brk_2 tr_out_1_1 -700 -1 open',
    ]);
    const stepped = does(cast.olga, { kind: 'queue.declare', object: brk(), conflict: true, words: null });
    given(...late, stepped)
      .when(cast.olga, explain())
      .refuses('conflict_of_interest');
  });

  it('BKS-5: a balance that is not the sum of its lines is a break of its own after two days', () => {
    const { venue } = given(...moved, lines(both, { balance: 49_301 }));
    expect(breaks(venue)).to.deep.equal([]);
    passes(policy.breakAfterMs)(venue);
    lines([], { balance: 49_301 })(venue);
    expect(breaks(venue)).to.deep.equal(['brk_1 balance 49300 49301 open']);
    lines([], { balance: 49_300 })(venue);
    expect(breaks(venue)).to.deep.equal(['brk_1 balance 49300 49301 cleared']);
    lines([], { balance: 49_301 })(venue);
    expect(breaks(venue)).to.have.length(1);
  });

  it('BKS-6: the ledger and the bookings say the same of the provider’s balance, or the venue is not sound', () => {
    const { venue } = given(...moved, sound);
    happened({ kind: 'payments.booked', source: 'nothing', cents: 1, at: venue.now })(venue);
    expect(violations(venue.state)).to.deep.equal(['49301 booked at the provider, the ledger says 49300']);
    given()
      .when('venue', { kind: 'payments.reconcile', after: null, lines: [], cursor: null, balanceCents: 0 })
      .refuses('payments_off');
  });
});

import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { breakProvider } from '../../../server/src/api/queue/break.ts';
import { payoutProvider } from '../../../server/src/api/queue/payout.ts';
import { EUR } from '../../../server/src/domain/ledger/index.ts';
import { evolve, initialVenue } from '../../../server/src/domain/venue/index.ts';
import { auditRecord, auditStream, type AuditLine } from '../../../server/src/projections/audit.ts';
import { noEffects } from '../../../server/src/projections/effects.ts';
import { notices, noticeStream, type NoticeLine } from '../../../server/src/projections/notices.ts';
import {
  statement,
  statementStream,
  type StatementEntry,
} from '../../../server/src/projections/statement.ts';
import { withProvider } from '../../support/charges.ts';
import { cast, lst, orgOf, why } from '../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../support/domain-venue.ts';
import { does, given, inTurn, offerIn, passes, type Step } from '../../support/given.ts';
import { agreed, out, payee, sent, transfers, withdraws } from '../../support/money-out.ts';

const limit = policy.withdrawalAloneCents;
const rich = inTurn(withProvider, payee(cast.ines), transfers(cast.ines, 5_000_000));

/** What is told to somebody of everything that has happened. */
function told({ journal, now }: DomainVenue, person: PersonId) {
  const state = initialVenue();
  const effects = noEffects(1);
  for (const event of journal) {
    evolve(state, event);
    for (const projection of [statement, notices]) projection(effects, state, event, { at: now } as never);
  }
  const of = (stream: string) =>
    effects.lines.filter((line) => line.stream === stream).map(({ value }) => value);
  return {
    lines: of(statementStream(person)) as StatementEntry[],
    words: (of(noticeStream(person)) as NoticeLine[]).filter(({ kind }) =>
      /^(?:payout|withdrawal|funding|payee|distribution)_/.test(kind),
    ),
  };
}

describe('the statement of money that comes and leaves (MNY-4)', () => {
  const stories: Readonly<Record<string, readonly [Step, ...string[]]>> = {
    withdrawn: [inTurn(rich, withdraws(cast.ines, 700), sent('paid')), 'funding 5000000', 'withdrawal -700'],
    refused: [
      inTurn(rich, withdraws(cast.ines, 700), sent('refused')),
      'funding 5000000',
      'withdrawal -700',
      'sent_back 700',
    ],
    returned: [
      inTurn(rich, withdraws(cast.ines, 700), sent('returned')),
      'funding 5000000',
      'withdrawal -700',
      'sent_back 700',
    ],
    'taken back by its owner': [
      inTurn(
        rich,
        withdraws(cast.ines, limit + 1),
        does(cast.ines, { kind: 'payments.cancelWithdrawal', outgoing: out() }),
      ),
      'funding 5000000',
      `withdrawal -${limit + 1}`,
      `sent_back ${limit + 1}`,
    ],
  };
  for (const [name, [step, ...expected]] of Object.entries(stories))
    it(`${name}: its changes sum to its balance, line by line`, () => {
      let sum = 0;
      const { lines } = told(given(step).venue, cast.ines);
      expect(lines.map(({ kind, change }) => `${kind} ${change}`)).to.deep.equal(expected);
      for (const { asset, change, balance } of lines) {
        expect(asset).to.equal(EUR);
        sum += change;
        expect(balance).to.equal(sum);
      }
    });
});

describe('what is told of money that comes and leaves (OUT-3, OUT-7, TRF-2, DIV-3)', () => {
  const raised = inTurn(withProvider, offerIn('funded'));
  const cases: Readonly<Record<string, readonly [PersonId, Step, ...string[]]>> = {
    'that a bank transfer has come, and an account is ready': [
      cast.ines,
      rich,
      'payee_ready',
      'funding_arrived',
    ],
    'that a withdrawal has arrived, not that it was asked for': [
      cast.ines,
      inTurn(rich, withdraws(cast.ines, 700), sent('transferred'), sent('paid')),
      'payee_ready',
      'funding_arrived',
      'withdrawal_paid',
    ],
    'that two others have agreed to it': [
      cast.ines,
      inTurn(rich, withdraws(cast.ines, limit + 1), agreed(), sent('refused')),
      'payee_ready',
      'funding_arrived',
      'withdrawal_due',
      'withdrawal_refused',
    ],
    'that its bank has sent it back': [
      cast.ines,
      inTurn(rich, withdraws(cast.ines, 700), sent('returned')),
      'payee_ready',
      'funding_arrived',
      'withdrawal_returned',
    ],
    'to an issuer that it needs an account': [cast.enzo, raised, 'payout_needs_account'],
    'to an issuer whose account is ready': [
      cast.enzo,
      inTurn(
        withProvider,
        payee(orgOf.enzo),
        offerIn('funded'),
        agreed(),
        sent('paid'),
        sent('returned'),
        passes(0),
      ),
      'payee_ready',
      'payout_waiting',
      'payout_due',
      'payout_paid',
      'payout_returned',
      'payout_waiting',
    ],
    'that a payout was refused, and an account needs more': [
      cast.enzo,
      inTurn(
        raised,
        payee(orgOf.enzo),
        agreed(),
        sent('refused'),
        does('venue', {
          kind: 'payments.payeeSeen',
          account: `acct_${orgOf.enzo}`,
          status: 'restricted',
        }),
      ),
      'payout_needs_account',
      'payee_ready',
      'payout_due',
      'payout_refused',
      'payee_restricted',
    ],
  };
  for (const [name, [person, step, ...expected]] of Object.entries(cases))
    it(name, () => {
      const { words } = told(given(step).venue, person);
      expect(words.map(({ kind }) => kind)).to.deep.equal(expected);
    });

  it('of a payment to holders: to each what has come, to the issuer what was not there', () => {
    const announced = inTurn(
      raised,
      does(cast.enzo, {
        kind: 'duties.declarePayment',
        listing: lst(1),
        day: Math.floor(beginning / day) + 95,
        words: why,
      }),
    );
    const late = given(announced, passes(40 * day)).venue;
    expect(told(late, cast.enzo).words.at(-1)).to.deep.include({
      kind: 'distribution_missed',
      subject: { listing: lst(1) },
    });
    const pays = inTurn(
      transfers(orgOf.enzo, 10_000),
      does(cast.enzo, {
        kind: 'payments.distribute',
        listing: lst(1),
        payment: 1,
        as: 'coupon',
        amountCents: 10_000,
      }),
      passes(40 * day),
    );
    const paid = given(announced, pays).venue;
    expect(told(paid, cast.enzo).words.map(({ kind }) => kind)).not.to.include('distribution_missed');
    expect(told(paid, cast.ines).words.at(-1)).to.deep.include({
      kind: 'distribution_received',
      subject: { listing: lst(1), amount: '50.00' },
    });
    expect(told(paid, cast.ines).lines.at(-1)).to.include({ kind: 'distribution', change: 5_000 });
  });
});

describe('what the desk finds in its queue (OUT-5, OUT-7, BKS-2)', () => {
  const { queueDueMs, breakAfterMs } = policy;
  it('payouts and withdrawals that wait, due only where their account is ready', () => {
    const { venue } = given(withProvider, offerIn('funded'), rich, withdraws(cast.ines, limit + 1));
    const found = payoutProvider.waiting(venue.state, venue.now);
    expect(
      found.map(({ object, status, stakes, dueAt }) => ({ object, status, ...stakes, dueAt })),
    ).to.deep.equal([
      { object: 'out_1', status: 'payee_not_ready', cents: 198_000, code: 'payout', dueAt: null },
      {
        object: 'out_2',
        status: 'waiting',
        cents: limit + 1,
        code: 'withdrawal',
        dueAt: venue.now + queueDueMs.payout,
      },
    ]);
    agreed(out(2))(venue);
    expect(payoutProvider.waiting(venue.state, venue.now).map(({ object }) => object)).to.deep.equal([
      'out_1',
    ]);
  });

  it('differences in the books, until somebody has explained them', () => {
    const { venue } = given(rich, passes(breakAfterMs));
    does('venue', { kind: 'payments.reconcile', after: null, lines: [], cursor: null, balanceCents: 0 })(
      venue,
    );
    expect(breakProvider.waiting(venue.state, venue.now)).to.deep.equal([
      {
        object: 'brk_1',
        status: 'open',
        since: venue.now,
        dueAt: venue.now + queueDueMs.break,
        assignee: null,
        stakes: { cents: 5_000_000, code: 'py_1' },
      },
    ]);
    does(cast.olga, { kind: 'payments.explain', break: 'brk_1' as never, reason: why })(venue);
    expect(breakProvider.waiting(venue.state, venue.now)).to.deep.equal([]);
  });
});

describe('the audit trail of money that leaves (OUT-5, BKS-4)', () => {
  const trailOf = ({ journal }: DomainVenue, object: string): readonly string[] => {
    const effects = noEffects(1);
    for (const event of journal) {
      const of = {
        seq: 1,
        at: beginning,
        actor: 'venue',
        command: { kind: event.kind },
        outcome: { result: {} },
      };
      auditRecord(effects, { ...of, events: [event] } as never);
    }
    const lines = effects.lines.filter(({ stream }) => stream === auditStream(object));
    return lines.map(({ value }) => (value as AuditLine).kind);
  };

  it('begins with its request, and names every step', () => {
    const { venue } = given(rich, withdraws(cast.ines, 700), sent('paid'));
    const moved = 'payments.out_moved';
    expect(trailOf(venue, out())).to.deep.equal(['payments.out_requested', moved, moved, moved]);
  });
});

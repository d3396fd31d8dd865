import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { evolve, initialVenue } from '../../../server/src/domain/venue/index.ts';
import { noEffects } from '../../../server/src/projections/effects.ts';
import { notices, noticeStream, type NoticeLine } from '../../../server/src/projections/notices.ts';
import {
  statement,
  statementStream,
  type StatementEntry,
} from '../../../server/src/projections/statement.ts';
import { disputes, placeBy, refunds, rfd, says, withProvider } from '../../support/charges.ts';
import { cancel, cast, revoke } from '../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../support/domain-venue.ts';
import { does, given, inTurn, live, passes, until, type Step } from '../../support/given.ts';

const ends = endOfRomeDay(beginning, 4);

/** What is told to Ines of everything that has happened. */
function told(venue: DomainVenue): { readonly lines: StatementEntry[]; readonly words: NoticeLine[] } {
  const state = initialVenue();
  const effects = noEffects(1);
  for (const event of venue.journal) {
    evolve(state, event);
    for (const projection of [statement, notices])
      projection(effects, state, event, { at: venue.now } as never);
  }
  const of = (stream: string) =>
    effects.lines.filter((line) => line.stream === stream).map(({ value }) => value);
  return {
    lines: of(statementStream(cast.ines)) as StatementEntry[],
    words: (of(noticeStream(cast.ines)) as NoticeLine[]).filter(({ kind }) =>
      /^(?:payment|refund)_|_(?:unpaid|refunded|paid|lapsed|capture_failed)$/.test(kind),
    ),
  };
}
const kinds = (venue: DomainVenue): string[] => told(venue).words.map(({ kind }) => kind);

const charging = inTurn(withProvider, live(), placeBy(cast.ines, 150), until(ends));
const paid = inTurn(charging, says('succeeded'));
const settled = inTurn(paid, passes(60 * day));
const undone = inTurn(paid, does(cast.olga, cancel()), passes(0));

describe('the statement of what was charged and sent back (MNY-4)', () => {
  const stories: Readonly<Record<string, Step>> = {
    'paid and delivered': settled,
    'sent back': inTurn(undone, refunds('succeeded')),
    'sent back in vain': inTurn(undone, refunds('pending'), refunds('failed')),
    'refused to be sent back': inTurn(undone, refunds('failed', rfd())),
    'taken back by the bank': inTurn(settled, disputes('open'), disputes('lost')),
    'taken back for a while': inTurn(settled, disputes('open'), disputes('won')),
    'taken back before it was delivered': inTurn(paid, disputes('lost')),
    'taken back in part, and given again': inTurn(
      paid,
      disputes('open', { amountCents: 1_000 }),
      disputes('won'),
    ),
  };
  for (const [name, step] of Object.entries(stories))
    it(`${name}: its changes sum to its balance, line by line`, () => {
      const sums = new Map<string, number>();
      const { lines } = told(given(step).venue);
      expect(lines.length).to.be.at.least(2);
      for (const { asset, change, balance, kind } of lines) {
        sums.set(asset, (sums.get(asset) ?? 0) + change);
        expect(sums.get(asset), `${kind} of ${asset}`).to.equal(balance);
      }
    });
});

describe('what a payer is told (CHG-4, CHG-5, CHG-8, CHG-10)', () => {
  const cases: Readonly<Record<string, readonly [Step, ...string[]]>> = {
    'of a charge that goes through at once: nothing of its own': [paid],
    'of units that were delivered': [settled, 'commitment_settled_paid'],
    'of a pledge that was never charged': [
      inTurn(withProvider, live(), placeBy(cast.ines, 150), does(cast.ines, revoke())),
      'commitment_revoked_unpaid',
    ],
    'of a debit under way': [inTurn(charging, says('processing')), 'payment_processing'],
    'to confirm': [inTurn(charging, says('action_needed')), 'payment_action_needed'],
    'too late': [
      inTurn(charging, says('action_needed'), passes(3 * day), says('cancelled')),
      'payment_action_needed',
      'payment_late',
    ],
    'of each attempt, and the end': [
      inTurn(
        charging,
        says('declined'),
        passes(day),
        says('declined', { attempt: 2 }),
        passes(3 * day),
        says('declined', { attempt: 3 }),
      ),
      'payment_declined',
      'payment_declined',
      'payment_failed',
    ],
    'of a method that is refused for good, and the end': [
      inTurn(charging, says('declined', { final: true }), passes(3 * day)),
      'payment_method_needed',
      'payment_failed',
    ],
    'of a charge nobody wants any more: that nothing was charged': [
      inTurn(charging, does(cast.olga, cancel()), passes(0), says('cancelled')),
      'commitment_released_unpaid',
    ],
    'of what goes back': [
      inTurn(undone, refunds('pending'), refunds('succeeded')),
      'commitment_released_refunded',
      'refund_made',
    ],
    'of what could not go back': [
      inTurn(undone, refunds('failed')),
      'commitment_released_refunded',
      'refund_failed',
    ],
    'of a dispute that is lost': [
      inTurn(settled, disputes('open'), disputes('lost')),
      'commitment_settled_paid',
      'payment_disputed',
      'payment_charged_back',
    ],
    'of a dispute that is won': [
      inTurn(settled, disputes('open'), disputes('won')),
      'commitment_settled_paid',
      'payment_disputed',
      'payment_dispute_won',
    ],
  };
  for (const [name, [step, ...expected]] of Object.entries(cases))
    it(name, () => {
      expect(kinds(given(step).venue)).to.deep.equal(expected);
    });
  it('by when, and how much', () => {
    const [notice] = told(given(inTurn(charging, says('action_needed'))).venue).words;
    expect(notice?.subject).to.deep.equal({
      payment: 'pay_1',
      commitment: 'cmt_1',
      offer: 'ofr_1',
      amount: '1500.00',
      until: new Date(ends + 3 * day).toISOString(),
    });
  });
});

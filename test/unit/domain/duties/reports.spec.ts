import { policy } from '@piazza/shared/policy';
import { dayOf, dayOfDate, instantOf } from '@piazza/shared/calendar';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, lst, orgOf, sealed, why } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { does, given, inTurn, until } from '../../../support/given.ts';
import { doc, decide, file, issueOf, nextReport, owed, rpt, trading } from '../../../support/owing.ts';

const { duties } = policy;
/** The day by which the first impact report is there, and the instant so many days after it begins. */
const due = dayOf(millis(beginning + policy.impactReportDueMs));
const onDay = (after: number): number => instantOf(due + after, 0);
const endClosed: VenueCommand = { kind: 'duties.endClosedPeriod', report: rpt(1), reason: why };
const filed = inTurn(owed, does(cast.enzo, file()));
const accepted = inTurn(filed, does(cast.olga, decide()));

describe('DUT-1: the calendar of reports', () => {
  it('begins with the funding: impact within a year, statements by 30 June of the next', () => {
    const { venue } = given(owed);
    expect(nextReport(venue, 'impact')).to.include({ id: rpt(1), number: 1, dueDay: due, status: 'due' });
    const statements = nextReport(venue, 'financial');
    expect(statements.dueDay).to.equal(dayOfDate(2027, duties.statementMonth, duties.statementDate));
    expect(statements).to.include({ suspendAt: null, delistAt: null });
  });
  it('reminds 30 and 7 days before, on the day, and weekly from the day after', () => {
    const { venue } = given(owed, until(onDay(duties.suspendAfterDays)));
    const told = venue.journal.flatMap((event) =>
      event.kind === 'duties.reminded' && event.report === rpt(1) ? [event.late] : [],
    );
    expect(told).to.deep.equal([false, false, false, true, true, true, true, true]);
    given(owed, until(onDay(-30) - 1)).venue.journal.forEach(({ kind }) =>
      expect(kind).to.not.equal('duties.reminded'),
    );
  });
  it('reminds nobody of what was filed', () => {
    const { venue } = given(filed, until(onDay(20)));
    expect(venue.journal.some((one) => one.kind === 'duties.reminded' && one.report === rpt(1))).to.equal(
      false,
    );
  });
});

describe('DUT-2, DUT-4: what follows when it stays away', () => {
  it('trading is suspended at the end of the thirtieth day, and not a millisecond before', () => {
    const end = onDay(duties.suspendAfterDays + 1);
    expect(issueOf(given(trading, until(end - 1)).venue).stop).to.equal(null);
    const { venue } = given(trading, until(end));
    expect(issueOf(venue).stop).to.equal('report_late');
    expect(venue.state.markets.markets.get(lst(1))?.stop).to.equal('report_late');
  });
  it('filing in time is enough until somebody has looked', () => {
    const last = onDay(duties.suspendAfterDays + 1) - 1;
    const { venue } = given(owed, until(last), does(cast.enzo, file()), until(last + 10 * day));
    expect(issueOf(venue).stop).to.equal(null);
  });
  it('after twelve months it is delisted, for good', () => {
    const end = instantOf(dayOfDate(2028, 3, 2) + 1, 0);
    expect(issueOf(given(owed, until(end - 1)).venue).delistedAt).to.equal(null);
    const { venue, when } = given(owed, until(end));
    expect(issueOf(venue)).to.include({ delistedAt: end, stop: 'delisted', closedPeriod: false });
    expect(venue.state.listings.listings.get(lst(1))?.status).to.equal('delisted');
    when(cast.enzo, file()).refuses('illegal_state', { status: 'delisted' });
    when(cast.olga, endClosed).refuses('illegal_state');
    expect([...venue.state.schedule.timers.keys()].filter((id) => id.startsWith('duty:'))).to.deep.equal([]);
  });
});

describe('filing a report', () => {
  it('is the issuer’s, of a report that is owed', () => {
    given(owed)
      .when(cast.enzo, file({ report: rpt(9) }))
      .refuses('not_found');
    given(owed).when(cast.elsa, file()).refuses('not_allowed');
    given(owed).when(cast.olga, file()).refuses('not_allowed');
    given(accepted).when(cast.enzo, file()).refuses('illegal_state', { status: 'accepted' });
  });
  it('goes with documents of the issuer alone', () => {
    given(owed)
      .when(cast.enzo, file({ documents: [doc(9)] }))
      .refuses('not_found');
  });
  it('may be done anew until it is decided, and is late from the end of its day', () => {
    given(filed)
      .when(cast.enzo, file({ contentHash: 'second' }))
      .accepts();
    for (const [at, late] of [
      [onDay(1) - 1, false],
      [onDay(1), true],
    ] as const) {
      const { journal } = given(owed, until(at)).when(cast.enzo, file()).accepts();
      expect(journal.at(-1)).to.include({ kind: 'duties.filed', late });
    }
  });
});

describe('DUT-3, DUT-6: deciding on a report', () => {
  it('is an operator’s without a stake, of exactly what was filed', () => {
    given(owed)
      .when(cast.olga, decide({ report: rpt(9) }))
      .refuses('not_found');
    given(owed).when(cast.olga, decide()).refuses('illegal_state', { status: 'due' });
    given(filed).when(cast.enzo, decide()).refuses('not_allowed');
    given(filed)
      .when(cast.olga, decide({ contentHash: 'another' }))
      .refuses('content_changed');
    given(accepted).when(cast.olga, decide()).refuses('illegal_state', { status: 'accepted' });
    given(filed, (venue) => {
      venue.state.organisations.organisations.get(orgOf.enzo)?.representatives.push(cast.mirko);
    })
      .when(cast.mirko, decide())
      .refuses('conflict_of_interest');
  });
  it('accepted, the next is owed a year on, and what was late lets trading go on', () => {
    const late = inTurn(trading, until(onDay(duties.suspendAfterDays + 1)), does(cast.enzo, file()));
    const venue = given(late).when(cast.olga, decide()).accepts();
    expect(issueOf(venue).stop).to.equal(null);
    expect(nextReport(venue)).to.include({ number: 2, dueDay: dayOfDate(2028, 3, 2), status: 'due' });
  });
  it('asked for changes when it is late, the issuer has fourteen days before anything follows', () => {
    const end = onDay(duties.suspendAfterDays + 1);
    const asked = inTurn(
      owed,
      until(end - 1),
      does(cast.enzo, file()),
      does(cast.olga, decide({ accept: false })),
    );
    const { venue } = given(asked);
    const least = instantOf(dayOf(millis(end - 1)) + duties.changesDays + 1, 0);
    expect(nextReport(venue)).to.include({ status: 'changes_requested', suspendAt: least });
    expect(issueOf(given(asked, until(least - 1)).venue).stop).to.equal(null);
    expect(issueOf(given(asked, until(least)).venue).stop).to.equal('report_late');
  });
});

describe('DUT-9, DUT-10: the closed period', () => {
  it('runs from the beginning of the thirtieth day before, until the report is out', () => {
    const from = onDay(-duties.closedPeriodDays);
    expect(issueOf(given(owed, until(from - 1)).venue).closedPeriod).to.equal(false);
    const { venue } = given(owed, until(from), does(cast.enzo, file()));
    expect(issueOf(venue).closedPeriod, 'filed is not out').to.equal(true);
    does(cast.olga, decide())(venue);
    expect(issueOf(venue).closedPeriod).to.equal(false);
  });
  it('is ended once, by an operator, with a reason', () => {
    const running = inTurn(owed, until(onDay(-10)));
    given(running).when(cast.enzo, endClosed).refuses('not_allowed');
    given(running)
      .when(cast.olga, { ...endClosed, report: rpt(9) })
      .refuses('not_found');
    const venue = given(running).when(cast.olga, endClosed).accepts();
    expect(issueOf(venue).closedPeriod).to.equal(false);
    given(running, does(cast.olga, endClosed))
      .when(cast.olga, endClosed)
      .refuses('illegal_state', { status: 'no_closed_period' });
    given(accepted).when(cast.olga, endClosed).refuses('illegal_state');
  });
});

describe('DUT-11: payments to holders', () => {
  const today = dayOf(beginning);
  const declare = (after: number, listing = lst(1)): VenueCommand => ({
    kind: 'duties.declarePayment',
    listing,
    day: today + after,
    words: sealed('interest'),
  });
  const withdraw: VenueCommand = { kind: 'duties.withdrawPayment', listing: lst(1), payment: 1 };
  const declared = inTurn(owed, does(cast.enzo, declare(10)));
  it('are declared five days to a year ahead, once a day, by the issuer', () => {
    given(owed)
      .when(cast.enzo, declare(10, lst(9)))
      .refuses('not_found');
    given(owed).when(cast.elsa, declare(10)).refuses('not_allowed');
    for (const days of [duties.paymentNoticeDays, duties.paymentAheadDays])
      given(owed).when(cast.enzo, declare(days)).accepts();
    for (const days of [duties.paymentNoticeDays - 1, duties.paymentAheadDays + 1])
      given(owed).when(cast.enzo, declare(days)).refuses('payment_day_invalid');
    given(declared).when(cast.enzo, declare(10)).refuses('payment_day_invalid');
  });
  it('stop trading for the three days before, to the millisecond', () => {
    const stop = instantOf(today + 10 - duties.paymentStopDays, 0);
    const pay = instantOf(today + 10, 0);
    for (const [at, wanted] of [
      [stop - 1, null],
      [stop, 'payment'],
      [pay - 1, 'payment'],
      [pay, null],
    ] as const)
      expect(issueOf(given(declared, until(at)).venue).stop).to.equal(wanted);
  });
  it('are taken back before that, not after, and their day is free again', () => {
    given(declared).when(cast.elsa, withdraw).refuses('not_allowed');
    given(owed).when(cast.enzo, withdraw).refuses('not_found');
    given(declared, does(cast.enzo, withdraw)).when(cast.enzo, declare(10)).accepts();
    given(declared, does(cast.enzo, withdraw))
      .when(cast.enzo, withdraw)
      .refuses('illegal_state', { status: 'withdrawn' });
    given(declared, until(instantOf(today + 7, 0)))
      .when(cast.enzo, withdraw)
      .refuses('illegal_state', { status: 'stopped' });
  });
});

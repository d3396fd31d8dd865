import { policy } from '@piazza/shared/policy';
import type { AlertId, CaseId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  openAlerts,
  openCases,
  type CasesCommand,
  type Finding,
} from '../../../server/src/domain/cases/index.ts';
import type { Act } from '../../../server/src/domain/approvals/index.ts';
import { cast, sealed, why } from '../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../support/domain-venue.ts';
import { does, given, happened, inTurn, type Step } from '../../support/given.ts';
import { finding } from '../../support/surveillance.ts';

const alr = (n: number): AlertId => `alr_${n}` as AlertId;
const cas = (n: number): CaseId => `cas_${n}` as CaseId;

const raise = (changes: Partial<Finding> = {}): CasesCommand => ({
  kind: 'cases.raise',
  finding: finding({ subjects: [cast.ines], key: 'one', ...changes }),
});
const dismiss = (alert = alr(1)): CasesCommand => ({ kind: 'cases.dismiss', alert, reason: why });
const open = (alert = alr(1), assignee: PersonId | null = null): CasesCommand => ({
  kind: 'cases.open',
  alert,
  assignee,
});
const join = (alert = alr(2)): CasesCommand => ({ kind: 'cases.join', case: cas(1), alert });
const assign = (assignee: PersonId | null): CasesCommand => ({
  kind: 'cases.assign',
  case: cas(1),
  assignee,
});
const note: CasesCommand = { kind: 'cases.note', case: cas(1), words: sealed('a note') };

const raised = (changes: Partial<Finding> = {}): Step => does('venue', raise(changes));
const opened = inTurn(raised(), does(cast.olga, open()));
/** Oreste is Ines by another account. */
const isInes = happened({ kind: 'people.identified', person: cast.oreste, natural: cast.ines });

const closing: Act = { kind: 'case_closing', case: cas(1), outcome: 'warned', words: why };
const propose = { kind: 'approvals.propose', act: closing, contentHash: 'read', reason: why } as const;
const agree = (venue: DomainVenue) => {
  const [proposal] = venue.state.approvals.proposals.keys();
  return { kind: 'approvals.approve', proposal: proposal!, contentHash: 'read', reason: why } as const;
};
const closed: Step = (venue) => {
  does(cast.olga, propose)(venue);
  does(cast.oreste, agree(venue))(venue);
};

describe('alerts', () => {
  it('are raised by the venue alone, once for the same thing (SRV-14)', () => {
    const { venue, when } = given(raised());
    when('venue', raise()).yields();
    when(cast.olga, raise({ key: 'two' })).refuses('not_allowed');
    expect(venue.state.cases.alerts.size).to.equal(1);
  });
  for (const severity of ['high', 'medium', 'low', 'record'] as const)
    it(`are due by their gravity: ${severity} (SRV-14)`, () => {
      const { venue } = given(raised({ severity }));
      const [alert] = openAlerts(venue.state.cases);
      expect(alert?.dueAt).to.equal(venue.now + policy.surveillance.alertDueMs[severity]);
    });
  it('are dismissed with a reason, and then no longer wait (SRV-15)', () => {
    const venue = given(raised()).when(cast.olga, dismiss()).accepts();
    const alert = venue.state.cases.alerts.get(alr(1));
    expect([alert?.status, alert?.dismissed?.by, openAlerts(venue.state.cases)]).to.deep.equal([
      'dismissed',
      cast.olga,
      [],
    ]);
  });
  it('are refused where there are none, to others than operators, and twice (SRV-15)', () => {
    const { when } = given(raised(), does(cast.olga, dismiss()));
    when(cast.olga, dismiss(alr(9))).refuses('not_found');
    when(cast.ivo, dismiss()).refuses('not_allowed');
    when(cast.adele, dismiss()).refuses('not_allowed');
    when(cast.olga, dismiss()).refuses('alert_settled', { status: 'dismissed' });
    when(cast.olga, open()).refuses('alert_settled', { status: 'dismissed' });
  });
});

describe('cases', () => {
  it('are made of alerts, looked after, and due (SRV-15)', () => {
    const venue = given(raised(), raised({ key: 'two' }), does(cast.olga, open(alr(1), cast.olga)))
      .when(cast.oreste, join())
      .accepts();
    const [one] = openCases(venue.state.cases);
    expect(one).to.include({ id: cas(1), assignee: cast.olga, alerts: 2 });
    expect(one?.dueAt).to.equal(venue.now + policy.surveillance.caseDueMs);
  });
  it('are given to operators alone, and back to nobody (SRV-15)', () => {
    const { when } = given(opened);
    when(cast.olga, assign(cast.ivo)).refuses('not_an_operator');
    when(cast.olga, assign(null)).yields();
    expect(when(cast.olga, assign(cast.oreste)).accepts().state.cases.cases.get(cas(1))?.assignee).to.equal(
      cast.oreste,
    );
  });
  it('take notes, which are sealed (SRV-15)', () => {
    const venue = given(opened).when(cast.oreste, note).accepts();
    expect(venue.state.cases.cases.get(cas(1))?.notes).to.deep.equal([
      { by: cast.oreste, at: venue.now, words: sealed('a note') },
    ]);
  });
  it('are closed when two agree, and nothing is added then (SRV-16)', () => {
    const { venue, when } = given(opened, closed, raised({ key: 'two' }));
    expect(venue.state.cases.cases.get(cas(1))?.closed).to.include({
      outcome: 'warned',
      maker: cast.olga,
      checker: cast.oreste,
    });
    expect(openCases(venue.state.cases)).to.deep.equal([]);
    for (const late of [note, join(), assign(null)]) when(cast.olga, late).refuses('case_closed');
    when(cast.olga, { ...propose, contentHash: 'again' }).refuses('case_closed');
  });
  it('are not closed by one person, nor on what has changed since (SRV-16)', () => {
    const { venue, when } = given(opened, does(cast.olga, propose));
    when(cast.olga, agree(venue)).refuses('same_person');
    does(cast.oreste, note)(venue);
    when(cast.oreste, agree(venue)).refuses('content_changed');
  });
  it('are not closed by a proposal that nobody agreed to in time (SRV-16)', () => {
    const { venue, when } = given(opened, does(cast.olga, propose));
    venue.passTo(venue.now + 8 * day);
    when(cast.oreste, agree(venue)).refuses('approval_expired');
  });
});

describe('whoever an alert is about', () => {
  it('does nothing with it, by whatever account (SRV-17)', () => {
    const { when } = given(raised(), raised({ key: 'two' }), isInes);
    for (const command of [dismiss(), open()]) when(cast.oreste, command).refuses('conflict_of_interest');
    when(cast.olga, open(alr(1), cast.oreste)).refuses('conflict_of_interest');
  });
  it('does nothing with its case (SRV-17)', () => {
    const { venue, when } = given(opened, raised({ key: 'two', subjects: [cast.ivo] }), isInes);
    for (const command of [note, join(), assign(null)])
      when(cast.oreste, command).refuses('conflict_of_interest');
    when(cast.olga, assign(cast.oreste)).refuses('conflict_of_interest');
    does(cast.olga, propose)(venue);
    when(cast.oreste, agree(venue)).refuses('conflict_of_interest');
  });
  it('looks after a case no longer once an alert about them joins it (SRV-17)', () => {
    const { venue } = given(
      raised(),
      does(cast.olga, open(alr(1), cast.oreste)),
      raised({ key: 'two', subjects: [cast.sofia] }),
      happened({ kind: 'people.identified', person: cast.oreste, natural: cast.sofia }),
      does(cast.olga, join()),
    );
    expect(venue.state.cases.cases.get(cas(1))?.assignee).to.equal(null);
  });
  it('is named in no field of an event that the audit trail reads (SRV-17)', () => {
    const { venue } = given(opened, closed);
    const told = venue.journal.filter(({ kind }) => kind.startsWith('cases.'));
    expect(told).to.have.length.above(2);
    for (const event of told) {
      for (const key of ['person', 'investor', 'holder', 'listing']) expect(event).not.to.have.property(key);
    }
  });
});

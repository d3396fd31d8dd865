import { policy } from '@piazza/shared/policy';
import type { ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { ClassCriterion } from '../../../../server/src/domain/protection/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, sealed, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, happened, passes, type Step } from '../../../support/given.ts';

const who = cast.ines;
const two: readonly ClassCriterion[] = ['income_or_portfolio', 'frequent_trades'];
const request = (changes: object = {}): VenueCommand => ({
  kind: 'protection.requestClass',
  party: 'person',
  criteria: two,
  evidence: sealed('evidence'),
  attested: true,
  ...changes,
});
const requested = does(who, request());
const propose = (number = 1): VenueCommand => ({
  kind: 'approvals.propose',
  act: { kind: 'class_grant', person: who, request: number },
  contentHash: `grant ${number}`,
  reason: why,
});
const approve = (n = 1): VenueCommand => ({
  kind: 'approvals.approve',
  proposal: `apr_${n}` as ProposalId,
  contentHash: `grant ${n}`,
  reason: why,
});
const refuse = (number = 1): VenueCommand => ({
  kind: 'protection.refuseClass',
  person: who,
  request: number,
  reason: why,
});
/** Requested, proposed by Olga, agreed to by Oreste. */
const granted: Step = (venue) => {
  for (const step of [requested, does(cast.olga, propose()), does(cast.oreste, approve())]) step(venue);
};
const classOf = (venue: DomainVenue) => venue.state.people.people.get(who)?.investorClass;
const own = (venue: DomainVenue) => venue.state.protection.people.get(who)!;

describe('asking for the class (PRT-4)', () => {
  it('everybody begins non-sophisticated', () => {
    expect(classOf(given().venue)).to.equal('non_sophisticated');
  });
  for (const [party, criteria, fits] of [
    ['person', ['income_or_portfolio'], false],
    ['person', ['income_or_portfolio', 'income_or_portfolio'], false],
    ['person', ['income_or_portfolio', 'turnover'], false],
    ['person', ['finance_experience', 'frequent_trades'], true],
    ['person', ['income_or_portfolio', 'finance_experience', 'frequent_trades'], true],
    ['entity', [], false],
    ['entity', ['finance_experience', 'frequent_trades'], false],
    ['entity', ['turnover'], true],
    ['entity', ['own_funds', 'balance_sheet'], true],
  ] as const)
    it(`${party} with ${criteria.join(', ') || 'nothing'}: ${fits ? 'may ask' : 'criteria_insufficient'}`, () => {
      const outcome = given().when(who, request({ party, criteria }));
      if (!fits) return outcome.refuses('criteria_insufficient');
      expect(own(outcome.accepts()).request).to.include({ number: 1, status: 'waiting', party });
    });
  it('asks for the attestation first: attestation_missing', () => {
    given()
      .when(who, request({ attested: false, criteria: [] }))
      .refuses('attestation_missing');
  });
  it('one request waits at a time: request_pending', () => {
    given(requested).when(who, request()).refuses('request_pending');
    expect(
      own(given(requested, does(cast.olga, refuse())).when(who, request()).accepts()).request,
    ).to.include({
      number: 2,
      status: 'waiting',
    });
  });
  it('is refused by one operator with a reason, who is not the investor', () => {
    const venue = given(requested).when(cast.olga, refuse()).accepts();
    expect(own(venue).request).to.deep.include({ status: 'refused', reason: why, decidedAt: beginning });
    given(requested).when(cast.olga, refuse(2)).refuses('not_found');
    given().when(cast.olga, refuse()).refuses('not_found');
    given(requested, does(cast.olga, refuse())).when(cast.oreste, refuse()).refuses('nothing_to_decide');
    given(requested, happened({ kind: 'people.identified', person: cast.olga, natural: who }))
      .when(cast.olga, refuse())
      .refuses('conflict_of_interest');
  });
});

describe('the class of sophisticated investors (PRT-5)', () => {
  const until = beginning + policy.classLifeMs;
  it('is granted by two persons, for two years', () => {
    const { venue } = given(granted);
    expect(classOf(venue)).to.equal('sophisticated');
    expect(policy.classLifeMs).to.equal(730 * day);
    expect(own(venue).sophisticated).to.deep.equal({ until, noticed: false });
    expect(own(venue).request).to.include({ status: 'granted' });
  });
  it('is not granted by one: same_person', () => {
    given(requested, does(cast.olga, propose())).when(cast.olga, approve()).refuses('same_person');
  });
  it('is not granted to somebody whose identity is not approved: identity_not_approved', () => {
    given(requested, does(who, { kind: 'protection.submitIdentity', details: why, sameAs: [] }))
      .when(cast.olga, propose())
      .refuses('identity_not_approved');
  });
  it('is not granted for a request that is not there, or decided: not_found, nothing_to_decide', () => {
    given().when(cast.olga, propose()).refuses('not_found');
    given(requested).when(cast.olga, propose(2)).refuses('not_found');
    given(requested, does(cast.olga, refuse())).when(cast.oreste, propose()).refuses('nothing_to_decide');
  });
  it('is not granted once what was proposed has changed: content_changed', () => {
    const submit: VenueCommand = { kind: 'protection.submitIdentity', details: why, sameAs: [] };
    given(requested, does(cast.olga, propose()), does(who, submit))
      .when(cast.oreste, approve())
      .refuses('content_changed');
  });
  it('is announced thirty days before its end, and then ends by itself', () => {
    const { venue } = given(granted, passes(policy.classLifeMs - 30 * day - 1));
    expect(own(venue).sophisticated?.noticed).to.equal(false);
    passes(1)(venue);
    expect(own(venue).sophisticated).to.deep.equal({ until, noticed: true });
    expect(classOf(venue)).to.equal('sophisticated');
    passes(30 * day - 1)(venue);
    expect(classOf(venue)).to.equal('sophisticated');
    passes(1)(venue);
    expect(classOf(venue)).to.equal('non_sophisticated');
    expect(own(venue).sophisticated).to.equal(null);
    expect(venue.journal).to.deep.include({
      kind: 'protection.class_ended',
      person: who,
      why: 'expired',
      at: until,
    });
  });
  const renewed: Step = (venue) => {
    does(who, request())(venue);
    does(cast.olga, propose(2))(venue);
    does(cast.oreste, { ...approve(2) })(venue);
  };
  for (const [what, after] of [
    ['before the notice', 100 * day],
    ['after the notice', policy.classLifeMs - 10 * day],
  ] as const)
    it(`renewed ${what} counts two years from then`, () => {
      const { venue } = given(granted, passes(after), renewed);
      expect(own(venue).sophisticated).to.deep.equal({ until: until + after, noticed: false });
      passes(policy.classLifeMs - 1)(venue);
      expect(classOf(venue)).to.equal('sophisticated');
      passes(1)(venue);
      expect(classOf(venue)).to.equal('non_sophisticated');
      expect(venue.state.schedule.timers.size).to.equal(0);
    });
  it('may be given up at any time, with its timers', () => {
    const leave: VenueCommand = { kind: 'protection.leaveClass' };
    for (const after of [0, policy.classLifeMs - 10 * day]) {
      const venue = given(granted, passes(after)).when(who, leave).accepts();
      expect(classOf(venue)).to.equal('non_sophisticated');
      expect([...venue.state.schedule.timers.keys()].filter((id) => id.startsWith('class'))).to.deep.equal(
        [],
      );
    }
    given().when(who, leave).yields();
  });
});

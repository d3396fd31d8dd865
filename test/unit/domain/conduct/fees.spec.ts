import { policy } from '@piazza/shared/policy';
import { millis, type ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import { feesAt, type FeeAct } from '../../../../server/src/domain/conduct/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, why } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { does, given, passes, type Step } from '../../../support/given.ts';

const none = { commitmentBps: 0, tradeBps: 0, successBps: 0, admissionCents: 0 };
const soonest = beginning + policy.feeNoticeMs;
const act = (changes: Partial<Omit<FeeAct, 'kind'>> = {}): FeeAct => ({
  kind: 'fee_change',
  ...none,
  tradeBps: 10,
  from: millis(soonest),
  reason: why,
  ...changes,
});
const propose = (changes: Partial<Omit<FeeAct, 'kind'>> = {}, contentHash = 'read'): VenueCommand => ({
  kind: 'approvals.propose',
  act: act(changes),
  contentHash,
  reason: why,
});
const agree = (n = 1, contentHash = 'read'): VenueCommand => ({
  kind: 'approvals.approve',
  proposal: `apr_${n}` as ProposalId,
  contentHash,
  reason: why,
});
const set: Step = (venue) => {
  does(cast.olga, propose())(venue);
  does(cast.oreste, agree())(venue);
};

describe('CON-5: fees', () => {
  it('are none at first', () => {
    expect(feesAt(given().venue.state.conduct, beginning)).to.deep.equal(none);
  });
  for (const name of ['commitmentBps', 'tradeBps', 'successBps', 'admissionCents'] as const)
    it(`have a most: ${name}, fee_out_of_bounds`, () => {
      const most = name === 'admissionCents' ? policy.feeMostCents : policy.feeMostBps;
      given()
        .when(cast.olga, propose({ [name]: most }))
        .accepts();
      const { when } = given();
      for (const wrong of [most + 1, -1, 0.5])
        when(cast.olga, propose({ [name]: wrong })).refuses('fee_out_of_bounds', { fields: [name] });
    });
  it('name every number that is out of bounds at once', () => {
    const wrong = { commitmentBps: -1, admissionCents: policy.feeMostCents + 1 };
    given()
      .when(cast.olga, propose(wrong))
      .refuses('fee_out_of_bounds', { fields: Object.keys(wrong) });
  });
  it('begin thirty days on at the earliest and a year on at the latest: fee_date_invalid', () => {
    const { when } = given();
    const latest = beginning + policy.feeAheadMs;
    for (const from of [soonest, latest])
      given()
        .when(cast.olga, propose({ from: millis(from) }))
        .accepts();
    const detail = { from: new Date(soonest).toISOString(), until: new Date(latest).toISOString() };
    when(cast.olga, propose({ from: millis(soonest - 1) })).refuses('fee_date_invalid', detail);
    when(cast.olga, propose({ from: millis(latest + 1) })).refuses('fee_date_invalid', detail);
  });
  it('are asked about their date again when they are agreed to: the notice is never shorter', () => {
    given(does(cast.olga, propose()), passes(1)).when(cast.oreste, agree()).refuses('fee_date_invalid');
  });
  it('change something: nothing_to_change', () => {
    given()
      .when(cast.olga, propose({ tradeBps: 0 }))
      .refuses('nothing_to_change');
    const { when } = given(set);
    when(cast.olga, propose({}, 'again')).refuses('nothing_to_change');
    when(cast.olga, propose({ tradeBps: 0 }, 'back')).accepts();
  });
  it('are those of two persons of the desk', () => {
    given().when(cast.ines, propose()).refuses('not_allowed');
    given(does(cast.olga, propose())).when(cast.olga, agree()).refuses('same_person');
    given(does(cast.adele, propose())).when(cast.olga, agree()).accepts();
  });
  it('come into force on their day, not a millisecond earlier', () => {
    const { conduct } = given(set).venue.state;
    expect(feesAt(conduct, soonest - 1)).to.deep.equal(none);
    expect(feesAt(conduct, soonest)).to.include({ tradeBps: 10 });
    expect(conduct.fees[0]).to.include({ maker: cast.olga, checker: cast.oreste, at: beginning });
  });
  it('of two from one day, those agreed to later count; an earlier day stays in its place', () => {
    const { venue } = given(set, passes(1));
    const from = venue.now + policy.feeNoticeMs;
    does(cast.olga, propose({ tradeBps: 20, from: millis(from + day) }, 'two'))(venue);
    does(cast.oreste, agree(2, 'two'))(venue);
    does(cast.olga, propose({ tradeBps: 30, from: millis(from + day) }, 'three'))(venue);
    does(cast.oreste, agree(3, 'three'))(venue);
    does(cast.olga, propose({ tradeBps: 5, from: millis(from) }, 'four'))(venue);
    does(cast.oreste, agree(4, 'four'))(venue);
    const { conduct } = venue.state;
    expect(feesAt(conduct, from - 1).tradeBps).to.equal(10);
    expect(feesAt(conduct, from).tradeBps).to.equal(5);
    expect(feesAt(conduct, from + day).tradeBps).to.equal(30);
  });
  it('that were changed meanwhile void what was proposed on them: content_changed', () => {
    const { venue, when } = given(does(cast.olga, propose({ tradeBps: 20 }, 'two')));
    does(cast.olga, propose())(venue);
    does(cast.oreste, agree(2))(venue);
    when(cast.oreste, agree(1, 'two')).refuses('content_changed');
  });
});

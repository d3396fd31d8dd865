import { policy, settingNames, settings, type SettingName } from '@piazza/shared/policy';
import { millis, type ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import { boundsOf, settingAt, settingOf } from '../../../../server/src/domain/settings/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, place, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, offerIn, until, type Step } from '../../../support/given.ts';

const propose = (setting: SettingName, value: number): VenueCommand => ({
  kind: 'approvals.propose',
  act: { kind: 'policy_change', setting, value, reason: why },
  contentHash: `${setting} ${value}`,
  reason: why,
});
const changed =
  (setting: SettingName, value: number): Step =>
  (venue) => {
    does(cast.olga, propose(setting, value))(venue);
    const proposal = [...venue.state.approvals.proposals.keys()].at(-1) as ProposalId;
    const contentHash = `${setting} ${value}`;
    does(cast.oreste, { kind: 'approvals.approve', proposal, contentHash, reason: why })(venue);
  };

describe('settings of the venue', () => {
  it('are as the policy table says until somebody changes them', () => {
    const { state } = given().venue;
    for (const name of settingNames) expect(settingOf(state, name)).to.equal(policy[name]);
  });
  for (const name of settingNames) {
    const { least, most } = boundsOf(name);
    const step = settings[name].unit === 'days_ms' ? 86_400_000 : 1;
    it(`APR-9: ${name} stays from ${least} to ${most}, both included`, () => {
      for (const value of [least, most]) {
        const { decision } = given().when(cast.olga, propose(name, value));
        if (value === policy[name])
          expect(decision).to.have.nested.property('rejection.code', 'nothing_to_change');
        else expect(decision).to.have.property('events');
      }
      for (const value of [least - step, most + step])
        given()
          .when(cast.olga, propose(name, value))
          .refuses('setting_out_of_bounds', { setting: name, least, most });
    });
  }
  it('APR-9: what protects investors, or guards against money laundering, only becomes stricter', () => {
    expect(boundsOf('warningThresholdCents').most).to.equal(policy.warningThresholdCents);
    expect(boundsOf('amlTransactionCents').most).to.equal(policy.amlTransactionCents);
  });
  it('count in whole cents, and in whole days', () => {
    given().when(cast.olga, propose('maxOrderValueCents', 1_000_000.5)).refuses('setting_out_of_bounds');
    given().when(cast.olga, propose('approvalLifeMs', 90_000_000)).refuses('setting_out_of_bounds');
  });
  it('keep their versions: since when, by whom, why', () => {
    const { state } = given(
      changed('maxOrderValueCents', 1_000_000),
      changed('maxOrderValueCents', 2_000_000),
    ).venue;
    expect(state.settings.versions.get('maxOrderValueCents')).to.deep.equal(
      [1_000_000, 2_000_000].map((value) => {
        return { value, from: beginning, maker: cast.olga, checker: cast.oreste, reason: why };
      }),
    );
  });
  it('APR-9: the rules go by them: a lower threshold asks for proof of understanding earlier', () => {
    const doubtful = place(20, undefined, { aboveThreshold: false });
    given(offerIn('open')).when(cast.ivo, doubtful).accepts();
    given(offerIn('open'), changed('warningThresholdCents', 19_999))
      .when(cast.ivo, doubtful)
      .refuses('warning_not_acknowledged', { thresholdCents: 19_999 });
    given(offerIn('open'), changed('warningThresholdCents', 20_000)).when(cast.ivo, doubtful).accepts();
  });
  it('APR-9: a proposal made after a change lapses by the new time', () => {
    const { venue } = given(changed('approvalLifeMs', 86_400_000));
    does(cast.olga, propose('maxOrderValueCents', 3_000_000))(venue);
    expect([...venue.state.approvals.proposals.values()].at(-1)?.expiresAt).to.equal(beginning + 86_400_000);
  });
});

describe('APR-11: a number that is agreed for a later day', () => {
  const name = 'warningThresholdCents';
  const later = beginning + 10 * day;
  const act = (value: number, from: number): VenueCommand => ({
    kind: 'approvals.propose',
    act: { kind: 'policy_change', setting: name, value, from: millis(from), reason: why },
    contentHash: `${value} from ${from}`,
    reason: why,
  });
  const agreed =
    (value: number, from: number): Step =>
    (venue) => {
      does(cast.olga, act(value, from))(venue);
      const proposal = [...venue.state.approvals.proposals.keys()].at(-1) as ProposalId;
      const contentHash = `${value} from ${from}`;
      does(cast.oreste, { kind: 'approvals.approve', proposal, contentHash, reason: why })(venue);
    };
  const inForce = (venue: DomainVenue): number => settingOf(venue.state, name);

  it('holds from its first millisecond, and not one earlier', () => {
    const { venue } = given(agreed(50_000, later), until(later - 1));
    expect(inForce(venue)).to.equal(policy[name]);
    until(later)(venue);
    expect(inForce(venue)).to.equal(50_000);
    expect(venue.journal.at(-1)).to.deep.equal({ kind: 'settings.applied', setting: name, value: 50_000 });
    expect(venue.state.settings.versions.get(name)?.[0]).to.include({ from: later, maker: cast.olga });
  });
  it('is read for any moment before it comes', () => {
    const { state } = given(agreed(50_000, later)).venue;
    expect(settingAt(state, name, later - 1)).to.equal(policy[name]);
    expect(settingAt(state, name, later)).to.equal(50_000);
  });
  it('lies ahead, by a year at most: setting_date_invalid', () => {
    const { when } = given();
    const most = beginning + policy.settingAheadMs;
    const detail = { after: new Date(beginning).toISOString(), until: new Date(most).toISOString() };
    when(cast.olga, act(50_000, beginning)).refuses('setting_date_invalid', detail);
    when(cast.olga, act(50_000, most + 1)).refuses('setting_date_invalid', detail);
    given()
      .when(cast.olga, act(50_000, beginning + 1))
      .accepts();
    given().when(cast.olga, act(50_000, most)).accepts();
    when(cast.olga, act(-1, beginning)).refuses('setting_out_of_bounds');
  });
  it('has passed when nobody agreed before it: setting_date_invalid', () => {
    const { venue, when } = given(does(cast.olga, act(50_000, beginning + day)), until(beginning + day));
    const [proposal] = venue.state.approvals.proposals.keys();
    const contentHash = `50000 from ${beginning + day}`;
    when(cast.oreste, { kind: 'approvals.approve', proposal: proposal!, contentHash, reason: why }).refuses(
      'setting_date_invalid',
    );
  });
  it('changes something on that day: nothing_to_change', () => {
    const { when } = given(agreed(50_000, later));
    when(cast.olga, act(50_000, later + day)).refuses('nothing_to_change');
    when(cast.olga, act(policy[name], later - 1)).refuses('nothing_to_change');
    when(cast.olga, act(policy[name], later + day)).accepts();
  });
  it('of two from one day the later agreed one counts; each takes its turn', () => {
    const { venue } = given(
      agreed(50_000, later),
      agreed(40_000, later + day),
      agreed(30_000, later),
      changed(name, 60_000),
    );
    expect(inForce(venue)).to.equal(60_000);
    until(later)(venue);
    expect(inForce(venue)).to.equal(30_000);
    until(later + day)(venue);
    expect(inForce(venue)).to.equal(40_000);
    const applied = venue.journal.filter(({ kind }) => kind === 'settings.applied');
    expect(applied, 'the second timer of one day has nothing to do').to.have.length(2);
  });
});

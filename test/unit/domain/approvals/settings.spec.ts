import { policy, settingNames, settings, type SettingName } from '@piazza/shared/policy';
import type { ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import { boundsOf, settingOf } from '../../../../server/src/domain/settings/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { cast, place, why } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, given, offerIn, type Step } from '../../../support/given.ts';

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

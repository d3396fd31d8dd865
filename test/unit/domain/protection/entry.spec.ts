import { policy } from '@piazza/shared/policy';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  entryRefusal,
  warningThreshold,
  type Protection,
} from '../../../../server/src/domain/protection/index.ts';
import { cast } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { given } from '../../../support/given.ts';

const at = millis(beginning + day);
const whole = (): Protection => ({ ...given().venue.state.protection.people.get(cast.ines)! });
const identity = (status: 'submitted' | 'asked_again' | 'rejected' | 'approved') => ({
  ...whole().identity!,
  status,
});
const large = policy.identityApprovalFromCents;
const code = (own: Protection | undefined, isSophisticated = false, cents = 1, now = at) =>
  entryRefusal(own, isSophisticated, cents, now)?.code ?? null;

describe('what comes before a commitment (PRT-11)', () => {
  it('is an identity: submitted or approved, neither sent back nor rejected', () => {
    expect(code(undefined)).to.equal('identity_needed');
    expect(code({ ...whole(), identity: null })).to.equal('identity_needed');
    expect(code({ ...whole(), identity: identity('submitted') })).to.equal(null);
    expect(code({ ...whole(), identity: identity('approved') })).to.equal(null);
    expect(code({ ...whole(), identity: identity('asked_again') })).to.equal('identity_needed');
    expect(code({ ...whole(), identity: identity('rejected') })).to.equal('identity_needed');
  });
  it('is an approved one from €10,000 on, whatever the class', () => {
    expect(large).to.equal(1_000_000);
    for (const isSophisticated of [false, true]) {
      const own = { ...whole(), identity: identity('submitted') };
      expect(code(own, isSophisticated, large - 1)).to.equal(null);
      expect(code(own, isSophisticated, large)).to.equal('identity_not_approved');
      expect(code(whole(), isSophisticated, large)).to.equal(null);
    }
  });
  it('is a test for the non-sophisticated: taken, and passed or its failure acknowledged', () => {
    const none = { ...whole(), graded: null, passedUntil: null };
    const failed = { ...whole(), graded: { ...whole().graded!, passed: false }, passedUntil: null };
    expect(code(none)).to.equal('knowledge_test_needed');
    expect(code(failed)).to.equal('knowledge_test_needed');
    expect(code({ ...failed, acknowledgedAt: at })).to.equal(null);
    expect(code(none, true)).to.equal(null);
  });
  it('is a simulated loss for the non-sophisticated, shared or not, for one year', () => {
    expect(policy.lossSimulationLifeMs).to.equal(365 * day);
    const loss = { bearableCents: null, at: beginning, validUntil: at };
    expect(code({ ...whole(), loss: null })).to.equal('loss_simulation_needed');
    expect(code({ ...whole(), loss }, false, 1, millis(at - 1))).to.equal(null);
    expect(code({ ...whole(), loss })).to.equal('loss_simulation_needed');
    expect(code({ ...whole(), loss: null }, true)).to.equal(null);
  });
  it('is kept from the moment it was simulated', () => {
    const venue = given()
      .when(cast.ines, { kind: 'protection.simulateLoss', bearableCents: 240_000 })
      .accepts();
    expect(venue.state.protection.people.get(cast.ines)?.loss).to.deep.equal({
      bearableCents: 240_000,
      at: beginning,
      validUntil: beginning + policy.lossSimulationLifeMs,
    });
  });
  it('asks in a documented order', () => {
    const nothing = { ...whole(), identity: null, graded: null, passedUntil: null, loss: null };
    expect(code(nothing, false, large)).to.equal('identity_needed');
    expect(code({ ...nothing, identity: identity('submitted') }, false, large)).to.equal(
      'identity_not_approved',
    );
    expect(code({ ...nothing, identity: identity('approved') }, false, large)).to.equal(
      'knowledge_test_needed',
    );
    expect(code({ ...whole(), loss: null }, false, large)).to.equal('loss_simulation_needed');
  });
});

describe('the threshold of a single commitment (PRT-10)', () => {
  const floor = policy.warningThresholdCents;
  const threshold = (bearableCents: number | null, now = at) =>
    warningThreshold(
      { ...whole(), loss: { bearableCents, at: beginning, validUntil: millis(at + 1) } },
      now,
      floor,
    );
  it('is €1,000 while nothing is shared', () => {
    expect(floor).to.equal(100_000);
    expect(warningThreshold(undefined, at, floor)).to.equal(floor);
    expect(threshold(null)).to.equal(floor);
  });
  it('is 5 % of the net worth that was shared, where that is more', () => {
    // A tenth of the net worth is shared; €20,000 of it make exactly €1,000.
    expect(threshold(200_000)).to.equal(floor);
    expect(threshold(210_000)).to.equal(105_000);
    expect(threshold(1_000_000)).to.equal(500_000);
    expect(threshold(0)).to.equal(floor);
  });
  it('falls back when the simulation is too old', () => {
    expect(threshold(1_000_000, at)).to.equal(500_000);
    expect(threshold(1_000_000, millis(at + 1))).to.equal(floor);
  });
});

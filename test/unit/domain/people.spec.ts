import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { hasRole, type Role } from '../../../server/src/domain/people/index.ts';
import { cast, sealed, why } from '../../support/domain-cast.ts';
import { beginning } from '../../support/domain-venue.ts';
import { does, given, happened } from '../../support/given.ts';

const setTier = (person: PersonId, tier: 'community' | 'retail') =>
  ({ kind: 'people.setTier', person, tier, reason: why }) as const;
const setRole = (person: PersonId, role: Role, granted: boolean) =>
  ({ kind: 'people.setRole', person, role, granted, reason: why }) as const;

describe('people', () => {
  const register = { kind: 'people.register', subject: 'v', profile: why, roles: ['investor'] } as const;
  it('a person registers: retail, not sophisticated, warned of nothing yet', () => {
    const outcome = given().when('venue', register);
    const person = 'per_c' as PersonId;
    const { subject, profile, roles } = register;
    outcome.yields({ kind: 'people.registered', person, subject, profile, roles, at: beginning });
    expect(outcome.decision).to.have.deep.property('result', { person });
    expect(outcome.accepts().state.people.people.get(person)).to.deep.equal({
      id: person,
      natural: person,
      subject: 'v',
      profile: why,
      earlier: [],
      roles: ['investor'],
      tier: 'retail',
      investorClass: 'non_sophisticated',
      since: beginning,
      riskWarningAcknowledgedAt: null,
      noticesReadUpTo: '0.0',
      suspended: false,
      erasure: null,
    });
  });

  it('a person changes the own profile', () => {
    const profile = sealed('new words');
    const outcome = given().when(cast.ines, { kind: 'people.updateProfile', profile });
    outcome.yields({ kind: 'people.profile_updated', person: cast.ines, profile, at: beginning });
    const ines = outcome.accepts().state.people.people.get(cast.ines);
    expect(ines?.profile).to.equal(profile);
    expect(ines?.earlier.map(({ until }) => until)).to.deep.equal([beginning]);
  });

  it('acknowledges the fixed warning once; a second time changes nothing', () => {
    const acknowledge = { kind: 'people.acknowledgeWarning' } as const;
    const first = given().when(cast.ines, acknowledge);
    first.yields({ kind: 'people.warning_acknowledged', person: cast.ines, at: beginning });
    expect(first.accepts().state.people.people.get(cast.ines)?.riskWarningAcknowledgedAt).to.equal(beginning);
    given(does(cast.ines, acknowledge)).when(cast.ines, acknowledge).yields();
  });

  it('reads notices up to one', () => {
    const outcome = given().when(cast.ines, { kind: 'people.readNotices', upTo: '7.1' });
    outcome.yields({ kind: 'people.notices_read', person: cast.ines, upTo: '7.1' });
    expect(outcome.accepts().state.people.people.get(cast.ines)?.noticesReadUpTo).to.equal('7.1');
  });
});

describe('tiers of investors', () => {
  it('the venue itself sets the first one; nobody else by themselves', () => {
    const outcome = given().when('venue', setTier(cast.ines, 'community'));
    outcome.yields({ kind: 'people.tier_set', person: cast.ines, tier: 'community', reason: why });
    expect(outcome.accepts().state.people.people.get(cast.ines)?.tier).to.equal('community');
    given().when(cast.olga, setTier(cast.ines, 'community')).refuses('not_allowed');
  });
  it('of nobody: not_found', () => {
    given().when('venue', setTier(cast.nobody, 'community')).refuses('not_found');
  });
  it('the same again: tier_unchanged', () => {
    given().when('venue', setTier(cast.ines, 'retail')).refuses('tier_unchanged');
  });
});

describe('roles', () => {
  it('the venue itself grants the first ones, and takes one back; nobody else by themselves', () => {
    const outcome = given().when('venue', setRole(cast.ines, 'operator', true));
    outcome.yields({
      kind: 'people.role_set',
      person: cast.ines,
      role: 'operator',
      granted: true,
      reason: why,
    });
    const venue = outcome.accepts();
    expect(venue.state.people.people.get(cast.ines)?.roles).to.deep.equal(['investor', 'operator']);
    venue.take('venue', setRole(cast.ines, 'investor', false));
    expect(venue.state.people.people.get(cast.ines)?.roles).to.deep.equal(['operator']);
    given()
      .when(cast.adele, setRole(cast.ines, 'operator', true))
      .refuses('not_allowed');
  });
  it('of nobody: not_found', () => {
    given()
      .when('venue', setRole(cast.nobody, 'operator', true))
      .refuses('not_found');
  });
  it('held already, or not held: role_unchanged', () => {
    given()
      .when('venue', setRole(cast.ines, 'investor', true))
      .refuses('role_unchanged');
    given()
      .when('venue', setRole(cast.ines, 'operator', false))
      .refuses('role_unchanged');
    given()
      .when('venue', setRole(cast.ines, 'administrator', false))
      .refuses('role_unchanged');
  });
  it('the last administrator stays one: last_administrator', () => {
    given()
      .when('venue', setRole(cast.adele, 'administrator', false))
      .refuses('last_administrator');
    given(does('venue', setRole(cast.olga, 'administrator', true)))
      .when('venue', setRole(cast.adele, 'administrator', false))
      .accepts();
  });
  it('nobody holds none', () => {
    const { people } = given().venue.state;
    expect(hasRole(people, cast.olga, 'operator')).to.equal(true);
    expect(hasRole(people, cast.nobody, 'operator')).to.equal(false);
    expect(hasRole(people, 'venue', 'operator')).to.equal(false);
  });
  it('an event about nobody is a bug', () => {
    const event = { kind: 'people.profile_updated', person: cast.nobody, profile: why } as const;
    expect(() => given(happened(event))).to.throw('person per_nobody does not exist');
  });
});

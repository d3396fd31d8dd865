import { policy } from '@piazza/shared/policy';
import type { PersonId, ProposalId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Act } from '../../../../server/src/domain/approvals/index.ts';
import type { VenueCommand, VenueEvent } from '../../../../server/src/domain/venue/index.ts';
import { cast, why } from '../../../support/domain-cast.ts';
import { beginning, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, happened, passes, type Step } from '../../../support/given.ts';

const apr = (n: number): ProposalId => `apr_${n}` as ProposalId;
const hash = 'hash of what is read';
const roleAct = (changes: Partial<Extract<Act, { kind: 'role_change' }>> = {}): Act => ({
  kind: 'role_change',
  person: cast.ines,
  role: 'verifier',
  granted: true,
  reason: why,
  ...changes,
});
const tierAct = (person: PersonId = cast.ines): Act => ({
  kind: 'tier_change',
  person,
  tier: 'institutional',
  reason: why,
});
const policyAct = (value = 1_000_000): Act => ({
  kind: 'policy_change',
  setting: 'maxOrderValueCents',
  value,
  reason: why,
});
const propose = (act: Act, contentHash = hash): VenueCommand => ({
  kind: 'approvals.propose',
  act,
  contentHash,
  reason: why,
});
const check = (kind: 'approvals.approve' | 'approvals.refuse', contentHash = hash): VenueCommand => ({
  kind,
  proposal: apr(1),
  contentHash,
  reason: why,
});
const approve = (contentHash?: string) => check('approvals.approve', contentHash);
const withdraw: VenueCommand = { kind: 'approvals.withdraw', proposal: apr(1) };
const proposed = (act: Act, maker: PersonId): Step => does(maker, propose(act));
const linked = (person: PersonId, natural: PersonId): Step =>
  happened({ kind: 'people.identified', person, natural });
const role = (person: PersonId, held: 'operator' | 'administrator', granted: boolean): Step =>
  happened({ kind: 'people.role_set', person, role: held, granted, reason: why });
const eventsOf = (decision: { events: readonly VenueEvent[] } | object): string[] =>
  'events' in decision ? decision.events.map(({ kind }) => kind) : [];
const statusOf = (venue: DomainVenue): string | undefined =>
  venue.state.approvals.proposals.get(apr(1))?.status;

describe('an act of two persons', () => {
  it('APR-1: is proposed, waits, and is done in the record of the agreement', () => {
    const outcome = given(proposed(tierAct(), cast.olga)).when(cast.oreste, approve());
    expect(eventsOf(outcome.decision)).to.deep.equal([
      'approvals.decided',
      'schedule.cleared',
      'people.tier_set',
    ]);
    const { state } = outcome.accepts();
    expect(state.people.people.get(cast.ines)?.tier).to.equal('institutional');
    expect(state.approvals.proposals.get(apr(1))).to.include({
      status: 'approved',
      maker: cast.olga,
      checker: cast.oreste,
      decidedReason: why,
    });
  });
  it('APR-1: is asked of those whose it is: roles of administrators, tiers of operators, the policy of both', () => {
    given().when(cast.olga, propose(roleAct())).refuses('not_allowed');
    given().when(cast.adele, propose(tierAct())).refuses('not_allowed');
    given().when(cast.ines, propose(policyAct())).refuses('not_allowed');
    for (const who of [cast.olga, cast.adele]) given().when(who, propose(policyAct())).accepts();
    given(proposed(tierAct(), cast.olga)).when(cast.adele, approve()).refuses('not_allowed');
    given(proposed(roleAct(), cast.adele)).when(cast.olga, approve()).accepts();
  });
  it('names what forbids it when it is proposed', () => {
    given()
      .when(cast.adele, propose(roleAct({ person: cast.nobody })))
      .refuses('not_found');
    given()
      .when(cast.adele, propose(roleAct({ role: 'investor' })))
      .refuses('role_unchanged');
    given()
      .when(cast.olga, propose(tierAct(cast.sofia)))
      .refuses('tier_unchanged');
    given()
      .when(cast.olga, propose(policyAct(policy.maxOrderValueCents)))
      .refuses('nothing_to_change');
  });
  it('is proposed once, as long as it waits and holds', () => {
    const waiting = proposed(tierAct(), cast.olga);
    given(waiting)
      .when(cast.oreste, propose(tierAct()))
      .refuses('already_proposed', { proposal: apr(1) });
    given(waiting, does(cast.olga, withdraw)).when(cast.oreste, propose(tierAct())).accepts();
  });
  it('APR-2: is agreed to as it was read, and no longer once what it rests on has changed', () => {
    const waiting = proposed(tierAct(), cast.olga);
    given(waiting).when(cast.oreste, approve('hash of another')).refuses('content_changed');
    const changed = happened({ kind: 'people.tier_set', person: cast.ines, tier: 'community', reason: why });
    const { when, venue } = given(waiting, changed);
    when(cast.oreste, approve()).refuses('content_changed');
    expect(venue.state.people.people.get(cast.ines)?.tier).to.equal('community');
    when(cast.oreste, check('approvals.refuse')).accepts();
  });
  it('APR-3: is not agreed to, nor refused, by who proposed it, from any account', () => {
    const waiting = proposed(tierAct(), cast.olga);
    given(waiting).when(cast.olga, approve()).refuses('same_person');
    given(waiting, linked(cast.oreste, cast.olga)).when(cast.oreste, approve()).refuses('same_person');
    given(waiting, linked(cast.oreste, cast.olga))
      .when(cast.oreste, check('approvals.refuse'))
      .refuses('same_person');
    // Accounts linked one after the other belong to one person all the same.
    given(waiting, linked(cast.ottavia, cast.oreste), linked(cast.oreste, cast.olga))
      .when(cast.ottavia, approve())
      .refuses('same_person');
    given(waiting, linked(cast.oreste, cast.olga)).when(cast.ottavia, approve()).accepts();
  });
  it('APR-4: is neither proposed nor agreed to by whom it is about, from any account', () => {
    given()
      .when(cast.mirko, propose(tierAct(cast.mirko)))
      .refuses('conflict_of_interest');
    given(linked(cast.olga, cast.ines)).when(cast.olga, propose(tierAct())).refuses('conflict_of_interest');
    given(linked(cast.oreste, cast.ines), proposed(tierAct(), cast.olga))
      .when(cast.oreste, approve())
      .refuses('conflict_of_interest');
    given(proposed(roleAct({ person: cast.olga, role: 'administrator' }), cast.adele))
      .when(cast.olga, approve())
      .refuses('conflict_of_interest');
  });
  it('APR-5: lapses to the millisecond when nobody agrees', () => {
    const waiting = proposed(tierAct(), cast.olga);
    const until = (ms: number) => given(waiting, passes(ms));
    const last = until(policy.approvalLifeMs - 1);
    expect(statusOf(last.venue)).to.equal('waiting');
    last.when(cast.oreste, approve()).accepts();
    const late = until(policy.approvalLifeMs);
    expect(late.venue.state.approvals.proposals.get(apr(1))).to.include({
      status: 'expired',
      checker: null,
      decidedAt: beginning + policy.approvalLifeMs,
    });
    for (const command of [approve(), check('approvals.refuse')])
      late.when(cast.oreste, command).refuses('approval_expired');
    late.when(cast.olga, withdraw).refuses('illegal_state', { status: 'expired' });
  });
  it('APR-5: is withdrawn by its maker alone, and decided once', () => {
    const waiting = proposed(tierAct(), cast.olga);
    given(waiting).when(cast.oreste, withdraw).refuses('not_allowed');
    given().when(cast.olga, withdraw).refuses('not_found');
    given().when(cast.olga, approve()).refuses('not_found');
    const withdrawn = given(waiting, does(cast.olga, withdraw), passes(policy.approvalLifeMs));
    expect(statusOf(withdrawn.venue), 'its timer went with it').to.equal('withdrawn');
    withdrawn.when(cast.oreste, approve()).refuses('illegal_state', { status: 'withdrawn' });
    given(waiting, does(cast.oreste, approve()))
      .when(cast.ottavia, approve())
      .refuses('illegal_state', { status: 'approved' });
    given(waiting, does(cast.oreste, check('approvals.refuse')))
      .when(cast.ottavia, approve())
      .refuses('illegal_state', { status: 'refused' });
  });
  it('APR-7: is void once its maker may no longer propose it', () => {
    given(proposed(tierAct(), cast.olga), role(cast.olga, 'operator', false))
      .when(cast.oreste, approve())
      .refuses('content_changed');
  });
  it('keeps the last administrator, whichever of two proposals is agreed to first', () => {
    const second = role(cast.olga, 'administrator', true);
    const goes = (person: PersonId): Act => roleAct({ person, role: 'administrator', granted: false });
    given(second, proposed(goes(cast.adele), cast.olga), role(cast.olga, 'administrator', false))
      .when(cast.oreste, approve())
      .refuses('content_changed');
    given(
      second,
      proposed(goes(cast.adele), cast.olga),
      happened({
        kind: 'people.role_set',
        person: cast.oreste,
        role: 'administrator',
        granted: true,
        reason: why,
      }),
      does(cast.oreste, approve()),
    )
      .when(cast.oreste, propose(goes(cast.olga), 'another hash'))
      .accepts();
  });
});

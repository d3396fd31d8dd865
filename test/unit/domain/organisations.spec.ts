import type { OrganisationId } from '@piazza/shared/values';
import { expect } from 'chai';
import { represents } from '../../../server/src/domain/organisations/index.ts';
import { cast, orgOf, sealed, why } from '../../support/domain-cast.ts';
import { beginning } from '../../support/domain-venue.ts';
import { given } from '../../support/given.ts';

const update = (organisation: OrganisationId) =>
  ({ kind: 'organisations.update', organisation, profile: sealed('new words') }) as const;

describe('organisations', () => {
  it('whoever founds one represents it', () => {
    const [kind, organisation] = ['organisations.created', 'org_4' as OrganisationId] as const;
    const outcome = given().when(cast.enzo, {
      kind: 'organisations.create',
      subject: 'v',
      profile: why,
      fictional: false,
    });
    const representative = cast.enzo;
    const made = { subject: 'v', profile: why, representative, fictional: false, at: beginning };
    outcome.yields({ kind, organisation, ...made });
    expect(outcome.decision).to.have.deep.property('result', { organisation });
    const { organisations } = outcome.accepts().state;
    expect(represents(organisations, cast.enzo, organisation)).to.equal(true);
    expect(represents(organisations, cast.elsa, organisation)).to.equal(false);
    expect(organisations.organisations.get(organisation)?.since).to.equal(beginning);
  });
  it('a representative changes its profile', () => {
    const outcome = given().when(cast.enzo, update(orgOf.enzo));
    const profile = sealed('new words');
    outcome.yields({ kind: 'organisations.updated', organisation: orgOf.enzo, profile, at: beginning });
    expect(outcome.accepts().state.organisations.organisations.get(orgOf.enzo)?.profile).to.deep.equal(
      profile,
    );
  });
  it('that does not exist: not_found', () => {
    given()
      .when(cast.enzo, update('org_9' as OrganisationId))
      .refuses('not_found');
  });
  it('of somebody else: not_allowed', () => {
    given().when(cast.enzo, update(orgOf.elsa)).refuses('not_allowed');
  });
  it('nobody represents an organisation that is not there', () => {
    const { organisations } = given().venue.state;
    expect(represents(organisations, cast.enzo, 'org_9' as OrganisationId)).to.equal(false);
  });
});

import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { represents } from '../../../../server/src/domain/organisations/index.ts';
import type { DossierCommand } from '../../../../server/src/domain/dossier/index.ts';
import { cast, orgOf, sealed, takeReview } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, given, happened, passes, submitted, type Step } from '../../../support/given.ts';

const organisation = orgOf.enzo;
const invite = (hash = 'hash'): DossierCommand => ({
  kind: 'dossier.invite',
  organisation,
  hash,
  email: sealed('elsa@example.org'),
});
const accept = (hash = 'hash'): DossierCommand => ({ kind: 'dossier.acceptInvitation', hash });
const remove = (person: PersonId): DossierCommand => ({
  kind: 'dossier.removeRepresentative',
  organisation,
  person,
});
const invited: Step = does(cast.enzo, invite());

describe('ISS-6: who acts for an organisation', () => {
  it('whoever accepts an invitation does, and the invitation is used up', () => {
    const { state } = given(invited).when(cast.elsa, accept()).accepts();
    expect(represents(state.organisations, cast.elsa, organisation)).to.equal(true);
    given(invited, does(cast.elsa, accept())).when(cast.mirko, accept()).refuses('link_invalid');
  });
  it('an invitation stands for its time, to the millisecond', () => {
    given(invited, passes(policy.invitationLifeMs - 1))
      .when(cast.elsa, accept())
      .accepts();
    given(invited, passes(policy.invitationLifeMs)).when(cast.elsa, accept()).refuses('link_invalid');
  });
  it('one that was withdrawn, or that never was, is none', () => {
    const withdraw: DossierCommand = {
      kind: 'dossier.withdrawInvitation',
      organisation,
      hashes: ['hash', 'x'],
    };
    given(invited, does(cast.enzo, withdraw)).when(cast.elsa, accept()).refuses('link_invalid');
    given().when(cast.elsa, accept('nothing')).refuses('link_invalid');
    given()
      .when(cast.enzo, { ...withdraw, hashes: ['nothing'] })
      .yields();
  });
  it('who does already needs none', () => {
    given(invited).when(cast.enzo, accept()).refuses('already_represents');
  });
  it('nobody else invites, and who is no enterprise accepts nothing', () => {
    given().when(cast.elsa, invite()).refuses('not_allowed');
    given(invited).when(cast.ines, accept()).refuses('not_allowed');
  });
  it('so many stand at a time, and those that lapsed make room', () => {
    const all = Array.from({ length: policy.invitationsOpen }, (_, at) => does(cast.enzo, invite(`h${at}`)));
    given(...all.slice(1))
      .when(cast.enzo, invite())
      .accepts();
    given(...all)
      .when(cast.enzo, invite())
      .refuses('invitations_full');
    const { state } = given(...all, passes(policy.invitationLifeMs))
      .when(cast.enzo, invite())
      .accepts();
    expect([...state.dossier.byOrganisation.get(organisation)!.invitations.keys()]).to.deep.equal(['hash']);
  });
  it('who reviews a listing of it does not come to act for it, whatever account they use', () => {
    const reviewing = [submitted(), does(cast.mirko, takeReview()), invited];
    given(...reviewing)
      .when(cast.mirko, accept())
      .refuses('conflict_of_interest');
    const same = happened({ kind: 'people.identified', person: cast.elsa, natural: cast.mirko });
    given(...reviewing, same)
      .when(cast.elsa, accept())
      .refuses('conflict_of_interest');
    given(...reviewing)
      .when(cast.elsa, accept())
      .accepts();
  });
  it('somebody is removed, also by themselves, but never the last', () => {
    const both = [invited, does(cast.elsa, accept())];
    for (const who of [cast.enzo, cast.elsa]) {
      const { state } = given(...both)
        .when(who, remove(cast.elsa))
        .accepts();
      expect(represents(state.organisations, cast.elsa, organisation)).to.equal(false);
    }
    given(...both, does(cast.elsa, remove(cast.enzo)))
      .when(cast.elsa, remove(cast.elsa))
      .refuses('last_representative');
    given().when(cast.enzo, remove(cast.enzo)).refuses('last_representative');
    given().when(cast.enzo, remove(cast.elsa)).refuses('not_found');
    given(...both)
      .when(cast.mirko, remove(cast.enzo))
      .refuses('not_allowed');
  });
  it('what is journaled of an invitation is a hash, a reference and dates', () => {
    const expiresAt = (beginning + policy.invitationLifeMs) as never;
    given()
      .when(cast.enzo, invite())
      .yields({
        kind: 'dossier.invited',
        organisation,
        invitation: { hash: 'hash', email: sealed('elsa@example.org'), by: cast.enzo, expiresAt },
      });
  });
});

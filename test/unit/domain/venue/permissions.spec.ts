import type { OrganisationId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Role } from '../../../../server/src/domain/people/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import {
  approve,
  cancel,
  cast,
  cmt,
  content,
  lst,
  ofr,
  place,
  publish,
  requestChanges,
  revise,
  revoke,
  save,
  submit,
  takeReview,
  why,
  withdraw,
} from '../../../support/domain-cast.ts';
import { does, given } from '../../../support/given.ts';

const roles: readonly Role[] = [
  'investor',
  'enterprise',
  'operator',
  'verifier',
  'outcome_payer',
  'administrator',
];
const nowhere = 'org_9' as OrganisationId;
const profile = why;

/** Who may give each command; each names things that do not exist, so that only the permission is looked at. */
const table: readonly (readonly [VenueCommand, readonly Role[] | 'venue' | 'anybody'])[] = [
  [{ kind: 'venue.open', mode: 'SIMULATION' }, 'venue'],
  [{ kind: 'people.register', subject: 'v', profile, roles: [] }, 'venue'],
  [{ kind: 'venue.advanceClock', byMs: 1, reason: why }, ['operator', 'administrator']],
  [{ kind: 'people.updateProfile', profile }, 'anybody'],
  [{ kind: 'people.acknowledgeWarning' }, 'anybody'],
  [{ kind: 'people.readNotices', upTo: '1.0' }, 'anybody'],
  [{ kind: 'people.setTier', person: cast.nobody, tier: 'retail', reason: why }, 'venue'],
  [{ kind: 'people.setRole', person: cast.nobody, role: 'operator', granted: true, reason: why }, 'venue'],
  [{ kind: 'organisations.create', subject: 'v', profile, fictional: false }, ['enterprise']],
  [{ kind: 'organisations.update', organisation: nowhere, profile }, ['enterprise']],
  [{ kind: 'listings.create', organisation: nowhere, content: content() }, ['enterprise']],
  [save(0, content(), lst(9)), ['enterprise']],
  [submit(lst(9)), ['enterprise']],
  [withdraw(lst(9)), ['enterprise']],
  [revise(lst(9)), ['enterprise']],
  [publish(lst(9)), ['enterprise']],
  [takeReview(lst(9)), ['operator']],
  [requestChanges(lst(9)), ['operator']],
  [approve(lst(9)), ['operator']],
  [cancel(ofr(9)), ['operator']],
  [place(20, ofr(9)), ['investor']],
  [revoke(cmt(9)), ['investor']],
  [{ kind: 'wallet.topUp', amountCents: 100 }, ['investor']],
];
/** Opening, registering, and granting the first roles and tiers. */
const byTheVenue: readonly string[] = ['venue.open', 'people.register', 'people.setRole', 'people.setTier'];

describe('who may give a command', () => {
  for (const [command, need] of table) {
    for (const role of roles) {
      const may = need === 'anybody' || (need !== 'venue' && need.includes(role));
      it(`${command.kind}: ${role} ${may ? 'may' : 'may not'}`, () => {
        const { venue, when } = given();
        venue.state.people.people.get(cast.ines)!.roles = [role];
        const { decision } = when(cast.ines, command);
        const code = 'rejection' in decision ? decision.rejection.code : 'accepted';
        if (may) expect(code).to.be.oneOf(['accepted', 'not_found']);
        else expect(code).to.equal('not_allowed');
      });
    }
    it(`${command.kind}: nobody without a role, a stranger, or a suspended person may${need === 'anybody' ? ', but for one without a role' : ' not'}`, () => {
      const { venue, when } = given();
      venue.state.people.people.get(cast.ines)!.roles = [];
      if (need === 'anybody') when(cast.ines, command).accepts();
      else when(cast.ines, command).refuses('not_allowed');
      when(cast.nobody, command).refuses('not_allowed');
      Object.assign(venue.state.people.people.get(cast.ines)!, { roles, suspended: true });
      when(cast.ines, command).refuses('not_allowed');
    });
    const venueMay = byTheVenue.includes(command.kind);
    it(`${command.kind}: the venue itself ${venueMay ? 'may' : 'may not'}`, () => {
      const { decision } = given().when('venue', command);
      const code = 'rejection' in decision ? decision.rejection.code : 'accepted';
      expect(code === 'not_allowed').to.equal(!venueMay);
    });
  }
  it('counts only roles held at that moment', () => {
    const revoked = {
      kind: 'people.setRole',
      person: cast.ines,
      role: 'investor',
      granted: false,
      reason: why,
    } as const;
    given(does('venue', revoked))
      .when(cast.ines, { kind: 'wallet.topUp', amountCents: 100 })
      .refuses('not_allowed');
  });
});

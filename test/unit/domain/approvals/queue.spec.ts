import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { approve, cast, lst, takeReview, why } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, given, happened, submitted, underReview, type Step } from '../../../support/given.ts';

const assign = (assignee: PersonId | null, object: string = lst(1)): VenueCommand => ({
  kind: 'queue.assign',
  object,
  assignee,
});
const declare = (conflict: boolean, object: string = lst(1)): VenueCommand => ({
  kind: 'queue.declare',
  object,
  conflict,
  words: why,
});
const linked = (person: PersonId, natural: PersonId): Step =>
  happened({ kind: 'people.identified', person, natural });

describe('what waits', () => {
  it('DSK-2: is given to oneself, to a colleague, to nobody; the record says by whom', () => {
    const outcome = given(submitted()).when(cast.olga, assign(cast.oreste));
    outcome.yields({
      kind: 'queue.assigned',
      object: lst(1),
      assignee: cast.oreste,
      by: cast.olga,
      at: beginning,
    });
    const venue = outcome.accepts();
    expect(venue.state.queue.assignees.get(lst(1))).to.equal(cast.oreste);
    does(cast.ottavia, assign(null))(venue);
    expect(venue.state.queue.assignees.size).to.equal(0);
  });
  it('DSK-2: is not given to who is not of the desk, nor twice to the same', () => {
    given(submitted()).when(cast.olga, assign(cast.ines)).refuses('not_found');
    given(submitted()).when(cast.olga, assign(cast.nobody)).refuses('not_found');
    given(submitted()).when(cast.olga, assign(null)).refuses('nothing_to_change');
    given(submitted(), does(cast.olga, assign(cast.olga)))
      .when(cast.oreste, assign(cast.olga))
      .refuses('nothing_to_change');
  });
  it('DSK-2: is not given to who stands for the issuer, or proposed it, by whatever account', () => {
    given(submitted(), linked(cast.olga, cast.enzo))
      .when(cast.oreste, assign(cast.olga))
      .refuses('conflict_of_interest');
    const proposed = does(cast.olga, {
      kind: 'approvals.propose',
      act: { kind: 'tier_change', person: cast.ines, tier: 'community', reason: why },
      contentHash: 'read',
      reason: why,
    });
    given(proposed, linked(cast.oreste, cast.olga))
      .when(cast.ottavia, assign(cast.oreste, 'apr_1'))
      .refuses('same_person');
    given(proposed).when(cast.ottavia, assign(cast.oreste, 'apr_1')).accepts();
  });
});

describe('an interest declared', () => {
  const approvedOnce = does(cast.olga, approve());
  it('DSK-3: takes the listing from who declares it, with the approval they gave', () => {
    const { venue } = given(underReview(), approvedOnce, does(cast.olga, assign(cast.olga)));
    does(cast.olga, declare(true))(venue);
    const listing = venue.state.listings.listings.get(lst(1));
    expect(listing).to.deep.include({ status: 'under_review', reviewers: [cast.oreste], approvals: [] });
    expect(listing?.reviews.at(-1)).to.include({ reviewer: cast.olga, verdict: 'stepped_back' });
    expect(venue.state.queue.assignees.has(lst(1))).to.equal(false);
  });
  it('DSK-3: bars them for good, by every account of theirs', () => {
    const back = [underReview(), does(cast.olga, declare(true)), linked(cast.ottavia, cast.olga)];
    given(...back)
      .when(cast.olga, takeReview())
      .refuses('conflict_of_interest');
    given(...back)
      .when(cast.ottavia, takeReview())
      .refuses('conflict_of_interest');
    given(...back)
      .when(cast.oreste, assign(cast.ottavia))
      .refuses('conflict_of_interest');
    given(...back)
      .when(cast.ottavia, declare(false))
      .refuses('conflict_of_interest');
    given(...back)
      .when(cast.olga, declare(true))
      .refuses('conflict_of_interest');
  });
  it('DSK-3: bars from a proposal as well', () => {
    const proposed = does(cast.olga, {
      kind: 'approvals.propose',
      act: { kind: 'tier_change', person: cast.ines, tier: 'community', reason: why },
      contentHash: 'read',
      reason: why,
    });
    const agree: VenueCommand = {
      kind: 'approvals.approve',
      proposal: 'apr_1' as never,
      contentHash: 'read',
      reason: why,
    };
    given(proposed, does(cast.oreste, declare(true, 'apr_1')))
      .when(cast.oreste, agree)
      .refuses('conflict_of_interest');
    given(proposed, does(cast.oreste, declare(false, 'apr_1')))
      .when(cast.oreste, agree)
      .accepts();
  });
  it('DSK-3: bars from every decision of the desk on it, by every account, whatever else there is to say', () => {
    const back = (object: string): Step[] => [
      does(cast.oreste, declare(true, object)),
      linked(cast.ottavia, cast.oreste),
    ];
    const decisions: readonly (readonly [string, object])[] = [
      [
        cast.ines,
        { kind: 'protection.reviewIdentity', person: cast.ines, revision: 1, to: 'approved', reason: why },
      ],
      [`${cast.ines}.class`, { kind: 'protection.refuseClass', person: cast.ines, request: 1, reason: why }],
      ['dis_1', { kind: 'disclosures.decide', disclosure: 'dis_1' }],
      ['qst_1', { kind: 'disclosures.hide', question: 'qst_1', words: why }],
      ['alr_1', { kind: 'cases.dismiss', alert: 'alr_1', reason: why }],
      ['cas_1', { kind: 'cases.note', case: 'cas_1', words: why }],
      ['rpt_1', { kind: 'duties.decide', report: 'rpt_1' }],
      [
        'cas_1',
        {
          kind: 'approvals.propose',
          act: { kind: 'case_closing', case: 'cas_1', outcome: 'no_abuse', words: why },
          contentHash: 'read',
          reason: why,
        },
      ],
    ];
    for (const [object, command] of decisions)
      for (const who of [cast.oreste, cast.ottavia])
        given(...back(object))
          .when(who, command as VenueCommand)
          .refuses('conflict_of_interest');
  });
  it('none is recorded once, and may still become one', () => {
    const none = does(cast.olga, declare(false));
    given(submitted(), none).when(cast.olga, declare(false)).refuses('nothing_to_change');
    given(submitted(), none).when(cast.olga, declare(true)).accepts();
  });
});

describe('APR-8: four eyes on a listing', () => {
  it('are not those of one person with two accounts', () => {
    given(submitted(), does(cast.olga, takeReview()), linked(cast.oreste, cast.olga))
      .when(cast.oreste, takeReview())
      .refuses('same_person');
    given(underReview(), does(cast.olga, approve()), linked(cast.oreste, cast.olga))
      .when(cast.oreste, approve())
      .refuses('same_person');
  });
  it('are not those of somebody who stands for the issuer by another account', () => {
    given(submitted(), linked(cast.olga, cast.enzo))
      .when(cast.olga, takeReview())
      .refuses('conflict_of_interest');
    given(underReview(), linked(cast.enzo, cast.olga))
      .when(cast.olga, approve())
      .refuses('conflict_of_interest');
  });
});

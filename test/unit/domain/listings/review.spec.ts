import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { Listing, Review } from '../../../../server/src/domain/listings/index.ts';
import {
  approve,
  cast,
  content,
  lst,
  orgOf,
  requestChanges,
  save,
  submit,
  takeReview,
  why,
} from '../../../support/domain-cast.ts';
import { beginning, hour, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, drafted, given, passes, submitted, underReview, type Step } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';

const listingOf = (venue: DomainVenue): Listing => venue.state.listings.listings.get(lst(1))!;
const reviewed = (reviewer: PersonId, verdict: Review['verdict'], at = beginning) => ({
  kind: 'listings.reviewed' as const,
  listing: lst(1),
  review: {
    reviewer,
    at,
    verdict,
    words: verdict === 'taken' ? null : why,
    contentHash: 'version 1',
  },
});
const moved = (to: Listing['status'], by: PersonId, reason: typeof why | null) => ({
  kind: 'listings.transitioned' as const,
  listing: lst(1),
  to,
  by,
  reason,
  offer: null,
  at: beginning,
});
const changedAndBack: Step = (venue) => {
  does(cast.olga, requestChanges())(venue);
  does(cast.enzo, save(0, content({}, 'version 2')), submit())(venue);
};
const mirkosOwn = { who: cast.mirko, organisation: orgOf.mirko };

describe('taking a review (LST-3)', () => {
  it('of a submitted listing begins the review', () => {
    given(submitted())
      .when(cast.olga, takeReview())
      .yields(reviewed(cast.olga, 'taken'), moved('under_review', cast.olga, null));
  });
  it('of one under review adds a reviewer', () => {
    given(submitted(), does(cast.olga, takeReview()))
      .when(cast.oreste, takeReview())
      .yields(reviewed(cast.oreste, 'taken'));
  });
  it('is refused to a representative of the issuer, operator or not: conflict_of_interest', () => {
    given(submitted(mirkosOwn)).when(cast.mirko, takeReview()).refuses('conflict_of_interest');
    given(submitted()).when(cast.mirko, takeReview()).accepts();
  });
  precedence(
    () => ({ steps: [submitted()], actor: cast.olga, command: { kind: 'review.take', listing: lst(1) } }),
    [
      ['not_found', 'of nothing', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      [
        'illegal_state',
        'of what was sent back',
        (wish) => wish.steps.push(does(cast.oreste, takeReview(), requestChanges())),
      ],
      ['same_reviewer', 'twice', (wish) => wish.steps.splice(1, 0, does(cast.olga, takeReview()))],
      ['conflict_of_interest', 'of the own listing', (wish) => wish.steps.push(represented(cast.olga))],
    ],
  );
});

/** No command adds a representative yet; the rule must hold when one does. */
function represented(person: PersonId): Step {
  return (venue) =>
    void venue.state.organisations.organisations.get(orgOf.enzo)!.representatives.push(person);
}

describe('approving (LST-3, LST-4)', () => {
  it('once is not enough', () => {
    const venue = given(underReview()).when(cast.olga, approve()).accepts();
    expect(listingOf(venue)).to.include({ status: 'under_review' });
    expect(listingOf(venue).approvals).to.deep.equal([cast.olga]);
  });
  it('by a second person admits the listing', () => {
    given(underReview(), does(cast.olga, approve()))
      .when(cast.oreste, approve())
      .yields(reviewed(cast.oreste, 'approved'), moved('approved', cast.oreste, why));
  });
  it('by the same person twice does not: same_reviewer', () => {
    given(underReview(), does(cast.olga, approve())).when(cast.olga, approve()).refuses('same_reviewer');
  });
  it('by an operator who did not take the review does not: not_reviewer', () => {
    given(underReview(), does(cast.olga, approve())).when(cast.ottavia, approve()).refuses('not_reviewer');
  });
  it('of another content than the one read does not: content_changed', () => {
    given(underReview(), does(cast.olga, approve()))
      .when(cast.oreste, approve(lst(1), { contentHash: 'version 0' }))
      .refuses('content_changed');
  });
  for (const gate of ['intentional', 'measurable', 'additional'] as const) {
    it(`what is not ${gate} does not: gates_not_confirmed`, () => {
      given(underReview())
        .when(cast.olga, approve(lst(1), { [gate]: false }))
        .refuses('gates_not_confirmed');
    });
  }
  precedence(
    () => ({ steps: [underReview()], actor: cast.olga, command: approve() }),
    [
      ['not_found', 'nothing', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      ['illegal_state', 'what was sent back', (wish) => wish.steps.push(does(cast.oreste, requestChanges()))],
      ['not_reviewer', 'without having taken it', (wish) => (wish.actor = cast.ottavia)],
      ['same_reviewer', 'twice', (wish) => wish.steps.splice(1, 0, does(cast.olga, approve()))],
      [
        'conflict_of_interest',
        'with an interest',
        (wish) => (wish.command = { ...wish.command, noConflictOfInterest: false }),
      ],
      ['conflict_of_interest', 'the own listing', (wish) => wish.steps.push(represented(cast.olga))],
      [
        'gates_not_confirmed',
        'without a gate',
        (wish) => (wish.command = { ...wish.command, additional: false }),
      ],
      [
        'content_changed',
        'another content',
        (wish) => (wish.command = { ...wish.command, contentHash: 'old' }),
      ],
    ],
    ['without having taken it+twice'],
  );
});

describe('requesting changes', () => {
  it('sends the listing back with the words', () => {
    given(underReview())
      .when(cast.oreste, requestChanges())
      .yields(reviewed(cast.oreste, 'changes_requested'), moved('changes_requested', cast.oreste, why));
  });
  precedence(
    () => ({
      steps: [underReview()],
      actor: cast.olga,
      command: { kind: 'review.requestChanges', listing: lst(1), words: why },
    }),
    [
      ['not_found', 'of nothing', (wish) => (wish.command = { ...wish.command, listing: lst(9) })],
      [
        'illegal_state',
        'of what was sent back',
        (wish) => wish.steps.push(does(cast.oreste, requestChanges())),
      ],
      ['not_reviewer', 'without having taken the review', (wish) => (wish.actor = cast.ottavia)],
    ],
  );
});

describe('a new round of review (LST-4)', () => {
  it('has no reviewers and no approvals of the one before', () => {
    const { venue } = given(underReview(), does(cast.oreste, approve()), does(cast.olga, requestChanges()));
    expect(listingOf(venue)).to.deep.include({ status: 'changes_requested', reviewers: [], approvals: [] });
    expect(listingOf(venue).reviews.map(({ verdict }) => verdict)).to.deep.equal([
      'taken',
      'taken',
      'approved',
      'changes_requested',
    ]);
  });
  it('needs the review to be taken again', () => {
    given(underReview(), changedAndBack, does(cast.ottavia, takeReview()))
      .when(cast.oreste, approve(lst(1), { contentHash: 'version 2' }))
      .refuses('not_reviewer');
  });
  it('needs both approvals again, of what is there now', () => {
    const second = { contentHash: 'version 2' };
    const again = given(
      underReview(),
      does(cast.oreste, approve()),
      changedAndBack,
      passes(hour),
      does(cast.oreste, takeReview()),
      does(cast.ottavia, takeReview()),
    );
    again.when(cast.oreste, approve()).refuses('content_changed');
    const one = again.when(cast.oreste, approve(lst(1), second)).accepts();
    expect(listingOf(one).status).to.equal('under_review');
    const both = again.when(cast.ottavia, approve(lst(1), second)).accepts();
    expect(listingOf(both).status).to.equal('approved');
  });
  it('begins also where nothing was changed', () => {
    const { venue } = given(underReview(), does(cast.olga, requestChanges()), does(cast.enzo, submit()));
    expect(listingOf(venue)).to.deep.include({ status: 'submitted', reviewers: [], approvals: [] });
  });
  it('does not begin while a draft was never submitted', () => {
    given(drafted()).when(cast.olga, takeReview()).refuses('illegal_state', { status: 'draft' });
  });
});

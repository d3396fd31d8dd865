import { expect } from 'chai';
import type { ListingStatus } from '../../../../server/src/domain/listings/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import {
  approve,
  cast,
  lst,
  publish,
  requestChanges,
  revise,
  save,
  submit,
  takeReview,
  withdraw,
} from '../../../support/domain-cast.ts';
import { does, given, inTurn, listingIn, type Step } from '../../../support/given.ts';

const commands: Readonly<Record<string, readonly [keyof typeof cast, VenueCommand]>> = {
  save: ['enzo', save(0)],
  submit: ['enzo', submit()],
  withdraw: ['enzo', withdraw()],
  revise: ['enzo', revise()],
  publish: ['enzo', publish()],
  'take the review': ['ottavia', takeReview()],
  'request changes': ['olga', requestChanges()],
  'approve first': ['olga', approve()],
};

/** The whole life before and after publication: what may be done in each status, and where it leads. */
const life: Readonly<Record<ListingStatus, Readonly<Partial<Record<string, ListingStatus>>>>> = {
  draft: { save: 'draft', submit: 'submitted', withdraw: 'cancelled' },
  submitted: { 'take the review': 'under_review', withdraw: 'cancelled' },
  under_review: {
    'take the review': 'under_review',
    'request changes': 'changes_requested',
    'approve first': 'under_review',
    withdraw: 'cancelled',
  },
  changes_requested: { save: 'changes_requested', submit: 'submitted', withdraw: 'cancelled' },
  approved: { publish: 'live', withdraw: 'cancelled', revise: 'changes_requested' },
  live: {},
  funded: {},
  failed: {},
  cancelled: {},
  delisted: {},
};

describe('the life of a listing (LST-1)', () => {
  for (const [status, legal] of Object.entries(life)) {
    for (const [what, [who, command]] of Object.entries(commands)) {
      const to = legal[what];
      it(`${status}: ${what} ${to === undefined ? 'is refused' : `leads to ${to}`}`, () => {
        const outcome = given(listingIn(status as ListingStatus)).when(cast[who], command);
        if (to === undefined) outcome.refuses('illegal_state', { status });
        else expect(outcome.accepts().state.listings.listings.get(lst(1))?.status).to.equal(to);
      });
    }
  }

  it('under review, the second approval leads to approved', () => {
    const one: Step = inTurn(listingIn('under_review'), does(cast.olga, approve()));
    const venue = given(one).when(cast.oreste, approve()).accepts();
    expect(venue.state.listings.listings.get(lst(1))?.status).to.equal('approved');
  });

  const ends: readonly (readonly [ListingStatus, readonly string[]])[] = [
    ['funded', ['draft', 'submitted', 'under_review', 'approved', 'live', 'funded']],
    ['failed', ['draft', 'submitted', 'under_review', 'approved', 'live', 'failed']],
    ['cancelled', ['draft', 'cancelled']],
    ['delisted', ['draft', 'submitted', 'under_review', 'approved', 'live', 'funded', 'delisted']],
  ];
  for (const [status, path] of ends) {
    it(`${status}: every step was written down, from where to where, by whom and when`, () => {
      const { transitions } = given(listingIn(status)).venue.state.listings.listings.get(lst(1))!;
      expect(transitions.map(({ to }) => to)).to.deep.equal(path);
      expect(transitions.map(({ from }) => from)).to.deep.equal([null, ...path.slice(0, -1)]);
      expect(transitions.map(({ at }) => at)).to.deep.equal(
        transitions.map(({ at }) => at).toSorted((a, b) => a - b),
      );
      const by = transitions.map((one) => one.by);
      expect(by[0]).to.equal(cast.enzo);
      if (status !== 'cancelled') expect(by.at(-1)).to.equal('venue');
    });
  }
});
